"""Questions about channels, and the viewpoint from which a shop is looked at."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.channels.models import Channel
from marketplace.kit.held import Held
from marketplace.kit.refused import Refused


class ChannelRow(NamedTuple):
    """A channel as the outside sees it."""

    id: int
    slug: str
    name: str
    currency_code: str
    default_country: str
    is_active: bool
    is_default: bool
    countries: list[str]


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """Where a reader stands: channel and currency, language, and the moment. Every visible thing follows from it."""

    channel_id: int
    channel: str
    currency: str
    language: str
    at: datetime


def _read(_key: None) -> tuple[ChannelRow, ...]:
    rows = Channel.objects.order_by("-is_default", "slug").values_list(*ChannelRow._fields)
    return tuple(ChannelRow(*row) for row in rows)


_held = Held(_read, "marketplace_channel")


def channels() -> list[ChannelRow]:
    """All channels, the default first, then by slug."""
    return list(_held())


def viewpoint(*, language: str, channel: str | None = None, at: datetime | None = None) -> Viewpoint:
    """The viewpoint of an active channel (the default one where none is named); Refused NOT_FOUND."""
    found = next((row for row in _held() if row.is_active and (row.is_default if channel is None else row.slug == channel)), None)
    if found is None:
        raise Refused("NOT_FOUND", _("There is no channel of this name."), "channel")
    return Viewpoint(found.id, found.slug, found.currency_code, language=language, at=at or settings.SEEN_AT or timezone.now())
