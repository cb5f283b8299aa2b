"""The GI register in the graph: tags, their areas, who may use them, and the designations they stand behind."""

from collections.abc import Sequence
from typing import Any

import graphene
from django.utils import timezone

from marketplace.districts.names import NameInLanguage, NameTranslation, named
from marketplace.districts.queries import (
    DistrictRow,
    OdopProductRow,
    StateRow,
    districts_by_id,
    odop_products_by_id,
    states_by_id,
)
from marketplace.districts.rules import OUR_OWN_HINDI
from marketplace.districts.schema import District, OdopProduct, State
from marketplace.gi import models, queries
from marketplace.gi.queries import AuthorisedUserRow, GiAreaRow, GiTagRow, OdopGiRow
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.filters import few, few_keys
from marketplace.kit.graphql.languages import LanguageCodeEnum, language_of
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, ids, plain, reads
from marketplace.kit.graphql.scalars import Date
from marketplace.kit.ids import key_of
from marketplace.kit.text import clean
from marketplace.sellers.queries import SellerRow, sellers_by_id
from marketplace.sellers.schema import Seller

GiCategoryEnum = graphene.Enum(
    "GiCategoryEnum",
    [(category.name, category.value) for category in models.GiTag.Category],
    description="Goods category of the GI register.",
)


class GiArea(graphene.ObjectType):
    """A district that a GI is tied to."""

    district = graphene.Field(District, required=True, description="The district.")
    basis = graphene.String(required=True, description="What the mapping rests on; most of it is unverified.")

    resolve_basis = reads("basis")

    @for_all
    def resolve_district(parents: Sequence[GiAreaRow], info: Any) -> list[DistrictRow]:
        found = districts_by_id({parent.district_id for parent in parents}, "en")
        return [found[parent.district_id] for parent in parents]


class GiAuthorisedUser(graphene.ObjectType):
    """A seller entered as authorised user of a GI, and valid today."""

    seller = graphene.Field(Seller, required=True, description="The seller.")
    authorised_user_number = graphene.String(description="Number in Part B of the register; null where unknown.")
    valid_from = Date(required=True, description="First day.")
    valid_until = Date(required=True, description="Last day.")
    source = graphene.String(required=True, description="Where the entry comes from.")

    resolve_valid_from = reads("valid_from")
    resolve_valid_until = reads("valid_until")
    resolve_source = reads("source")

    def resolve_authorised_user_number(parent: AuthorisedUserRow, info: Any) -> str | None:
        return parent.authorised_user_no or None

    @for_all
    def resolve_seller(parents: Sequence[AuthorisedUserRow], info: Any) -> list[SellerRow]:
        found = sellers_by_id({parent.seller_id for parent in parents}, "en")
        return [found[parent.seller_id] for parent in parents]


class OdopGiLink(graphene.ObjectType):
    """A designation and a registered GI that stands behind it, as far as linked."""

    odop_product = graphene.Field(OdopProduct, required=True, description="The designation.")
    gi_tag = graphene.Field(lambda: GiTag, required=True, description="The GI.")
    basis = graphene.String(required=True, description="What the link rests on; all of them are unverified.")

    resolve_basis = reads("basis")

    @for_all
    def resolve_odop_product(parents: Sequence[OdopGiRow], info: Any) -> list[OdopProductRow]:
        rows = odop_products_by_id({parent.odop_product_id for parent in parents}, "en")
        return [rows[parent.odop_product_id] for parent in parents]

    @for_all
    def resolve_gi_tag(parents: Sequence[OdopGiRow], info: Any) -> list[GiTagRow]:
        rows = queries.gi_tags_by_id({parent.gi_tag_id for parent in parents}, "en")
        return [rows[parent.gi_tag_id] for parent in parents]


