"""What the demonstration stands on, where a database is still empty: the reference data, and the furniture on them."""

from collections.abc import Callable

from django.db import transaction

from catalog.categories.models import Category
from catalog.demo.furnish import furnish
from catalog.products.models import ProductType
from marketplace.channels.models import Channel
from marketplace.districts.models import Pincode
from marketplace.reference.load import load
from marketplace.tariff.models import HsnCode

Say = Callable[[str], None]


def lay_reference(say: Say) -> None:
    """Load the reference data where there are none; those that are there stay as they are, old ones too."""
    if not (HsnCode.objects.exists() and Pincode.objects.exists()):
        say("Loading the reference data first")
        load()


def lay_furniture(say: Say) -> None:
    """Make channels, attributes, product types and categories where one kind is missing."""
    india = Channel.objects.filter(slug="india")
    if not (india.exists() and Category.objects.exists() and ProductType.objects.filter(has_variants=True).exists()):
        say("Furnishing the catalogue first: channels, attributes, product types, categories")
        with transaction.atomic():
            furnish()
