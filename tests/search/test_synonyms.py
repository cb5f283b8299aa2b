"""Words that mean the same in the database: added, changed, taken out of use, removed, loaded from our file; held in memory."""

from pathlib import Path
from typing import Any

import pytest

from marketplace.kit.refused import Refused
from marketplace.reference.broken import BrokenFile
from marketplace.reference.load import DATA, check, load
from search.words import actions
from search.words.models import SearchSynonym
from search.words.queries import expansions
from search.words.rules import MOST_WORDS
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_a_group_is_found_as_soon_as_it_is_there() -> None:
    assert expansions(["gudri"]) == {}
    group = actions.add(words=["  Gudri ", "रज़ाई", "quilt"], finds=["blanket"], note="as people say")
    assert expansions(["old", "gudri"]) == {"gudri": ("रजाई", "quilt", "blanket")}
    assert (group.words, group.finds, group.note) == (["Gudri", "रज़ाई", "quilt"], ["blanket"], "as people say")
    assert group.changed_at is not None and group.code is None and group.changed_by is None


def test_a_group_is_changed_as_far_as_it_is_said() -> None:
    group, operator = actions.add(words=["diya", "deepak"], finds=["lamp"]), UserFactory()
    actions.change(group=group, words=["diya", "दीपक"], by=operator)
    assert expansions(["diya"]) == {"diya": ("दीपक", "lamp")}
    actions.change(group=group, finds=[])
    assert expansions(["diya"]) == {"diya": ("दीपक",)}
    actions.change(group=group, in_use=False, note="too wide")
    assert expansions(["diya"]) == {}
    group.refresh_from_db()
    assert (group.words, group.note, group.changed_by) == (["diya", "दीपक"], "too wide", None)


def test_a_group_is_removed_once() -> None:
    group = actions.add(words=["diya", "deepak"])
    actions.remove(group=group)
    assert expansions(["diya"]) == {}
    for deed in (lambda: actions.remove(group=group), lambda: actions.change(group=group, note="")):
        with pytest.raises(Refused) as refused:
            deed()
        assert refused.value.code == "NOT_FOUND"


@pytest.mark.parametrize(
    "given, code, field",
    [
        ({"words": []}, "REQUIRED", "words"), ({"words": ["one"]}, "REQUIRED", "words"),
        ({"words": [], "finds": ["a", "b"]}, "REQUIRED", "words"),
        ({"words": ["a", "₹"]}, "INVALID", "words"), ({"words": ["a", "\ud800"]}, "INVALID", "words"),
        ({"words": ["a", "b" * 81]}, "TOO_LONG", "words"), ({"words": ["a"], "finds": ["v w x y z"]}, "TOO_LONG", "finds"),
        ({"words": ["a", "b"], "note": "n" * 301}, "TOO_LONG", "note"),
        ({"words": [f"w{number}" for number in range(MOST_WORDS + 1)]}, "TOO_MANY", "words"),
        ({"words": ["Zari", "ज़री", "जरी"]}, "DUPLICATE", "words"), ({"words": ["a", "b"], "finds": ["A"]}, "DUPLICATE", "finds"),
        ({"words": ["Deepak", "Lamp"], "finds": ["other"]}, "UNIQUE", "words"),
    ],
)  # fmt: skip
def test_what_is_refused(given: dict[str, Any], code: str, field: str) -> None:
    actions.add(words=["lamp", "deepak"])
    with pytest.raises(Refused) as refused:
        actions.add(**given)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert SearchSynonym.objects.count() == 1


def test_a_group_keeps_its_own_words_and_takes_no_other_s() -> None:
    group, other = actions.add(words=["lamp", "deepak"]), actions.add(words=["lamp", "diya"])
    actions.change(group=group, words=["deepak", "lamp"])
    with pytest.raises(Refused) as refused:
        actions.change(group=other, words=["deepak", "lamp"])
    assert refused.value.code == "UNIQUE"


def test_what_we_are_told_is_kept_in_one_normal_form() -> None:
    group = actions.add(words=["सा\u095cी", "sa\u202eri"])
    assert group.words == ["सा\u0921\u093cी", "sari"]


FILE = "code,words,finds,note\nSY001,lamp;deepak,diya,\nSY002,pot;matka,,\nSY003,toy;khilona,,\n"


def _load(folder: Path, text: str) -> None:
    (folder / "synonyms.csv").write_text(text, encoding="utf-8")
    for original in DATA.glob("*.csv"):
        (folder / original.name).write_bytes(original.read_bytes())
    load(["synonyms"], directory=folder)


def _held() -> list[tuple[str | None, list[str], bool]]:
    return list(SearchSynonym.objects.order_by("code", "id").values_list("code", "words", "in_use"))


def test_our_file_is_loaded_beside_what_operators_have_made(tmp_path: Path) -> None:
    actions.add(words=["basket", "tokri"])
    _load(tmp_path, FILE)
    assert [code for code, _words, _used in _held()] == ["SY001", "SY002", "SY003", None]
    assert expansions(["lamp"]) == {"lamp": ("deepak", "diya")}
    _load(tmp_path, FILE.replace("deepak", "chirag").replace("SY003,toy;khilona,,\n", ""))
    assert expansions(["lamp"]) == {"lamp": ("chirag", "diya")}
    assert [code for code, _words, _used in _held()] == ["SY001", "SY002", None]


def test_what_an_operator_has_changed_stays_so(tmp_path: Path) -> None:
    _load(tmp_path, FILE)
    first, second, third = SearchSynonym.objects.order_by("code")
    actions.change(group=first, words=["lamp", "laltain"])
    actions.change(group=second, in_use=False)
    actions.change(group=third, note="keep")
    with pytest.raises(Refused) as refused:
        actions.remove(group=first)
    assert (refused.value.code, refused.value.field) == ("FROM_FILE", "in_use")
    _load(tmp_path, FILE.replace("deepak", "chirag").replace("matka", "ghada").replace("SY003,toy;khilona,,\n", ""))
    assert _held() == [("SY001", ["lamp", "laltain"], True), ("SY002", ["pot", "matka"], False), (None, ["toy", "khilona"], True)]


def test_a_group_that_an_operator_has_made_already_is_not_doubled(tmp_path: Path) -> None:
    actions.add(words=["matka", "pot"], finds=["vase"])
    _load(tmp_path, FILE)
    assert [code for code, _words, _used in _held()] == ["SY001", "SY003", None]


@pytest.mark.parametrize(
    "line, what",
    [
        ("SY001,one,,", "has no second word"), ("SY001,one;₹,,", "no letters"), ("SY001,one;One,,", "stands twice"),
        ("SY001,one;b c d e f,,", "more than 4 words"), ("SY001,one;two,,\nSY002,Two;one,x,", "are the words of SY001"),
        ("1,one;two,,", "is not a code"),
    ],
)  # fmt: skip
def test_a_broken_file_is_refused(tmp_path: Path, line: str, what: str) -> None:
    (tmp_path / "synonyms.csv").write_text(f"code,words,finds,note\n{line}\n", encoding="utf-8")
    with pytest.raises(BrokenFile, match=what):
        check(["synonyms"], directory=tmp_path)


def test_the_whole_file_is_loaded_and_found() -> None:
    load(["synonyms"])
    assert SearchSynonym.objects.count() >= 300
    assert "bedsheet" in expansions(["chadar"])["chadar"]
    assert expansions(["zzzz"]) == {}
