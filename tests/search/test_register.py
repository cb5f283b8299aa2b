"""The GI register and the page of a GI, through HTTP: what they show, in both languages, and what they answer to nonsense."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.demo.pages import fill_pages
from marketplace.channels.queries import viewpoint
from marketplace.gi.actions import authorise
from marketplace.gi.models import GiTag, OdopGiLink
from marketplace.kit.paging import PageRequest
from search.register.forms import RegisterAsked
from search.register.queries import register_page
from tests.factories import DistrictFactory, GiTagFactory, StateFactory
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> Shelf:
    """A shop with one product that bears the badge of Banaras Brocades."""
    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    OdopGiLink.objects.create(odop_product=shelf.designation, gi_tag=shelf.tag, basis="manual, unverified")
    return shelf


@pytest.fixture
def register(shelf: Shelf) -> list[GiTag]:
    """Three more names: another good, another State, another country; numbers against the alphabet."""
    bihar = StateFactory(name="Bihar", slug="bihar")
    litchi = GiTagFactory(
        name="Shahi Litchi of Bihar", serial_no=9001, goods_category="agricultural", name_alias="Muzaffarpur Litchi"
    )
    litchi.states.add(bihar)
    mask = GiTagFactory(name="Chamba Rumal", serial_no=9003, is_logo=True)
    lace = GiTagFactory(name="Prosecco", serial_no=9002, goods_category="food_stuff", country="Italy")
    return [litchi, mask, lace]


def page(client: Client, address: str, status: int = 200) -> str:
    """What stands between head and foot, without runs of blanks."""
    answer = client.get(address)
    assert answer.status_code == status, f"{address}: {answer.status_code}"
    return re.sub(r"\s+", " ", answer.content.decode()).partition("<main")[2].partition("</main>")[0]


def names(html: str) -> list[str]:
    """The names in the ledger, in their order."""
    return re.findall(r'<h3><a href="[^"]*/gi/[^"]+"[^>]*>([^<]+)</a></h3>', html.partition('class="ledger"')[2])


def test_the_register_lists_the_names_of_india_by_name(client: Client, register: list[GiTag]) -> None:
    html = page(client, "/gi/")
    assert names(html) == ["Banaras Brocades and Sarees", "Chamba Rumal", "Shahi Litchi of Bihar"]
    assert "3 entries" in html and "Muzaffarpur Litchi" in html and "1 product here" in html


@pytest.mark.parametrize(("asked", "found"), [
    ("q=litchi", ["Shahi Litchi of Bihar"]), ("q=muzaffarpur", ["Shahi Litchi of Bihar"]), ("q=nothing", []),
    ("category=agricultural", ["Shahi Litchi of Bihar"]), ("category=natural", []),
    ("state=bihar", ["Shahi Litchi of Bihar"]), ("state=atlantis", []), ("origin=abroad", ["Prosecco"]),
    ("here=1", ["Banaras Brocades and Sarees"]), ("here=1&state=bihar", []),
    ("origin=all&sort=-number", ["Chamba Rumal", "Prosecco", "Shahi Litchi of Bihar", "Banaras Brocades and Sarees"]),
    ("sort=number", ["Banaras Brocades and Sarees", "Shahi Litchi of Bihar", "Chamba Rumal"]),
])  # fmt: skip
def test_filters_and_order(client: Client, register: list[GiTag], asked: str, found: list[str]) -> None:
    html = page(client, f"/gi/?{asked}")
    assert names(html) == found
    assert ("Nothing matches." in html) == (not found)


@pytest.mark.parametrize("asked", [
    "origin=moon", "here=2", "here=yes", "category=gold", "state=../etc", "state=" + "a" * 121, "after=x",
    "after=x&before=y",
    "q=" + "x" * 101,
])  # fmt: skip
@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_what_cannot_be_meant_is_refused(client: Client, shelf: Shelf, prefix: str, asked: str) -> None:
    page(client, f"{prefix}/gi/?{asked}", 400)


def test_paging_keeps_filters_and_order(client: Client, shelf: Shelf) -> None:
    for number in range(45):
        GiTagFactory(name=f"Name {number:02d}", serial_no=9100 - number, goods_category="manufactured")
    first = page(client, "/gi/?category=manufactured&sort=number")
    assert names(first) == [f"Name {number:02d}" for number in range(44, 4, -1)] and "45 entries" in first
    forth = re.search(r'rel="next" href="([^"]+)"', first)
    assert forth and "category=manufactured" in forth[1] and "sort=number" in forth[1]
    second = page(client, forth[1].replace("&amp;", "&"))
    assert names(second) == [f"Name {number:02d}" for number in range(4, -1, -1)]
    back = re.search(r'rel="prev" href="([^"]+)"', second)
    assert back and names(page(client, back[1].replace("&amp;", "&"))) == names(first)


def test_treasures_stand_before_the_whole_register_only(client: Client, shelf: Shelf) -> None:
    assert 'class="treasures"' in page(client, "/gi/")
    assert 'class="treasures"' not in page(client, "/gi/?sort=number") and 'class="treasures"' not in page(
        client, "/gi/?q=banaras"
    )


def test_the_filters_are_chosen_again_in_the_form(client: Client, register: list[GiTag]) -> None:
    html = page(client, "/gi/?q=l&here=1&category=handicraft&state=bihar&origin=all&sort=number")
    for words in ('value="l"', 'name="here" value="1" checked', '"handicraft" selected', '"bihar" selected', '"all" selected',
                  'type="hidden" name="sort" value="number"'):  # fmt: skip
        assert words in html, words
    assert '<a class="button button--quiet" href="/gi/?sort=number">Clear all</a>' in html


def test_a_gi_says_what_where_since_when_and_who(client: Client, shelf: Shelf) -> None:
    shelf.tag.registration_fy_est, shelf.tag.name_alias = "2009-10", "Banarasi Saree;Benarasi"
    shelf.tag.save()
    html = page(client, f"/gi/{shelf.tag.slug}/")
    for words in (
        "Banarasi Saree, Benarasi", "2009-10", "(financial year, estimated)", "it can be a year off", "/states/uttar-pradesh/",
        "/districts/varanasi/", "nobody has checked it against the register", "Ganga Weavers", "AU/99/0001", "Entry valid from",
        "GI-3A", "Banarasi silk saree", "matched by hand, unverified", "1 product with this badge", "Kadhwa saree",
        "made up for a test",
    ):  # fmt: skip
        assert words in html, words


def test_a_gi_in_hindi_names_its_english_original(client: Client, shelf: Shelf) -> None:
    html = page(client, f"/hi/gi/{shelf.tag.slug}/")
    assert "<h1>बनारस ब्रोकेड और साड़ियाँ</h1>" in html and "कढ़वा साड़ी" in html and "गंगा बुनकर" in html
    assert '<span lang="en">Banaras Brocades and Sarees</span>' in html


def test_what_is_only_called_so_is_not_shown(client: Client) -> None:
    shelf = open_shop(valid_for=-1)
    shelf.put("Kadhwa saree")
    html = page(client, f"/gi/{shelf.tag.slug}/")
    assert "Kadhwa saree" not in html and "No product bears this badge today." in html and "None of its authorised users" in html
    assert "product here" not in page(client, "/gi/") and names(page(client, "/gi/?here=1")) == []


def test_a_name_of_another_country(client: Client, register: list[GiTag]) -> None:
    html = page(client, f"/gi/{register[2].slug}/")
    assert (
        "A name of Italy: it is protected in India, too." in html
        and "/states/" not in html.partition('class="gi-areas')[0][-400:]
    )
    assert "This entry protects the logo of the name." in page(client, f"/gi/{register[1].slug}/")


def test_a_gi_leads_to_pages_of_words_that_are_there(client: Client, shelf: Shelf) -> None:
    assert "/pages/" not in page(client, f"/gi/{shelf.tag.slug}/")
    fill_pages()
    html = page(client, f"/hi/gi/{shelf.tag.slug}/")
    assert all(f'href="/hi/pages/{slug}/"' in html for slug in ("gi-badge", "contact", "for-sellers"))


def test_other_names_of_the_same_districts(client: Client, shelf: Shelf) -> None:
    pottery = GiTagFactory(name="Chunar Glaze Pottery")
    pottery.areas.create(district=shelf.district, basis="general knowledge, unverified")
    assert "Chunar Glaze Pottery" in page(client, f"/gi/{shelf.tag.slug}/").partition('id="cousins"')[2]


def test_there_is_no_page_of_an_unknown_name(client: Client, shelf: Shelf) -> None:
    html = page(client, "/gi/golden-fleece/", 404)
    assert 'value="golden fleece"' in html and "There is nothing here" in html
    assert client.post("/gi/").status_code == client.post(f"/gi/{shelf.tag.slug}/").status_code == 405


@pytest.mark.parametrize("place", ["/gi/", "/gi/?here=1", "/gi/banaras-brocades/"])
def test_three_of_everything_cost_no_more_than_one(client: Client, shelf: Shelf, place: str) -> None:
    def asked() -> int:
        client.get(place)
        with CaptureQueriesContext(connection) as caught:
            client.get(place)
        return len(caught)

    few = asked()
    for number in range(3):
        shelf.put(f"Saree {number}")
        other = GiTagFactory(name=f"Other {number}")
        other.areas.create(district=shelf.district, basis="general knowledge, unverified")
        other.states.add(shelf.district.state)
        shelf.tag.areas.create(district=DistrictFactory(state=shelf.district.state), basis="district name in GI name")
    assert asked() <= few


def test_for_htmx_the_address_leaves_out_what_was_not_asked(client: Client, shelf: Shelf) -> None:
    answer = client.get("/gi/?q=&here=1&category=&state=&origin=&sort=number", headers={"HX-Request": "true"})
    assert answer["HX-Push-Url"] == "/gi/?here=1&sort=number" and "HX-Request" in answer["Vary"]
    assert client.get("/gi/?q=", headers={"HX-Request": "true"})["HX-Push-Url"] == "/gi/"
    assert "HX-Push-Url" not in client.get("/gi/?here=1")


def test_treasures_are_the_oldest_product_of_five_names(client: Client, shelf: Shelf) -> None:
    today = timezone.localdate()
    for number in range(8):
        tag = GiTagFactory(name=f"Treasure {number}")
        authorise(gi_tag=tag, seller=shelf.seller, valid_from=today, valid_until=today, source="made up for a test")
        shelf.tag = tag
        for name in ("Piece", "Later"):
            shelf.put(f"{name} {number}")
    at = viewpoint(language="en")
    first, again = (register_page(at, RegisterAsked(PageRequest(first=1))).treasures for _time in range(2))
    assert [card.id for card in first] == [card.id for card in again]
    assert len({card.gi.gi_tag_id for card in first if card.gi}) == len(first) == 5
    assert all(not card.name.startswith("Later") for card in first)
