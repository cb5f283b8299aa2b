"""Attribute values and legal declarations of products and variants, many at once."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import F, FilteredRelation, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from catalog.products.assignments import AttributeAssignment
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
    """What each product carries, in the order of its product type; one statement."""
    return _facts("product_id", product_ids, language)


def attributes_of_variants(variant_ids: Collection[int], language: str) -> dict[int, list[AttributeFact]]:
    """What each variant carries; one statement."""
    return _facts("variant_id", variant_ids, language)


class _Fixed(NamedTuple):
    """What the text of a statement depends on: the column of the owner, and the language."""

    owner: str
    language: str


def _facts(owner: str, keys: Collection[int], language: str) -> dict[int, list[AttributeFact]]:
    rows = shapes.rows(_values, _Fixed(owner, language), list(keys)) if keys else ()
    found: dict[int, dict[int, AttributeFact]] = {key: {} for key in keys}
    for key, attribute, slug, name, named_in, kind, unit, entity, *value in rows:
        spoken = named_in or settings.LANGUAGE_CODE
        fact = found[key].setdefault(attribute, AttributeFact(attribute, slug, name, kind, unit, entity, name_language=spoken))
        fact.values.append(AttributeValue(*value))
    return {key: list(facts.values()) for key, facts in found.items()}


def _values(fixed: _Fixed, keys: list[int]) -> QuerySet[AttributeAssignment, Any]:
    """The values that some products or variants carry (for `shapes`)."""
    language = fixed.language
    return (
        AttributeAssignment.objects.filter(**{f"{fixed.owner}__any_of": keys})
        .alias(
            of=FilteredRelation("attribute__translations", condition=Q(attribute__translations__language_code=language)),
            chosen=FilteredRelation("choice__translations", condition=Q(choice__translations__language_code=language)),
            words=FilteredRelation("translations", condition=Q(translations__language_code=language)),
        )
        .annotate(
            attribute_name=Coalesce("of__name", "attribute__name"),
            named_in=F("of__language_code"),
            choice_name=Coalesce("chosen__name", "choice__name"),
            text=Coalesce("words__plain_text", "plain_text"),
            rich=Coalesce("words__rich_text", "rich_text"),
            told_in=Coalesce("words__language_code", "chosen__language_code"),
        )
        .order_by(fixed.owner, "sort_order", "attribute_id", "choice__sort_order", "id")
        .values_list(
            fixed.owner, "attribute_id", "attribute__slug", "attribute_name", "named_in", "attribute__input_type",
            "attribute__unit", "attribute__entity_type", "id", "choice__slug", "choice_name", "number", "boolean", "date", "text",
            "rich", "file_key", "reference_key", "told_in",
        )
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
