"""What is to be known of a product and its variants: category, seller, words, stock, attributes, declarations."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.categories.queries import CategoryRow
from catalog.categories.schema import Category, tree_of
from catalog.listing.facts import LegalRow, legal_of
from catalog.listing.queries import products_by_id
from catalog.listing.variants import variants_of
from catalog.listing.words import WordsRow, originals_of, translations_of, variant_names_of
from catalog.products.schema import Product, ProductVariant, Seen
from marketplace.kit.graphql.languages import LanguageCodeEnum
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.ids import global_id
from marketplace.sellers.queries import SellerRow, sellers_by_id
from marketplace.sellers.schema import Seller


class ProductTranslation(graphene.ObjectType):
    """A product's words in another language."""

    id = graphene.ID(required=True, description="Global id.")
    name = graphene.String(description="Its name.")
    slug = graphene.String(description="Its name in addresses, where it has one in this language.")
    description = graphene.JSONString(description="Rich text as EditorJS blocks.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")

    resolve_name = reads("name")
    resolve_seo_title = reads("seo_title")
    resolve_seo_description = reads("seo_description")
    resolve_description = reads("description")

    def resolve_id(parent: WordsRow, info: Any) -> str:
        return global_id("ProductTranslation", f"{parent.product_id}-{parent.language_code}")

    def resolve_slug(parent: WordsRow, info: Any) -> str | None:
        return parent.slug or None


class ProductVariantTranslation(graphene.ObjectType):
    """A variant's name in another language."""

    name = graphene.String(required=True, description="Its name.")

    def resolve_name(parent: str, info: Any) -> str:
        return parent


class ProductLegal(graphene.ObjectType):
    """What the law wants to be read before buying. Legal Metrology (Packaged Commodities) Rules 2011, rule 6(10); FSS Act."""

    generic_name = graphene.String(description="Common name of the commodity.")
    maker_name = graphene.String(description="Maker, packer or importer.")
    maker_address = graphene.String(description="Their address.")
    consumer_care = graphene.String(description="Whom to turn to with a complaint.")
    country_of_origin = graphene.String(required=True, description="ISO 3166-1 code.")
    fssai_licence_number = graphene.String(description="Food licence of the seller, 14 digits.")
    food_mark = graphene.String(description="VEG or NON_VEG, for food.")
    shelf_life_days = graphene.Int(description="Best before, in days from packing.")

    resolve_country_of_origin = reads("country_of_origin")
    resolve_shelf_life_days = reads("shelf_life_days")

    def resolve_generic_name(parent: LegalRow, info: Any) -> str | None:
        return parent.generic_name or None

    def resolve_maker_name(parent: LegalRow, info: Any) -> str | None:
        return parent.maker_name or None

    def resolve_maker_address(parent: LegalRow, info: Any) -> str | None:
        return parent.maker_address or None

    def resolve_consumer_care(parent: LegalRow, info: Any) -> str | None:
        return parent.consumer_care or None

    def resolve_fssai_licence_number(parent: LegalRow, info: Any) -> str | None:
        return parent.fssai_licence_no or None

    def resolve_food_mark(parent: LegalRow, info: Any) -> str | None:
        return parent.food_mark or None


