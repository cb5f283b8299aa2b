"""The pages of places through HTTP, with one shop: what is on sale colours the map, and a page says what there is."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from django.test import Client

from catalog.publication.actions import unpublish
from marketplace.districts.models import District, Pincode, State
from marketplace.districts.queries import OdopProductRow
from search.places.forms import wanted_of
from search.places.rules import foremost, kinds, level
from tests.factories import CraftFactory, DistrictFactory, GiTagFactory, OdopProductFactory, StateFactory
from tests.search.shelf import Shelf, open_shop

LINK = re.compile(r'<a class="map__region map__region--(\w+)" href="([^"]+)"[^>]*aria-label="([^"]+)"')


@pytest.fixture
def shelf(db: None) -> Shelf:
    """A shop in Varanasi with one product, on the real map."""
    shelf = open_shop()
    State.objects.filter(id=shelf.district.state_id).update(iso="IN-UP")
    District.objects.filter(id=shelf.district.id).update(lgd_code="187", latitude="25.3", longitude="82.9")
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    return shelf


def page(client: Client, address: str, status: int = 200, **asked: str) -> str:
    answer = client.get(address, asked)
    assert answer.status_code == status, f"{address}: {answer.status_code}"
    return re.sub(r"\s+", " ", answer.content.decode())


def mapped(html: str) -> list[tuple[str, str, str]]:
    """The regions of the map: level, address, name with fact."""
    return LINK.findall(html)


def listed(html: str) -> set[str]:
    """The addresses of the list beside the map."""
    return set(re.findall(r'<h3><a href="(/(?:hi/)?(?:states|districts)/[^"]+)"', html))


def test_a_place_with_products_is_coloured_and_says_how_many(client: Client, shelf: Shelf) -> None:
    (level, url, name), *_others = mapped(page(client, "/states/uttar-pradesh/"))
    assert (level, url, name) == ("few", "/districts/varanasi/", "Varanasi: 1 product")
    assert ("few", "/states/uttar-pradesh/", "Uttar Pradesh: 1 product") in mapped(page(client, "/states/"))
    for _more in range(4):
        shelf.put()
    assert mapped(page(client, "/states/uttar-pradesh/"))[0][0] == "some"


def test_what_cannot_be_bought_does_not_count(client: Client, shelf: Shelf) -> None:
    unpublish(product=shelf.products[0], channel=shelf.channel)
    assert mapped(page(client, "/states/uttar-pradesh/"))[0] == ("none", "/districts/varanasi/", "Varanasi: no product yet")


def test_hindi_maps_have_hindi_names(client: Client, shelf: Shelf) -> None:
    html = page(client, "/hi/states/uttar-pradesh/")
    assert mapped(html)[0][1] == "/hi/districts/varanasi/" and mapped(html)[0][2].startswith("वाराणसी: 1")


def test_an_english_name_on_a_hindi_map_says_so(client: Client, shelf: Shelf) -> None:
    DistrictFactory(state=shelf.district.state, name="Newtown", name_hi="", slug="newtown")
    html = page(client, "/hi/states/uttar-pradesh/")
    assert re.search(r'href="/hi/districts/newtown/"[^>]* lang="en"', html)


def test_a_district_whose_place_is_unknown_is_in_the_list_only(client: Client, shelf: Shelf) -> None:
    DistrictFactory(state=shelf.district.state, name="Newtown", slug="newtown", lgd_code="", latitude=None, longitude=None)
    html = page(client, "/states/uttar-pradesh/")
    assert "/districts/newtown/" in listed(html)
    assert "Not on the map: we do not know its place." in html
    assert not re.search(r'<a class="map__region[^"]*" href="/districts/newtown/"', html)


def test_a_state_says_how_much_there_is(client: Client, shelf: Shelf) -> None:
    tag = GiTagFactory(name="Moradabad Metal Craft")
    tag.states.add(shelf.district.state)
    html = page(client, "/states/uttar-pradesh/")
    for words in (
        "<b>1</b> district<",
        "<b>1</b> product<",
        "<b>1</b> maker<",
        "Moradabad Metal Craft",
        "Ganga Weavers",
        "Kadhwa saree",
    ):
        assert words in html, words
    assert 'href="/gi/?state=uttar-pradesh"' in html and 'href="/products/?state=uttar-pradesh"' in html


def test_a_district_shows_its_crafts_and_where_it_lies(client: Client, shelf: Shelf) -> None:
    craft = CraftFactory(name="Zari")
    craft.districts.add(shelf.district)
    html = page(client, "/districts/varanasi/")
    assert f'<li><a href="/crafts/{craft.slug}/">Zari</a>' in html
    assert '<path class="map__here"' in html
    assert 'href="/products/?district=varanasi"' in html


def test_a_pin_code_leads_home(client: Client, shelf: Shelf) -> None:
    Pincode.objects.create(
        pincode="221001",
        office_name="Varanasi HO",
        office_type="HO",
        office_count=9,
        state=shelf.district.state,
        district=shelf.district,
    )
    html = page(client, "/states/", q="221001")
    assert "PIN code 221001, post office Varanasi HO" in html


def test_a_state_of_which_nothing_is_known_has_a_page(client: Client, shelf: Shelf) -> None:
    bare = StateFactory(zone="Northern")
    assert mapped(page(client, f"/states/{bare.slug}/")) == []
    OdopProductFactory(district=DistrictFactory(state=bare, slug="somewhere"))
    assert "/districts/somewhere/" in listed(page(client, f"/states/{bare.slug}/"))
    assert client.get("/districts/somewhere/").status_code == 200


@pytest.mark.parametrize(("products", "colour"), [(0, "none"), (1, "few"), (4, "few"), (5, "some"), (9, "some"), (10, "many")])
def test_how_strong_a_colour_is(products: int, colour: str) -> None:
    assert level(products, (5, 10)) == colour


def entry(key: int, product: str, sector: str, scheme: str = "DPIIT") -> OdopProductRow:
    return OdopProductRow(key, f"O{key}", 1, product, "en", product, sector, scheme, 1, "made up", "")


def test_what_stands_for_a_state_is_first_what_a_gi_protects() -> None:
    entries = [
        entry(1, "Rice", "agriculture"), entry(2, "Brass", "handicraft"), entry(3, "Tourism", "services_tourism"),
        entry(4, "Ikat", "handloom_textile"), entry(5, "ikat", "handloom_textile", "STATE"),
    ]  # fmt: skip
    sorts = kinds(entries, with_gi={1})
    assert [[one.id for one in several] for several in sorts] == [[1], [5, 2], []]
    assert [one.id for one in foremost(sorts, date(2026, 1, 1), count=2)] == [1, 5]


def test_each_has_its_day() -> None:
    sorts = kinds([entry(key, f"Craft {key}", "handicraft") for key in (1, 2, 3)], with_gi=())
    assert {foremost(sorts, date(2026, 1, day), count=1)[0].id for day in (1, 2, 3)} == {1, 2, 3}


@pytest.mark.parametrize(("typed", "pincode"), [("२२१ ००१", "221001"), ("123", "123"), ("Varanasi", ""), ("221-001", "")])
def test_what_is_typed_is_a_pin_code_where_it_is_digits(typed: str, pincode: str) -> None:
    assert wanted_of(QueryDict(urlencode({"q": typed}))).pincode == pincode
