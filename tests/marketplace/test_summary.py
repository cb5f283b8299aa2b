"""The first words of a text for search engines and shares: whole words, whole syllables, one line."""

import unicodedata

import pytest

from marketplace.kit.pages import SUMMARY_LENGTH, summary


def test_a_short_text_stays_and_its_lines_become_one() -> None:
    assert summary("Woven on\na pit loom.\n\nBy hand. ") == "Woven on a pit loom. By hand."
    assert summary("") == ""
    assert summary("a" * SUMMARY_LENGTH) == "a" * SUMMARY_LENGTH


@pytest.mark.parametrize("word", ["weaver, ", "बुनकरों ", "क्षत्रिय, "])
def test_a_long_text_ends_with_a_whole_word_and_says_that_it_goes_on(word: str) -> None:
    short = summary(word * 60)
    assert len(short) <= SUMMARY_LENGTH < len(short) + len(word) + 1
    assert short.endswith(word.strip(" ,") + "…")


def test_a_word_that_ends_just_there_is_kept() -> None:
    assert summary("a" * (SUMMARY_LENGTH - 1) + " more") == "a" * (SUMMARY_LENGTH - 1) + "…"


@pytest.mark.parametrize("syllable", ["क्षि", "र्\u200dयों", "த்து", "ன்னி", "e\u0301\u0323"])
@pytest.mark.parametrize("before", range(6))
def test_without_a_blank_no_syllable_is_cut(syllable: str, before: int) -> None:
    short = summary("x" * before + syllable * 60)
    assert short.endswith(syllable + "…") and SUMMARY_LENGTH - len(syllable) <= len(short) <= SUMMARY_LENGTH


def test_nothing_but_marks_is_cut_somewhere() -> None:
    assert 0 < len(summary("\u0301" * 400)) <= SUMMARY_LENGTH
    assert unicodedata.category("\u0301") == "Mn"
