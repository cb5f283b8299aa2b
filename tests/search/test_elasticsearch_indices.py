"""The indices in Elasticsearch: made once, written together, read in turn, walked through; what is late changes nothing."""

import pytest

from search.engines.elasticsearch import indices, store
from search.engines.elasticsearch.engine import Elasticsearch
from search.engines.engine import EngineDown
from search.index.queries import documents
from tests.search.learnt import use_elasticsearch
from tests.search.shelf import Shelf, open_shop

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch]


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Elasticsearch:
    """An engine that knows nothing yet."""
    use_elasticsearch(request, bare=True)
    return Elasticsearch(at_once=True)


@pytest.fixture
def shelf(engine: Elasticsearch) -> Shelf:
    """A shop with three products."""
    shelf = open_shop()
    for name in ("Brass bowl", "Brass lamp", "Brass toy"):
        shelf.put(name)
    return shelf


def keys(shelf: Shelf) -> list[int]:
    return sorted(product.pk for product in shelf.products)


def test_the_first_index_is_made_when_something_is_learnt_and_only_once(engine: Elasticsearch, shelf: Shelf) -> None:
    assert indices.written() == indices.read() == indices.all_indices() == []
    engine.put(documents(keys(shelf), version=1))
    first = indices.name_of(indices.FIRST)
    assert indices.written() == [first] and indices.read() == []  # nobody is shown what has only heard of some
    indices.ensure()
    assert not indices.create_index(first, write=True)
    assert indices.read_instead(first) == []
    assert indices.read() == [first]
    assert indices.all_indices() == [first] and indices.count(first) == 3


def test_a_new_index_is_filled_beside_the_old_one_and_takes_its_place(engine: Elasticsearch, shelf: Shelf) -> None:
    engine.put(documents(keys(shelf), version=1))
    old, new = indices.written()[0], indices.name_of("2")
    indices.read_instead(old)
    assert indices.create_index(new)
    indices.hurry(new)
    indices.write_too(new)
    engine.put(documents(keys(shelf)[:1], version=5))  # a change goes to both
    store.put_into([new], documents(keys(shelf), version=3))  # what is filled in is older than that
    indices.settle(new)
    versions = {name: [kept.version for kept in indices.walk(name)] for name in (old, new)}
    assert versions == {old: [5, 1, 1], new: [5, 3, 3]}
    assert indices.read() == [old]
    assert indices.read_instead(new) == [old]
    assert indices.read() == [new] and indices.written() == sorted((old, new))
    indices.write_no_more(old)
    indices.remove(old)
    indices.remove(old)
    assert indices.all_indices() == indices.written() == [new]


def test_what_is_known_is_told_by_key_with_its_print(
    engine: Elasticsearch, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indices, "_WALK", 2)  # in parts
    told = {document.product: document for document in documents(keys(shelf), version=4)}
    engine.put(told.values())
    indices.read_instead(indices.name_of(indices.FIRST))
    first, second, third = keys(shelf)
    engine.forget(products=[second], version=6)
    kept = list(engine.known())
    assert [(one.product, one.version, one.print) for one in kept] == [
        (first, 4, told[first].print), (second, 6, ""), (third, 4, told[third].print),
    ]  # fmt: skip
    assert {one.channel for one in kept} == {shelf.channel.pk}
    assert [one.product for one in engine.known(after=first)] == [second, third]
    assert [one.product for one in engine.known(products=[third])] == [third]
    assert indices.count(indices.writing()) == 2


def test_a_fault_of_the_server_is_one_of_the_engine(engine: Elasticsearch, shelf: Shelf, elasticsearch_url: str) -> None:
    engine.put(documents(keys(shelf), version=1))
    with pytest.raises(EngineDown, match="not_found"):
        indices.refresh(indices.name_of("none"))
    with pytest.raises(EngineDown, match="not taken"):
        store._send(indices.written(), [("1-1", 1, {"product": 1, "colour": "red"})], at_once=False)  # no such field


def test_large_bulks_are_sent_in_parts(engine: Elasticsearch, shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_BYTES", 1)
    assert len(list(store._packed(["a", "b"], [("1-1", 1, {}), ("2-1", 1, {})]))) == 2
    engine.put(documents(keys(shelf), version=1))
    assert indices.count(indices.writing()) == 3
