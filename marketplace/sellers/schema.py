"""Sellers in the graph, with what the E-Commerce Rules 2020 make public."""

from collections.abc import Sequence
from typing import Any

import graphene

from marketplace.districts.queries import DistrictRow, districts_by_id
from marketplace.districts.schema import District
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.filters import few, few_keys
from marketplace.kit.graphql.languages import language_of
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, ids, plain, reads
from marketplace.kit.graphql.translations import translation_field
from marketplace.kit.ids import key_of
from marketplace.kit.text import clean
from marketplace.sellers import models, queries
from marketplace.sellers.queries import SellerRow, SellerWordsRow

SellerKindEnum = graphene.Enum(
    "SellerKindEnum", [(kind.name, kind.value) for kind in models.Seller.Kind], description="What kind of maker a seller is."
)


class SellerTranslation(graphene.ObjectType):
    """A seller's words in another language."""

    name = graphene.String(required=True, description="Its name.")
    story = graphene.String(required=True, description="Its story.")

    resolve_name = reads("name")
    resolve_story = reads("story")


class SellerAddress(graphene.ObjectType):
    """Where a seller is."""

    street_address = graphene.String(required=True, description="House and street.")
    city = graphene.String(required=True, description="Town or village.")
    postal_code = graphene.String(required=True, description="PIN code.")

    resolve_street_address = reads("street_address")
    resolve_city = reads("city")
    resolve_postal_code = reads("pincode")


class Seller(graphene.ObjectType):
    """Who makes and sells: artisan, self-help group, cooperative, producer company or small firm."""

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="Name of the shop.")
    story = graphene.String(required=True, description="Who they are, in their words.")
    kind = SellerKindEnum(required=True, description="What kind of maker.")
    women_led = graphene.Boolean(required=True, description="Whether women lead it.")
    languages = graphene.List(graphene.NonNull(graphene.String), required=True, description="Languages they answer in.")
    founded_year = graphene.Int(description="Year of founding.")
    member_count = graphene.Int(description="Members, of a group or cooperative.")
    legal_name = graphene.String(required=True, description="Name in law.")
    address = graphene.Field(SellerAddress, required=True, description="Principal geographic address.")
    customer_care_email = graphene.String(required=True, description="Whom to write to.")
    customer_care_phone = graphene.String(required=True, description="Whom to call.")
    district = graphene.Field(District, required=True, description="The district it works in.")
    translation = translation_field(SellerTranslation)

    resolve_slug = reads("slug")
    resolve_name = reads("default_name")
    resolve_story = reads("story")
    resolve_kind = reads("kind")
    resolve_women_led = reads("women_led")
    resolve_languages = reads("languages")
    resolve_founded_year = reads("founded_year")
    resolve_member_count = reads("member_count")
    resolve_legal_name = reads("legal_name")
    resolve_customer_care_email = reads("customer_care_email")
    resolve_customer_care_phone = reads("customer_care_phone")

    resolve_id = ids("Seller")

    @for_all
    def resolve_address(parents: Sequence[SellerRow], info: Any) -> list[SellerRow]:
        return list(parents)

    @for_all
    def resolve_district(parents: Sequence[SellerRow], info: Any) -> list[DistrictRow]:
        found = districts_by_id({parent.district_id for parent in parents}, "en")
        return [found[parent.district_id] for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[SellerRow], info: Any, language_code: str) -> list[SellerWordsRow | None]:
        language = language_of(language_code)
        if language == "en":
            return [SellerWordsRow(parent.id, parent.default_name, parent.story, language) for parent in parents]
        found = queries.translations_of({parent.id for parent in parents}, language)
        return [found.get(parent.id) for parent in parents]


SellerCountableConnection = connection_of(Seller)


@part_of(District)
class DistrictSellers:
    """Sellers on a district."""

    sellers = graphene.Field(SellerCountableConnection, **PAGING, description="The sellers that work here, by name.")

    @for_all
    def resolve_sellers(parents: Sequence[DistrictRow], info: Any, **paging: Any) -> list[Connection]:
        ids = [parent.id for parent in parents]
        pages = queries.sellers_of_districts(district_ids=ids, language="en", page=request_of(**paging))
        return [connect(page) for page in pages]


class Query:
    """Sellers at the root."""

    sellers = graphene.Field(
        SellerCountableConnection,
        districts=graphene.List(graphene.NonNull(graphene.ID), description="Of these districts."),
        kinds=graphene.List(graphene.NonNull(SellerKindEnum), description="Of these kinds."),
        women_led=graphene.Boolean(description="Led by women, or not."),
        **PAGING,
        description="Sellers by name.",
    )
    seller = graphene.Field(
        Seller,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Its slug."),
        description="One seller by id or slug; null where there is none.",
    )

    def resolve_sellers(
        root: None,
        info: Any,
        districts: list[str] | None = None,
        kinds: list[str] | None = None,
        women_led: bool | None = None,
        **paging: Any,
    ) -> Connection:
        page = queries.sellers_page(
            language="en",
            page=request_of(**paging),
            district_ids=few_keys("District", districts, field="districts"),
            kinds=few(plain(kinds), field="kinds"),
            women_led=women_led,
        )
        return connect(page)

    def resolve_seller(root: None, info: Any, id: str | None = None, slug: str | None = None) -> SellerRow | None:
        return (
            queries.seller(language="en", id=key_of("Seller", id))
            if id is not None
            else queries.seller(language="en", slug=clean(slug or ""))
        )
