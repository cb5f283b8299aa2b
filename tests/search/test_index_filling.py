"""An engine is filled anew while it is searched and changed, and goes on after it was killed; drift is found and mended."""

import os
import signal
import subprocess
import sys
from collections.abc import Collection

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from catalog.products.models import Product
from marketplace.channels.queries import viewpoint
from search.bench import search_index
from search.bench.lag import mark
from search.engines.all import engines
from search.engines.elasticsearch import indices
from search.engines.engine import Engine, EngineDown, Wanted
from search.engines.postgresql.models import SearchDocument
from search.index import filling
from search.index.actions import learn
from search.index.check import check, mend
from search.index.filling import Progress, fill, unfilled
from search.index.models import SearchDue, SearchFilling
from search.index.queries import documents
from search.ranking.queries import ranking
from tests.search.learnt import use_elasticsearch
from tests.search.market import open_market
from tests.search.shelf import Shelf

BOTH = ["postgresql", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Engine:
    """The engine of the test, empty."""
    if request.param == "elasticsearch":
        use_elasticsearch(request, bare=True)
    return engines()[request.param]


@pytest.fixture
def parts_of_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "PART", 2)


def found(engine: Engine, text: str) -> set[int]:
    at = viewpoint(language="en")
    return {hit.product for hit in engine.find(Wanted(text=text), at, ranking(timezone.now())).hits}


def rename(engine: Engine, product: Product, name: str) -> None:
    """What a worker does after an edit."""
    Product.objects.filter(pk=product.pk).update(name=name)
    learn(engine, [product.pk])


@pytest.mark.parametrize("engine", BOTH, indirect=True)
@pytest.mark.usefixtures("parts_of_two", "db")
def test_it_is_searched_and_changed_while_it_is_filled(engine: Engine) -> None:
    shelf = open_market()
    list(fill(engine))
    first, last = shelf.products[0], shelf.products[-1]
    assert found(engine, "lamp") == {shelf.products[3].pk}
    walk = fill(engine, anew=True)
    assert next(walk).passed == 2
    rename(engine, first, "Cloud shawl")  # behind where it is, and before it
    rename(engine, last, "Rain pitcher")
    assert found(engine, "cloud shawl") >= {first.pk} and found(engine, "rain pitcher") >= {last.pk}
    gone = shelf.products[4].pk
    Product.objects.filter(pk=gone).delete()
    learn(engine, [gone])
    done = list(walk)
    assert [progress.passed for progress in done] == [4, 5] and done[-1].documents == 5
    assert found(engine, "cloud shawl") >= {first.pk} and found(engine, "rain pitcher") >= {last.pk}
    assert check(engine, patience=0).pairs == []
    Product.objects.filter(pk=last.pk).delete()
    SearchDue.objects.all().delete()  # nobody hears of it
    list(fill(engine))
    assert check(engine, patience=0).pairs == []
    if engine.name == "elasticsearch":
        assert indices.read() == indices.written() == indices.all_indices()


@pytest.mark.parametrize("engine", BOTH, indirect=True)
@pytest.mark.usefixtures("parts_of_two", "db")
def test_what_was_broken_off_goes_on_and_until_then_the_old_answers(engine: Engine) -> None:
    shelf = open_market()
    assert [one.name for one in unfilled()].count(engine.name) == 1
    list(fill(engine))
    assert engine.name not in [one.name for one in unfilled()]
    walk = fill(engine, anew=True)
    next(walk)
    walk.close()
    into = SearchFilling.objects.get(engine=engine.name).into
    assert found(engine, "lamp") == {shelf.products[3].pk}
    assert [(progress.passed, progress.learnt) for progress in fill(engine)] == [(4, 2), (6, 4)]
    assert check(engine, patience=0).pairs == []
    assert engine.name == "postgresql" or indices.read() == [into]


_KILLED = """
import sys, time
import django; django.setup()
from search.engines.all import engines
from search.index import filling
filling.PART = 1
for progress in filling.fill(engines()["postgresql"]):
    print(progress.after, flush=True)
    time.sleep(0.3)
"""


@pytest.mark.django_db(transaction=True)
def test_after_kill_9_it_goes_on_from_the_last_key() -> None:
    shelf = open_market()
    with subprocess.Popen(
        [sys.executable, "-P", "-c", _KILLED], env=search_index.environment(), stdout=subprocess.PIPE, text=True
    ) as filler:
        assert filler.stdout is not None
        keys = [int(filler.stdout.readline()) for _part in range(2)]
        os.kill(filler.pid, signal.SIGKILL)
    assert keys == [shelf.products[0].pk, shelf.products[1].pk]
    row = SearchFilling.objects.get()
    assert row.after >= keys[1] and row.done_at is None
    (done,) = fill(engines()["postgresql"])
    assert done.documents == 6 and done.learnt < 6
    assert check(engines()["postgresql"], patience=0).pairs == []


@pytest.mark.parametrize("engine", BOTH, indirect=True)
@pytest.mark.django_db(transaction=True)
def test_several_processes_fill(engine: Engine, parts_of_two: None) -> None:
    open_market()
    environment = search_index.environment()
    before = {name: os.environ.get(name) for name in environment}
    os.environ.update(environment)
    try:
        done = list(fill(engine, by=2))
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})
    assert isinstance(done[-1], Progress) and done[-1].documents == 6
    assert check(engine, patience=0).pairs == []


@pytest.mark.parametrize("engine", BOTH, indirect=True)
@pytest.mark.usefixtures("db")
def test_what_differs_is_found_and_mended(engine: Engine) -> None:
    shelf = open_market()
    list(fill(engine))
    stale, missing, extra = (product.pk for product in shelf.products[:3])
    Product.objects.filter(pk=stale).update(name="Nobody was told")
    engine.forget(products=[missing], version=mark())
    ghost = documents([extra], version=mark())
    Product.objects.get(pk=extra).channel_listings.all().delete()
    engine.put(ghost)
    SearchDue.objects.all().delete()
    drift = check(engine, patience=0)
    assert [[product for product, _channel in pairs] for pairs in (drift.stale, drift.missing, drift.superfluous)] == [
        [stale], [missing], [extra],
    ]  # fmt: skip
    assert mend(engine, drift).pairs == [] == check(engine, patience=0).pairs


def test_the_commands_say_what_they_do_and_end_with_what_they_found(
    db: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf: Shelf = open_market()
    call_command("reindex", "--processes", "1")
    assert "6 documents can be searched" in capsys.readouterr().out
    call_command("reindex", "--where-needed")
    assert capsys.readouterr().out == ""
    call_command("search", "check")
    assert "6 documents, none differs" in capsys.readouterr().out
    SearchDocument.objects.filter(product=shelf.products[0]).update(print="another")
    for arguments, told in (([], "1 stale"), (["--mend"], "1 products learnt anew, 0 documents still differ")):
        with pytest.raises(SystemExit) as ended:
            call_command("search", "check", *arguments)
        assert ended.value.code == 1 and told in capsys.readouterr().out
    call_command("search", "check")

    def down(_self: object, place: str, documents: Collection[object]) -> None:
        raise EngineDown("No answer.")

    monkeypatch.setattr("search.engines.postgresql.engine.PostgreSQL.put_into", down)
    with pytest.raises(CommandError, match="Run it again"):
        call_command("search", "reindex", "--processes", "1")
