"""Filters of lists through HTTP: each one, together, with counts that are true, and the way back from each."""

import re
from html import unescape
from urllib.parse import parse_qsl, urlencode

import pytest
from django.test import Client

from catalog.publication.actions import unpublish
from marketplace.content import actions as content
from marketplace.sellers.actions import suspend
from marketplace.sellers.models import Seller
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db

_COUNT = re.compile(r'id="listing-count"[^>]*>\s*(\d+) product')
_CARD = re.compile(r'<h3><a href="/products/[^"]+"[^>]*>([^<]+)</a></h3>')
_BOX = re.compile(r'name="([^"]+)" value="([^"]+)"( checked)?><span[^>]*>[^<]*</span> <span class="check__count">(\d+)</span>')
_SELECT = re.compile(r'<select id="filter-(\w+)" name="\w+">(.*?)</select>', re.DOTALL)
_OPTION = re.compile(r'<option value="([^"]+)"( selected)?[^>]*>[^<(]*\((\d+)\)</option>')


@pytest.fixture
def market() -> Shelf:
    """Six products that differ."""
    return open_market()


def page(client: Client, query: str = "", path: str = "/products/", status: int = 200, **headers: str) -> str:
    """The HTML of a list."""
    answer = client.get(f"{path}?{query}" if query else path, headers=headers)
    assert answer.status_code == status, (query, answer.status_code)
    return answer.content.decode()


def shown(html: str) -> set[str]:
    """The names of the products in a list, which says how many there are."""
    names = _CARD.findall(html)
    count = _COUNT.search(html)
    assert count and int(count[1]) == len(names)
    return set(names)


def steps(html: str) -> list[tuple[str, str, bool, int]]:
    """What the filters offer: parameter, value, whether it is chosen, and how many products it promises."""
    boxes = [(name, value, bool(checked), int(count)) for name, value, checked, count in _BOX.findall(html)]
    for name, options in _SELECT.findall(html):
        boxes += [(name, value, bool(chosen), int(count)) for value, chosen, count in _OPTION.findall(options)]
    return boxes


EACH = {
    "gi=1": {"Indigo saree", "Red saree"},
    "odop=1": {"Indigo saree", "Red stole"},
    "women=1": {"Indigo saree", "Red saree", "Red stole", "Old pot"},
    "stock=1": {"Indigo saree", "Red saree", "Red stole", "Brass lamp", "Brass toy"},
    "category=metal": {"Brass lamp", "Brass toy", "Old pot"},
    "category=cloth": {"Indigo saree", "Red saree", "Red stole"},
    "state=kerala": {"Brass lamp", "Brass toy"},
    "district=palakkad": {"Brass lamp", "Brass toy"},
    "from=900&to=7000": {"Red saree", "Red stole", "Brass lamp"},
    "to=400": {"Brass toy", "Old pot"},
    "a-colour=red": {"Red saree", "Red stole"},
    "a-colour=red&a-colour=indigo": {"Indigo saree", "Red saree", "Red stole", "Brass toy"},
    "a-colour=indigo&category=metal": {"Brass toy"},
    "gi=1&odop=1&women=1&stock=1&state=uttar-pradesh&from=8000&a-colour=indigo": {"Indigo saree"},
    "q=brass&to=1000": {"Brass toy"},
    "q=saree&a-colour=red": {"Red saree", "Red stole"},  # which is sold as a saree, too
    "category=nowhere": set(),
    "state=nowhere": set(),
    "district=nowhere": set(),
    "a-colour=nothing": set(),
    "state=kerala&gi=1": set(),
}


def test_each_filter_and_several_together(client: Client, market: Shelf) -> None:
    for query, names in EACH.items():
        assert shown(page(client, query)) == names, query


@pytest.mark.parametrize("query", ["", "gi=1", "state=kerala", "a-colour=red", "to=1000", "q=saree", "stock=1&category=metal"])
def test_each_step_leads_to_as_many_products_as_it_says(client: Client, market: Shelf, query: str) -> None:
    offered = steps(page(client, query))
    assert offered
    for name, value, chosen, count in offered:
        alone = [(key, other) for key, other in parse_qsl(query) if key != name]
        assert len(shown(page(client, urlencode([*alone, (name, value)])))) == count, (query, name, value)
        assert chosen == ((name, value) in parse_qsl(query))


def test_steps_that_lead_nowhere_or_leave_all_are_not_offered(client: Client, market: Shelf) -> None:
    names = {name for name, *_rest in steps(page(client, "state=kerala"))}
    assert not {"gi", "odop", "women", "stock", "category"} & names
    assert {"state", "a-colour"} & names == {"state"}  # one colour is no choice


