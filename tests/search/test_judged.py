"""Judged queries: what a criterion fits, which files are refused and where, and how answers are summed up."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from search.evaluation.assessment import ask, summaries, worst
from search.evaluation.criteria import Criterion, ProductFacts, grade_of, grades_of
from search.evaluation.judged import CLASSES, Faulty, judged, queries_of, unanswered, wishes
from tests.search.judged_sample import GOOD, written

SAREE = ProductFacts(
    id=1, name="Banarasi Silk Saree, Set of 2 Blouses", craft="banarasi-saree",
    categories=frozenset({"sarees-and-fabrics", "silk-sarees"}), district="varanasi", state="uttar-pradesh", price=500_000,
    seller="SHG", women_led=True, gi=True, odop=False,
    attributes={"colour": frozenset({"red", "ivory"}), "material": frozenset({"silk"})},
)  # fmt: skip


@pytest.mark.parametrize(
    ("criterion", "fits"),
    [
        ({"craft": ("banarasi-saree",)}, True),
        ({"craft": ("patola", "banarasi-saree")}, True),
        ({"craft": ("patola",)}, False),
        ({"category": ("sarees-and-fabrics",)}, True),  # its branch
        ({"category": ("clothing",)}, False),
        ({"district": ("varanasi",), "state": ("uttar-pradesh",)}, True),
        ({"district": ("varanasi",), "state": ("bihar",)}, False),  # all must hold
        ({"seller": ("SHG", "ARTISAN")}, True),
        ({"women_led": False}, False),
        ({"gi": True, "odop": False}, True),
        ({"gi": False}, False),
        ({"price_to": 500_000}, True),
        ({"price_to": 499_999}, False),
        ({"price_from": 500_000}, True),
        ({"price_from": 500_001}, False),
        ({"attribute": (("colour", ("green", "red")),)}, True),
        ({"attribute": (("colour", ("green",)),)}, False),
        ({"attribute": (("colour", ("red",)), ("material", ("cotton",)))}, False),
        ({"attribute": (("size", ("m",)),)}, False),
        ({"name": ("saree",)}, True),
        ({"name": ("silk SAREE",)}, True),
        ({"name": ("blouse",)}, True),  # the plural
        ({"name": ("sar",)}, False),  # whole words only
        ({"name": ("saree silk",)}, False),
    ],
)
def test_all_that_a_criterion_says_must_hold(criterion: dict[str, object], fits: bool) -> None:
    assert Criterion(grade=3, **criterion).fits(SAREE) is fits  # type: ignore[arg-type]


def test_the_first_criterion_that_fits_gives_the_grade() -> None:
    out, rest = Criterion(grade=0, name=("saree",)), Criterion(grade=2, category=("silk-sarees",))
    assert grade_of(SAREE, [rest, out]) == 2
    assert grade_of(SAREE, [out, rest]) == 0
    assert grade_of(SAREE, []) == 0
    other = replace(SAREE, id=2, name="Banarasi Dupatta")
    assert grades_of([SAREE, other], [out, rest]) == {2: 2}


def test_a_file_is_read(tmp_path: Path) -> None:
    english, hindi = judged(written(tmp_path))
    assert (english.text, english.kind, english.language) == ("red saree", "english", "en")
    assert (hindi.text, hindi.kind, hindi.language) == ("लाल साड़ी", "hindi", "hi")
    first, second = english.wish.criteria
    assert first == Criterion(grade=3, name=("saree",), attribute=(("colour", ("red",)),))
    assert second == Criterion(grade=1, name=("saree",))
    assert english.wish.place.at("red saree") == "wishes.toml:9"


@pytest.mark.parametrize(
    ("there", "instead", "fault"),
    [
        ("grade = 3", "grade = 4", "wishes.toml:3: a grade is 0 to 3, not 4"),
        ("grade = 3", 'grade = "3"', "wishes.toml:3: a grade is 0 to 3, not '3'"),
        ("grade = 3", "grade = true", "wishes.toml:3: a grade is 0 to 3, not True"),
        ("grade = 3, ", "", "wishes.toml:3: a grade is 0 to 3, not None"),
        ('{ grade = 1, name = "saree" }', "{ grade = 1 }", "wishes.toml:3: a criterion says something beside the grade"),
        ('name = "saree" }', 'title = "saree" }', "wishes.toml:3: unknown in a criterion: title"),
        ('name = "saree" }', 'gi = "yes" }', "wishes.toml:3: gi is true or false"),
        ('name = "saree" }', "price_to = 12.5 }", "wishes.toml:3: price_to is in paise"),
        ('name = "saree" }', "craft = [] }", "wishes.toml:3: craft is a text or a list of texts"),
        ('name = "saree" }', 'attribute = "red" }', "wishes.toml:3: attribute.SLUG = choices"),
        ("english =", "klingon =", "wishes.toml:3: unknown: klingon"),
        ('["red saree"]', '"red saree"', "wishes.toml:3: english is a list of queries"),
        ('"लाल साड़ी"', '"laal saree"', "wishes.toml:10: not in Devanagari: laal saree"),
        ('"red saree"', '"लाल"', "wishes.toml:9: in Devanagari: लाल"),
        ('hindi = ["लाल साड़ी"]', 'misspelt = ["Red  SAREE"]', "wishes.toml:10: asked twice (also wishes.toml:9): Red  SAREE"),
        ('english = ["red saree"]\nhindi = ["लाल साड़ी"]', "", "wishes.toml:3: nobody asks for it"),
        ('wish = "a red saree"\n', "", "wishes.toml:3: a wish says in a sentence what is wanted"),
        ("[[wish]]", "[[wishes]]", "wishes.toml:1: unknown: wishes"),
        ('["red saree"]', '["red saree"', "wishes.toml:10: "),  # TOML's own fault
    ],
)
def test_faults_are_told_with_file_and_line(tmp_path: Path, there: str, instead: str, fault: str) -> None:
    assert there in GOOD
    with pytest.raises(Faulty) as raised:
        wishes(written(tmp_path, GOOD.replace(there, instead, 1)))
    assert any(told.startswith(fault) for told in raised.value.faults), raised.value.faults


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(Faulty) as raised:
        wishes(written(tmp_path, GOOD.replace("grade = 3", "grade = 9").replace("hindi =", "hindu =")))
    assert len(raised.value.faults) == 2


def test_a_query_may_stand_in_one_file_only(tmp_path: Path) -> None:
    (tmp_path / "again.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(Faulty) as raised:
        wishes(written(tmp_path))
    assert "wishes.toml:9: asked twice (also again.toml:9): red saree" in raised.value.faults


def test_a_wish_without_an_answer_and_a_criterion_without_a_product_are_faults(tmp_path: Path) -> None:
    found = wishes(written(tmp_path))
    assert unanswered(found, [SAREE]) == []
    green = replace(SAREE, attributes={"colour": frozenset({"green"})})
    assert unanswered(found, [green]) == [
        "wishes.toml:3: nothing answers: a red saree",
        "wishes.toml:3: criterion 1 fits no product: a red saree",
    ]


def test_every_class_of_the_projects_own_queries_has_enough_of_them() -> None:
    counted = Counter(query.kind for query in judged())
    assert all(counted[kind] >= 80 for kind in CLASSES), counted
    assert {query.language for query in judged() if query.kind == "hindi"} == {"hi"}


def test_answers_are_summed_up_by_class_and_the_worst_come_first(tmp_path: Path) -> None:
    green = replace(SAREE, id=2, attributes={"colour": frozenset({"green"})})
    queries = queries_of(wishes(written(tmp_path)))
    asked: list[tuple[str, str, int]] = []

    def engine(text: str, language: str, first: int) -> list[int]:
        asked.append((text, language, first))
        return [1, 2] if language == "en" else [2]

    answers = ask(engine, queries, [SAREE, green])
    assert asked == [("red saree", "en", 10), ("लाल साड़ी", "hi", 10)]
    assert [(summary.kind, summary.queries) for summary in summaries(answers)] == [("english", 1), ("hindi", 1), ("overall", 2)]
    assert [answer.query.kind for answer in worst(answers, 1)] == ["hindi"]
    assert answers[0].wanted == [1, 2]
    assert summaries([]) == []
