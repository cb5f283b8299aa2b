"""What may be done with the attributes of pages: say which a type of page has, and what a page carries for them."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.attributes.carrying import carry, tell
from catalog.attributes.models import Attribute
from catalog.events import PageAttributesChanged, PageTypeAttributesChanged
from catalog.pages.models import PageAttributeAssignment, PageAttributeAssignmentTranslation, PageTypeAttribute
from marketplace.content.models import Page, PageType
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce


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
    carry(PageAttributeAssignment, {"page": page}, attributes, values)
    announce(PageAttributesChanged(page=page.pk))


@transaction.atomic
def translate_values(*, page: Page, language: str, values: Mapping[str, object]) -> None:
    """Put these texts (by attribute slug) in place of what the page's values said in the language; empty takes away.

    Refused INVALID for an unknown language, NOT_FOUND where the page carries no such value, WRONG_TYPE where it is no text,
    INVALID_VALUE or TOO_LONG like the value itself.
    """
    carried = PageAttributeAssignment.objects.filter(page=page)
    missing = _("The page carries no such value.")
    tell(carried, PageAttributeAssignmentTranslation, language=language, values=values, missing=missing)
    announce(PageAttributesChanged(page=page.pk))
