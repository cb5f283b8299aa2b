"""What a query asks of an engine: words with what means the same, what it narrows to, and what a page may show of it."""

import pytest

from catalog.attributes.models import Attribute, AttributeChoice
from catalog.listing.filters import ProductFilters
from marketplace.crafts.models import Craft
from marketplace.districts.models import Pincode
from marketplace.tariff.models import HsnCode
from search.asking.reading import asking
from search.words import actions
from tests.factories import AttributeFactory, CategoryFactory, DistrictFactory, StateFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def lucknow() -> int:
    """The key of a district with a craft and a kind of goods."""
    place = DistrictFactory(name="Lucknow", slug="lucknow", name_hi="लखनऊ", aliases=["Awadh"])
    Craft.objects.create(code="CT001", slug="chikankari", name="Chikankari", category="embroidery", spellings=["chikan"])
    CategoryFactory(name="Garments", slug="garments")
    return int(place.pk)


def _pin_of(district: int) -> None:
    columns = {"office_name": "GPO", "office_type": "HO", "office_count": 1, "latitude": "26.85", "longitude": "80.95"}
    Pincode.objects.create(pincode="226001", district_id=district, source="of this test", **columns)


def _choices(attribute: str, name: str, hindi: str) -> None:
    of = Attribute.objects.filter(slug=attribute).first() or AttributeFactory(slug=attribute)
    AttributeChoice.objects.create(attribute=of, slug=name.lower(), name=name).translations.create(language_code="hi", name=hindi)


def _kinds(query: str, language: str = "en", **more: list[str]) -> list[tuple[str, str, bool]]:
    return [(chip.kind, chip.name, chip.narrows) for chip in asking(query, language, **more).chips]


def test_words_are_looked_for_and_a_price_and_marks_narrow(lucknow: int) -> None:
    read = asking("gi tagged chikan kurta from Lucknow under 500 made by women in stock", "en")
    assert read.words == "chikan kurta lucknow"
    assert read.parts == {
        "gi": ProductFilters(gi=True), "women": ProductFilters(women_led=True), "stock": ProductFilters(stocked=True),
        "price": ProductFilters(price_to=50_000),
    }  # fmt: skip
    assert read.filters == ProductFilters(gi=True, women_led=True, stocked=True, price_to=50_000)
    assert read.near == ""


def test_a_place_alone_narrows_and_beside_words_is_one(lucknow: int) -> None:
    alone = asking("things from Lucknow under 500", "en")
    assert (alone.words, alone.parts["district"]) == ("", ProductFilters(district_ids=[lucknow]))
    assert asking("kurta from Lucknow", "en").parts == {}
    assert asking("Lucknow", "en").words == "lucknow"


def test_the_two_ends_of_a_price_are_one_part(lucknow: int) -> None:
    read = asking("kurta above 500 under 1000", "en")
    assert read.parts == {"price": ProductFilters(price_from=50_000, price_to=100_000)}
    assert [chip.handle for chip in read.chips] == ["price:50000-", "price:-100000"]
    assert asking("kurta above 500 under 1000", "en", as_words=["price:50000-"]).parts == {
        "price": ProductFilters(price_to=100_000)
    }


def test_chips_are_named_in_the_reader_s_language(lucknow: int) -> None:
    assert _kinds("chikan from lucknow under 500", "hi") == [
        ("craft", "Chikankari", False), ("district", "लखनऊ", False), ("price", "", True)
    ]  # fmt: skip
    assert [chip.language for chip in asking("chikan from lucknow", "hi").chips] == ["en", ""]
    assert _kinds("लखनऊ का सामान") == [("district", "Lucknow", True)]


def test_chips_say_how_a_list_is_narrowed_to_them(lucknow: int) -> None:
    says = [chip.says for chip in asking("gi garments from lucknow 500 to 1000", "en").chips]
    assert says == [
        (("gi", "1"),), (("category", "garments"),), (("district", "lucknow"),), (("from", "500"), ("to", "1000"))
    ]  # fmt: skip
    assert [chip.says for chip in asking("chikan", "en").chips] == [()]


def test_what_is_taken_back_is_words(lucknow: int) -> None:
    read = asking("gi from lucknow", "en")
    assert [(chip.handle, chip.narrows) for chip in read.chips] == [("gi:yes", True), ("district:lucknow", True)]
    back = asking("gi from lucknow", "en", as_words=[chip.handle for chip in read.chips])
    assert (back.words, back.parts, back.chips) == ("gi lucknow", {}, ())


def test_a_price_is_shown_only_as_it_narrows(lucknow: int) -> None:
    for query, least, most in (("kurta 500 rupees", None, 50_000), ("kurta around 3000", 225_000, 375_000)):
        read = asking(query, "en")
        assert (read.words, read.parts) == ("kurta", {"price": ProductFilters(price_from=least, price_to=most)})
        assert [chip.narrows for chip in read.chips] == [True]


