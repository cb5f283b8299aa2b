"""What the facts of this package make stale of the answers that are kept."""

from datetime import datetime, timedelta

from django.utils import timezone

from marketplace import events
from marketplace.answers.turns import concerns_everybody, concerns_nobody, turns_at
from marketplace.content.models import Page

# Each table is one of these, or its changes are noted by a trigger (kit/held.py). Whoever changes one of the first announces it.
TOLD_BY_FACTS = (
    "marketplace_authoriseduser", "marketplace_page", "marketplace_pagetranslation", "marketplace_pagetype",
    "marketplace_seller", "marketplace_sellertranslation", "marketplace_shop", "marketplace_shoptranslation",
)  # fmt: skip
READ_BY_NOBODY = {
    "auth_group": "of the administrators",
    "auth_group_permissions": "of the administrators",
    "auth_permission": "of the administrators",
    "django_admin_log": "of the operators",
    "django_content_type": "Django's names of its tables",
    "django_session": "whoever has a session is not anonymous",
    "marketplace_address": "only its person's",
    "marketplace_datasetload": "of the loaders",
    "marketplace_delivery": "of the workers",
    "marketplace_event": "of the workers",
    "marketplace_sellermember": "who acts for a seller is told to nobody",
    "marketplace_signin": "only its person's",
    "marketplace_user": "only its person's",
    "marketplace_user_groups": "of the administrators",
    "marketplace_user_user_permissions": "of the administrators",
}

concerns_nobody(
    events.PersonCreated, events.PersonChanged, events.PasswordChanged, events.AddressesChanged, events.RefreshTokenReused,
    events.SellerRegistered,
)  # fmt: skip
concerns_everybody(
    events.ChannelCreated, events.ChannelChanged, events.ShopChanged, events.GiUserAuthorised, events.SellerApproved,
    events.SellerChanged, events.SellerSuspended, events.PageTypeCreated, events.PageChanged, events.PagePublished,
    events.PageUnpublished, events.PageRemoved,
)  # fmt: skip


@turns_at
def next_day(now: datetime) -> datetime:
    """Entries in the GI register begin and end by the day."""
    tomorrow = timezone.localdate(now) + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow, datetime.min.time()))


@turns_at
def next_page(now: datetime) -> datetime | None:
    """A page is to be seen from its moment on."""
    ahead = Page.objects.filter(is_published=True, published_at__gt=now).order_by("published_at")
    return ahead.values_list("published_at", flat=True).first()
