"""What every search engine makes of words: others that mean the same, words still being typed, mistyped, or only mostly met."""

from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.listing.filters import ProductFilters
from catalog.products.models import Product
from marketplace.channels.queries import Viewpoint, viewpoint
from search.engines.all import engines
from search.engines.engine import Engine, Found, Wanted
from search.index.queries import documents
from search.ranking.rules import Ranking
from tests.search.learnt import use_elasticsearch
from tests.search.shelf import open_shop

pytestmark = pytest.mark.django_db
Names = dict[str, int]
HOSTILE = (
    "", " ", "'", "\\", "'; DROP TABLE x --", "a & | ! ( ) : * <->", "%%% %s %(x)s", "\x00", "\ud800", "a\x00b \udfffc", "🪔",
    "*:*", "title:x", "../../", "x" * 50_000, "(" * 5_000, "a:b:c:*A" * 500, "\N{ZERO WIDTH NON-JOINER}", "ऀ़्", '"unclosed', ".*",
    "^(a+)+$", "[a-z]{1,9999}", "/.*/", "a~2^9 OR b", "a AND NOT b", '{"match_all": {}}', "chikankari; chikankari", "1e999", "-1",
    "\N{RIGHT-TO-LEFT OVERRIDE}abc", " ".join(f"word{number}" for number in range(3_000)), "ab" * 3_000 + " ab" * 3_000,
    "\N{COMBINING ACUTE ACCENT}" * 900,
)  # fmt: skip


