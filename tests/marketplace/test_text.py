"""Text: one normal form, nothing invisible that turns it around, lengths held."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.kit.refused import Refused
from marketplace.kit.slugs import unicode_slug_of
from marketplace.kit.text import clean, required, slug_of

any_text = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
# Close to trouble: combining marks, controls, directions, blanks, line ends.
troubled = st.text(alphabet="aeक़ीं \t\r\n\x00\x85\u0301\u0300\u200d\u202a\u202e\u2066\ufeff\u2028\u00a0é", max_size=20)


@given(any_text | troubled, st.booleans())
def test_cleaning_twice_changes_nothing_more(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once


@given(any_text | troubled, st.booleans())
def test_clean_text_is_nfc_and_has_nothing_hidden(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)
    assert unicodedata.is_normalized("NFC", once)
    assert once == once.strip()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]", once)
    assert "  " not in once and (lines or "\n" not in once)


def test_joiners_of_indian_scripts_stay() -> None:
    assert clean("क्\u200dष") == "क्\u200dष"


def test_line_ends_of_all_systems_are_one() -> None:
    assert clean("a\r\nb\rc\nd", lines=True) == "a\nb\nc\nd"
    assert clean("a\r\nb\rc\nd") == "a b c d"


@pytest.mark.parametrize("text", ["\ud800", "a\udfff", "\ud83d"])
def test_lone_surrogates_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        clean(text, field="name")
    assert (refused.value.code, refused.value.field) == ("INVALID", "name")


@given(st.text(alphabet="ab", min_size=1, max_size=30), st.integers(min_value=1, max_value=29))
def test_length_counts_after_cleaning(text: str, most: int) -> None:
    if len(text) <= most:
        assert clean(f"  {text}\x00 ", most=most) == text
    else:
        with pytest.raises(Refused) as refused:
            clean(text, most=most)
        assert refused.value.code == "TOO_LONG"


def test_a_required_text_is_not_made_of_blanks() -> None:
    with pytest.raises(Refused) as refused:
        required(" \u200b\u00a0"[:1] + "\u00a0\n", field="name", most=9)
    assert refused.value.code == "REQUIRED"


@given(any_text)
def test_a_slug_is_ascii_words_or_nothing(text: str) -> None:
    assert re.fullmatch(r"([a-z0-9]+(-[a-z0-9]+)*)?", slug_of(text))


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Banarasi Sarée — Red!", "banarasi-saree-red"), ("बनारसी साड़ी", ""), ("  ", ""), ("100 % Cotton", "100-cotton")],
)
def test_slugs_by_example(text: str, slug: str) -> None:
    assert slug_of(text) == slug


@given(any_text, st.integers(min_value=1, max_value=40))
def test_a_slug_in_any_script_keeps_letters_marks_and_digits(text: str, most: int) -> None:
    slug = unicode_slug_of(text, most=most)
    assert len(slug) <= most
    assert all(sign == "-" or unicodedata.category(sign)[0] in "LMN" for sign in slug)
    assert "--" not in slug and not slug.startswith("-") and not slug.endswith("-")


def test_vowel_signs_stay_in_a_hindi_slug() -> None:
    assert unicode_slug_of("बनारसी साड़ी, लाल", most=160) == unicodedata.normalize("NFC", "बनारसी-साड़ी-लाल")