def test_a_code_of_a_tariff_narrows_to_what_begins_with_it(lucknow: int) -> None:
    ids = {code: HsnCode.objects.create(code=code, in_hsn_master=True).pk for code in ("4202", "420222", "6401", "6402")}
    for query, codes in {
        "HSN 4202": ("4202", "420222"), "420222": ("420222",), "42029100": ("4202",), "64": ("6401", "6402"),
        "hsn code 64": ("6401", "6402"),
    }.items():  # fmt: skip
        read = asking(query, "en")
        assert (read.words, read.near, read.parts) == ("", "", {"hsn": ProductFilters(hsn_ids=[ids[code] for code in codes])})
        assert [(chip.kind, chip.narrows) for chip in read.chips] == [("hsn", True)]
    assert asking("hsn 5007", "en").words == "hsn 5007"
    assert asking("set of 64", "en").chips == ()


def test_what_is_no_pin_code_is_not_near(lucknow: int) -> None:
    read = asking("kurta 123456", "en")
    assert (read.words, read.near, read.chips) == ("kurta 123456", "", ())


def test_a_pin_code_says_what_is_near(lucknow: int) -> None:
    _pin_of(lucknow)
    assert asking("kurta near 226 001", "en").near == "226001"
    read = asking("kurta near 226001", "en")
    assert (read.words, read.near, _kinds("kurta near 226001")) == ("kurta", "226001", [("pin", "226001", True)])
    back = asking("kurta near 226001", "en", as_words=["pin:226001"])
    assert (back.words, back.near) == ("kurta 226001", "")


def test_codes_stay_words(lucknow: int) -> None:
    assert asking("HP-117-02-1", "en").words == "HP-117-02-1"


def test_usual_names_are_looked_for_beside_what_was_understood(lucknow: int) -> None:
    assert asking("lucknowi kurta", "en").also == {"lucknowi": ("lucknow",)}
    assert asking("Awadh kurta", "en").also == {"awadh": ("lucknow",)}
    assert asking("chikan", "en").also == {"chikan": ("chikankari",)}
    assert asking("chikankari", "en").also == {}
    assert asking("chikan", "en", as_words=["craft:chikankari"]).also == {}


def test_what_means_the_same_is_looked_for_too(lucknow: int) -> None:
    actions.add(words=["chadar", "bedsheet"], finds=["quilt"])
    assert asking("white chadar", "en").also == {"chadar": ("bedsheet", "quilt")}


@pytest.mark.parametrize("query", ["", "   ", "₹", "under", "the of", "\x00", "500"])
def test_queries_that_say_nothing_plain(query: str, lucknow: int) -> None:
    read = asking(query, "en")
    assert (read.parts, read.chips) == ({}, ())


def test_colours_and_materials_are_known_by_what_means_the_same(lucknow: int) -> None:
    _choices("colour", "Blue", "नीला")
    _choices("colour", "Indigo", "नील")
    _choices("material", "Cotton", "सूती")
    actions.add(words=["indigo", "neel"], finds=["blue"])
    actions.add(words=["blue", "neela", "indigo", "lucknow"], finds=["navy"])
    actions.add(words=["cotton", "sooti"], finds=[])
    named = [_kinds(query) for query in ("neela", "नीली", "neel", "sooti", "navy", "lucknow")]
    assert named == [
        [("colour", "Blue", False)], [("colour", "Blue", False)], [("colour", "Indigo", False)], [("material", "Cotton", False)],
        [], [("district", "Lucknow", False)],
    ]  # fmt: skip


def test_a_kind_of_goods_is_no_one_craft_of_it(lucknow: int) -> None:
    tea, silk = ["chai", "darjiling chai"], ["resham"]
    Craft.objects.create(code="CT002", slug="darjeeling-tea", name="Darjeeling tea", category="food", spellings=tea)
    Craft.objects.create(code="CT003", slug="silk", name="Silk", category="textile", spellings=silk)
    _choices("material", "Silk", "रेशम")
    actions.add(words=["tea", "chai"], finds=[])
    assert [_kinds(query) for query in ("chai", "darjiling chai", "Silk")] == [
        [], [("craft", "Darjeeling tea", False)], [("material", "Silk", False)]
    ]  # fmt: skip


def test_states_are_known_by_their_former_names(lucknow: int) -> None:
    StateFactory(name="Odisha", slug="odisha", name_hi="ओडिशा")
    read = asking("orissa saree", "en")
    assert ([chip.name for chip in read.chips], read.also) == (["Odisha"], {"orissa": ("odisha",)})


def test_of_several_districts_of_one_name_none_is_shown(lucknow: int) -> None:
    DistrictFactory(name="Bijapur", slug="bijapur")
    DistrictFactory(name="Vijayapura", slug="vijayapura", aliases=["Bijapur", "South"])
    assert (_kinds("bijapur"), _kinds("south silk")) == ([], [])


def test_what_is_not_wanted_is_not_shown(lucknow: int) -> None:
    read = asking("kurta without gi", "en")
    assert (read.words, read.parts, read.chips) == ("kurta", {}, ())
    assert asking("without chikan", "en").words == "without chikan"
