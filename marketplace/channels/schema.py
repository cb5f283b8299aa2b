"""Channels in the graph, and the viewpoint that a query's `channel` argument means."""

from datetime import datetime
from typing import Any

import graphene
from django.utils import timezone

from marketplace.channels import queries
from marketplace.channels.queries import ChannelRow, Viewpoint
from marketplace.kit.graphql.countries import CountryDisplay
from marketplace.kit.graphql.resolvers import ids, reads
from marketplace.kit.ids import key_of
from marketplace.kit.text import clean

CHANNEL = graphene.String(description="Slug of the channel: prices and publication differ by channel.")


def viewpoint_of(info: Any, channel: str | None) -> Viewpoint:
    """The viewpoint of this request in a channel (the default one for None), in the language of the original texts;
    worked out once a request, so that all its answers are of the same moment. Refused NOT_FOUND."""
    kept = info.context.kept
    channel = channel if channel is None else clean(channel)
    if ("viewpoint", channel) not in kept:
        seen = queries.viewpoint(channel=channel, language="en", at=moment_of(info))
        kept["viewpoint", channel] = kept["viewpoint", seen.channel] = seen  # the default channel by its slug, too
    found: Viewpoint = kept["viewpoint", channel]
    return found


def moment_of(info: Any) -> datetime:
    """The moment of this request: all its answers are of it."""
    found: datetime = info.context.kept.setdefault("at", timezone.now())
    return found


class Channel(graphene.ObjectType):
    """A market with its currency."""

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses and arguments.")
    name = graphene.String(required=True, description="Name for people.")
    is_active = graphene.Boolean(required=True, description="Whether it sells.")
    currency_code = graphene.String(required=True, description="ISO 4217 code of its prices.")
    default_country = graphene.Field(
        CountryDisplay, required=True, description="Where a buyer is taken to be who has not said so."
    )
    countries = graphene.List(graphene.NonNull(CountryDisplay), description="The countries it sells to.")

    resolve_slug = reads("slug")
    resolve_name = reads("name")
    resolve_is_active = reads("is_active")
    resolve_currency_code = reads("currency_code")
    resolve_default_country = reads("default_country")
    resolve_countries = reads("countries")

    resolve_id = ids("Channel")


class Query:
    """Channels at the root."""

    channels = graphene.List(graphene.NonNull(Channel), description="All channels, the default one first.")
    channel = graphene.Field(
        Channel,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Name in addresses."),
        description="One channel by id or slug; null where there is none.",
    )

    def resolve_channels(root: None, info: Any) -> list[ChannelRow]:
        return queries.channels()

    def resolve_channel(root: None, info: Any, id: str | None = None, slug: str | None = None) -> ChannelRow | None:
        key = key_of("Channel", id) if id is not None else None
        found = (row for row in queries.channels() if (row.id == key if key is not None else row.slug == slug))
        return next(found, None)
