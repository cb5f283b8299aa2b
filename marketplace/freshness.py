"""What the facts of this package make stale of the answers that are kept."""

from datetime import datetime, timedelta

from django.utils import timezone

from marketplace import events
from marketplace.answers.turns import concerns_everybody, concerns_nobody, turns_at
from marketplace.content.models import Page

concerns_nobody(
    events.PersonCreated, events.PersonChanged, events.PasswordChanged, events.AddressesChanged, events.RefreshTokenReused,
    events.SellerRegistered,
)  # fmt: skip
concerns_everybody(
    events.ChannelCreated, events.ChannelChanged, events.ShopChanged, events.GiUserAuthorised, events.SellerApproved,
    events.SellerChanged, events.SellerSuspended, events.PageTypeCreated, events.PageChanged, events.PagePublished,
    events.PageUnpublished,
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
