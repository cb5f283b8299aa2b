"""Texts that people hold for the same are the same when folded; no text does harm."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.fold import MOST, folded, tokens

SAME = [
    ["Chikankari", "CHIKANKARI", "chikankari", " chikankari\t", "ｃｈｉｋａｎｋａｒｉ", "chi\u00adkankari", "Chikankari!"],
    ["ज़री", "\u095bरी", "जरी", "ज\u093cरी", "ज\u200dरी", "जरी।"],
    ["साड़ी", "साडी", "साड\u093cी"],
    ["हिन्दी", "हिंदी", "हिँदी"],
    ["चन्देरी", "चंदेरी"],
    ["चम्बा", "चंबा"],
    ["कङ्गन", "कंगन"],
    ["पञ्जा", "पंजा"],
    ["घुँघरू", "घुंघरू"],
    ["कांच", "काँच"],
    ["क्\u200dष", "क्\u200cष", "क्ष"],
    ["ગાંધી", "ગાન્ધી"],
    ["কাঁথা", "কাংথা"],
    ["ਚੰਬਾ", "ਚਂਬਾ"],
    ["ൻ", "ന്\u200d", "ന്"],
    ["বাংলা ৎ", "বাংলা ত্"],
    ["كانی", "کانی", "کاني", "کَانِی"],
    ["Café", "cafe", "Cafe\u0301"],
    ["weaver's", "weaver’s", "weavers"],
    ["papier-mâché", "Papier  Mache", "papier/mache"],
    ["१,२५,०००", "1,25,000", "125000", "১২৫০০০", "௧௨௫௦௦௦", "۱۲۵۰۰۰", "੧੨੫੦੦੦", "౧౨౫౦౦౦"],
]


@pytest.mark.parametrize("texts", SAME, ids=lambda texts: texts[0])
def test_the_same_when_folded(texts: list[str]) -> None:
    assert len({folded(text) for text in texts}) == 1
    assert folded(texts[0])


@pytest.mark.parametrize(
    "one, other",
    [
        ("अन्न", "अंन"), ("आम", "अम"), ("कल", "काल"), ("आम्र", "आंर"), ("ام", "آم"), ("सम्मान", "संमान"), ("दिल", "दील"),
        ("तेल", "तल"), ("తై", "తె"),
    ],
)  # fmt: skip
def test_what_makes_a_difference(one: str, other: str) -> None:
    assert folded(one) != folded(other)


@pytest.mark.parametrize(
    "text, words",
    [
        ("  White, embroidered kurti — Lucknow ", ("white", "embroidered", "kurti", "lucknow")),
        ("लखनऊ की चिकनकारी।", ("लखनऊ", "की", "चिकनकारी")),
        ("₹2,000/-", ("2000",)),
        ("", ()),
        ("\u200d\u200c\ufeff", ()),
        ("!!! ???", ()),
        ("\ud800chikan\udfff", ("chikan",)),
        ("a\x00b\x1b", ("ab",)),
        ("🪔 diya", ("diya",)),
    ],
)
def test_words(text: str, words: tuple[str, ...]) -> None:
    assert tokens(text) == words


INDIC = st.characters(min_codepoint=0x900, max_codepoint=0xDFF)
ANYTHING = st.text(st.one_of(st.characters(exclude_categories=()), INDIC, st.sampled_from("न्दंज़ आa1,. \u200d\u0345ﷺİ")))


@given(ANYTHING)
def test_folding_again_changes_nothing(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == " ".join(once.split())
    assert len(once) <= MOST


@pytest.mark.parametrize("sign", ["a", "ﷺ", "न्", "़", "\ud800", "\x00", " ", "é", "🪔", "ઁ"])
def test_long_texts_are_cut(sign: str) -> None:
    for length in (10_000, 50_000):
        once = folded(sign * length)
        assert len(once) <= MOST
        assert folded(once) == once