def test_each_filter_can_be_taken_away(client: Client, market: Shelf) -> None:
    html = page(client, "gi=1&state=uttar-pradesh&a-colour=red&a-colour=indigo&from=100&sort=price")
    chips = html.partition('aria-label="Chosen filters"')[2].partition("</ul>")[0]
    assert chips.count("Remove:") == 5
    ways = {unescape(way) for way in re.findall(r'href="([^"]+)"', chips)}
    rest = "a-colour=indigo&a-colour=red"
    assert f"/products/?state=uttar-pradesh&from=100&{rest}&sort=price" in ways
    assert f"/products/?from=100&gi=1&{rest}&sort=price" in ways
    assert f"/products/?state=uttar-pradesh&gi=1&{rest}&sort=price" in ways
    assert "/products/?state=uttar-pradesh&from=100&gi=1&a-colour=red&sort=price" in ways
    assert "/products/?sort=price" in ways  # all of them


def test_a_district_of_another_state_is_forgotten(client: Client, market: Shelf) -> None:
    html = page(client, "state=kerala&district=varanasi")
    assert shown(html) == {"Brass lamp", "Brass toy"}
    assert "district=varanasi" not in html.partition("<main")[2].partition("</main>")[0]


def test_hidden_products_are_neither_shown_nor_counted(client: Client, market: Shelf) -> None:
    unpublish(product=market.products[0], channel=market.channel)
    suspend(seller=Seller.objects.get(slug="raman"))
    html = page(client)
    assert shown(html) == {"Red saree", "Red stole", "Old pot"}
    assert not any(value in ("kerala", "indigo") for _name, value, *_rest in steps(html))


NONSENSE = {
    "gi=perhaps": "gi", "women=yes": "women", "stock=-1": "stock", "from=abc": "from", "to=1e9": "to", "state=a/b": "state",
    "district=%20": "district", "category=A": "category", "a-colour=%27": "a-colour", "a-weight=heavy": "a-weight",
    "a-=red": "a-", "a-story=long": "a-story",
}  # fmt: skip


def test_nonsense_is_refused_by_the_name_of_its_parameter(client: Client, market: Shelf) -> None:
    for query, name in NONSENSE.items():
        html = page(client, query, status=400)
        assert "This address does not make sense to us" in html
        assert re.search(rf"(?<![\w-]){name}(?![\w-])", html.partition("<main")[2]), query
    many = "&".join(f"a-colour=c{number}" for number in range(21))
    assert "At most 20 values." in page(client, many, status=400)


def test_lists_have_their_canonical_address_and_are_not_indexed_narrowed(client: Client, market: Shelf) -> None:
    assert "noindex,follow" in page(client, "gi=1")
    plain = page(client, "utm_source=post")
    assert 'rel="canonical" href="http://testserver/products/"' in plain and "noindex" not in plain


@pytest.mark.parametrize(("asked", "kept"), [
    ("/products/?q=&state=&page=99999", "/products/"), ("/products/?odop=1&gi=1&si=x", "/products/?gi=1&amp;odop=1"),
    ("/sellers/?q=&state=&kind=&women=1", "/sellers/?women=1"), ("/pages/about/?x=1", "/pages/about/"), ("/?UTM_Source=a", "/"),
    ("/products/?sort=sideways&gi=1", "/products/?gi=1"), ("/gi/?sort=price", "/gi/"),
    ("/gi/?sort=&here=0&category=handicraft", "/gi/?category=handicraft"), ("/states/?q=&_branch=7", "/states/"),
])  # fmt: skip
def test_only_what_a_page_understands_makes_another_view_of_it(client: Client, market: Shelf, asked: str, kept: str) -> None:
    about = content.create(page_type=content.create_type(name="About"), title="About", slug="about", published=True)
    assert about.is_published
    html = client.get(asked).content.decode()
    assert f'<link rel="canonical" href="http://testserver{kept}">' in html
    assert f'<link rel="alternate" hreflang="hi" href="http://testserver/hi{kept}">' in html
    assert ("noindex" in html) is ("?" in kept)


def test_htmx_is_given_what_changes_and_caches_are_told(client: Client, market: Shelf) -> None:
    answer = client.get("/products/?state=&gi=1&from=&sort=price", headers={"HX-Request": "true"})
    html = answer.content.decode()
    assert "<html" not in html and "<script" not in html
    assert shown(html) == EACH["gi=1"]
    for part in ("filter-fields", "filters-head", "listing-count", "listing-sorts"):
        assert f'id="{part}" hx-swap-oob="innerHTML"' in html
    assert answer["HX-Push-Url"] == "/products/?gi=1&sort=price"
    assert "HX-Request" in answer["Vary"] and "HX-Request" in client.get("/products/")["Vary"]
    assert "public" in answer["Cache-Control"]
    back = client.get("/products/?gi=1", headers={"HX-History-Restore-Request": "true"})
    assert b"<html" in back.content


def test_hindi_names_of_choices(client: Client, market: Shelf) -> None:
    html = page(client, path="/hi/products/")
    assert "नीला" in html and '<span lang="en">Red</span>' in html
