"""The words of a question as Elasticsearch is asked for them: the ways to meet each, and no more of them than it takes."""

import json

import pytest

from search.engines.elasticsearch.lexemes import MOST_ABOUT, code_of, known, lexemes, of_texts
from search.engines.elasticsearch.words import (
    FAR,
    HALF_HEARD,
    HEARD,
    MOST_WAYS,
    MOST_WORDS,
    OTHER,
    WRITTEN,
    Word,
    has,
    mended,
    strictly,
    words_of,
)
from search.engines.engine import Wanted
from search.ranking.rules import WEIGHTS


def ways(word: Word) -> dict[str, float]:
    return dict(word.ways)


@pytest.mark.parametrize(
    "texts", [("chikankari", "चिकनकारी", "ચિકનકારી", "chickankari"), ("saree", "साड़ी", "sari"), ("chai", "चाय")]
)
def test_words_of_one_sound_share_a_lexeme(texts: tuple[str, ...]) -> None:
    assert set.intersection(*(set(known([text]).by.split()) for text in texts))


def test_names_are_known_by_their_words_and_by_neighbours_written_together() -> None:
    found = known(["Chikan Kari kurtas"])
    assert {"chikan", "kari", "kurta", "chikankari", *lexemes("chikankari")} <= set(found.by.split())
    assert known(["Brass bowl", "Brass lamp"]).spelled == ("brass", "bowl", "lamp")


def test_numbers_and_codes_are_known_as_they_are_written() -> None:
    assert lexemes("59915") == ("59915",) and lexemes("no59915") == ("no59915",) and lexemes("क्र59915") == ("क्र59915",)
    assert set(lexemes("22carat")) & set(lexemes("22karat"))


def test_of_long_texts_only_the_first_words_are_known_and_none_by_half() -> None:
    assert "^" not in of_texts(("banarasi weaves of Varanasi",))
    assert len(of_texts((" ".join(f"w{number}" for number in range(2 * MOST_ABOUT)),)).split()) <= 2 * MOST_ABOUT


def test_a_word_is_met_as_written_as_heard_and_together_with_its_neighbour() -> None:
    chikan, kari = words_of(Wanted(text="chikan kari"))
    (written, close, loose), joined = lexemes("chikan"), lexemes("chikankari")
    assert (ways(chikan)[written], ways(chikan)[close], ways(chikan)[joined[0]]) == (WRITTEN, HEARD, OTHER)
    assert dict(chikan.loose)[loose] == HALF_HEARD
    assert ways(kari)[joined[0]] == OTHER and chikan.text == "chikan"


def test_others_that_mean_the_same_and_what_may_have_been_meant_meet_it_too() -> None:
    (word,) = words_of(Wanted(text="pital", also={"pital": ("brass", "brass ware")}))
    assert ways(word)["brass"] == OTHER and word.phrases == ("brass ware",)
    assert ways(mended(word, ["petal"]))["petal"] == FAR
    first, second = words_of(Wanted(text="clay bottle", also={"clay bottle": ("surahi",)}))
    assert ways(first)["surahi"] == ways(second)["surahi"] == OTHER


def test_codes_are_looked_for_as_a_whole_and_by_each_piece_that_may_be_one() -> None:
    assert [word.codes for word in words_of(Wanted(text="SAREE-12-1"))] == [("saree121",)] * 3
    bowl, pin = words_of(Wanted(text="bowl 221001"))
    assert (bowl.codes, pin.codes) == (("bowl221001",), ("bowl221001", "221001"))
    assert [word.codes for word in words_of(Wanted(text="bowl"))] == [()]
    assert code_of("HP-117/02") == "hp11702"


def test_only_the_last_word_may_be_begun() -> None:
    assert [word.begun for word in words_of(Wanted(text="brass bo", unfinished=True))] == ["", "bo"]
    assert [word.begun for word in words_of(Wanted(text="brass bo"))] == ["", ""]


def test_a_question_has_no_more_words_and_ways_than_are_taken() -> None:
    text = " ".join(f"word{number} saree-{number}-{number}" for number in range(100))
    also = {f"word{number}": tuple(f"other{one} of {number}" for one in range(100)) for number in range(100)}
    words = words_of(Wanted(text=text, also=also | {"saree": tuple(f"same{one}" for one in range(100))}))
    assert len(words) <= MOST_WORDS
    assert sum(len(word.ways) + len(word.loose) + len(word.phrases) for word in words) <= 3 * MOST_WAYS
    assert len(json.dumps([strictly(word, WEIGHTS) for word in words])) < 200_000


def test_a_part_counts_as_much_as_the_ranking_says_and_one_without_weight_nothing() -> None:
    (word,) = words_of(Wanted(text="saree"))
    asked = json.dumps(strictly(word, {**WEIGHTS, "about": 0.0, "kind": 0.25}))
    assert '"boost": 0.25' in asked and '"boost": 0.0' in asked
    assert '"boost"' not in json.dumps(has(word))
