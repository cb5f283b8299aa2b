"""What is to be known of a variant: its product, words, measures, and how many can be had."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import graphene

from catalog.listing.queries import products_by_id
from catalog.listing.words import variant_names_of
from catalog.products.schema import Product, ProductVariant, Seen
from marketplace.kit.graphql.languages import language_of
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.graphql.translations import LANGUAGE, name_translation_type
from marketplace.kit.words import NameRow

WeightUnitsEnum = graphene.Enum(
    "WeightUnitsEnum", [(name, name) for name in ("KG", "LB", "OZ", "G", "TONNE")], description="Units of weight."
)


ProductVariantTranslation = name_translation_type("ProductVariant", "A variant's name in another language.")


class Weighed(NamedTuple):
    """What Weight shows."""

    unit: str
    value: float


class Weight(graphene.ObjectType):
    """A weight with its unit."""

    unit = WeightUnitsEnum(required=True, description="The unit.")
    value = graphene.Float(required=True, description="How much.")

    resolve_unit = reads("unit")
    resolve_value = reads("value")


@part_of(ProductVariant)
class FactsOfVariant:
    """Facts on a variant."""

    product = graphene.Field(Product, required=True, description="The product it is a variant of.")
    quantity_available = graphene.Int(description="How many can be bought now.")
    track_inventory = graphene.Boolean(required=True, description="Whether its pieces are counted; those of every variant are.")
    weight = graphene.Field(Weight, description="Shipped weight, in grams.")
    weight_grams = graphene.Int(description="Shipped weight, g.")
    net_quantity = graphene.Int(required=True, description="How much is in it, in netQuantityUnit.")
    net_quantity_unit = graphene.String(required=True, description="PIECE, PAIR, SET, GRAM, MILLILITRE or CENTIMETRE.")
    translation = graphene.Field(
        ProductVariantTranslation, language_code=LANGUAGE, description="Its name in a language, if kept; the original one for EN."
    )

    resolve_quantity_available = reads("row.available")
    resolve_weight_grams = reads("row.weight_grams")
    resolve_net_quantity = reads("row.net_quantity")
    resolve_net_quantity_unit = reads("row.net_quantity_unit")

    @for_all
    def resolve_product(parents: Sequence[Seen], info: Any) -> list[Seen | None]:
        at = parents[0].at
        found = products_by_id({parent.row.product_id for parent in parents}, at)
        return [Seen(found[p.row.product_id], at) if p.row.product_id in found else None for p in parents]

    @for_all
    def resolve_track_inventory(parents: Sequence[Seen], info: Any) -> list[bool]:
        return [True for _parent in parents]

    @for_all
    def resolve_weight(parents: Sequence[Seen], info: Any) -> list[Weighed | None]:
        grams = [parent.row.weight_grams for parent in parents]
        return [None if weight is None else Weighed("G", float(weight)) for weight in grams]

    @for_all
    def resolve_translation(parents: Sequence[Seen], info: Any, language_code: str) -> list[NameRow | None]:
        language = language_of(language_code)
        if language == "en":
            return [NameRow(parent.row.id, language, parent.row.default_name) for parent in parents]
        found = variant_names_of({parent.row.id for parent in parents}, language)
        return [NameRow(p.row.id, language, found[p.row.id]) if p.row.id in found else None for p in parents]
