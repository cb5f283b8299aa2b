"""Why a product stands where it does: the numbers add up, and the sentences say no more than they do."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.document import Words
from search.ranking.explanation import _MET, Facts, explanation
from search.ranking.quality import Made, parts, quality, wanting
from search.ranking.rules import Ranking


@dataclass(frozen=True)
class Found:
    """A hit."""

    score: float
    text: float
    matched: tuple[str, ...] = ()


FACTS = Facts(quality=0.5, stocked=True, age_days=30)


@given(st.integers(0, 1000), st.booleans(), st.integers(0, 5000), st.integers(1, 5000))
def test_the_lifts_add_up_to_the_factor(thousandths: int, stocked: bool, age: int, hundredths: int) -> None:
    share, text = thousandths / 1000, hundredths / 100
    ranking, facts = Ranking(), Facts(quality=share, stocked=stocked, age_days=age)
    lift = ranking.lift(quality=share, stocked=stocked, age_days=age)
    found = explanation(Found(text * lift, text), facts, ranking, earlier=False, later=False)
    assert 1 + sum(one.adds for one in found.lifts) == pytest.approx(lift) == pytest.approx(found.lift)
    assert found.score == pytest.approx(found.text * found.lift)


def test_what_words_met_is_said_in_one_order_with_what_it_counts() -> None:
    found = explanation(Found(2, 1, ("about", "craft", "title")), FACTS, Ranking(), earlier=False, later=False)
    assert found.matched == ("title", "craft", "about") and found.weights == (1.0, 0.5, 0.05)
    assert found.sentences == ("Found by its name, its craft, and its description", "In stock")


def test_every_part_of_a_document_has_its_words() -> None:
    assert set(_MET) == {*Words._fields, "code"}


@pytest.mark.parametrize(("facts", "earlier", "later", "told"), [
    (Facts(quality=0.8, stocked=False, age_days=29), False, False, ("Well described", "New here")),
    (Facts(quality=0.79, stocked=False, age_days=30), True, False, ("A place for a small or new maker",)),
    (Facts(quality=0, stocked=False, age_days=400), False, True, ("Its maker has other products before it",)),
    (Facts(quality=0, stocked=False, age_days=400), False, False, ()),
])  # fmt: skip
def test_only_what_holds_is_said(facts: Facts, earlier: bool, later: bool, told: tuple[str, ...]) -> None:
    assert explanation(Found(1, 1), facts, Ranking(), earlier=earlier, later=later).sentences == told


def test_what_does_not_count_is_not_said() -> None:
    facts = Facts(quality=1, stocked=True, age_days=0)
    none = Ranking(quality=0, stocked=0, recent=0)
    found = explanation(Found(1, 1), facts, none, earlier=False, later=False)
    assert found.sentences == () and found.lift == 1


made = st.builds(
    Made, pictures=st.integers(0, 9), about=st.integers(0, 2000), languages=st.integers(1, 3), traits=st.integers(0, 9),
    declared=st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]), origin=st.booleans(),
)  # fmt: skip


@given(made, st.integers(0, 1))
def test_a_listing_is_as_good_as_its_parts(one: Made, more: int) -> None:
    share = quality(one, Ranking())
    missing = wanting(one, Ranking())
    assert 0 <= share <= 1 and (share == 1) == (not missing)
    assert share + sum(part.missing for part in missing) == pytest.approx(1, abs=1e-4)
    assert [part.missing for part in missing] == sorted((part.missing for part in missing), reverse=True)
    better = Made(
        pictures=one.pictures + more, about=one.about, languages=one.languages, traits=one.traits + more,
        declared=one.declared, origin=one.origin,
    )  # fmt: skip
    assert quality(better, Ranking()) >= share


def test_what_is_missing_is_counted_for_the_seller() -> None:
    bare = Made(pictures=1, about=100, languages=2, traits=5, declared=0.75, origin=False)
    assert [(part.name, part.more) for part in wanting(bare, Ranking())] == [
        ("pictures", 3), ("about", 300), ("origin", 0), ("declared", 0),
    ]  # fmt: skip
    assert [part.there for part in parts(bare, Ranking())] == [0.25, 0.25, 1, 1, 0.75, 0]


@given(made)
def test_only_proportions_of_the_parts_matter(one: Made) -> None:
    doubled = {name: 2 * value for name, value in Ranking().qualities.items()}
    assert quality(one, Ranking(qualities=doubled)) == quality(one, Ranking())
