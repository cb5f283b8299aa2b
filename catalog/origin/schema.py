"""Where a product comes from, in the graph: district, craft, and the badges with the reason where there is none."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.origin import rules
from catalog.origin.queries import Origin, origins_of
from catalog.products.schema import Product, Seen
from marketplace.crafts.queries import CraftRow, crafts_by_id
from marketplace.crafts.schema import Craft
from marketplace.districts.queries import DistrictRow, OdopProductRow, districts_by_id, odop_products_by_id
from marketplace.districts.schema import District, OdopProduct
from marketplace.gi.queries import GiTagRow, gi_tags_by_id
from marketplace.gi.schema import GiTag
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.graphql.scalars import Date
from marketplace.sellers.queries import SellerRow, sellers_by_id
from marketplace.sellers.schema import Seller

GiReasonEnum = graphene.Enum(
    "GiReasonEnum", [(reason.name, reason.value) for reason in rules.GiReason], description="Why there is, or is not, a GI badge."
)
OdopReasonEnum = graphene.Enum(
    "OdopReasonEnum", [(r.name, r.value) for r in rules.OdopReason], description="Why there is, or is not, an ODOP badge."
)


class GiBadge(graphene.ObjectType):
    """The GI badge: given only for a typed reference to a registered GI by a seller who is its authorised user today."""

    granted = graphene.Boolean(required=True, description="Whether the product bears the badge.")
    reason = GiReasonEnum(required=True, description="AUTHORISED, or why there is no badge.")
    tag = graphene.Field(GiTag, description="The GI that is claimed.")
    category = graphene.String(description="Goods category, where granted.")
    area = graphene.List(graphene.NonNull(graphene.String), description="Districts of the GI, where granted.")
    authorised_user = graphene.String(description="The authorised user by its original name, where granted.")
    seller = graphene.Field(Seller, description="The authorised user as a seller, with its names in other languages.")
    authorised_user_number = graphene.String(description="Number in the register; null where unknown.")
    valid_from = Date(description="First day of the authorisation.")
    valid_until = Date(description="Last day of the authorisation.")

    resolve_reason = reads("gi.reason.value")

    @for_all
    def resolve_granted(parents: Sequence[Origin], info: Any) -> list[bool]:
        return [parent.gi.badge is not None for parent in parents]

    @for_all
    def resolve_tag(parents: Sequence[Origin], info: Any) -> list[GiTagRow | None]:
        keys = {parent.gi.gi_tag_id for parent in parents if parent.gi.gi_tag_id is not None}
        found = gi_tags_by_id(keys, "en") if keys else {}
        return [found.get(parent.gi.gi_tag_id) if parent.gi.gi_tag_id else None for parent in parents]

    @for_all
    def resolve_category(parents: Sequence[Origin], info: Any) -> list[Any]:
        return _of_badge(parents, "category")

    @for_all
    def resolve_area(parents: Sequence[Origin], info: Any) -> list[Any]:
        return _of_badge(parents, "area")

    @for_all
    def resolve_authorised_user(parents: Sequence[Origin], info: Any) -> list[Any]:
        return _of_badge(parents, "authorised_user")

    @for_all
    def resolve_seller(parents: Sequence[Origin], info: Any) -> list[SellerRow | None]:
        found = sellers_by_id({parent.gi.badge.seller_id for parent in parents if parent.gi.badge}, "en")
        return [found.get(parent.gi.badge.seller_id) if parent.gi.badge else None for parent in parents]

    @for_all
    def resolve_authorised_user_number(parents: Sequence[Origin], info: Any) -> list[Any]:
        return [number or None for number in _of_badge(parents, "authorised_user_no")]

    @for_all
    def resolve_valid_from(parents: Sequence[Origin], info: Any) -> list[Any]:
        return _of_badge(parents, "valid_from")

    @for_all
    def resolve_valid_until(parents: Sequence[Origin], info: Any) -> list[Any]:
        return _of_badge(parents, "valid_until")


def _of_badge(parents: Sequence[Origin], member: str) -> list[Any]:
    return [getattr(parent.gi.badge, member) if parent.gi.badge else None for parent in parents]


class ProductOrigin(graphene.ObjectType):
    """Where a product comes from."""

    district = graphene.Field(District, required=True, description="The district it belongs to.")
    craft = graphene.Field(Craft, description="The craft it is made in.")
    odop = graphene.Field(OdopProduct, description="The designation that gives the ODOP badge; null without badge.")
    odop_reason = OdopReasonEnum(required=True, description="DESIGNATED, or why there is no badge.")
    gi = graphene.Field(GiBadge, required=True, description="The GI badge, or why there is none.")

    resolve_odop_reason = reads("odop_reason.value")

    @for_all
    def resolve_district(parents: Sequence[Origin], info: Any) -> list[DistrictRow]:
        found = districts_by_id({parent.place.district_id for parent in parents}, "en")
        return [found[parent.place.district_id] for parent in parents]

    @for_all
    def resolve_craft(parents: Sequence[Origin], info: Any) -> list[CraftRow | None]:
        keys = {parent.craft_id for parent in parents if parent.craft_id is not None}
        found = crafts_by_id(keys, "en") if keys else {}
        return [found.get(parent.craft_id) if parent.craft_id else None for parent in parents]

    @for_all
    def resolve_odop(parents: Sequence[Origin], info: Any) -> list[OdopProductRow | None]:
        keys = {parent.odop.odop_product_id for parent in parents if parent.odop is not None}
        found = odop_products_by_id(keys, "en") if keys else {}
        return [found.get(parent.odop.odop_product_id) if parent.odop else None for parent in parents]

    @for_all
    def resolve_gi(parents: Sequence[Origin], info: Any) -> list[Origin]:
        return list(parents)


@part_of(Product)
class OriginOfProduct:
    """Origin on a product."""

    origin = graphene.Field(ProductOrigin, required=True, description="Where it comes from, with its badges.")

    @for_all
    def resolve_origin(parents: Sequence[Seen], info: Any) -> list[Origin]:
        found = origins_of({parent.row.id for parent in parents}, parents[0].at)
        return [found[parent.row.id] for parent in parents]
