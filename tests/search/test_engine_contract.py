"""What every search engine does, whichever it is: learns, finds in any script and spelling, forgets, shows nothing hidden."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.products.models import Product
from catalog.publication.actions import publish, unpublish
from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.crafts.models import CraftName
from search.engines.all import engines
from search.engines.engine import Engine, Wanted
from search.index.actions import AT_ONCE, learn_all
from search.index.actions import learn as learn_some
from search.index.queries import documents
from search.ranking.rules import Ranking
from tests.search.learnt import use_elasticsearch
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
Names = dict[str, Product]


@pytest.fixture(params=["postgresql", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn; what they learn is found at once."""
    if request.param == "elasticsearch":
        use_elasticsearch(request)
    return engines()[request.param]


@pytest.fixture
def shelf() -> Shelf:
    """An open shop."""
    return open_shop()


@pytest.fixture
def at(shelf: Shelf) -> Viewpoint:
    """Where a reader stands, a moment from now."""
    return viewpoint(language="en", at=timezone.now() + timedelta(minutes=1))


@pytest.fixture
def names(shelf: Shelf, engine: Engine, at: Viewpoint) -> Names:
    """Five products that the engine has learnt."""
    made = {
        "kurta": shelf.put("Chikankari kurta, white", hindi="चिकनकारी कुर्ता, सफ़ेद"),
        "saree": shelf.put("Banarasi silk saree", hindi="बनारसी साड़ी"),
        "toy": shelf.put("Wooden toy horse", hindi="लकड़ी का घोड़ा"), "horses": shelf.put("Pair of brass horses"),
        "bowl": shelf.put("Brass bowl"),
    }  # fmt: skip
    learn(engine, made.values())
    return made


def learn(engine: Engine, products: object, *, version: int = 0) -> None:
    """Put the documents of these products as they are now."""
    engine.put(documents([product.pk for product in products], version=version))  # type: ignore[attr-defined]


def found(engine: Engine, text: str, at: Viewpoint, *, most: int = 10) -> list[int]:
    """The keys of what is found, the best first."""
    return [hit.product for hit in engine.find(Wanted(text=text, unfinished=True, first=most), at, Ranking()).hits]


@pytest.mark.parametrize(("text", "wanted"), [
    ("chikankari kurta", "kurta"), ("kurtas", "kurta"), ("चिकनकारी", "kurta"), ("chickankari", "kurta"), ("CHIKAN­KARI", "kurta"),
    ("ચિકનકારી", "kurta"), ("साड़ियाँ", "saree"), ("saadi banaarasi", "saree"), ("wodden toy", "toy"),
    ("लकडी", "toy"), ("bras bowl", "bowl"), ("toy hor", "toy"),
])  # fmt: skip
def test_it_finds_in_any_script_and_spelling(engine: Engine, at: Viewpoint, names: Names, text: str, wanted: str) -> None:
    assert found(engine, text, at)[:1] == [names[wanted].pk]


