"""The shop in the graph, in Saleor's words; which version of the software runs is nobody's business."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import graphene
from django.conf import settings

from marketplace.kit.graphql.countries import CountryDisplay
from marketplace.kit.graphql.languages import Language, LanguageCodeEnum, LanguageDisplay, display, language_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.ids import global_id
from marketplace.shop import queries
from marketplace.shop.queries import ShopRow


class Words(NamedTuple):
    """What the shop says of itself in a language."""

    language: str
    description: str


class Domain(graphene.ObjectType):
    """Where the shop is to be found."""

    host = graphene.String(required=True, description="The name of its host.")
    ssl_enabled = graphene.Boolean(required=True, description="Whether it is reached by https.")
    url = graphene.String(required=True, description="The address of its first page.")

    resolve_host = reads("host")
    resolve_ssl_enabled = reads("secure")
    resolve_url = reads("url")


class ShopTranslation(graphene.ObjectType):
    """What the shop says of itself in another language."""

    id = graphene.ID(required=True, description="Global id.")
    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    description = graphene.String(required=True, description="What it says.")

    resolve_description = reads("description")

    @for_all
    def resolve_id(parents: Sequence[Words], info: Any) -> list[str]:
        return [global_id("ShopTranslation", f"1-{parent.language}") for parent in parents]

    @for_all
    def resolve_language(parents: Sequence[Words], info: Any) -> list[Language]:
        return [display(parent.language) for parent in parents]


class Shop(graphene.ObjectType):
    """The shop as a whole."""

    id = graphene.ID(required=True, description="Global id.")
    name = graphene.String(required=True, description="What it is called.")
    description = graphene.String(description="What it says of itself.")
    domain = graphene.Field(Domain, required=True, description="Where it is to be found.")
    languages = graphene.List(
        graphene.NonNull(LanguageDisplay), required=True, description="The languages that texts are kept in."
    )
    countries = graphene.List(
        graphene.NonNull(CountryDisplay), required=True, description="The countries that its channels sell to."
    )
    default_country = graphene.Field(CountryDisplay, description="Where it is at home.")
    channel_currencies = graphene.List(
        graphene.NonNull(graphene.String), required=True, description="The currencies of its channels, ISO 4217."
    )
    translation = graphene.Field(
        ShopTranslation,
        language_code=graphene.Argument(LanguageCodeEnum, required=True, description="The language wanted."),
        description="What it says of itself in a language, if kept; the original words for EN.",
    )

    resolve_name = reads("name")
    resolve_default_country = reads("default_country")
    resolve_countries = reads("countries")
    resolve_channel_currencies = reads("currencies")

    @for_all
    def resolve_id(parents: Sequence[ShopRow], info: Any) -> list[str]:
        return [global_id("Shop", 1) for _parent in parents]

    @for_all
    def resolve_description(parents: Sequence[ShopRow], info: Any) -> list[str | None]:
        return [parent.description or None for parent in parents]

    @for_all
    def resolve_domain(parents: Sequence[ShopRow], info: Any) -> list[ShopRow]:
        return list(parents)

    @for_all
    def resolve_languages(parents: Sequence[ShopRow], info: Any) -> list[list[Language]]:
        return [[display(code) for code, _name in settings.LANGUAGES] for _parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[ShopRow], info: Any, language_code: str) -> list[Words | None]:
        language = language_of(language_code)
        words = queries.description_in(language)
        return [None if words is None else Words(language, words) for _parent in parents]


class Query:
    """The shop at the root."""

    shop = graphene.Field(Shop, required=True, description="The shop as a whole.")

    def resolve_shop(root: None, info: Any) -> ShopRow:
        return queries.shop()
