"""What may be done with attributes: make one, and give it choices."""

from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.attributes import rules
from catalog.attributes.models import Attribute, AttributeChoice, AttributeChoiceTranslation, AttributeTranslation
from catalog.events import AttributeChanged
from marketplace.kit.columns import choice_for, text_for
from marketplace.kit.refused import Refused
from marketplace.kit.slugs import settle
from marketplace.kit.words import names_columns
from marketplace.news.announce import announce

_WITH_CHOICES = {Attribute.InputType.DROPDOWN, Attribute.InputType.MULTISELECT}
_REFERENCES = {Attribute.InputType.REFERENCE, Attribute.InputType.SINGLE_REFERENCE}


@transaction.atomic
def create(
    *, slug: str, name: str, input_type: str, unit: str = "", entity_type: str = "", filterable: bool = False,
    minimum: Decimal | None = None, maximum: Decimal | None = None, translations: Mapping[str, str] = {},
) -> Attribute:  # fmt: skip
    """A new attribute; `unit`, `minimum` and `maximum` only for NUMERIC, `entity_type` only and always for references.

    Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN, naming the field.
    """
    input_type = choice_for(Attribute, "input_type", input_type)
    unit = text_for(Attribute, "unit", unit)
    if input_type != Attribute.InputType.NUMERIC and (unit or minimum is not None or maximum is not None):
        raise Refused("INVALID", _("Only numbers have a unit and bounds."), "unit")
    if (input_type in _REFERENCES) != bool(entity_type):
        raise Refused("INVALID", _("A reference, and nothing else, says what it refers to."), "entity_type")
    if entity_type:
        entity_type = choice_for(Attribute, "entity_type", entity_type)
    name = text_for(Attribute, "name", name, must=True)
    attribute = Attribute.objects.create(
        slug=settle(Attribute.objects.all(), given=slug, name=name, otherwise="attribute"),
        name=name, input_type=input_type, unit=unit, entity_type=entity_type, filterable_in_storefront=filterable,
        minimum=_bound(minimum, "minimum"), maximum=_bound(maximum, "maximum", least=minimum),
    )  # fmt: skip
    rows = names_columns(AttributeTranslation, translations)
    AttributeTranslation.objects.bulk_create(AttributeTranslation(attribute=attribute, **row) for row in rows)
    announce(AttributeChanged(attribute=attribute.pk))
    return attribute


@transaction.atomic
def add_choice(
    *, attribute: Attribute, name: str, slug: str | None = None, translations: Mapping[str, str] = {}
) -> AttributeChoice:
    """One more choice, after those that are there. Refused WRONG_TYPE where the attribute is no dropdown or multiselect."""
    if attribute.input_type not in _WITH_CHOICES:
        raise Refused("WRONG_TYPE", _("Only dropdown and multiselect attributes have choices."), "attribute")
    Attribute.objects.select_for_update(no_key=True).get(pk=attribute.pk)
    siblings = AttributeChoice.objects.filter(attribute=attribute)
    name = text_for(AttributeChoice, "name", name, must=True)
    choice = AttributeChoice.objects.create(
        attribute=attribute, name=name, sort_order=siblings.count(),
        slug=settle(siblings, given=slug, name=name, otherwise=attribute.slug),
    )  # fmt: skip
    rows = names_columns(AttributeChoiceTranslation, translations)
    AttributeChoiceTranslation.objects.bulk_create(AttributeChoiceTranslation(choice=choice, **row) for row in rows)
    announce(AttributeChanged(attribute=attribute.pk))
    return choice


def _bound(bound: Decimal | None, field: str, least: Decimal | None = None) -> Decimal | None:
    """The bound, where it is a number that the column holds and not below `least`."""
    if bound is None:
        return None
    [value] = rules.values_of(rules.AttributeFacts(slug=field, input_type="NUMERIC", minimum=least), bound)
    return value.number
