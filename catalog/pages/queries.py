"""Questions about the attributes of pages: what pages carry, and what their types may."""

from collections.abc import Collection

from django.db.models import OuterRef, Subquery

from catalog.attributes.assigned import Carried, Texts
from catalog.attributes.queries import AttributeRow
from catalog.pages.models import PageAttributeAssignment, PageAttributeAssignmentTranslation, PageTypeAttribute

_ATTRIBUTE = (
    "attribute_id", "attribute__slug", "attribute__name", "attribute__input_type", "attribute__unit", "attribute__entity_type",
    "attribute__filterable_in_storefront",
)  # fmt: skip
_VALUE = (
    "id", "choice_id", "choice__slug", "choice__name", "number", "boolean", "date", "plain_text", "rich_text", "file_key",
    "reference_key",
)  # fmt: skip


def carried_by_pages(page_ids: Collection[int]) -> dict[int, list[Carried]]:
    """What each page carries, in the order of its type's attributes; one statement."""
    slot = PageTypeAttribute.objects.filter(page_type=OuterRef("page__page_type"), attribute=OuterRef("attribute"))
    rows = (
        PageAttributeAssignment.objects.filter(page__in=set(page_ids))
        .annotate(place=Subquery(slot.values("sort_order")[:1]))
        .order_by("page", "place", "attribute", "sort_order", "id")
        .values_list("page_id", *_ATTRIBUTE, *_VALUE)
    )
    found: dict[int, list[Carried]] = {key: [] for key in page_ids}
    for key, *columns in rows:
        attribute, value = columns[: len(_ATTRIBUTE)], columns[len(_ATTRIBUTE) :]
        found[key].append(Carried._make((*value, AttributeRow._make(attribute), texts_of)))
    return found


def texts_of(assignment_ids: Collection[int], language: str) -> dict[int, Texts]:
    """The text values that are kept in a language; one statement."""
    rows = PageAttributeAssignmentTranslation.objects.filter(assignment__in=set(assignment_ids), language_code=language)
    return {key: Texts(plain, rich) for key, plain, rich in rows.values_list("assignment_id", "plain_text", "rich_text")}


def attributes_of_types(type_ids: Collection[int]) -> dict[int, list[AttributeRow]]:
    """The attributes that pages of each type may carry, in order; one statement."""
    rows = PageTypeAttribute.objects.filter(page_type__in=set(type_ids)).order_by("page_type", "sort_order", "id")
    found: dict[int, list[AttributeRow]] = {key: [] for key in type_ids}
    for key, *attribute in rows.values_list("page_type_id", *_ATTRIBUTE):
        found[key].append(AttributeRow._make(attribute))
    return found
