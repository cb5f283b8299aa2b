"""Which words are looked for beside which: groups, one way and both, phrases, stems, sounds, and their order. Pure."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.reference.dataset import Parsed
from search.language.fold import folded
from search.words.dataset import SHEET, check
from search.words.rules import MOST_ALSO, Thesaurus, key_of, looked_for, thesaurus_of

FILE = Path(__file__).resolve().parents[2] / "search/words/synonyms.csv"


def _of(*groups: tuple[str, str]) -> Thesaurus:
    return thesaurus_of([(words.split(";"), [word for word in finds.split(";") if word]) for words, finds in groups])


def test_words_of_a_group_find_each_other() -> None:
    found = _of(("bedsheet;chadar;चादर", ""))
    assert found.of(["chadar"]) == {"chadar": ("bedsheet", "चादर")}
    assert set(found.of(["चादर"])["चादर"]) == {"bedsheet", "chadar"}
    assert found.of(["carpet"]) == {}


def test_what_is_found_besides_does_not_find_back() -> None:
    found = _of(("kurti", "kurta"))
    assert found.of(["kurti"]) == {"kurti": ("kurta",)}
    assert found.of(["kurta"]) == {}


def test_a_word_of_several_groups_finds_what_each_says() -> None:
    found = _of(("kada;bangle", ""), ("kada;bracelet", ""))
    assert found.of(["kada"]) == {"kada": ("bangle", "bracelet")}
    assert found.of(["bangle"]) == {"bangle": ("kada",)}


def test_phrases_are_found_without_words_that_are_not_looked_for() -> None:
    found = _of(("glass bangle;kaanch ki chudi", ""))
    assert found.of(["white", "kaanch", "chudi"]) == {"kaanch chudi": ("glass bangle",)}
    assert found.of(["kaanch", "white", "chudi"]) == {}


def test_stems_and_sounds_find_too() -> None:
    found = _of(("carpet;kaleen", ""), ("galicha;carpet", ""))
    assert found.of(["carpets"]) == {"carpets": ("kaleen", "galicha")}
    assert found.of(["galeecha"]) == {"galeecha": ("carpet",)}


def test_a_sound_of_two_meanings_finds_nothing() -> None:
    groups = (("kantara;first", ""), ("kantaara;second", ""))
    assert _of(*groups).of(["kanntara"]) == {}
    assert _of(groups[0]).of(["kanntara"]) == {"kanntara": ("first",)}


def test_the_key_s_own_stem_is_not_said_again() -> None:
    assert _of(("carpet;carpets;kaleen", "")).of(["carpet"]) == {"carpet": ("kaleen",)}


def test_what_catalogues_are_written_in_and_new_sounds_come_first() -> None:
    found = _of(("tea;டீ;chai;चाय", "kahwa"))
    assert found.of(["tea"]) == {"tea": ("chai", "kahwa", "चाय")}
    assert found.of(["chai"]) == {"chai": ("tea", "kahwa", "चाय")}


def test_other_scripts_are_looked_for_beside_words_of_the_same_script_only() -> None:
    found = _of(("tea;டீ;chai;தேநீர்;ചായ", ""))
    assert found.of(["tea"]) == {"tea": ("chai",)}
    assert set(found.of(["டீ"])["டீ"]) == {"tea", "chai", "தேநீர்"}


def test_not_more_than_are_worth_it() -> None:
    group = ";".join(f"{one}{other}{one}{other}" for one in "kgtdp" for other in "aiueo")
    assert len(_of((group, "")).of(["kaka"])["kaka"]) == MOST_ALSO


@pytest.mark.parametrize(
    "phrase, wanted", [("Kaanch ki CHUDI", "kaanch chudi"), ("ka", "ka"), ("ज़री", "जरी"), ("  ", ""), ("₹", "")]
)
def test_a_phrase_as_it_is_looked_for(phrase: str, wanted: str) -> None:
    assert looked_for(phrase) == wanted


def test_the_same_words_have_the_same_key_in_any_order_and_writing() -> None:
    assert key_of(["Diya", "दीपक"]) == key_of(["दीपक", "diya"]) != key_of(["diya"])


@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_words_may_be_asked(words: list[str]) -> None:
    _of(("a b;c", ""), ("दीपक;diya", "")).of(words)


def test_the_file_is_in_order() -> None:
    parsed = Parsed({SHEET.file: SHEET.read(FILE.parent)})
    check(parsed)
    assert len(parsed.rows[SHEET.file]) >= 300


@pytest.fixture(scope="module")
def ours() -> Thesaurus:
    """What our file says."""
    with FILE.open(encoding="utf-8") as file:
        return thesaurus_of(
            [(row["words"].split(";"), list(filter(None, row["finds"].split(";")))) for row in csv.DictReader(file)]
        )


FRIENDS = [
    ("साड़ी", "saree"), ("sari", "साड़ी"), ("புடவை", "saree"), ("chunni", "dupatta"), ("odhni", "dupatta"), ("mojari", "jutti"),
    ("deepak", "diya"), ("matka", "pot"), ("chadar", "bedsheet"), ("galicha", "carpet"), ("कालीन", "carpet"), ("chudi", "bangle"),
    ("kangan", "bangle"), ("achar", "pickle"), ("agarbatti", "incense"), ("murti", "idol"), ("khilona", "toy"),
    ("pital", "brass"),
    ("tamba", "copper"), ("lakdi", "wood"), ("baans", "bamboo"), ("chamda", "leather"), ("resham", "silk"), ("suti", "cotton"),
    ("oon", "wool"), ("chandi", "silver"), ("lal", "red"), ("नीला", "blue"), ("mitti", "terracotta"), ("dari", "durrie"),
    ("kurti", "kurta"), ("chappal", "sandal"), ("মধু", "honey"), ("తేనె", "honey"), ("kashmiri", "jammu kashmir"),
]  # fmt: skip


@pytest.mark.parametrize("word, wanted", FRIENDS)
def test_friends(ours: Thesaurus, word: str, wanted: str) -> None:
    assert folded(wanted) in ours.told[folded(word)]


@pytest.mark.parametrize(
    "word, wrong",
    [
        ("kurta", "kurti"),
        ("glass", "tumbler"),
        ("mug", "moong"),
        ("silver", "oxidised"),
        ("brass", "bronze"),
        ("bangle", "bracelet"),
    ],
)
def test_no_friends(ours: Thesaurus, word: str, wrong: str) -> None:
    assert wrong not in ours.told.get(word, ())
