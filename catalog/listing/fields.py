"""What is to be known of a product: category, type, seller, words, variants, whether it can be had."""

from collections.abc import Sequence
from typing import Any

import graphene

from catalog.categories.queries import CategoryRow
from catalog.categories.schema import Category, tree_of
from catalog.listing.rules import begins_later
from catalog.listing.variants import VariantRow, in_stock, variants_of
from catalog.listing.words import OriginalRow, originals_of, translations_of
from catalog.products.queries import ProductTypeRow, product_types_by_id
from catalog.products.schema import Product, ProductType, ProductVariant, Seen
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.graphql.scalars import DateTime, JSONString
from marketplace.kit.graphql.translations import translated, translation_field, translation_type
from marketplace.kit.ids import key_of
from marketplace.kit.paging import page_of_list
from marketplace.kit.words import WordsRow
from marketplace.sellers.queries import SellerRow, sellers_by_id
from marketplace.sellers.schema import Seller

ProductTranslation = translation_type("Product")
ProductVariantCountableConnection = connection_of(ProductVariant)


def _words(ids: Any, language: str, info: Any) -> dict[int, WordsRow]:
    if language == "en":
        return {key: row.words for key, row in originals_of(ids).items()}
    return translations_of(ids, language)


@part_of(Product)
class FactsOfProduct:
    """Facts on a product."""

    category = graphene.Field(Category, description="The category it stands in.")
    product_type = graphene.Field(ProductType, required=True, description="What kind of product it is.")
    seller = graphene.Field(Seller, required=True, description="Who makes and sells it.")
    description = JSONString(description="Rich text as EditorJS blocks, in the language it was written in.")
    seo_title = graphene.String(description="Title for search engines.")
    seo_description = graphene.String(description="Description for search engines.")
    created = DateTime(required=True, description="When it was entered.")
    updated_at = DateTime(required=True, description="When it was last changed.")
    available_for_purchase_at = DateTime(description="From when on it can be bought.")
    is_available = graphene.Boolean(description="Whether a piece can be bought now.")
    is_available_for_purchase = graphene.Boolean(description="Whether its sale has begun.")
    rating = graphene.Float(description="Mean of its reviews in stars, 1 to 5; null while it has none.")
    variants = graphene.List(graphene.NonNull(ProductVariant), description="Its variants that have a price in the channel.")
    product_variants = graphene.Field(
        ProductVariantCountableConnection, **PAGING, description="Its variants that have a price in the channel, in pages."
    )
    default_variant = graphene.Field(ProductVariant, description="The first of its variants.")
    variant = graphene.Field(
        ProductVariant,
        id=graphene.ID(description="Global id."),
        sku=graphene.String(description="The seller's own number for it."),
        description="One of its variants.",
    )
    translation = translation_field(ProductTranslation)

    resolve_updated_at = reads("row.updated_at")
    resolve_available_for_purchase_at = reads("row.available_at")
    resolve_translation = translated(lambda seen: seen.row.id, _words)

    @for_all
    def resolve_category(parents: Sequence[Seen], info: Any) -> list[CategoryRow]:
        by_id = tree_of(info).by_id
        return [by_id[parent.row.category_id] for parent in parents]

    @for_all
    def resolve_product_type(parents: Sequence[Seen], info: Any) -> list[ProductTypeRow]:
        found = product_types_by_id({parent.row.product_type_id for parent in parents})
        return [found[parent.row.product_type_id] for parent in parents]

    @for_all
    def resolve_seller(parents: Sequence[Seen], info: Any) -> list[SellerRow | None]:
        found = sellers_by_id({parent.row.seller_id for parent in parents}, "en")
        return [found.get(parent.row.seller_id) for parent in parents]

    @for_all
    def resolve_description(parents: Sequence[Seen], info: Any) -> list[Any]:
        return [row.words.description for row in _originals(parents, info)]

    @for_all
    def resolve_seo_title(parents: Sequence[Seen], info: Any) -> list[str]:
        return [row.words.seo_title for row in _originals(parents, info)]

    @for_all
    def resolve_seo_description(parents: Sequence[Seen], info: Any) -> list[str]:
        return [row.words.seo_description for row in _originals(parents, info)]

    @for_all
    def resolve_created(parents: Sequence[Seen], info: Any) -> list[Any]:
        return [row.created_at for row in _originals(parents, info)]

    @for_all
    def resolve_is_available_for_purchase(parents: Sequence[Seen], info: Any) -> list[bool]:
        return [_on_sale_now(parent) for parent in parents]

    @for_all
    def resolve_is_available(parents: Sequence[Seen], info: Any) -> list[bool]:
        alone = info.context.kept.get("alone", ())  # whoever asks for one product asks for its variants, too
        if len(parents) == 1 and parents[0].row.id in alone:
            found = {row.product_id for row in variants_seen(parents, info)[0] if row.available > 0}
        else:
            found = in_stock([parent.row.id for parent in parents], parents[0].at)
        return [_on_sale_now(parent) and parent.row.id in found for parent in parents]

    @for_all
    def resolve_rating(parents: Sequence[Seen], info: Any) -> list[float | None]:
        return [None if row.rating is None else row.rating / 100 for row in _originals(parents, info)]

    @for_all
    def resolve_variants(parents: Sequence[Seen], info: Any) -> list[list[Seen]]:
        return [_seen(parent, rows) for parent, rows in zip(parents, variants_seen(parents, info), strict=True)]

    @for_all
    def resolve_product_variants(parents: Sequence[Seen], info: Any, **paging: Any) -> list[Connection]:
        page = request_of(**paging)
        variants = zip(parents, variants_seen(parents, info), strict=True)
        return [connect(page_of_list(_seen(parent, rows), page, key=lambda seen: seen.row.id)) for parent, rows in variants]

    @for_all
    def resolve_default_variant(parents: Sequence[Seen], info: Any) -> list[Seen | None]:
        found = zip(parents, variants_seen(parents, info), strict=True)
        return [next(iter(_seen(parent, rows)), None) for parent, rows in found]

    @for_all
    def resolve_variant(parents: Sequence[Seen], info: Any, id: str | None = None, sku: str | None = None) -> list[Seen | None]:
        key = None if id is None else key_of("ProductVariant", id)
        found = zip(parents, variants_seen(parents, info), strict=True)
        return [
            next((seen for seen in _seen(parent, rows) if seen.row.id == key or (key is None and seen.row.sku == sku)), None)
            for parent, rows in found
        ]


