"""Questions about attributes: all of them, their choices, and what both are called in a language."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.apps import apps
from django.db.models import Exists, OuterRef

from catalog.attributes.models import Attribute, AttributeChoice, AttributeChoiceTranslation, AttributeTranslation
from marketplace.kit.held import Held
from marketplace.kit.words import listed_by_key, our_languages


class AttributeRow(NamedTuple):
    """An attribute, its name in the language it was written in; `unit` only of numbers, `entity_type` only of references."""

    id: int
    slug: str
    name: str
    input_type: str
    unit: str
    entity_type: str
    filterable: bool


class ChoiceRow(NamedTuple):
    """A choice of an attribute, its name in the language it was written in."""

    id: int
    attribute_id: int
    slug: str
    name: str


_COLUMNS = ("id", "slug", "name", "input_type", "unit", "entity_type", "filterable_in_storefront")


def attributes_by_id() -> Mapping[int, AttributeRow]:
    """All attributes by key, in the order of their slugs; from memory."""
    return _held_attributes()


def _read_attributes(_key: None) -> dict[int, AttributeRow]:
    return {row[0]: AttributeRow._make(row) for row in Attribute.objects.order_by("slug").values_list(*_COLUMNS)}


_held_attributes = Held(_read_attributes, "catalog_attribute")


class ChoicePlace(NamedTuple):
    """A choice, and its place among those of its attribute."""

    slug: str | None
    name: str | None
    sort_order: int


def choices_by_id() -> Mapping[int, ChoicePlace]:
    """All choices by key, from memory."""
    return _held_choices()


def _read_choices(_key: None) -> dict[int, ChoicePlace]:
    rows = AttributeChoice.objects.values_list("id", "slug", "name", "sort_order")
    return {row[0]: ChoicePlace._make(row[1:]) for row in rows}


_held_choices = Held(_read_choices, "catalog_attributechoice")


def of_pages(ids: Collection[int]) -> set[int]:
    """Which of these attributes only pages carry; one statement."""
    on_pages = apps.get_model("catalog", "PageTypeAttribute")._default_manager.filter(attribute=OuterRef("pk"))
    on_products = apps.get_model("catalog", "ProductTypeAttribute")._default_manager.filter(attribute=OuterRef("pk"))
    rows = Attribute.objects.filter(Exists(on_pages), ~Exists(on_products), id__in=set(ids))
    return set(rows.values_list("id", flat=True))


def choices_of(attribute_ids: Collection[int]) -> dict[int, list[ChoiceRow]]:
    """The choices of each attribute in their order; one statement."""
    found: dict[int, list[ChoiceRow]] = {key: [] for key in attribute_ids}
    rows = AttributeChoice.objects.filter(attribute_id__in=found).order_by("attribute_id", "sort_order", "id")
    for row in rows.values_list("id", "attribute_id", "slug", "name"):
        found[row[1]].append(ChoiceRow._make(row))
    return found


def choices(ids: Collection[int]) -> dict[int, ChoiceRow]:
    """Choices by key; one statement."""
    rows = AttributeChoice.objects.filter(id__in=set(ids)).values_list("id", "attribute_id", "slug", "name")
    return {row[0]: ChoiceRow._make(row) for row in rows}


class Names(NamedTuple):
    """What attributes and choices are called in a language, by their keys, for those that have a name in it."""

    attributes: dict[int, str]
    choices: dict[int, str]


def names(language: str) -> Names:
    """The names in a language, from memory; only our languages have any."""
    return _names(language) if language in our_languages() else _NONE


def translated_names() -> dict[int, list[str]]:
    """What each attribute is called in other languages, from memory."""
    return listed_by_key(item for language in our_languages() for item in names(language).attributes.items())


def _read(language: str) -> Names:
    """The names in a language; two statements."""
    of_attributes = AttributeTranslation.objects.filter(language_code=language).values_list("attribute_id", "name")
    of_choices = AttributeChoiceTranslation.objects.filter(language_code=language).values_list("choice_id", "name")
    return Names(dict(of_attributes), dict(of_choices))


_NONE = Names({}, {})
_names = Held(_read, "catalog_attributetranslation", "catalog_attributechoicetranslation")


def metadata_of(attribute_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The metadata of each attribute; one statement."""
    return dict(Attribute.objects.filter(id__in=set(attribute_ids)).values_list("id", "metadata"))
