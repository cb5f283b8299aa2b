"""What may be done with a channel: open one, and say to which countries it sells."""

import re
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.channels.models import Channel
from marketplace.events import ChannelChanged, ChannelCreated
from marketplace.kit.columns import text_for
from marketplace.kit.countries import POSTAL_CODES
from marketplace.kit.refused import Refused
from marketplace.kit.slugs import settle
from marketplace.news.announce import announce

_CURRENCY = re.compile(r"[A-Z]{3}\Z")


@transaction.atomic
def create(
    *, slug: str, name: str, currency_code: str, default_country: str = "IN", countries: Sequence[str] = (),
    is_default: bool = False,
) -> Channel:  # fmt: skip
    """A new, active channel that sells to `countries` and always to its default country. A new default takes the place of
    the old one. Refused INVALID, REQUIRED or SLUG_TAKEN."""
    if not _CURRENCY.match(currency_code):
        raise Refused("INVALID", _("A currency has three letters, such as INR."), "currency_code")
    if default_country not in POSTAL_CODES:
        raise Refused("INVALID", _("A country has two letters, such as IN."), "default_country")
    name = text_for(Channel, "name", name, must=True)
    slug = settle(Channel.objects.all(), given=slug, name=name, otherwise="channel")
    if is_default:
        Channel.objects.filter(is_default=True).update(is_default=False)
    channel = Channel.objects.create(
        slug=slug, name=name, currency_code=currency_code, default_country=default_country, is_default=is_default,
        countries=_countries([default_country, *countries]),
    )  # fmt: skip
    announce(ChannelCreated(channel=channel.pk))
    return channel


@transaction.atomic
def sell_to(*, channel: Channel, countries: Sequence[str]) -> Channel:
    """The channel sells to these countries (ISO 3166-1 codes), and to its default country in any case. Refused INVALID."""
    row = Channel.objects.select_for_update(no_key=True).get(pk=channel.pk)
    row.countries = channel.countries = _countries([row.default_country, *countries])
    row.save(update_fields=["countries"])
    announce(ChannelChanged(channel=row.pk))
    return channel


def _countries(codes: Sequence[str]) -> list[str]:
    """Each code once, in the order of the alphabet."""
    if any(code not in POSTAL_CODES for code in codes):
        raise Refused("INVALID", _("A country has two letters, such as IN."), "countries")
    return sorted(set(codes))
