"""What may be done with the register of GI users: enter a seller, or renew its entry."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.events import GiUserAuthorised
from marketplace.gi.models import AuthorisedUser, GiTag
from marketplace.kit.columns import text_for
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce
from marketplace.sellers.models import Seller


@transaction.atomic
def authorise(
    *, gi_tag: GiTag, seller: Seller, valid_from: date, valid_until: date, source: str, authorised_user_no: str = ""
) -> AuthorisedUser:
    """The seller's entry as authorised user of an Indian GI, valid on both days named and between; an entry is renewed.

    Refused FOREIGN_GI, INVALID for dates out of order, REQUIRED without a source.
    """
    if gi_tag.country != "India":
        raise Refused("FOREIGN_GI", _("This is not a GI of India."), "gi_tag")
    for field, day in {"valid_from": valid_from, "valid_until": valid_until}.items():
        if not isinstance(day, date) or isinstance(day, datetime):
            raise Refused("INVALID", _("This must be a date."), field)
    if valid_until < valid_from:
        raise Refused("INVALID", _("The last day lies before the first."), "valid_until")
    entry, _made = AuthorisedUser.objects.update_or_create(
        gi_tag=gi_tag, seller=seller,
        defaults={
            "valid_from": valid_from,
            "valid_until": valid_until,
            "source": text_for(AuthorisedUser, "source", source, must=True),
            "authorised_user_no": text_for(AuthorisedUser, "authorised_user_no", authorised_user_no),
        },
    )  # fmt: skip
    announce(GiUserAuthorised(seller=seller.pk, gi_tag=gi_tag.pk))
    return entry
