"""Attribute values and legal declarations of products and variants, many at once."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import FilteredRelation, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from catalog.attributes.assigned import Carried, Texts
from catalog.attributes.queries import Names, names
from catalog.listing.values import carried_by_products, carried_by_variants, texts_of
from catalog.products.models import ProductLegal, ProductLegalTranslation
from marketplace.kit import shapes


@dataclass(frozen=True, slots=True)
class AttributeValue:
    """One value; exactly the member of the attribute's type is filled. `name` is what a page shows for a choice. `language` is
    the one that a choice's name or a text is translated to; None where it stands as it was written."""

    id: int
    slug: str | None
    name: str | None
    number: Decimal | None
    boolean: bool | None
    date: date | None
    plain_text: str | None
    rich_text: Any
    file_key: str | None
    reference_key: int | None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class AttributeFact:
    """An attribute that a product or variant carries, with its values; `name` in the reader's language where there is one."""

    attribute_id: int
    slug: str
    name: str
    input_type: str
    unit: str
    entity_type: str = ""
    values: list[AttributeValue] = field(default_factory=list)
    name_language: str = settings.LANGUAGE_CODE

    @property
    def language(self) -> str:
        """The language that its values are in; empty where they are no words but numbers, days or the like."""
        words = [value for value in self.values if value.name or value.plain_text or value.rich_text]
        return (words[0].language or settings.LANGUAGE_CODE) if words else ""


def attributes_of_products(product_ids: Collection[int], language: str) -> dict[int, list[AttributeFact]]:
    """What each product carries, in the order of its product type; one statement, two where there are texts to translate."""
    return _said(carried_by_products(product_ids), language) if product_ids else {}


def attributes_of_variants(variant_ids: Collection[int], language: str) -> dict[int, list[AttributeFact]]:
    """What each variant carries; statements as above."""
    return _said(carried_by_variants(variant_ids), language) if variant_ids else {}


def _said(carried: Mapping[int, list[Carried]], language: str) -> dict[int, list[AttributeFact]]:
    """What is carried, in a language; the names of attributes and choices come from memory."""
    written = [value.id for values in carried.values() for value in values if value.plain_text or value.rich_text]
    texts = texts_of(written, language) if written and language != settings.LANGUAGE_CODE else {}
    called = names(language)
    return {key: _facts(values, language, called, texts) for key, values in carried.items()}


def _facts(carried: Iterable[Carried], language: str, called: Names, texts: Mapping[int, Texts]) -> list[AttributeFact]:
    """By attribute."""
    found: dict[int, AttributeFact] = {}
    for value in carried:
        of = value.attribute
        if of.id not in found:
            name = called.attributes.get(of.id)
            found[of.id] = AttributeFact(
                of.id, of.slug, name or of.name, of.input_type, of.unit, of.entity_type,
                name_language=language if name else settings.LANGUAGE_CODE,
            )  # fmt: skip
        found[of.id].values.append(_value(value, language, called.choices.get(value.choice_id or 0), texts.get(value.id)))
    return list(found.values())


def _value(value: Carried, language: str, choice: str | None, text: Texts | None) -> AttributeValue:
    return AttributeValue(
        value.id, value.slug, choice or value.name, value.number, value.boolean, value.date,
        text.plain_text if text and text.plain_text is not None else value.plain_text,
        text.rich_text if text and text.rich_text is not None else value.rich_text,
        value.file_key, value.reference_key, language if text or choice else None,
    )  # fmt: skip


class LegalRow(NamedTuple):
    """What the law wants on a product's page, beside MRP and net quantity, which belong to its variants.

    `language` is the one the generic name is in; names, addresses and numbers are as they are registered.
    """

    product_id: int
    generic_name: str
    language: str
    maker_name: str
    maker_address: str
    consumer_care: str
    country_of_origin: str
    fssai_licence_no: str
    food_mark: str
    shelf_life_days: int | None


def legal_of(product_ids: Collection[int], language: str) -> dict[int, LegalRow]:
    """The declarations of each product that has some, for a reader of the language; one statement."""
    rows = shapes.rows(_declared, language, list(product_ids)) if product_ids else ()
    return {row[0]: LegalRow._make(row) for row in rows}


def _declared(language: str, ids: list[int]) -> QuerySet[ProductLegal, Any]:
    """The declarations of some products (for `shapes`)."""
    said = FilteredRelation("translations", condition=Q(translations__language_code=language))
    rows = ProductLegal.objects.filter(product_id__any_of=ids).alias(said=said)
    rows = rows.annotate(
        shown=Coalesce("said__generic_name", "generic_name"), shown_in=Coalesce("said__language_code", Value("en"))
    )
    return rows.values_list("product_id", "shown", "shown_in", *LegalRow._fields[3:])


class LegalWordsRow(NamedTuple):
    """What is said of a product's declarations in a language."""

    product_id: int
    language_code: str
    generic_name: str


def legal_words_of(product_ids: Collection[int], language: str) -> dict[int, LegalWordsRow]:
    """The translated declarations, for the products that have them; one statement."""
    rows = ProductLegalTranslation.objects.filter(legal__in=set(product_ids), language_code=language)
    return {row[0]: LegalWordsRow._make(row) for row in rows.values_list("legal_id", "language_code", "generic_name")}
