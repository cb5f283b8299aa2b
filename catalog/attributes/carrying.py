"""Values that things carry for their attributes: checked and written, and their texts in other languages."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from catalog.attributes.models import Assignment, AssignmentTranslation, Attribute, AttributeChoice
from catalog.attributes.rules import AttributeFacts, Value, values_of
from marketplace.kit.refused import Refused
from marketplace.kit.words import in_known_languages

_TEXTS = {"PLAIN_TEXT": "plain_text", "RICH_TEXT": "rich_text"}
# Named, not imported: they stand above this room.
_TABLES = {"PRODUCT": "Product", "PRODUCT_VARIANT": "ProductVariant", "CATEGORY": "Category", "COLLECTION": "Collection"}


def carry(
    kept: type[Assignment], owner: Mapping[str, Model], attributes: Mapping[str, Attribute], values: Mapping[str, object]
) -> None:
    """Put these values in place of what the owner carried for these attributes, both by slug; an empty value takes it away.

    `kept`: the table; `owner`: its column and the thing. Refused INVALID_VALUE, OUT_OF_BOUNDS or NOT_FOUND, with the
    attribute's slug as field.
    """
    facts = facts_of(attributes.values())
    found = {slug: values_of(facts[slug], given) for slug, given in values.items()}
    for slug, several in found.items():
        _check_references(attributes[slug], several)
    kept._default_manager.filter(attribute__in=attributes.values(), **owner).delete()
    kept._default_manager.bulk_create(
        kept(
            attribute=attributes[slug], sort_order=place, choice_id=value.choice_id, number=value.number, boolean=value.boolean,
            date=value.date, plain_text=value.plain_text, rich_text=value.rich_text, file_key=value.file_key,
            reference_key=value.reference_key, **owner,
        )
        for slug, several in found.items()
        for place, value in enumerate(several)
    )  # fmt: skip


def tell(
    carried: QuerySet[Any], kept: type[AssignmentTranslation], *, language: str, values: Mapping[str, object], missing: str
) -> None:
    """Put these texts (by attribute slug) in place of what the values that are carried said in the language; empty takes away.

    `kept`: the table of texts; `missing`: what is said where no such value is carried. Refused INVALID for an unknown language,
    NOT_FOUND, WRONG_TYPE where the value is no text, INVALID_VALUE or TOO_LONG like the value itself.
    """
    in_known_languages({language: ""})
    rows = {row.attribute.slug: row for row in carried.filter(attribute__slug__in=list(values)).select_related("attribute")}
    made = []
    for slug, given in values.items():
        if slug not in rows:
            raise Refused("NOT_FOUND", missing, slug)
        kind = rows[slug].attribute.input_type
        if kind not in _TEXTS:
            raise Refused("WRONG_TYPE", _("Only texts are translated."), slug)
        for value in values_of(AttributeFacts(slug=slug, input_type=kind), given):
            columns = {"assignment": rows[slug], _TEXTS[kind]: getattr(value, _TEXTS[kind])}
            made.append(kept(language_code=language, **columns))
    before: dict[str, Any] = {"assignment__in": rows.values()}
    kept._default_manager.filter(language_code=language, **before).delete()
    kept._default_manager.bulk_create(made)


def facts_of(attributes: Iterable[Attribute]) -> dict[str, AttributeFacts]:
    """What the rules need to know of each attribute, by slug; one statement."""
    rows = list(attributes)
    choices: dict[int, dict[str, int]] = {row.pk: {} for row in rows}
    for owner, slug, key in AttributeChoice.objects.filter(attribute__in=rows).values_list("attribute", "slug", "pk"):
        choices[owner][slug] = key
    return {
        row.slug: AttributeFacts(
            slug=row.slug, input_type=row.input_type, choices=choices[row.pk], minimum=row.minimum, maximum=row.maximum
        )
        for row in rows
    }


def _check_references(attribute: Attribute, values: Sequence[Value]) -> None:
    """Refused NOT_FOUND where a value refers to nothing."""
    keys = {value.reference_key for value in values if value.reference_key is not None}
    if keys:
        table = apps.get_model("catalog", _TABLES[attribute.entity_type])
        if table._default_manager.filter(pk__in=keys).count() < len(keys):
            raise Refused("NOT_FOUND", _("What this refers to is not there."), attribute.slug)
