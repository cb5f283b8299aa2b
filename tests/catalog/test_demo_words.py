"""The words of the demonstration: sentences agree with every noun, details fit some item, and lines name what is there."""

import re
from random import Random

import pytest

from catalog.demo.goods import generic_name
from catalog.demo.grammar import agreeing, fill
from catalog.demo.reading import Family, Line, Pair, detail_of, families, lines, pair, split, toml
from catalog.demo.variants import choices, cuts_of

GENDERS = ("m", "f", "mp", "fp")
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
LATIN = re.compile(r"[A-Za-z]")
EVERY = list(families().values())


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("बना", ["बना", "बनी", "बने", "बनी"]),
        ("किया", ["किया", "की", "किए", "की"]),
        ("गया", ["गया", "गई", "गए", "गई"]),
        ("बनाया", ["बनाया", "बनाई", "बनाए", "बनाई"]),
        ("का", ["का", "की", "के", "की"]),
        ("है", ["है", "है", "हैं", "हैं"]),
        ("इसे", ["इसे", "इसे", "इन्हें", "इन्हें"]),
    ],
)
def test_a_word_agrees_with_gender_and_number(word: str, forms: list[str]) -> None:
    assert [agreeing(word, gender) for gender in GENDERS] == forms


def test_a_word_that_cannot_change_is_refused() -> None:
    with pytest.raises(ValueError, match="does not change"):
        agreeing("मज़बूत", "f")
    with pytest.raises(ValueError, match="follow the rule"):
        agreeing("दिया", "f")


def test_slots_take_values_and_the_values_agree_too() -> None:
    assert fill("{place} में {बना}", {"place": "आगरा {का}"}, gender="f") == "आगरा की में बनी"
    assert fill("काम {woman:करती हैं|करते हैं}", {}, female=True) == "काम करती हैं"
    assert fill("काम {woman:करती हैं|करते हैं}", {}) == "काम करते हैं"


@pytest.mark.parametrize("family", EVERY, ids=lambda family: family.name)
def test_every_sentence_of_a_family_is_whole_in_both_languages(family: Family) -> None:
    group = toml("groups")[family.group]
    spoken = [*family.what, *family.how, *(pair(text, "||") for part in ("look", "use", "care") for text in group[part])]
    values = {"place": "x", "detail": "x"}
    for sentence in spoken:
        assert DEVANAGARI.search(sentence.hi) and not DEVANAGARI.search(sentence.en), sentence
        for gender in GENDERS:
            assert "{" not in fill(sentence.hi, values, gender=gender)
        assert "{" not in fill(sentence.en, values)
        assert sentence.en[-1] in ".:?" and sentence.hi[-1] in "।:?", sentence
        assert (sentence.en[0].isupper() or sentence.en[0] == "{") and "  " not in sentence.en + sentence.hi


@pytest.mark.parametrize("family", EVERY, ids=lambda family: family.name)
def test_care_and_how_it_is_made_need_no_noun_to_agree_with(family: Family) -> None:
    care = [pair(text, "||") for text in toml("groups")[family.group]["care"]]
    for sentence in [*care, *family.how]:
        assert set(re.findall(r"\{(.+?)\}", sentence.hi)) <= {"place"}, sentence.hi


@pytest.mark.parametrize("family", EVERY, ids=lambda family: family.name)
def test_every_item_can_have_a_detail_and_every_number_is_an_item(family: Family) -> None:
    numbers = set(range(1, len(family.items) + 1))
    assert {number for detail in family.details for number in detail.fits} <= numbers
    assert set(family.contains_of) <= numbers
    for number in numbers:
        assert [detail for detail in family.details if not detail.fits or number in detail.fits], (family.name, number)


@pytest.mark.parametrize("family", EVERY, ids=lambda family: family.name)
def test_what_a_family_makes_is_known_to_the_attributes(family: Family) -> None:
    materials, techniques = choices("material"), choices("technique")
    assert {family.material, *(item.material for item in family.items)} - {""} <= set(materials)
    assert not family.technique or family.technique in techniques
    assert family.category in {split(leaf)[0] for branch in toml("categories")["branch"] for leaf in branch["leaves"]}
    assert family.product_type in {split(text)[0] for text in toml("attributes")["types"]["list"]}
    assert (family.contains is not None) == (family.product_type in ("food", "fragrance"))
    assert (family.life is not None) == (family.group == "food")


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line.district}-{line.family}")
def test_a_line_names_what_its_family_has(line: Line) -> None:
    family = families()[line.family]
    for option, there in (("only", family.items), ("what", family.what), ("how", family.how)):
        chosen = [int(number) for number in line.options.get(option, "1,2").split(",")]
        assert set(chosen) <= set(range(1, len(there) + 1)) and len(set(chosen)) == len(chosen)
    assert len(line.options.get("how", "1,2").split(",")) >= 2, "one is told in the description, another in the story"
    assert any("{p" in item.name.en for item in family.items) == ("p" in line.options)
    wanted = [int(number) for number in line.options["only"].split(",")] if "only" in line.options else None
    given = [detail_of(text, "/") for text in line.options["details"].split(";")] if "details" in line.options else family.details
    for number in wanted or range(1, len(family.items) + 1):
        assert [detail for detail in given if not detail.fits or number in detail.fits], number
    for slug in line.options.get("colours", "red").split(","):
        assert slug in choices("colour")


def test_lines_speak_both_languages() -> None:
    for line in lines():
        for words in [line.front, *(detail_of(text, "/").words for text in line.options.get("details", "A/अ").split(";"))]:
            assert words is None or (DEVANAGARI.search(words.hi) and not DEVANAGARI.search(words.en) and words.en)


def test_no_hindi_name_has_latin_letters_and_no_english_one_others() -> None:
    names = [item.name for family in EVERY for item in family.items]
    for name in [*names, *(entry.words for family in EVERY for entry in family.details)]:
        plain = Pair(name.en.replace("{p}", ""), re.sub(r"\{.*?\}", "", name.hi))
        assert not LATIN.search(plain.hi) and not DEVANAGARI.search(plain.en)


@pytest.mark.parametrize("line", lines(), ids=lambda line: f"{line.district}-{line.family}")
def test_every_generic_name_is_whole_in_both_languages(line: Line) -> None:
    for item in families()[line.family].items:
        if ("{p}" in item.name.en) > ("p" in line.options):
            continue
        name = generic_name(item, line)
        assert name.en and "{" not in name.en + name.hi and not LATIN.search(name.hi) and DEVANAGARI.search(name.hi)
        assert name.hi == " ".join(name.hi.split())


def test_cuts_begin_with_the_smallest_and_cost_less_for_more() -> None:
    for family in EVERY:
        for item in family.items:
            cuts = cuts_of(item, family.group, Random(1))
            assert 1 <= len(cuts) <= 4 and len({cut.name.en for cut in cuts}) == len(cuts)
            assert [cut.times for cut in cuts] == sorted(cut.times for cut in cuts) and cuts[0].times == 1
            assert all(cut.times <= cut.weight for cut in cuts), item.name.en
