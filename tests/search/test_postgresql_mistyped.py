"""What a mistyped word may have been: by letters, else by how it sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.engines.postgresql.mistyped import LEAST, nearest, remnants, steps

KNOWN = ("chikankari", "kurta", "madhubani", "brass", "lamp", "patola", "murabba", "shawl", "दुपट्टा", "साड़ी")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def met(word: str) -> list[str]:
    """The known words that share something that is left, the nearest first."""
    return nearest(word, [known for known in KNOWN if remnants(known) & remnants(word)], most=3)


@pytest.mark.parametrize(("typed", "meant"), [
    ("chikankri", "chikankari"), ("chiknakari", "chikankari"), ("chikkankaree", "chikankari"), ("kutra", "kurta"),
    ("brasss", "brass"), ("madubany", "madhubani"), ("पटोळું", "patola"), ("મુરબ્બો", "murabba"), ("દુપટ્ટો", "दुपट्टा"),
])  # fmt: skip
def test_the_word_that_was_meant_is_found(typed: str, meant: str) -> None:
    assert met(typed)[:1] == [meant]


@pytest.mark.parametrize("typed", ["", "k", "xylophone", "brown", "chandelier", "x" * 5_000, "क" * 60])
def test_what_is_like_none_is_none(typed: str) -> None:
    assert met(typed) == []


@given(st.text(LETTERS, min_size=LEAST, max_size=14), st.data())
def test_a_wrong_letter_anywhere_still_finds(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    letter = data.draw(st.sampled_from(LETTERS))
    typed = (word[:place] + letter + word[place + 1 :], word[:place] + letter + word[place:], word[:place] + word[place + 1 :])
    for one in typed:
        assert steps(one, word) <= 1 and (len(one) < LEAST or remnants(one) & remnants(word))


@given(st.text(LETTERS, max_size=9), st.text(LETTERS, max_size=9))
def test_steps_are_the_same_both_ways(one: str, other: str) -> None:
    assert steps(one, other) == steps(other, one) >= abs(len(one) - len(other))
    assert (steps(one, other) == 0) is (one == other)