class GiTag(graphene.ObjectType):
    """A registered Geographical Indication."""

    id = graphene.ID(required=True, description="Global id.")
    slug = graphene.String(required=True, description="Name in addresses.")
    name = graphene.String(required=True, description="The registered name.")
    name_alias = graphene.String(description="Another name.")
    category = GiCategoryEnum(required=True, description="Goods category.")
    application_number = graphene.String(description="Application number; null where unknown.")
    registration_year_estimate = graphene.String(description="Financial year of registration, estimated; can be a year off.")
    country = graphene.String(required=True, description="Country of origin.")
    source = graphene.String(required=True, description="Where the row comes from.")
    states = graphene.List(graphene.NonNull(State), required=True, description="The States it lies in.")
    areas = graphene.List(graphene.NonNull(GiArea), required=True, description="The districts it is tied to.")
    authorised_users = graphene.List(
        graphene.NonNull(GiAuthorisedUser), required=True, description="The sellers here who may use it today."
    )
    odop_products = graphene.List(graphene.NonNull(OdopProduct), required=True, description="The designations it stands behind.")
    odop_links = graphene.List(graphene.NonNull(OdopGiLink), required=True, description="The same, with what each link rests on.")
    translation = graphene.Field(
        NameTranslation,
        language_code=graphene.Argument(LanguageCodeEnum, required=True, description="The language wanted."),
        description="Its name in a language, if kept.",
    )

    resolve_slug = reads("slug")
    resolve_name = reads("default_name")
    resolve_category = reads("goods_category")
    resolve_country = reads("country")
    resolve_source = reads("source")

    resolve_id = ids("GiTag")

    @for_all
    def resolve_name_alias(parents: Sequence[GiTagRow], info: Any) -> list[str | None]:
        return [parent.name_alias or None for parent in parents]

    @for_all
    def resolve_application_number(parents: Sequence[GiTagRow], info: Any) -> list[str | None]:
        return [parent.application_no or None for parent in parents]

    @for_all
    def resolve_registration_year_estimate(parents: Sequence[GiTagRow], info: Any) -> list[str | None]:
        return [parent.registration_fy_est or None for parent in parents]

    @for_all
    def resolve_states(parents: Sequence[GiTagRow], info: Any) -> list[list[StateRow]]:
        keys = queries.state_ids_of({parent.id for parent in parents})
        rows = states_by_id({key for group in keys.values() for key in group}, "en")
        return [[rows[key] for key in keys[parent.id]] for parent in parents]

    @for_all
    def resolve_areas(parents: Sequence[GiTagRow], info: Any) -> list[list[GiAreaRow]]:
        found = queries.areas_of({parent.id for parent in parents})
        return [found[parent.id] for parent in parents]

    @for_all
    def resolve_authorised_users(parents: Sequence[GiTagRow], info: Any) -> list[list[AuthorisedUserRow]]:
        found = queries.authorised_users_of({parent.id for parent in parents}, today=timezone.localdate())
        return [found[parent.id] for parent in parents]

    @for_all
    def resolve_odop_products(parents: Sequence[GiTagRow], info: Any) -> list[list[OdopProductRow]]:
        links = queries.odop_links_of({parent.id for parent in parents})
        rows = odop_products_by_id({link.odop_product_id for group in links.values() for link in group}, "en")
        return [[rows[link.odop_product_id] for link in links[parent.id]] for parent in parents]

    @for_all
    def resolve_odop_links(parents: Sequence[GiTagRow], info: Any) -> list[list[OdopGiRow]]:
        found = queries.odop_links_of({parent.id for parent in parents})
        return [found[parent.id] for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[GiTagRow], info: Any, language_code: str) -> list[NameInLanguage | None]:
        language = language_of(language_code)
        found = queries.gi_tags_by_id({parent.id for parent in parents}, language)
        rows = [found[parent.id] for parent in parents]
        return [named(row.name, row.name_language, language, OUR_OWN_HINDI) for row in rows]


GiTagCountableConnection = connection_of(GiTag)


@part_of(District)
class DistrictGiTags:
    """GI tags on a district."""

    gi_tags = graphene.List(graphene.NonNull(GiTag), required=True, description="The GIs tied to it.")

    @for_all
    def resolve_gi_tags(parents: Sequence[DistrictRow], info: Any) -> list[list[GiTagRow]]:
        found = queries.gi_tags_of({parent.id for parent in parents}, "en")
        return [[entry.tag for entry in found[parent.id]] for parent in parents]


@part_of(OdopProduct)
class OdopProductGiTags:
    """GI tags on a designation."""

    gi_tags = graphene.List(graphene.NonNull(GiTag), required=True, description="The GIs that stand behind it, as far as linked.")
    gi_links = graphene.List(graphene.NonNull(OdopGiLink), required=True, description="The same, with what each link rests on.")

    @for_all
    def resolve_gi_links(parents: Sequence[OdopProductRow], info: Any) -> list[list[OdopGiRow]]:
        links = queries.gi_links_of({parent.id for parent in parents})
        return [links[parent.id] for parent in parents]

    @for_all
    def resolve_gi_tags(parents: Sequence[OdopProductRow], info: Any) -> list[list[GiTagRow]]:
        links = queries.gi_links_of({parent.id for parent in parents})
        rows = queries.gi_tags_by_id({link.gi_tag_id for group in links.values() for link in group}, "en")
        return [[rows[link.gi_tag_id] for link in links[parent.id]] for parent in parents]


class Query:
    """The register at the root."""

    gi_tags = graphene.Field(
        GiTagCountableConnection,
        states=graphene.List(graphene.NonNull(graphene.ID), description="Of these States."),
        districts=graphene.List(graphene.NonNull(graphene.ID), description="Tied to these districts."),
        categories=graphene.List(graphene.NonNull(GiCategoryEnum), description="Of these goods categories."),
        search=graphene.String(description="Words in the name."),
        **PAGING,
        description="Registered GIs of India, by name.",
    )
    gi_tag = graphene.Field(
        GiTag,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Its slug."),
        description="One GI by id or slug.",
    )

    def resolve_gi_tags(
        root: None,
        info: Any,
        states: list[str] | None = None,
        districts: list[str] | None = None,
        categories: list[str] | None = None,
        search: str | None = None,
        **paging: Any,
    ) -> Connection:
        page = queries.gi_tags_page(
            language="en",
            page=request_of(**paging),
            state_ids=few_keys("State", states, field="states"),
            district_ids=few_keys("District", districts, field="districts"),
            categories=few(plain(categories), field="categories"),
            search=clean(search or "", field="search", most=120),
        )
        return connect(page)

    def resolve_gi_tag(root: None, info: Any, id: str | None = None, slug: str | None = None) -> GiTagRow | None:
        if id is not None:
            key = key_of("GiTag", id)
            return queries.gi_tags_by_id([key], "en").get(key)
        return queries.gi_tag(clean(slug or ""), "en")
