"""What is suggested while a search is typed: through HTTP, in any script, with no more statements for more names."""

import re
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from marketplace.crafts.models import Craft, CraftName
from marketplace.districts.models import Pincode
from tests.factories import CraftFactory, DistrictFactory, GiTagFactory
from tests.search.learnt import learn
from tests.search.market import open_market
from tests.search.shelf import Shelf

pytestmark = pytest.mark.django_db
_OPTION = re.compile(r'<a role="option" id="suggestion-(\d+)"[^>]*href="([^"]+)"><span[^>]*>([^<]*)</span> <small>([^<]*)<')


@pytest.fixture
def market() -> Shelf:
    """Six products; the craft of the first is zardozi."""
    market = open_market()
    craft = market.products[0].craft
    assert craft is not None
    Craft.objects.filter(pk=craft.pk).update(name="Zardozi", slug="zardozi", spellings=["zardosi"])
    for code, name in (("hi", "ज़रदोज़ी"), ("ta", "சர்தோசி")):
        CraftName.objects.create(craft=craft, language_code=code, name=name, rank=1)
    learn()
    return market


def suggested(client: Client, text: str, prefix: str = "") -> dict[str, tuple[str, str]]:
    """Kind and name of what is suggested, by address."""
    answer = client.get(f"{prefix}/suggest/?q={quote(text)}")
    assert answer.status_code == 200
    found = _OPTION.findall(answer.content.decode())
    assert [int(number) for number, *_rest in found] == list(range(1, len(found) + 1))
    return {url: (kind, name) for _number, url, name, kind in found}


@pytest.mark.parametrize("text", ["z", "zar", "ZARDO", "zardosi", "ज़र", "जरदोज", "சர்தோ", "jardozi"])
def test_a_craft_is_suggested_in_any_script_and_spelling(client: Client, market: Shelf, text: str) -> None:
    assert suggested(client, text)["/crafts/zardozi/"] == ("Craft", "Zardozi")


def test_every_kind_of_page_is_suggested(client: Client, market: Shelf) -> None:
    assert suggested(client, "varan")["/districts/varanasi/"] == ("District", "Varanasi")
    assert suggested(client, "kash")["/districts/varanasi/"] == ("District", "Varanasi")  # as it was called
    assert suggested(client, "ker")["/states/kerala/"] == ("State", "Kerala")
    assert suggested(client, "clo")["/categories/cloth/"] == ("Kind of goods", "Cloth")
    assert suggested(client, "banaras bro")["/gi/banaras-brocades/"] == ("GI", "Banaras Brocades and Sarees")
    assert suggested(client, "raman")["/sellers/raman/"] == ("Maker", "Raman and Sons")
    assert ("Product", "Brass lamp") in suggested(client, "brass la").values()
    assert suggested(client, "varan", "/hi")["/hi/districts/varanasi/"][1] == "वाराणसी"


def test_nothing_is_suggested_for_nothing(client: Client, market: Shelf) -> None:
    for text in ("", "  ", "%", "…", "qqqqzzzz"):
        assert not [url for url in suggested(client, text) if not url.startswith("/products/")], text


def test_it_is_the_same_for_everybody_and_may_be_kept(client: Client, market: Shelf) -> None:
    answer = client.get("/suggest/?q=zar")
    assert "public" in answer["Cache-Control"] and answer["ETag"] and answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies and "cookie" not in answer.get("Vary", "").lower()
    assert client.post("/suggest/?q=zar").status_code == 405
    assert client.get(f"/suggest/?q={'z' * 101}").status_code == 400


def test_names_that_are_planted_stay_text(client: Client, market: Shelf) -> None:
    DistrictFactory(state=market.district.state, name='Zed"><script>x()</script>', slug="zed")
    html = client.get("/suggest/?q=zed").content.decode()
    assert "<script>" not in html and "/districts/zed/" in html


def test_more_names_cost_no_more_statements(client: Client, market: Shelf) -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            suggested(client, "zar")
        return len(seen)

    before = statements()
    for number in range(5):
        DistrictFactory(state=market.district.state, name=f"Zarnagar {number}", slug=f"zarnagar-{number}")
    assert statements() == before


def test_a_pin_code_suggests_its_district_and_what_says_no_words_no_products(client: Client, market: Shelf) -> None:
    district = market.district
    Pincode.objects.create(
        pincode="221001", district=district, state=district.state, office_name="Varanasi", latitude="25.3", longitude="83.0",
        office_count=1,
    )  # fmt: skip
    for text in ("221001", "२२१००१"):
        assert suggested(client, text) == {f"/districts/{district.slug}/": ("District", "Varanasi")}, text
    assert suggested(client, "221001", "/hi")[f"/hi/districts/{district.slug}/"][1] == "वाराणसी"
    assert suggested(client, "999999") == {} and suggested(client, "under 500") == {}
    assert "Product" in dict(suggested(client, "brass under 5000").values())


def test_names_that_are_shown_come_before_those_that_are_not(client: Client, market: Shelf) -> None:
    for name, alias in (("Applique", "z"), ("Dolls", "zat"), ("Zari work on silk", "")):
        CraftFactory(name=name, slug=name.split()[0].lower(), spellings=[alias] if alias else [])
    assert list(suggested(client, "z"))[:3] == ["/crafts/zardozi/", "/crafts/zari/", "/crafts/applique/"]


def test_what_only_sounds_so_is_suggested_where_nothing_begins_so(client: Client, market: Shelf) -> None:
    DistrictFactory(state=market.district.state, name="Sareepur", slug="sareepur")
    DistrictFactory(state=market.district.state, name="Saripur", slug="saripur")
    assert "/districts/saripur/" not in suggested(client, "saree")
    assert "/districts/saripur/" in suggested(client, "saareep")


def test_a_name_is_suggested_once(client: Client, market: Shelf) -> None:
    GiTagFactory(name=market.tag.name, slug="banaras-brocades-logo", is_logo=True)
    found = [name for kind, name in suggested(client, "banaras bro").values() if kind == "GI"]
    assert found == [market.tag.name]