@part_of(Product)
class FactsOfProduct:
    """Facts on a product."""

    category = graphene.Field(Category, description="The category it stands in.")
    seller = graphene.Field(Seller, required=True, description="Who makes and sells it.")
    description = graphene.JSONString(description="Rich text as EditorJS blocks.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    updated_at = graphene.DateTime(required=True, description="When it was last changed.")
    is_available = graphene.Boolean(description="Whether a piece can be bought now.")
    is_available_for_purchase = graphene.Boolean(description="Whether its sale has begun.")
    variants = graphene.List(graphene.NonNull(ProductVariant), description="Its variants that have a price in the channel.")
    legal = graphene.Field(ProductLegal, description="Legal declarations.")
    translation = graphene.Field(
        ProductTranslation, language_code=LanguageCodeEnum(required=True), description="Its words in a language, if kept."
    )

    resolve_updated_at = reads("row.updated_at")

    @for_all
    def resolve_category(parents: Sequence[Seen], info: Any) -> list[CategoryRow]:
        by_id = tree_of(info).by_id
        return [by_id[parent.row.category_id] for parent in parents]

    @for_all
    def resolve_seller(parents: Sequence[Seen], info: Any) -> list[SellerRow | None]:
        found = sellers_by_id({parent.row.seller_id for parent in parents}, "en")
        return [found.get(parent.row.seller_id) for parent in parents]

    @for_all
    def resolve_description(parents: Sequence[Seen], info: Any) -> list[Any]:
        words = _originals(parents, info)
        return [words[parent.row.id].description for parent in parents]

    @for_all
    def resolve_seo_title(parents: Sequence[Seen], info: Any) -> list[str]:
        words = _originals(parents, info)
        return [words[parent.row.id].seo_title for parent in parents]

    @for_all
    def resolve_seo_description(parents: Sequence[Seen], info: Any) -> list[str]:
        words = _originals(parents, info)
        return [words[parent.row.id].seo_description for parent in parents]

    @for_all
    def resolve_is_available_for_purchase(parents: Sequence[Seen], info: Any) -> list[bool]:
        return [_on_sale_now(parent) for parent in parents]

    @for_all
    def resolve_is_available(parents: Sequence[Seen], info: Any) -> list[bool]:
        found = variants_of([parent.row.id for parent in parents], parents[0].at)
        return [_on_sale_now(parent) and any(variant.available > 0 for variant in found[parent.row.id]) for parent in parents]

    @for_all
    def resolve_variants(parents: Sequence[Seen], info: Any) -> list[list[Seen]]:
        found = variants_of([parent.row.id for parent in parents], parents[0].at)
        return [[Seen(row, parent.at) for row in found[parent.row.id]] for parent in parents]

    @for_all
    def resolve_legal(parents: Sequence[Seen], info: Any) -> list[LegalRow | None]:
        found = legal_of({parent.row.id for parent in parents})
        return [found.get(parent.row.id) for parent in parents]

    @for_all
    def resolve_translation(parents: Sequence[Seen], info: Any, language_code: str) -> list[WordsRow | None]:
        found = translations_of({parent.row.id for parent in parents}, language_code)
        return [found.get(parent.row.id) for parent in parents]


@part_of(ProductVariant)
class FactsOfVariant:
    """Facts on a variant."""

    product = graphene.Field(Product, required=True, description="The product it is a variant of.")
    quantity_available = graphene.Int(description="How many can be bought now.")
    weight_grams = graphene.Int(description="Shipped weight, g.")
    net_quantity = graphene.Int(required=True, description="How much is in it, in netQuantityUnit.")
    net_quantity_unit = graphene.String(required=True, description="PIECE, PAIR, SET, GRAM, MILLILITRE or CENTIMETRE.")
    translation = graphene.Field(
        ProductVariantTranslation, language_code=LanguageCodeEnum(required=True), description="Its name in a language, if kept."
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
    def resolve_translation(parents: Sequence[Seen], info: Any, language_code: str) -> list[str | None]:
        found = variant_names_of({parent.row.id for parent in parents}, language_code)
        return [found.get(parent.row.id) for parent in parents]


def _on_sale_now(seen: Seen) -> bool:
    begins = seen.row.available_at
    return begins is None or begins <= seen.at.at


def _originals(parents: Sequence[Seen], info: Any) -> dict[int, WordsRow]:
    """The original words, read once a request for the same products."""
    mark = ("words", tuple(parent.row.id for parent in parents))
    if mark not in info.context.kept:
        info.context.kept[mark] = originals_of({parent.row.id for parent in parents})
    found: dict[int, WordsRow] = info.context.kept[mark]
    return found
