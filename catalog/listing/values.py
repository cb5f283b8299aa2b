"""The attribute values of products and variants as the graph reads them: in the language they were written in."""

from collections.abc import Collection
from typing import Any

from django.db.models import QuerySet

from catalog.attributes.assigned import Carried, Texts
from catalog.attributes.queries import AttributeRow
from catalog.products.models import AttributeAssignment, AttributeAssignmentTranslation
from marketplace.kit import shapes

_COLUMNS = (
    "id", "choice_id", "choice__slug", "choice__name", "number", "boolean", "date", "plain_text", "rich_text", "file_key",
    "reference_key", "attribute_id", "attribute__slug", "attribute__name", "attribute__input_type", "attribute__unit",
    "attribute__entity_type", "attribute__filterable_in_storefront",
)  # fmt: skip
_OF_VALUE = 11


def carried_by_products(product_ids: Collection[int]) -> dict[int, list[Carried]]:
    """What each product carries, in order; one statement."""
    return _carried("product_id", product_ids)


def carried_by_variants(variant_ids: Collection[int]) -> dict[int, list[Carried]]:
    """What each variant carries, in order; one statement."""
    return _carried("variant_id", variant_ids)


def texts_of(assignment_ids: Collection[int], language: str) -> dict[int, Texts]:
    """The text values that are kept in a language; one statement."""
    return {key: Texts(plain, rich) for key, plain, rich in shapes.rows(_texts, None, list(assignment_ids), language)}


def _texts(_fixed: None, ids: list[int], language: str) -> QuerySet[AttributeAssignmentTranslation, Any]:
    """Text values in a language (for `shapes`)."""
    rows = AttributeAssignmentTranslation.objects.filter(assignment_id__any_of=ids, language_code=language)
    return rows.values_list("assignment_id", "plain_text", "rich_text")


def _carried(owner: str, keys: Collection[int]) -> dict[int, list[Carried]]:
    found: dict[int, list[Carried]] = {key: [] for key in keys}
    attributes: dict[int, AttributeRow] = {}
    for key, *columns in shapes.rows(_rows, owner, list(found)):
        value, attribute = columns[:_OF_VALUE], columns[_OF_VALUE:]
        row = attributes.setdefault(attribute[0], AttributeRow._make(attribute))
        found[key].append(Carried._make([*value, row, texts_of]))
    return found


def _rows(owner: str, keys: list[int]) -> QuerySet[AttributeAssignment, Any]:
    """The values of some owners (for `shapes`)."""
    rows = AttributeAssignment.objects.filter(**{f"{owner}__any_of": keys})
    return rows.order_by(owner, "sort_order", "attribute_id", "choice__sort_order", "id").values_list(owner, *_COLUMNS)
