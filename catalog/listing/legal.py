"""What the law wants to be read before buying, in the graph."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import graphene

from catalog.listing.facts import LegalRow, LegalWordsRow, legal_of, legal_words_of
from catalog.listing.fields import variants_seen
from catalog.listing.variants import VariantRow
from catalog.products.schema import Product, Seen
from marketplace.kit.graphql.languages import Language, LanguageDisplay, display, language_of
from marketplace.kit.graphql.money import Money as MoneyType
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, reads
from marketplace.kit.graphql.translations import LANGUAGE
from marketplace.kit.money import Money


class Declared(NamedTuple):
    """The declarations of a product as seen in a channel."""

    row: LegalRow
    seen: Seen


def _text(column: str) -> Any:
    """The resolver of a column whose empty text is no declaration."""

    @for_all
    def resolve(parents: Sequence[Declared], info: Any) -> list[str | None]:
        return [getattr(parent.row, column) or None for parent in parents]

    return resolve


def _first(parents: Sequence[Declared], info: Any) -> list[VariantRow | None]:
    """The first variant of each product in its channel."""
    return [next(iter(rows), None) for rows in variants_seen([parent.seen for parent in parents], info)]


class ProductLegalTranslation(graphene.ObjectType):
    """What is said of the declarations in a language. Names, addresses and numbers are not translated: they are what is
    registered."""

    language = graphene.Field(LanguageDisplay, required=True, description="The language.")
    generic_name = graphene.String(required=True, description="Common name of the commodity.")

    resolve_generic_name = reads("generic_name")

    @for_all
    def resolve_language(parents: Sequence[LegalWordsRow], info: Any) -> list[Language]:
        return [display(parent.language_code) for parent in parents]


class ProductLegal(graphene.ObjectType):
    """What the law wants to be read before buying. Legal Metrology (Packaged Commodities) Rules 2011, rule 6(10); FSS Act.
    MRP and net quantity are the first variant's; each variant has its own."""

    generic_name = graphene.String(description="Common name of the commodity.")
    manufacturer = graphene.String(description="Name and address of the maker, packer or importer.")
    maker_name = graphene.String(description="Maker, packer or importer.")
    maker_address = graphene.String(description="Their address.")
    consumer_care = graphene.String(description="Whom to turn to with a complaint.")
    country_of_origin = graphene.String(required=True, description="ISO 3166-1 code.")
    mrp = graphene.Field(MoneyType, description="Maximum retail price, all taxes included; null outside of India.")
    net_quantity = graphene.Int(description="How much is in the pack, in netQuantityUnit.")
    net_quantity_unit = graphene.String(description="PIECE, PAIR, SET, GRAM, MILLILITRE or CENTIMETRE.")
    fssai_licence_number = graphene.String(description="Food licence of the seller, 14 digits.")
    food_mark = graphene.String(description="VEG or NON_VEG, for food.")
    shelf_life_days = graphene.Int(description="Best before, in days from packing.")
    translation = graphene.Field(
        ProductLegalTranslation,
        language_code=LANGUAGE,
        description="What is said in a language, if kept; the original words for EN.",
    )

    resolve_generic_name = _text("generic_name")
    resolve_maker_name = _text("maker_name")
    resolve_maker_address = _text("maker_address")
    resolve_consumer_care = _text("consumer_care")
    resolve_country_of_origin = reads("row.country_of_origin")
    resolve_fssai_licence_number = _text("fssai_licence_no")
    resolve_food_mark = _text("food_mark")
    resolve_shelf_life_days = reads("row.shelf_life_days")

    @for_all
    def resolve_manufacturer(parents: Sequence[Declared], info: Any) -> list[str | None]:
        both = ((parent.row.maker_name, parent.row.maker_address) for parent in parents)
        return [", ".join(part for part in parts if part) or None for parts in both]

    @for_all
    def resolve_mrp(parents: Sequence[Declared], info: Any) -> list[Money | None]:
        currency = parents[0].seen.at.currency
        return [None if row is None or row.mrp is None else Money(row.mrp, currency) for row in _first(parents, info)]

    @for_all
    def resolve_net_quantity(parents: Sequence[Declared], info: Any) -> list[int | None]:
        return [None if row is None else row.net_quantity for row in _first(parents, info)]

    @for_all
    def resolve_net_quantity_unit(parents: Sequence[Declared], info: Any) -> list[str | None]:
        return [None if row is None else row.net_quantity_unit for row in _first(parents, info)]

    @for_all
    def resolve_translation(parents: Sequence[Declared], info: Any, language_code: str) -> list[LegalWordsRow | None]:
        language = language_of(language_code)
        if language == "en":
            rows = (parent.row for parent in parents)
            return [LegalWordsRow(row.product_id, "en", row.generic_name) if row.generic_name else None for row in rows]
        found = legal_words_of({parent.row.product_id for parent in parents}, language)
        return [found.get(parent.row.product_id) for parent in parents]


@part_of(Product)
class LegalOfProduct:
    """Declarations on a product."""

    legal = graphene.Field(ProductLegal, description="Legal declarations.")

    @for_all
    def resolve_legal(parents: Sequence[Seen], info: Any) -> list[Declared | None]:
        found = legal_of({parent.row.id for parent in parents}, "en")
        return [Declared(found[p.row.id], p) if p.row.id in found else None for p in parents]
