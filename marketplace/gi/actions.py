"""What may be done with the register of GI users: enter a seller, renew its entry, correct it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.events import GiUserAuthorised
from marketplace.gi.models import AuthorisedUser, GiTag
from marketplace.gi.rules import Period, overlap, shortened
from marketplace.kit.columns import text_for
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce
from marketplace.sellers.models import Seller


@transaction.atomic
def authorise(
    *, gi_tag: GiTag, seller: Seller, valid_from: date, valid_until: date, source: str, authorised_user_no: str = ""
) -> AuthorisedUser:
    """The seller's entry as authorised user of an Indian GI, valid on both days named and between.

    A renewal is a period of its own: the entry before it stands until the day before the renewal begins, so renewing early
    takes no day away. An entry with the same first day is corrected in place. Refused FOREIGN_GI, INVALID for dates out of
    order, REQUIRED without a source, PERIODS_OVERLAP where the period overlaps one that it does not succeed.
    """
    if gi_tag.country != "India":
        raise Refused("FOREIGN_GI", _("This is not a GI of India."), "gi_tag")
    for field, day in {"valid_from": valid_from, "valid_until": valid_until}.items():
        if not isinstance(day, date) or isinstance(day, datetime):
            raise Refused("INVALID", _("This must be a date."), field)
    if valid_until < valid_from:
        raise Refused("INVALID", _("The last day lies before the first."), "valid_until")
    _make_way(gi_tag, seller, Period(valid_from, valid_until))
    entry, _made = AuthorisedUser.objects.update_or_create(
        gi_tag=gi_tag, seller=seller, valid_from=valid_from,
        defaults={
            "valid_until": valid_until,
            "source": text_for(AuthorisedUser, "source", source, must=True),
            "authorised_user_no": text_for(AuthorisedUser, "authorised_user_no", authorised_user_no),
        },
    )  # fmt: skip
    announce(GiUserAuthorised(seller=seller.pk, gi_tag=gi_tag.pk))
    return entry


def _make_way(gi_tag: GiTag, seller: Seller, renewal: Period) -> None:
    """End the entry that the period succeeds. The seller's row is locked, so that two renewals come one after the other."""
    Seller.objects.select_for_update(no_key=True).get(pk=seller.pk)
    entries = AuthorisedUser.objects.filter(gi_tag=gi_tag, seller=seller).exclude(valid_from=renewal.first)
    for entry in entries:
        period = Period(entry.valid_from, entry.valid_until)
        if not overlap(period, renewal):
            continue
        left = shortened(period, renewal)
        if left is None:
            raise Refused("PERIODS_OVERLAP", _("This overlaps another entry of the seller for this GI."), "valid_from")
        entry.valid_until = left.last
        entry.save(update_fields=["valid_until"])
