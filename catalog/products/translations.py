"""What may be done with the words of a product's attribute values: say them in another language."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.attributes.carrying import tell
from catalog.events import ProductChanged
from catalog.products.assignments import AttributeAssignment, AttributeAssignmentTranslation
from catalog.products.models import Product
from marketplace.news.announce import announce


@transaction.atomic
def translate_values(*, product: Product, language: str, values: Mapping[str, object]) -> None:
    """Put these texts (by attribute slug) in place of what the product's values said in the language; empty takes away.

    Refused INVALID for an unknown language, NOT_FOUND where the product carries no such value, WRONG_TYPE where the value
    is no text, INVALID_VALUE or TOO_LONG like the value itself.
    """
    carried = AttributeAssignment.objects.filter(product=product)
    missing = _("The product carries no such value.")
    tell(carried, AttributeAssignmentTranslation, language=language, values=values, missing=missing)
    announce(ProductChanged(product=product.pk))
