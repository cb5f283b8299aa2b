"""The words about products and variants, in one language or in the original, many at once."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import QuerySet

from catalog.products.models import Product, ProductTranslation, ProductVariantTranslation
from marketplace.kit import shapes
from marketplace.kit.words import WordsRow


class OriginalRow(NamedTuple):
    """A product's words as they were first written, when it was entered, and its rating in hundredths of a star."""

    words: WordsRow
    created_at: datetime
    rating: int | None


def originals_of(product_ids: Collection[int]) -> dict[int, OriginalRow]:
    """The words as they were first written; one statement."""
    return {row[0]: original_of(row) for row in shapes.rows(_originals, None, list(product_ids))}


def original_of(columns: Sequence[Any]) -> OriginalRow:
    """The row of the columns ORIGINAL, which another statement has brought along."""
    key, *words, created_at, rating = columns
    return OriginalRow(WordsRow(key, "en", *words), created_at, rating)


ORIGINAL = ("id", "name", "slug", "description", "seo_title", "seo_description", "created_at", "rating")


def _originals(_fixed: None, ids: list[int]) -> QuerySet[Product, Any]:
    """The words of some products (for `shapes`)."""
    return Product.objects.filter(id__any_of=ids).values_list(*ORIGINAL)


def translations_of(product_ids: Collection[int], language: str) -> dict[int, WordsRow]:
    """The words in a language, for the products that have some; one statement."""
    return {row[0]: WordsRow._make(row) for row in shapes.rows(_translations, None, list(product_ids), language)}


def _translations(_fixed: None, ids: list[int], language: str) -> QuerySet[ProductTranslation, Any]:
    """The words of some products in a language (for `shapes`)."""
    rows = ProductTranslation.objects.filter(product_id__any_of=ids, language_code=language)
    return rows.values_list("product_id", *WordsRow._fields[1:])


def variant_names_of(variant_ids: Collection[int], language: str) -> dict[int, str]:
    """The variants' names in a language, for those that have one; one statement."""
    return dict(shapes.rows(_variant_names, None, list(variant_ids), language))


def _variant_names(_fixed: None, ids: list[int], language: str) -> QuerySet[ProductVariantTranslation, Any]:
    """The names of some variants in a language (for `shapes`)."""
    rows = ProductVariantTranslation.objects.filter(variant_id__any_of=ids, language_code=language)
    return rows.values_list("variant_id", "name")
