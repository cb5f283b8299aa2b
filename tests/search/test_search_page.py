"""The search page: what was understood and the way back from it, further facets, near a PIN code, ways on from nothing."""

import re
from html import unescape

import pytest
from django.test import Client

from catalog.products.models import Product
from marketplace.districts.models import District, Pincode
from marketplace.sellers.models import Seller
from search.log.actions import gather
from search.log.models import SearchCount
from search.shelves.ways import fewer
from tests.search.learnt import learn
from tests.search.market import open_market
from tests.search.shelf import Shelf
from tests.search.test_filters import page, shown, steps

pytestmark = pytest.mark.django_db
_NAMES = re.compile(r'<h3><a href="/products/[^"]+"[^>]*>([^<]+)</a></h3>')


@pytest.fixture
def market() -> Shelf:
    """Six products, the lamp and the toy from Palakkad by an artisan; two PIN codes."""
    market = open_market()
    Seller.objects.filter(slug="raman").update(kind=Seller.Kind.ARTISAN)
    for slug, pin, place in (("varanasi", "221001", ("25.32", "83.01")), ("palakkad", "678001", ("10.78", "76.65"))):
        District.objects.filter(slug=slug).update(latitude=place[0], longitude=place[1])
        district = District.objects.get(slug=slug)
        Pincode.objects.create(
            pincode=pin,
            district=district,
            state=district.state,
            office_name=slug,
            latitude=place[0],
            longitude=place[1],
            office_count=1,
        )
    learn()
    return market


def said(html: str, label: str) -> list[tuple[str, str]]:
    """Address and words of what stands in the row under this heading."""
    row = html.partition(f'id="{label}"')[2].partition("</ul>")[0]
    links = re.findall(r'<a href="([^"]*)"[^>]*>(.*?)</a>', row, re.DOTALL)
    return [(unescape(href), " ".join(re.sub(r"<[^>]+>", " ", text).split())) for href, text in links]


def test_a_price_in_the_words_narrows_and_can_be_taken_back(client: Client, market: Shelf) -> None:
    html = page(client, "q=brass under 500")
    assert shown(html) == {"Brass toy"}
    address, words = said(html, "taken-head")[0]
    assert words == "Remove: At most ₹500" and "as=price" in address
    back = page(client, address.partition("?")[2])
    assert "At most ₹500" not in back.partition("<main")[2] and {"Brass lamp", "Brass toy"} <= set(_NAMES.findall(back))


def test_what_is_understood_can_be_left_out_or_chosen(client: Client, market: Shelf) -> None:
    html = page(client, "q=red saree varanasi")
    understood = {words: address for address, words in said(html, "taken-head")}
    assert understood["Remove: District Varanasi"] == "/products/?q=red+saree"
    assert understood["Remove: Colour Red"] == "/products/?q=saree+varanasi"
    only = {words: address for address, words in said(html, "narrow-head")}
    assert only["Varanasi"] == "/products/?q=red+saree+varanasi&district=varanasi"
    narrowed = page(client, only["Red"].partition("?")[2])
    assert shown(narrowed) == {"Red saree", "Red stole"} and "Red" not in dict(map(reversed, said(narrowed, "narrow-head")))


def test_each_result_says_why_and_the_list_how_it_ranks(client: Client, market: Shelf) -> None:
    html = page(client, "q=brass")
    assert html.count('<details class="why">') == 2 and "Found by its name" in html
    assert 'href="/pages/how-we-rank/"' in html
    assert '<details class="why">' not in page(client)


@pytest.mark.parametrize(("query", "sentence"), [
    ("sort=price", "ordered by price, the lowest first"), ("sort=-price", "ordered by price, the highest first"),
    ("sort=new", "ordered by age, the newest first"), ("pin=678001", "ordered by distance, the nearest first"),
])  # fmt: skip
def test_in_another_order_the_reason_is_the_order(client: Client, market: Shelf, query: str, sentence: str) -> None:
    html = page(client, f"q=brass&{query}")
    assert html.count(f"<ul><li>The list is {sentence}</li><li>Found by its name") == 2
    assert "<li>In stock</li>" not in html
    assert "The list is ordered" not in page(client, f"q=brass&{query}&sort=best")


def test_the_nearest_first_say_how_near_they_are(client: Client, market: Shelf) -> None:
    for words in ("", "q=loom"):
        html = page(client, f"{words}&pin=678001")
        assert html.count("about 1 km away") == 2 and html.count(" km away") == 6
        assert " km away" not in page(client, f"{words}&pin=678001&sort=price") + page(client, words)


def test_words_that_nothing_has_are_said_to_be_taken_for_others(client: Client, market: Shelf) -> None:
    html = re.sub(r"<[^>]+>", "", page(client, "q=indgo saree"))
    assert "Nothing here is called “indgo”. You see what is called “indigo”." in html
    assert "Search for “indigo saree”" in html


def test_what_has_only_some_of_the_words_is_said_to(client: Client, market: Shelf) -> None:
    html = page(client, "q=indigo lamp elephant")
    assert "Nothing here has all of these words." in html and _NAMES.findall(html)


def test_a_page_without_results_leads_on(client: Client, market: Shelf) -> None:
    html = page(client, "q=brass&gi=1")
    assert not shown(html)
    ways = html.partition('aria-label="What does match"')[2].partition("</ul>")[0]
    assert 'href="/products/?q=brass"' in ways and '<span class="check__count">2</span>' in ways
    assert 'id="crafts-today"' in html and 'href="/categories/cloth/"' in html
    assert 'id="crafts-today"' in page(client, "q=qqqqxxxx")


