"""`bench catalogue` from end to end with tiny numbers: its servers start, answer, are counted and end."""

import os
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from catalog.bench import catalogue, load, operations, report
from catalog.bench.ground import _WIDEN
from catalog.bench.statements import STATEMENTS
from catalog.categories.models import Category
from tests.search.shelf import open_shop

OPERATIONS = ("default", "by-name", "by-price", "page-50", "filtered", "product", "categories", "collection", "district")


def _address() -> str:
    """The address of the database that this test has."""
    given = connection.settings_dict
    return f"postgres://{given['USER']}:{given['PASSWORD']}@{given['HOST']}:{given['PORT']}/{given['NAME']}"


@pytest.fixture
def catalogue_of_three(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three products, one of them with a choice to filter by, in a collection; few enough bodies for them."""
    from catalog.attributes.models import Attribute, AttributeChoice
    from catalog.collections.actions import add_products, create, publish
    from catalog.products.assignments import AttributeAssignment
    from catalog.products.models import ProductTypeAttribute

    shop = open_shop()
    products = [shop.put(f"Saree {place}", rupees=1000 + place) for place in range(3)]
    material = Attribute.objects.create(slug="material", name="Material", input_type="DROPDOWN", filterable_in_storefront=True)
    silk = AttributeChoice.objects.create(attribute=material, slug="silk", name="Silk")
    ProductTypeAttribute.objects.create(product_type=shop.product_type, attribute=material)
    AttributeAssignment.objects.create(product=products[0], attribute=material, choice=silk)
    collection = create(name="Best", description="The best of them")
    add_products(collection=collection, products=products)
    publish(collection=collection, channel=shop.channel)
    monkeypatch.setattr(operations, "BODIES", 2)
    monkeypatch.setattr(operations, "PAGE", 0)  # page 50 of three products is the first
    monkeypatch.setattr(operations, "_COLLECTIONS", "SELECT slug FROM catalog_collection LIMIT %s")
    monkeypatch.setenv("DATABASE_URL", _address())
    connection.close()


def test_every_operation_is_measured_beside_its_limits(catalogue_of_three: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(catalogue, "COUNTED", 3)
    monkeypatch.setattr(catalogue, "TELLING", 2)
    monkeypatch.setattr(catalogue, "TOLD_EVERY", 0)
    told: list[str] = []
    options: dict[str, Any] = {
        "products": 3, "database": connection.settings_dict["NAME"], "keep": True, "rounds": 1, "seconds": 0.05, "only": [],
        "requests": 20,
    }  # fmt: skip
    monkeypatch.setattr(load.shutil, "which", lambda name: None)
    catalogue.run(options, told.append)
    assert told[0] == report.HEADER and len(told) == 1 + len(OPERATIONS) + 3
    assert [line[:38].strip() for line in told[1:10]] == _titles()
    assert told[-3].startswith("fell back to graphql-core: 0 of ")
    assert "idle" in told[-2] and "more requests" in told[-1]


def _titles() -> list[str]:
    return [
        "list of 24, default order", "list of 24, by name", "list of 24, by price", "page 50 by cursor, by price",
        "category + attribute + price, counted", "product detail", "category tree, 50 roots x 20",
        "collection page with 24 products", "district page with 24 products",
    ]  # fmt: skip


@pytest.mark.skipif(load.shutil.which("wrk") is None, reason="wrk is not installed")
def test_wrk_sends_the_bodies_and_tells(catalogue_of_three: None, tmp_path: Path) -> None:
    from catalog.bench.servers import LIMITS, environment, serving

    with serving(LIMITS, environment(os.environ["DATABASE_URL"], tmp_path), tmp_path / "log") as server:
        seen = load.drive(server.port, "/one/by-price", [b"[0, 0]", b"[100, 1]"], tmp_path, concurrency=2, seconds=1)
        assert seen.requests > 0 and seen.p50 <= seen.p95 <= seen.p99
        assert server.resident > 0 and server.cpu >= 0
        with pytest.raises(RuntimeError):
            load.drive(server.port, "/one/nothing", [b"[]"], tmp_path, concurrency=1, seconds=1)


def test_statements_and_operations_belong_together() -> None:
    assert set(STATEMENTS) == set(OPERATIONS)


@pytest.mark.django_db
def test_the_tree_is_widened_to_fifty_roots_with_twenty_children_each() -> None:
    open_shop()
    with connection.cursor() as cursor:
        cursor.execute(_WIDEN)
    roots = Category.objects.filter(level=0)
    assert roots.count() == 50
    assert {root.children.count() for root in roots} == {20}
