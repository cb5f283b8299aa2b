"""What may be done with the attributes of pages: say which a type of page has, and what a page carries for them."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.attributes import rules
from catalog.attributes.models import Attribute
from catalog.events import PageAttributesChanged, PageTypeAttributesChanged
from catalog.pages.models import PageAttributeAssignment, PageAttributeAssignmentTranslation, PageTypeAttribute
from catalog.products.values import check_references, facts_of
from marketplace.content.models import Page, PageType
from marketplace.kit.refused import Refused
from marketplace.kit.words import in_known_languages
from marketplace.news.announce import announce

_TEXTS = {"PLAIN_TEXT": "plain_text", "RICH_TEXT": "rich_text"}


@transaction.atomic
def give_attributes(*, page_type: PageType, attributes: Sequence[Attribute]) -> None:
    """Pages of this type may carry these attributes, in this order, behind those that they may carry already."""
    PageType.objects.select_for_update(no_key=True).get(pk=page_type.pk)
    there = set(PageTypeAttribute.objects.filter(page_type=page_type).values_list("attribute", flat=True))
    fresh = [attribute for attribute in dict.fromkeys(attributes) if attribute.pk not in there]
    PageTypeAttribute.objects.bulk_create(
        PageTypeAttribute(page_type=page_type, attribute=attribute, sort_order=place)
        for place, attribute in enumerate(fresh, start=len(there))
    )
    if fresh:
        announce(PageTypeAttributesChanged(page_type=page_type.pk))


@transaction.atomic
def assign(*, page: Page, values: Mapping[str, object]) -> None:
    """Put these values (by attribute slug) in place of what the page carried; an empty value takes it away.

    Refused ATTRIBUTE_NOT_ALLOWED, INVALID_VALUE, OUT_OF_BOUNDS or NOT_FOUND, with the attribute's slug as field.
    """
    Page.objects.select_for_update(no_key=True).get(pk=page.pk)
    slots = PageTypeAttribute.objects.filter(page_type=page.page_type_id, attribute__slug__in=list(values))
    attributes = {slot.attribute.slug: slot.attribute for slot in slots.select_related("attribute")}
    for slug in values:
        if slug not in attributes:
            raise Refused("ATTRIBUTE_NOT_ALLOWED", _("A page of this type has no such attribute."), slug)
    facts = facts_of(attributes.values())
    found = {slug: rules.values_of(facts[slug], given) for slug, given in values.items()}
    for slug, several in found.items():
        check_references(attributes[slug], several)
    PageAttributeAssignment.objects.filter(page=page, attribute__in=attributes.values()).delete()
    PageAttributeAssignment.objects.bulk_create(
        PageAttributeAssignment(
            page=page, attribute=attributes[slug], sort_order=place, choice_id=value.choice_id, number=value.number,
            boolean=value.boolean, date=value.date, plain_text=value.plain_text, rich_text=value.rich_text,
            file_key=value.file_key, reference_key=value.reference_key,
        )
        for slug, several in found.items()
        for place, value in enumerate(several)
    )  # fmt: skip
    announce(PageAttributesChanged(page=page.pk))


@transaction.atomic
def translate_values(*, page: Page, language: str, values: Mapping[str, object]) -> None:
    """Put these texts (by attribute slug) in place of what the page's values said in the language; empty takes away.

    Refused INVALID for an unknown language, NOT_FOUND where the page carries no such value, WRONG_TYPE where it is no text,
    INVALID_VALUE or TOO_LONG like the value itself.
    """
    in_known_languages({language: ""})
    carried = PageAttributeAssignment.objects.filter(page=page, attribute__slug__in=list(values)).select_related("attribute")
    rows = {row.attribute.slug: row for row in carried}
    made = []
    for slug, given in values.items():
        if slug not in rows:
            raise Refused("NOT_FOUND", _("The page carries no such value."), slug)
        kind = rows[slug].attribute.input_type
        if kind not in _TEXTS:
            raise Refused("WRONG_TYPE", _("Only texts are translated."), slug)
        for value in rules.values_of(rules.AttributeFacts(slug=slug, input_type=kind), given):
            columns = {_TEXTS[kind]: getattr(value, _TEXTS[kind])}
            made.append(PageAttributeAssignmentTranslation(assignment=rows[slug], language_code=language, **columns))
    PageAttributeAssignmentTranslation.objects.filter(assignment__in=rows.values(), language_code=language).delete()
    PageAttributeAssignmentTranslation.objects.bulk_create(made)
    announce(PageAttributesChanged(page=page.pk))