@pytest.mark.parametrize("query", ["", "q=loom", "stock=1"])
def test_makers_kinds_and_countries_are_counted_and_narrow(client: Client, market: Shelf, query: str) -> None:
    Product.objects.get(name="Brass toy").legal.__class__.objects.filter(product__name="Brass toy").update(country_of_origin="NP")
    learn()
    offered = {(name, value): count for name, value, _chosen, count in steps(page(client, query))}
    for name, values in {"kind": ("ARTISAN", "PRODUCER_COMPANY"), "country": ("IN", "NP")}.items():
        for value in values:
            found = shown(page(client, f"{query}&{name}={value}"))
            assert found and len(found) == offered[name, value], (name, value)
    html = page(client, "kind=ARTISAN&country=NP")
    assert shown(html) == {"Brass toy"} and "Made in Nepal" in html and "Artisan" in html


def test_there_is_nothing_to_choose_of_one_country_or_no_stars(client: Client, market: Shelf) -> None:
    names = {name for name, *_rest in steps(page(client))}
    assert "kind" in names and not {"country", "rating"} & names
    assert 'id="sort-rating"' not in page(client)


@pytest.mark.parametrize("words", ["", "q=loom"])
def test_rated_products_are_narrowed_and_ordered_by_stars(client: Client, market: Shelf, words: str) -> None:
    for name, rating in (("Brass toy", 480), ("Red saree", 390), ("Brass lamp", 210)):
        Product.objects.filter(name=name).update(rating=rating, reviews=3)
    learn()
    html = page(client, f"{words}&sort=rating")
    assert _NAMES.findall(html)[:3] == ["Brass toy", "Red saree", "Brass lamp"] and 'id="sort-rating"' in html
    assert shown(page(client, f"{words}&rating=4")) == {"Brass toy"}
    assert shown(page(client, f"{words}&rating=3")) == {"Brass toy", "Red saree"}


@pytest.mark.parametrize("words", ["", "q=loom"])
def test_the_nearest_to_a_pin_code_come_first_or_alone(client: Client, market: Shelf, words: str) -> None:
    near = {"Brass lamp", "Brass toy"}
    assert set(_NAMES.findall(page(client, f"{words}&pin=678 001"))[:2]) == near
    assert not near & set(_NAMES.findall(page(client, f"{words}&pin=२२१००१"))[:2])
    assert shown(page(client, f"{words}&pin=678001&away=100")) == near
    html = page(client, f"{words}&pin=678001")
    assert 'rel="canonical"' in html and "pin=678001" in html and "Near 678001" in html
    assert "pin=" not in re.sub(r'id="[^"]*"', "", page(client, words)).partition("<main")[2]


@pytest.mark.parametrize(("pin", "message"), [("999999", "There is no PIN code 999999"), ("12", "A PIN code has six digits"),
                                              ("<b>x", "A PIN code has six digits")])  # fmt: skip
def test_a_pin_code_that_is_none_is_told_at_its_field(client: Client, market: Shelf, pin: str, message: str) -> None:
    html = page(client, f"pin={pin}&away=50")
    assert message in html and 'aria-invalid="true"' in html and len(shown(html)) == 6 and "<b>x" not in html
    assert "Remove:" not in html
    results = html.partition('id="results"')[2]
    assert message in results and "Filter (" not in html and "Clear all" not in html
    assert "Clear all" in page(client, f"pin={pin}&gi=1") and "Filter (1)" in page(client, f"pin={pin}&gi=1")


def test_limits_that_are_turned_round_are_told_with_the_way_to_turn_them(client: Client, market: Shelf) -> None:
    html = page(client, "q=saree&from=100000&to=100&gi=1")
    assert not shown(html) and "At least is more than at most" in html
    turned = re.search(r'href="/products/\?([^"]+)">Turn the limits round', html)
    assert turned and unescape(turned[1]) == "q=saree&from=100&to=100000&gi=1"
    assert shown(page(client, unescape(turned[1])))
    assert "Turn the limits round" not in page(client, "from=100&to=100") + page(client, "from=100") + page(client, "to=1")


@pytest.mark.parametrize(("text", "left"), [
    ("lamp from kerala", ["kerala", "lamp"]), ("qqq from", []), ("qqq", []), ("केरल से qqq", ["qqq", "केरल"]),
    ("brass of qqq lamp", ["qqq lamp", "brass of lamp", "brass of qqq"]),
])  # fmt: skip
def test_no_way_on_is_a_word_that_is_not_looked_for(text: str, left: list[str]) -> None:
    assert sorted(fewer(text)) == sorted(left)


@pytest.mark.parametrize("query", ["kind=NOBODY", "country=india", "rating=9", "away=7"])
def test_nonsense_is_refused(client: Client, market: Shelf, query: str) -> None:
    assert "This address does not make sense" in page(client, query, status=400)


def test_pages_of_a_search_go_forth_and_back(client: Client, market: Shelf) -> None:
    for _number in range(24):
        market.put(rupees=500)
    learn()
    first = page(client, "q=saree")
    forth = re.search(r'rel="next" href="\?*([^"]+)"', first)
    assert forth
    second = page(client, unescape(forth[1]).partition("?")[2])
    assert not set(_NAMES.findall(first)) & set(_NAMES.findall(second)) and 'rel="prev"' in second


def test_what_was_searched_is_counted_once_and_without_its_pages(client: Client, market: Shelf) -> None:
    gather()
    SearchCount.objects.all().delete()
    for query in ("q=brass", "q=brass&gi=1", "", "q=qqqqxxxx"):
        page(client, query)
    gather()
    assert {row.query: row.nothing for row in SearchCount.objects.all()} == {"brass": 0, "qqqqxxxx": 1}