@pytest.fixture(params=["postgresql", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn; what they learn is found at once."""
    if request.param == "elasticsearch":
        use_elasticsearch(request)
    return engines()[request.param]


@pytest.fixture
def names(engine: Engine) -> Names:
    """Six products that the engine has learnt; the last may not be seen."""
    shelf = open_shop()
    made = {
        "kurta": shelf.put("Chikankari kurta, white", hindi="चिकनकारी कुर्ता, सफ़ेद"), "tray": shelf.put("Walnut wood serving tray"),
        "toy": shelf.put("Lacquered spinning top"), "box": shelf.put("Papier-mache trinket box"),
        "lamp": shelf.put("Dhokra lamp, white brass"), "hidden": shelf.put("Chikankari dupatta", hindi="चिकनकारी दुपट्टा"),
    }  # fmt: skip
    Product.objects.filter(pk=made["hidden"].pk).update(updated_at=timezone.now())
    made["hidden"].channel_listings.update(is_published=False)
    engine.put(documents([product.pk for product in made.values()], version=1))
    return {name: product.pk for name, product in made.items()}


@pytest.fixture
def at(names: Names) -> Viewpoint:
    """Where a reader stands, a moment from now."""
    return viewpoint(language="en", at=timezone.now() + timedelta(minutes=1))


def find(engine: Engine, at: Viewpoint, **wanted: object) -> Found:
    return engine.find(Wanted(**wanted), at, Ranking())  # type: ignore[arg-type]


def found(engine: Engine, at: Viewpoint, **wanted: object) -> list[int]:
    return [hit.product for hit in find(engine, at, **wanted).hits]


def test_others_that_mean_the_same_are_looked_for_beside_the_words(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert names["toy"] not in found(engine, at, text="lattu")
    also = {"lattu": ("spinning top",), "akhrot": ("walnut",), "trinket box": ("dhokra",)}
    assert found(engine, at, text="lattu", also=also)[:1] == [names["toy"]]
    assert found(engine, at, text="akhrot tray", also=also)[:1] == [names["tray"]]
    assert not find(engine, at, text="akhrot tray", also=also).loosely
    assert set(found(engine, at, text="trinket box", also=also)[:2]) == {names["box"], names["lamp"]}
    assert found(engine, at, text="trinket box", also=also)[0] == names["box"]  # what was said comes first


def test_others_that_mean_the_same_are_met_as_written_and_not_by_what_sounds_like_them(
    engine: Engine, at: Viewpoint, names: Names
) -> None:
    assert found(engine, at, text="jhumki", also={"jhumki": ("toppe", "dokra")}) == []  # sound like top and dhokra
    assert set(found(engine, at, text="ஜும்கி", also={"ஜும்கி": ("dokra",)})) == {names["lamp"]}


def test_the_last_word_may_be_begun_only_where_it_is_still_typed(engine: Engine, at: Viewpoint, names: Names) -> None:
    for typed, wanted in (("chika", "kurta"), ("walnut serv", "tray"), ("dho", "lamp"), ("चिकन", "kurta")):
        assert found(engine, at, text=typed, unfinished=True)[:1] == [names[wanted]], typed
    assert names["lamp"] not in found(engine, at, text="dho")
    assert found(engine, at, text="chikankari", unfinished=True)[:1] == [names["kurta"]]


def test_where_nothing_has_all_the_words_those_with_most_of_them_are_told_as_such(
    engine: Engine, at: Viewpoint, names: Names
) -> None:
    whole, most = find(engine, at, text="walnut tray"), find(engine, at, text="walnut serving kurta")
    assert (whole.hits[0].product, whole.loosely) == (names["tray"], False)
    assert (most.hits[0].product, most.loosely) == (names["tray"], True)


def test_that_nothing_has_all_the_words_is_said_of_what_is_left_by_the_parts(engine: Engine, at: Viewpoint, names: Names) -> None:
    parts = {"price": ProductFilters(ids=[names["lamp"]])}
    whole, left = find(engine, at, text="white kurta"), find(engine, at, text="white kurta", parts=parts)
    assert whole.hits[0].product == names["kurta"] and not whole.loosely
    assert left.loosely or not left.total
    assert not find(engine, at, text="white brass", parts=parts).loosely


def test_what_fits_much_worse_than_the_best_stays_out(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert found(engine, at, text="dhokra brass lamp loom") == [names["lamp"]]  # all are woven on a loom, as descriptions say


def test_what_only_sounds_half_alike_is_told_as_such(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert {names["lamp"]} == set(found(engine, at, text="dhokra"))
    assert find(engine, at, text="tkra").loosely or not find(engine, at, text="tkra").total


def test_a_last_word_that_nothing_has_may_be_the_beginning_of_one(engine: Engine, at: Viewpoint, names: Names) -> None:
    for typed, wanted in (("lacq", "toy"), ("walnut serv", "tray"), ("dhokr", "lamp")):
        answer = find(engine, at, text=typed)
        assert (answer.hits[0].product, answer.spelled) == (names[wanted], {}), typed


def test_a_known_name_is_neither_mended_nor_heard(engine: Engine, at: Viewpoint, names: Names) -> None:
    for text in ("walmut", "dokra", "boks"):
        assert found(engine, at, text=text) and not found(engine, at, text=text, known={text})
    assert found(engine, at, text="walnut", known={"walnut"}) == [names["tray"]]
    assert found(engine, at, text="simla", known={"simla"}, also={"simla": ("walnut",)}) == [names["tray"]]


def test_what_the_words_met_is_said_where_it_is_wanted(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert all(not hit.matched for hit in find(engine, at, text="walnut").hits)
    (first, *_rest) = find(engine, at, text="walnut varanasi", matched=True).hits
    assert first.product == names["tray"] and {"title", "place"} <= set(first.matched)
    (by_code, *_rest) = find(engine, at, text=f"SAREE-{names['box']}-1", matched=True).hits
    assert by_code.product == names["box"] and "code" in by_code.matched


def test_nothing_is_spelled_by_what_only_hidden_products_have(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert find(engine, at, text="walmut").spelled == {"walmut": "walnut"}
    answer = find(engine, at, text="duppatza")
    assert answer.spelled == {} and names["hidden"] not in [hit.product for hit in answer.hits]


def test_rare_words_count_more_than_those_that_all_have(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert found(engine, at, text="white lamp")[0] == names["lamp"]
    assert found(engine, at, text="loom trinket")[0] == names["box"]  # all are woven on one


def test_hostile_words_are_harmless(engine: Engine, at: Viewpoint, names: Names) -> None:
    seen = {key for name, key in names.items() if name != "hidden"}
    for text in HOSTILE:
        for unfinished in (False, True):
            answer = find(engine, at, text=text, unfinished=unfinished, counted=True, matched=True, also={text: (text, "kurta")})
            assert {hit.product for hit in answer.hits} <= seen, text[:20]
    assert found(engine, at, text="chikankari")[:1] == [names["kurta"]]
