"""What may be done with a channel: open one."""

import re

from django.db import transaction
from django.utils.translation import gettext as _

from marketplace.channels.models import Channel
from marketplace.events import ChannelCreated
from marketplace.kit.columns import text_for
from marketplace.kit.refused import Refused
from marketplace.kit.slugs import settle
from marketplace.news.announce import announce

_CURRENCY = re.compile(r"[A-Z]{3}\Z")
_COUNTRY = re.compile(r"[A-Z]{2}\Z")


@transaction.atomic
def create(*, slug: str, name: str, currency_code: str, default_country: str = "IN", is_default: bool = False) -> Channel:
    """A new, active channel. A new default takes the place of the old one. Refused INVALID, REQUIRED or SLUG_TAKEN."""
    if not _CURRENCY.match(currency_code):
        raise Refused("INVALID", _("A currency has three letters, such as INR."), "currency_code")
    if not _COUNTRY.match(default_country):
        raise Refused("INVALID", _("A country has two letters, such as IN."), "default_country")
    name = text_for(Channel, "name", name, must=True)
    slug = settle(Channel.objects.all(), given=slug, name=name, otherwise="channel")
    if is_default:
        Channel.objects.filter(is_default=True).update(is_default=False)
    channel = Channel.objects.create(
        slug=slug, name=name, currency_code=currency_code, default_country=default_country, is_default=is_default
    )
    announce(ChannelCreated(channel=channel.pk))
    return channel
