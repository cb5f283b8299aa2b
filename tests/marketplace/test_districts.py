"""States, districts, designations and PIN codes, asked for in a constant number of statements."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import pytest

from marketplace.districts import queries
from marketplace.districts.models import District, Pincode, State
from marketplace.districts.queries import PinBasis, PointBasis
from marketplace.districts.rules import bare_name, distance_km, is_pincode, other_names, shown, states_of_pin
from marketplace.kit.paging import PageRequest
from marketplace.kit.refused import Refused
from tests.graphql_client import ask

Statements = Callable[[int], AbstractContextManager[Any]]
world = pytest.mark.usefixtures("reference_data", "db")


@world
def test_states_in_both_languages() -> None:
    english, hindi = queries.states("en"), queries.states("hi")
    assert (len(english), len(hindi)) == (36, 36)
    up = queries.state("uttar-pradesh", "hi")
    assert up is not None
    assert (up.name, up.name_language, up.default_name, up.gst_code, up.lgd_code) == (
        "उत्तर प्रदेश", "hi", "Uttar Pradesh", "09", "9",
    )  # fmt: skip
    assert queries.state("utopia", "en") is None


@world
def test_a_name_falls_back_to_english_and_says_so() -> None:
    District.objects.filter(slug="meluri").update(name_hi="")
    ours, unnamed = queries.district("varanasi", "hi"), queries.district("meluri", "hi")
    assert ours is not None and unnamed is not None
    assert (ours.name, ours.name_language) == ("वाराणसी", "hi")
    assert (unnamed.name, unnamed.name_language) == ("Meluri", "en")
    assert queries.district("atlantis", "hi") is None


@world
@pytest.mark.parametrize("count", [1, 3])
def test_many_parents_cost_what_one_costs(count: int, django_assert_num_queries: Statements) -> None:
    states = list(State.objects.order_by("name").values_list("id", flat=True)[:count])
    districts = list(District.objects.filter(state__iso="IN-UP").order_by("name").values_list("id", flat=True)[:count])
    # States and districts come from memory; inside of a transaction, as here, they are read: the version, then both tables
    with django_assert_num_queries(3):
        assert {row.state_id for rows in queries.districts_of(states, "en").values() for row in rows} == set(states)
    with django_assert_num_queries(1):
        designated = queries.odop_products_of(districts, "hi")
    assert list(designated) == districts and all(designated.values())
    with django_assert_num_queries(3):
        assert set(queries.districts_by_id(districts, "en")) == set(districts)
    with django_assert_num_queries(3):
        assert set(queries.states_by_id(states, "en")) == set(states)
    products = [row.id for rows in designated.values() for row in rows]
    with django_assert_num_queries(1):
        assert set(queries.odop_products_by_id(products, "en")) == set(products)
    with django_assert_num_queries(1):
        queries.districts_page(language="en", page=PageRequest(first=count), state_ids=states)
    with django_assert_num_queries(3 * 3 + 1):  # three looks into memory, and one for what is made of them
        assert len(queries.find_districts("pur", "en", limit=count)) == count
    with django_assert_num_queries(2 + 3):
        assert len(queries.nearest_districts("en", pincode="226001", limit=count)) == count


@world
@pytest.mark.parametrize("typed", ["फिरोजाबाद", "फ़िरोज़ाबाद", "firozabad", "FIROZABAD"])
def test_a_district_is_found_as_people_type_its_name(typed: str) -> None:
    assert [row.slug for row in queries.find_districts(typed, "hi")][:1] == ["firozabad"]


@world
def test_what_a_district_is_designated_for() -> None:
    lucknow = District.objects.get(slug="lucknow").pk
    rows = queries.odop_products_of([lucknow], "hi")[lucknow]
    assert [row.scheme for row in rows] == sorted(row.scheme for row in rows)
    ours = [row for row in rows if row.scheme == "UP-ODOP"]
    assert (ours[0].product, ours[0].product_language, ours[0].default_product) == (
        "चिकनकारी", "hi", "Chikankari",
    )  # fmt: skip
    assert [row.scheme for row in queries.odop_products_of([lucknow], "en", schemes=["PMFME"])[lucknow]] == ["PMFME"]


@world
@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("lucknow", "lucknow"), ("LUCK", "lucknow"), ("Allahabad", "prayagraj"), ("faizabad", "ayodhya"), ("Gurgaon", "gurugram"),
        ("प्रयागराज", "prayagraj"), ("  varanasi ", "varanasi"), ("Chu\u0308moukedima", "chumoukedima"), ("Agra", "agra"),
    ],
)  # fmt: skip
def test_find_by_old_and_new_names(text: str, slug: str) -> None:
    assert queries.find_districts(text, "en")[0].slug == slug


@world
@pytest.mark.parametrize(
    "text, slug", [("इलाहाबाद", "prayagraj"), ("बनारस", "varanasi"), ("फैजाबाद", "ayodhya"), ("मैसूरु", "mysuru")]
)
def test_find_by_old_names_in_hindi(text: str, slug: str) -> None:
    for language in ("en", "hi"):
        assert queries.find_districts(text, language)[0].slug == slug
    page = queries.districts_page(language="en", page=PageRequest(first=5), search="इलाहाबाद")
    assert [row.slug for row in page.rows] == ["prayagraj"]


@world
@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Bombay", "mumbai-city mumbai-suburban"), ("Calcutta", "kolkata"), ("madras", "chennai"), ("Poona", "pune"),
        ("Cochin", "ernakulam"), ("Kochi", "ernakulam"), ("Baroda", "vadodara"), ("Cawnpore", "kanpur-nagar"),
        ("Gauhati", "kamrup-metropolitan"), ("Guwahati", "kamrup-metropolitan"), ("Ooty", "the-nilgiris"),
        ("Simla", "shimla"), ("Tanjore", "thanjavur"), ("Bezawada", "ntr"), ("Hubli", "dharwad"),
        ("Panjim", "north-goa"), ("Broach", "bharuch"), ("Cutch", "kachchh"),
        ("Mughalsarai", "chandauli"), ("Jubbulpore", "jabalpur"), ("Saugor", "sagar"), ("Nagpore", "nagpur"),
        ("Berhampore", "murshidabad"), ("Monghyr", "munger"), ("Midnapore", "paschim-medinipur purba-medinipur"),
        ("Trivandrum", "thiruvananthapuram"), ("Tellicherry", "kannur"), ("Rajahmundry", "east-godavari"),
        ("बंबई", "mumbai-city mumbai-suburban"), ("कलकत्ता", "kolkata"), ("बड़ौदा", "vadodara"), ("कोच्चि", "ernakulam"),
    ],
)  # fmt: skip
def test_a_well_known_old_name_finds_its_districts_and_no_others(text: str, slugs: str) -> None:
    assert [row.slug for row in queries.find_districts(text, "hi")] == slugs.split()


@world
@pytest.mark.parametrize(
    "text",
    [
        "Lucknow, Uttar Pradesh", "zila lucknow", "Lucknow District", "DIST. Lucknow", "Lucknow distt., U.P.", "Zila: Lucknow",
        "जिला लखनऊ", "लखनऊ ज़िला, उत्तर प्रदेश", "जनपद लखनऊ",
    ],
)  # fmt: skip
def test_a_district_is_found_as_it_stands_in_an_address(text: str) -> None:
    assert [row.slug for row in queries.find_districts(text, "en")] == ["lucknow"]


@world
def test_what_is_called_district_is_found_by_that_word_and_the_word_alone_finds_nothing_else() -> None:
    assert queries.find_districts("East District", "en")[0].slug == "gangtok"
    for text in ("zila", "जनपद", ", Uttar Pradesh", "zila nowhere"):
        assert queries.find_districts(text, "en") == []


def test_the_bare_name_of_an_address() -> None:
    assert bare_name("Zila Rae Bareli, U.P.") == "Rae Bareli"
    assert bare_name("Distt. Agra") == "Agra" and bare_name("ज़िला: आगरा") == "आगरा" and bare_name("District") == ""


@world
def test_other_names_and_divisions_are_told_in_hindi() -> None:
    varanasi, barabanki = (queries.district(slug, "hi") for slug in ("varanasi", "barabanki"))
    assert varanasi and (varanasi.aliases, varanasi.aliases_language) == (["बनारस", "काशी"], "hi")
    assert (varanasi.division, varanasi.division_language) == ("वाराणसी", "hi")
    assert barabanki and (barabanki.aliases, barabanki.aliases_language) == ([], "hi")  # Bara Banki: only spelt so
    english = queries.district("varanasi", "en")
    assert english and english.aliases == ["Banaras", "Kashi", "Benares"] and english.division_language == "en"


def test_other_names_that_hindi_has_not_yet_are_told_as_they_are() -> None:
    assert other_names(["Kashi"], [], "वाराणसी", "hi") == (["Kashi"], "en")
    assert other_names(["Kashi"], ["काशी"], "वाराणसी", "en") == (["Kashi"], "en")
    assert other_names(["Varansi", "Kashi"], ["वाराणसी", "काशी"], "वाराणसी", "hi") == (["काशी"], "hi")


@world
def test_find_ranks_and_bounds() -> None:
    found = queries.find_districts("hamirpur", "en")
    assert [row.slug for row in found] == ["hamirpur-himachal-pradesh", "hamirpur-uttar-pradesh"]
    assert len(queries.find_districts("a", "en", limit=4)) == 4
    assert queries.find_districts("   ", "en") == []
    assert queries.find_districts("%", "en") == []


@world
def test_districts_by_pages() -> None:
    up = State.objects.get(slug="uttar-pradesh").pk
    first = queries.districts_page(language="hi", page=PageRequest(first=50), state_ids=[up])
    rest = queries.districts_page(language="hi", page=PageRequest(first=50, after=first.end_cursor), state_ids=[up])
    assert (len(first.rows), len(rest.rows), first.count(), rest.has_next) == (50, 25, 75, False)
    names = [row.default_name for row in [*first.rows, *rest.rows]]
    assert names == sorted(set(names))
    old = queries.districts_page(language="en", page=PageRequest(first=5), search="allahabad")
    assert [row.slug for row in old.rows] == ["prayagraj"]


@world
def test_district_by_pin() -> None:
    found = queries.district_by_pin("226 001", "hi")
    assert found is not None and found.district is not None
    assert (found.pincode, found.district.slug, found.district.name, found.basis) == (
        "226001", "lucknow", "लखनऊ", PinBasis.MOST_OFFICES,
    )  # fmt: skip
    nowhere = queries.district_by_pin("122999", "en")
    assert nowhere is not None
    assert (nowhere.district, nowhere.state_id, nowhere.basis) == (None, None, PinBasis.NOT_IN_SOURCE)
    assert "no district in the source" in nowhere.source
    army = queries.district_by_pin("900056", "en")
    assert army is not None and "doubtful" in army.source
    assert queries.district_by_pin("999999", "en") is None


@world
@pytest.mark.parametrize("text", ["", "22600", "2260011", "026001", "२२६००१", "22600x", "226001\n", "' OR 1=1"])
def test_no_pin_code_at_all(text: str) -> None:
    for deed in (lambda: queries.district_by_pin(text, "en"), lambda: queries.nearest_districts("en", pincode=text)):
        with pytest.raises(Refused) as refused:
            deed()
        assert (refused.value.code, refused.value.field) == ("INVALID", "pincode")


@world
def test_nearest_by_pin() -> None:
    found = queries.nearest_districts("en", pincode="226001", limit=4)
    assert found[0].district.slug == "lucknow"
    assert {near.measured_from for near in found} == {PointBasis.PINCODE}
    distances = [near.distance_km for near in found]
    assert distances == sorted(distances) and distances[0] < 60
    assert "barabanki" in {near.district.slug for near in found}


@world
@pytest.mark.parametrize(("pincode", "slug"), [("201301", "gautam-buddha-nagar"), ("110001", "new-delhi")])
def test_the_district_that_a_pin_lies_in_comes_first(pincode: str, slug: str) -> None:
    found = queries.nearest_districts("en", pincode=pincode, limit=6)
    assert found[0].district.slug == slug
    assert found[0].distance_km > found[1].distance_km  # by distance alone, another district would come first
    distances = [near.distance_km for near in found[1:]]
    assert distances == sorted(distances) and len({near.district.id for near in found}) == 6
    assert [near.district.slug for near in queries.nearest_districts("en", pincode=pincode, limit=1)] == [slug]
    assert queries.nearest_districts("en", pincode=pincode, limit=0) == []


@world
def test_nearest_without_a_number_and_with_null_are_the_same() -> None:
    query = '{ nearestDistricts(pincode: "201301"%s) { district { slug } distanceKm } }'
    usual = ask(query % "")["nearestDistricts"]
    assert len(usual) == 5 and usual[0]["district"] == {"slug": "gautam-buddha-nagar"}
    assert ask(query % ", first: null")["nearestDistricts"] == usual
    assert ask(query % ", first: 2")["nearestDistricts"] == usual[:2]


@world
def test_nearest_falls_back_to_the_district_and_then_to_nothing() -> None:
    blind = Pincode.objects.filter(latitude=None, district__state__slug="uttar-pradesh").exclude(pincode__startswith="9").first()
    assert blind is not None and blind.district is not None
    found = queries.nearest_districts("en", pincode=blind.pincode, limit=1)
    assert (found[0].district.id, found[0].distance_km, found[0].measured_from) == (blind.district.pk, 0.0, PointBasis.DISTRICT)
    assert queries.nearest_districts("en", pincode="791701") == []
    assert queries.nearest_districts("en", pincode="999999") == []


@world
def test_nearest_to_a_point() -> None:
    found = queries.nearest_districts("en", point=(25.32, 82.99), limit=3)
    assert found[0].district.slug == "varanasi"
    assert {near.measured_from for near in found} == {PointBasis.GIVEN}


def test_distances() -> None:
    assert distance_km(28.61, 77.21, 28.61, 77.21) == 0
    assert distance_km(28.6139, 77.2090, 19.0760, 72.8777) == pytest.approx(1148, abs=3)  # Delhi to Mumbai
    assert distance_km(0, 0, 0, 180) == pytest.approx(20015, abs=1)


def test_what_the_digits_of_a_pin_stand_for() -> None:
    prefixes = {"24": ["uttar-pradesh"], "248": ["uttarakhand"], "246": ["uttar-pradesh", "uttarakhand"]}
    assert states_of_pin("248001", prefixes) == ("uttarakhand",)
    assert states_of_pin("246001", prefixes) == ("uttar-pradesh", "uttarakhand")
    assert states_of_pin("240001", prefixes) == ("uttar-pradesh",)
    assert states_of_pin("900056", prefixes) == ()
    assert is_pincode("110001") and not is_pincode("010001") and not is_pincode("11000१")


def test_names_for_a_reader() -> None:
    assert shown("Agra", "आगरा", "hi") == ("आगरा", "hi")
    assert shown("Agra", "आगरा", "en") == ("Agra", "en")
    assert shown("Meluri", "", "hi") == ("Meluri", "en")