def test_what_is_written_so_stands_before_what_sounds_so(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert found(engine, "horse", at)[:2] == sorted((names["toy"].pk, names["horses"].pk))
    assert found(engine, "brass", at)[:2] == sorted((names["horses"].pk, names["bowl"].pk))
    assert set(found(engine, "brass horse bowl", at)[:2]) == {names["horses"].pk, names["bowl"].pk}  # two of three words


def test_places_old_and_new_codes_and_names_of_crafts_in_any_language_find(
    engine: Engine, shelf: Shelf, at: Viewpoint, names: Names
) -> None:
    saree = names["saree"]
    assert saree.craft is not None
    CraftName.objects.create(craft=saree.craft, language_code="ta", name="காஞ்சி", rank=1)
    learn(engine, names.values(), version=2)
    everything = {product.pk for product in names.values()}
    assert set(found(engine, "Benares", at)) == set(found(engine, "वाराणसी", at)) == everything
    assert saree.pk in found(engine, "காஞ்சி", at)
    assert found(engine, f"SAREE-{saree.pk}-1", at)[:1] == [saree.pk]
    assert set(found(engine, shelf.seller.pincode, at)) == everything


def test_what_may_not_be_seen_is_not_found(engine: Engine, shelf: Shelf, at: Viewpoint, names: Names) -> None:
    unpublish(product=names["bowl"], channel=shelf.channel)
    publish(product=names["horses"], channel=shelf.channel, at=timezone.now() + timedelta(hours=1))
    learn(engine, names.values(), version=2)
    assert found(engine, "brass", at) == []
    assert found(engine, "brass", replace(at, at=at.at + timedelta(hours=2))) == [names["horses"].pk]
    assert found(engine, "chikankari", replace(at, channel_id=at.channel_id + 1)) == []


def test_versions_in_any_order_and_again_come_to_the_same(engine: Engine, at: Viewpoint, names: Names) -> None:
    bowl, said = names["bowl"], []
    for version, name in enumerate(("Copper bowl", "Tin bowl", "Silver bowl"), start=2):
        Product.objects.filter(pk=bowl.pk).update(name=name)
        said += documents([bowl.pk], version=version)
    for shuffle in range(4):
        order = said * 2
        random.Random(shuffle).shuffle(order)
        for document in order:
            engine.put([document])
        assert found(engine, "silver", at) == [bowl.pk] and bowl.pk not in found(engine, "copper", at)
    engine.put(said)  # several of one product at once
    assert found(engine, "silver bowl", at)[:1] == [bowl.pk]


def test_what_is_forgotten_does_not_come_back_by_an_older_document(engine: Engine, at: Viewpoint, names: Names) -> None:
    bowl = names["bowl"]
    late = documents([bowl.pk], version=3)
    engine.forget(products=[bowl.pk], version=5)
    engine.put(late)
    assert bowl.pk not in found(engine, "bowl", at)
    learn(engine, [bowl], version=6)
    assert found(engine, "bowl", at)[:1] == [bowl.pk]
    gone = documents([bowl.pk], version=9)
    Product.objects.filter(pk=bowl.pk).delete()
    engine.forget(products=[bowl.pk], version=10)
    engine.put([*gone, *documents([names["saree"].pk], version=9)])
    assert bowl.pk not in found(engine, "bowl", at) and names["saree"].pk in found(engine, "saree", at)


def test_a_mistyped_word_is_told_as_it_was_read(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert engine.find(Wanted(text="brqss bowl"), at, Ranking()).spelled == {"brqss": "brass"}
    assert engine.find(Wanted(text="brass bowl"), at, Ranking()).spelled == {}


def test_no_more_is_told_than_wanted_and_the_cost_is_bounded(engine: Engine, at: Viewpoint, names: Names) -> None:
    assert len(found(engine, "varanasi", at, most=3)) == 3
    with CaptureQueriesContext(connection) as caught:
        engine.find(Wanted(text=" ".join(f"nothing{number}" for number in range(500))), at, Ranking())
    assert len(caught) <= 30


def test_the_whole_catalogue_is_learnt_and_what_is_gone_is_forgotten(engine: Engine, at: Viewpoint, names: Names) -> None:
    Product.objects.filter(pk=names["bowl"].pk).update(name="Pewter bowl")
    keys = sorted(product.pk for product in names.values())
    assert list(learn_all(engine)) == [(keys[-1], len(keys))] and len(keys) < AT_ONCE
    assert found(engine, "pewter", at) == [names["bowl"].pk]
    assert list(learn_all(engine, after=keys[-2])) == [(keys[-1], 1)]
    gone = names["toy"].pk
    Product.objects.filter(pk=gone).delete()
    assert learn_some(engine, [gone, keys[0]]) == 1
    assert found(engine, "wooden toy", at) == []


def test_the_command_has_an_engine_learn_everything(
    engine: Engine, at: Viewpoint, names: Names, capsys: pytest.CaptureFixture[str]
) -> None:
    Product.objects.filter(pk=names["bowl"].pk).update(name="Pewter bowl")
    call_command("search", "learn", "--engine", engine.name, "--processes", "1")
    assert f"{engine.name}: {len(names)} documents can be searched" in capsys.readouterr().out
    assert found(engine, "pewter", at) == [names["bowl"].pk]
