"""What may be done with the words of a product's attribute values: say them in another language."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.attributes.rules import AttributeFacts, values_of
from catalog.events import ProductChanged
from catalog.products.assignments import AttributeAssignment, AttributeAssignmentTranslation
from catalog.products.models import Product
from marketplace.kit.refused import Refused
from marketplace.kit.words import in_known_languages
from marketplace.news.announce import announce

_TEXTS = {"PLAIN_TEXT": "plain_text", "RICH_TEXT": "rich_text"}


@transaction.atomic
def translate_values(*, product: Product, language: str, values: Mapping[str, object]) -> None:
    """Put these texts (by attribute slug) in place of what the product's values said in the language; empty takes away.

    Refused INVALID for an unknown language, NOT_FOUND where the product carries no such value, WRONG_TYPE where the value
    is no text, INVALID_VALUE or TOO_LONG like the value itself.
    """
    in_known_languages({language: ""})
    carried = AttributeAssignment.objects.filter(product=product, attribute__slug__in=list(values))
    rows = {row.attribute.slug: row for row in carried.select_related("attribute")}
    made = []
    for slug, given in values.items():
        if slug not in rows:
            raise Refused("NOT_FOUND", _("The product carries no such value."), slug)
        kind = rows[slug].attribute.input_type
        if kind not in _TEXTS:
            raise Refused("WRONG_TYPE", _("Only texts are translated."), slug)
        for value in values_of(AttributeFacts(slug=slug, input_type=kind), given):
            columns = {_TEXTS[kind]: getattr(value, _TEXTS[kind])}
            made.append(AttributeAssignmentTranslation(assignment=rows[slug], language_code=language, **columns))
    AttributeAssignmentTranslation.objects.filter(assignment__in=rows.values(), language_code=language).delete()
    AttributeAssignmentTranslation.objects.bulk_create(made)
    announce(ProductChanged(product=product.pk))
