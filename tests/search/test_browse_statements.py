"""Pages cost the same number of SQL statements for one row and for three, and write nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from catalog.demo.pages import fill_pages
from catalog.listing import taken
from marketplace.kit import held
from tests.browser.places import collected
from tests.factories import (
    AuthorisedUserFactory,
    CategoryFactory,
    DistrictFactory,
    GiTagFactory,
    OdopProductFactory,
    SellerFactory,
)
from tests.search.learnt import learn
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db

PAGES: dict[str, Callable[[Shelf], str]] = {
    "home": lambda shelf: "/",
    "states": lambda shelf: "/states/",
    "state": lambda shelf: "/states/uttar-pradesh/",
    "district": lambda shelf: "/districts/varanasi/",
    "register": lambda shelf: "/gi/",
    "gi": lambda shelf: f"/gi/{shelf.tag.slug}/",
    "categories": lambda shelf: "/categories/",
    "category": lambda shelf: f"/categories/{shelf.category.slug}/",
    "products": lambda shelf: "/products/?gi=1&q=saree",
    "product": lambda shelf: f"/products/{shelf.products[0].slug}/",
    "seller": lambda shelf: f"/sellers/{shelf.seller.slug}/",
    "crafts": lambda shelf: "/crafts/",
    "craft": lambda shelf: f"/crafts/{shelf.products[0].craft.slug}/",
    "collection": lambda shelf: "/collections/for-the-winter/",
    "page": lambda shelf: "/pages/about/",
}
MOST = 17  # statements of a page
OF_A_SEARCH = 11


def statements(client: Client, address: str) -> list[str]:
    """What is asked of the database for a page; Django's own log knows no text of prepared statements."""
    texts: list[str] = []

    def note(execute: Callable[..., Any], sql: Any, *rest: Any) -> Any:
        texts.append(str(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        assert client.get(address).status_code == 200
    return texts


def grow(shelf: Shelf) -> None:
    """One more of everything that a page lists: product, seller, GI with its area and user, district, designation, category."""
    shelf.put(hindi="साड़ी")
    seller = SellerFactory(district=shelf.district)
    tag = GiTagFactory()
    tag.states.add(shelf.district.state)
    tag.areas.create(district=shelf.district, basis="general knowledge, unverified")
    shelf.tag.areas.create(district=(district := DistrictFactory(state=shelf.district.state)), basis="manual, unverified")
    AuthorisedUserFactory(gi_tag=shelf.tag, seller=seller)
    OdopProductFactory(district=shelf.district)
    OdopProductFactory(district=district)
    CategoryFactory(parent=shelf.category)


@pytest.mark.parametrize("name", PAGES)
def test_three_rows_cost_what_one_row_costs(client: Client, name: str) -> None:
    shelf = open_shop()
    shelf.put()
    collected(shelf)
    fill_pages()
    address = PAGES[name](shelf)
    one = statements(client, address)
    grow(shelf)
    grow(shelf)
    three = statements(client, address)
    assert len(one) == len(three)
    assert all(statement.lstrip(" (\n").startswith("SELECT") for statement in three)


@pytest.mark.django_db(transaction=True)
def test_a_page_that_was_seen_before_costs_few(client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside of a transaction what changes rarely is held in memory, as it is in the shop."""
    settings.HELD_SECONDS = 3600
    monkeypatch.setattr(held, "_known", (float("-inf"), {}))
    monkeypatch.setattr(taken, "_kept", {})
    monkeypatch.setattr(taken, "LOOK", 3600.0)
    shelf = open_shop()
    shelf.put()
    collected(shelf)
    fill_pages()
    grow(shelf)
    grow(shelf)
    learn("postgresql")
    for name, page in PAGES.items():
        address = page(shelf)
        statements(client, address)
        asked = statements(client, address)
        assert len(asked) <= (OF_A_SEARCH if name == "products" else MOST), (name, asked)
