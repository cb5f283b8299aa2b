"""The attribute values of products and variants, in the language they were written in: as the graph and `facts` read them."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import QuerySet

from catalog.attributes.assigned import Carried, Texts
from catalog.attributes.queries import AttributeRow, ChoicePlace, attributes_by_id, choices_by_id
from catalog.products.assignments import AttributeAssignment, AttributeAssignmentTranslation
from marketplace.kit import shapes
from marketplace.kit.held import look_now

# Attributes and choices are known by heart: the statement reads one table.
_COLUMNS = (
    "sort_order", "attribute_id", "id", "choice_id", "number", "boolean", "date", "plain_text", "rich_text", "file_key",
    "reference_key",
)  # fmt: skip
_LAST = 2**31
_NO_CHOICE = ChoicePlace(None, None, _LAST)


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
    placed: dict[int, list[tuple[Any, ...]]] = {key: [] for key in keys}
    rows = shapes.rows(_rows, owner, list(placed))
    attributes, choices = _known({row[2] for row in rows}, {row[4] for row in rows if row[4] is not None})
    for key, sort_order, attribute_id, own, choice_id, *value in rows:
        choice = choices.get(choice_id, _NO_CHOICE)
        carried = Carried._make([own, choice_id, choice.slug, choice.name, *value, attributes[attribute_id], texts_of])
        placed[key].append((sort_order, attribute_id, choice.sort_order, own, carried))
    return {key: [row[-1] for row in sorted(rows)] for key, rows in placed.items()}


def _known(attribute_ids: set[int], choice_ids: set[int]) -> tuple[Mapping[int, AttributeRow], Mapping[int, ChoicePlace]]:
    """What is known by heart, with all of these: one may have been made since the last look."""
    attributes, choices = attributes_by_id(), choices_by_id()
    if attribute_ids <= attributes.keys() and choice_ids <= choices.keys():
        return attributes, choices
    look_now()
    return attributes_by_id(), choices_by_id()


def _rows(owner: str, keys: list[int]) -> QuerySet[AttributeAssignment, Any]:
    """The values of some owners (for `shapes`)."""
    return AttributeAssignment.objects.filter(**{f"{owner}__any_of": keys}).values_list(owner, *_COLUMNS)
