"""Lists have one order only: what stands in the same place is in the order of the keys, however the rows lie in the table."""

from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet

from catalog.origin.queries import origins_of
from catalog.products.models import ProductTypeAttribute
from catalog.products.queries import attributes_of_types
from marketplace.channels.queries import viewpoint
from marketplace.crafts.models import Craft, CraftName
from marketplace.crafts.queries import crafts, crafts_of, names_of
from marketplace.gi.models import GiArea
from tests.factories import (
    AttributeFactory,
    AuthorisedUserFactory,
    ChannelFactory,
    CraftFactory,
    DistrictFactory,
    ProductFactory,
    ProductTypeFactory,
    StateFactory,
)

pytestmark = pytest.mark.django_db


def _written_anew(rows: QuerySet[Any]) -> None:
    """The rows lie in the table in the opposite order of their keys now, and are read as they lie."""
    with connection.cursor() as cursor:
        for way in ("indexscan", "indexonlyscan", "bitmapscan"):
            cursor.execute(f"SET LOCAL enable_{way} = off")
    for row in rows.order_by("-pk"):
        row.save(force_update=True)


def test_attributes_of_a_type_in_the_same_place() -> None:
    kind, attributes = ProductTypeFactory(), [AttributeFactory() for _ in range(3)]
    for attribute in attributes:
        ProductTypeAttribute.objects.create(product_type=kind, attribute=attribute, sort_order=0)
    _written_anew(ProductTypeAttribute.objects.all())
    assert attributes_of_types([kind.pk], for_variants=False) == {kind.pk: [attribute.pk for attribute in attributes]}


def test_crafts_of_one_name_and_names_of_one_rank() -> None:
    district = DistrictFactory()
    found = [CraftFactory(name="Weaving") for _ in range(3)]
    for craft in found:
        craft.districts.add(district)
    for name in ("पहला", "दूसरा", "तीसरा"):
        CraftName.objects.create(craft=found[0], language_code="hi", name=name, rank=2)
    _written_anew(Craft.objects.all())
    _written_anew(CraftName.objects.all())
    _written_anew(Craft.districts.through.objects.all())
    assert [row.id for row in crafts("en")] == [craft.pk for craft in found]
    assert [row.id for row in crafts_of([district.pk], "en")[district.pk]] == [craft.pk for craft in found]
    assert [row.name for row in names_of([found[0].pk])[found[0].pk]] == ["पहला", "दूसरा", "तीसरा"]


def test_an_origin_with_districts_of_one_name_and_names_of_one_rank() -> None:
    ChannelFactory(is_default=True)
    entry = AuthorisedUserFactory()
    places = [DistrictFactory(name="Bilaspur", name_hi=f"बिलासपुर {number}", state=StateFactory()) for number in range(3)]
    for place in places:
        GiArea.objects.create(gi_tag=entry.gi_tag, district=place, basis="made up for a test")
    craft = CraftFactory()
    for name in ("पहला", "दूसरा"):
        CraftName.objects.create(craft=craft, language_code="hi", name=name, rank=2)
    product = ProductFactory(seller=entry.seller, gi_tag=entry.gi_tag, craft=craft)
    _written_anew(GiArea.objects.all())
    _written_anew(CraftName.objects.all())
    origin = origins_of([product.pk], viewpoint(language="hi"))[product.pk]
    assert origin.craft_name == "पहला"
    assert origin.gi.badge is not None
    assert origin.gi.badge.area == ("बिलासपुर 0", "बिलासपुर 1", "बिलासपुर 2")
