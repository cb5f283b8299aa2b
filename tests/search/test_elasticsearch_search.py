"""What Elasticsearch makes of questions: few of them, none too large, those with most of the words behind those with all."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone

from marketplace.channels.queries import Viewpoint, viewpoint
from search.engines.elasticsearch import find as find_module
from search.engines.elasticsearch import indices, mending, server
from search.engines.elasticsearch.engine import Elasticsearch
from search.engines.elasticsearch.words import MOST_WORDS
from search.engines.engine import EngineDown, Wanted
from search.index.queries import documents
from search.ranking.rules import WEIGHTS, Ranking
from tests.search.learnt import use_elasticsearch
from tests.search.shelf import Shelf, open_shop

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch as Client

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]
NAMES = {
    "tin": "Lakadong turmeric in a gift tin", "pack": "Lakadong turmeric, kitchen pack", "coffee": "Filter coffee powder",
    "kurta": "Chikankari kurta", "top": "Chikankari short top", "stole": "Banarasi silk stole",
}  # fmt: skip


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Elasticsearch:
    """An engine that knows nothing yet."""
    use_elasticsearch(request)
    return Elasticsearch(at_once=True)


@pytest.fixture
def shelf(engine: Elasticsearch) -> Shelf:
    """Six products that the engine has learnt."""
    shelf = open_shop()
    for name in NAMES.values():
        shelf.put(name)
    engine.put(documents([product.pk for product in shelf.products], version=1))
    return shelf


@pytest.fixture
def at(shelf: Shelf) -> Viewpoint:
    """Where a reader stands, a moment from now."""
    return viewpoint(language="en", at=timezone.now() + timedelta(minutes=1))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The questions that the server is asked."""
    sent: list[Any] = []

    def ask(index: str, body: Any) -> dict[str, Any]:
        sent.append(body)
        return server.ask(index, body)

    monkeypatch.setattr(find_module, "ask", ask)
    monkeypatch.setattr(mending, "ask", ask)
    return sent


def found(engine: Elasticsearch, shelf: Shelf, at: Viewpoint, text: str, ranking: Ranking | None = None) -> list[str]:
    """What is found, by the names above, the best first."""
    names = {product.pk: name for product, name in zip(shelf.products, NAMES, strict=True)}
    return [names[hit.product] for hit in engine.find(Wanted(text=text), at, ranking or Ranking()).hits]


def test_where_few_have_all_the_words_those_with_most_stand_behind(engine: Elasticsearch, shelf: Shelf, at: Viewpoint) -> None:
    assert found(engine, shelf, at, "chikankari kurta") == ["kurta", "top"]
    answer = engine.find(Wanted(text="chikankari kurta"), at, Ranking())
    assert not answer.loosely and answer.hits[0].text > 2 * answer.hits[1].text
    assert engine.find(Wanted(text="chikankari turmeric"), at, Ranking()).loosely
    assert found(engine, shelf, at, "kurta") == ["kurta"]  # of one word there are no most


def test_what_has_all_words_in_its_name_stands_before_all_else(engine: Elasticsearch, shelf: Shelf, at: Viewpoint) -> None:
    assert set(found(engine, shelf, at, "lakadong turmeric powder")[:2]) == {"tin", "pack"}
    assert found(engine, shelf, at, "turmeric kitchen pack")[0] == "pack"


def test_a_part_without_weight_lifts_nothing(engine: Elasticsearch, shelf: Shelf, at: Viewpoint) -> None:
    weights = {**dict.fromkeys(WEIGHTS, 0.0), "place": 1.0}
    hits = engine.find(Wanted(text="varanasi", first=3), at, Ranking(weights=weights)).hits
    assert len(hits) == 3 and all(hit.text > 0 for hit in hits)
    without = engine.find(Wanted(text="varanasi", first=3), at, Ranking(weights={**weights, "place": 0.0, "title": 1.0})).hits
    assert without[0].text < hits[0].text


def test_the_score_is_that_of_the_text_lifted(engine: Elasticsearch, shelf: Shelf, at: Viewpoint) -> None:
    told = {document.product: document for document in documents([product.pk for product in shelf.products], version=1)}
    later = viewpoint(language="en", at=at.at + timedelta(days=45))
    ranking = Ranking(quality=0.5, stocked=0.3, recent=0.9, half_life=10)
    for moment in (at, later):
        for hit in engine.find(Wanted(text="turmeric"), moment, ranking).hits:
            one = told[hit.product]
            assert one.since is not None
            age = (moment.at - one.since) / timedelta(days=1)
            lift = ranking.lift(quality=one.quality, stocked=one.stocked, age_days=age)
            assert hit.score == pytest.approx(hit.text * lift, rel=1e-4)
            plain = Ranking(quality=0, stocked=0, recent=0)
            (same,) = (
                other for other in engine.find(Wanted(text="turmeric"), moment, plain).hits if other.product == hit.product
            )
            assert same.score == same.text == pytest.approx(hit.text, rel=1e-4)


def test_few_questions_are_asked(engine: Elasticsearch, shelf: Shelf, at: Viewpoint, asked: list[Any], monkeypatch: Any) -> None:
    monkeypatch.setattr(find_module, "FEW", 1)
    engine.find(Wanted(text="lakadong turmeric", counted=True), at, Ranking())
    assert len(asked) == 1
    asked.clear()
    engine.find(Wanted(text=" ".join(f"turmreic{number} chiknkari" for number in range(500))), at, Ranking())
    assert len(asked) <= 6


def test_the_largest_question_is_taken(engine: Elasticsearch, shelf: Shelf, at: Viewpoint) -> None:
    words = [f"wordd{number}" for number in range(MOST_WORDS - 1)]
    also = {
        word: tuple(f"other{one}{word} of {word}" if one % 2 else f"other{one}{word}" for one in range(100)) for word in words
    }
    wanted = Wanted(text=" ".join((*words, "turmeric")), also=also, unfinished=True, counted=True, matched=True)
    answer = engine.find(wanted, at, Ranking())
    assert answer.loosely and len(answer.hits) == 2


def test_names_are_analysed_as_english_and_as_hindi(engine: Elasticsearch, shelf: Shelf, elasticsearch: "Client") -> None:
    def cut(text: str) -> list[str]:
        told = elasticsearch.indices.analyze(index=indices.reading(), analyzer="native", text=text)
        return [token["token"] for token in told["tokens"]]

    assert cut("Weaver's SAREES, naïve") == ["weaver", "sare", "naiv"]
    assert cut("साड़ियाँ") == cut("साड़ियों") and cut("ज़री") == cut("ज़री") == cut("जरी")
    assert cut("१२ कटोरियाँ")[0] == "12"


def test_where_nobody_answers_the_engine_is_down(engine: Elasticsearch, shelf: Shelf, at: Viewpoint, settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"  # where nothing listens
    with pytest.raises(EngineDown):
        engine.find(Wanted(text="turmeric"), at, Ranking())
    with pytest.raises(EngineDown):
        engine.put(documents([shelf.products[0].pk], version=2))