def _on_sale_now(seen: Seen) -> bool:
    return begins_later(seen.row.available_at, seen.at.at) is None


def _seen(parent: Seen, rows: Sequence[VariantRow]) -> list[Seen]:
    return [Seen(row, parent.at) for row in rows]


def variants_seen(parents: Sequence[Seen], info: Any) -> list[list[VariantRow]]:
    """The variants of each product in its channel, read once a request for the same products."""
    at = parents[0].at
    mark = ("variants", at.channel_id, *[parent.row.id for parent in parents])
    if mark not in info.context.kept:
        info.context.kept[mark] = variants_of([parent.row.id for parent in parents], at)
    found = info.context.kept[mark]
    return [found[parent.row.id] for parent in parents]


def know_alone(info: Any, original: OriginalRow) -> None:
    """A product that is asked for by itself, whose words came along with it."""
    info.context.kept.setdefault("words", {})[original.words.id] = original
    info.context.kept.setdefault("alone", set()).add(original.words.id)


def _originals(parents: Sequence[Seen], info: Any) -> list[OriginalRow]:
    """The original words, read once a request for the same product."""
    keys = [parent.row.id for parent in parents]
    found: dict[int, OriginalRow] = info.context.kept.setdefault("words", {})
    missing = set(keys).difference(found)
    if missing:
        found.update(originals_of(missing))
    return [found[key] for key in keys]
