"""Words of one script are found in another: every script of India in Devanagari, Devanagari in Roman, and back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.language.fold import folded
from search.language.roman import roman, romans
from search.language.scripts import to_devanagari, voiced
from search.language.typed import LONGEST, devanagari_of

DEVANAGARI = [
    ("বেনারসি শাড়ি", "बेनारसि शाड़ि"), ("কাঁথা", "काँथा"), ("হিং", "हिंग"), ("যশোর", "जशोर"), ("ময়ূর", "मयूर"),
    ("স্বর্ণ", "स्वर्ण"), ("ৰং", "रंग"),
    ("ਫੁਲਕਾਰੀ", "फुलकारी"), ("ਦੁਪੱਟਾ", "दुपट्टा"), ("ਅੰਬਰਸਰ", "अंबरसर"), ("ਸ਼ਾਲ", "शाल"),
    ("બાંધણી", "बांधणी"), ("પટોળા", "पटोळा"), ("અજરખ", "अजरख"),
    ("ସମ୍ବଲପୁରୀ", "सम्बलपुरी"), ("ଯାତ୍ରା", "जात्रा"), ("ରାୟଗଡ଼ା", "रायगड़ा"),
    ("காஞ்சிபுரம் பட்டு", "काञ्जिबुरम् पट्टु"), ("பனாரசி", "पनारसि"), ("தஞ்சாவூர்", "तञ्जावूर्"), ("மஞ்சள்", "मञ्जळ्"), ("பச்சை", "पच्चै"),
    ("కలంకారీ", "कलंकारी"), ("ధర్మవరం", "धर्मवरम्"), ("కొండపల్లి", "कोंडपल्लि"),
    ("ಚನ್ನಪಟ್ಟಣ", "चन्नपट्टण"), ("ಇಳಕಲ್", "इळकल्"), ("ಮೈಸೂರು", "मैसूरु"),
    ("ആലപ്പുഴ", "आलप्पुऴ"), ("കണ്ണാടി", "कण्णाडि"), ("കൈത്തറി", "कैत्तरि"), ("അച്ചാർ", "अच्चार्"), ("മലപ്പുറം", "मलप्पुरम्"),
    ("زردوزی", "ज़रदोज़ी"), ("کشمیری شال", "कशमीरी शाल"), ("پھلکاری", "फलकारी"), ("لکھنوی", "लखनवी"),
    ("پشمینہ", "पशमीना"), ("چائے", "चाए"),
    ("آم", "आम"), ("یوگا", "योगा"), ("دُپٹّہ", "दुपट्टा"), ("جواب", "जवाब"), ("اوپر", "ओपर"), ("كانی", "कानी"),
    ("২০২৬ ௨௦", "२०२६ २०"), ("chikan चिकन, ਲਾਲ!", "chikan चिकन, लाल!"), ("", ""),
]  # fmt: skip

ROMAN = [
    ("बनारसी", "banarasi"), ("चिकनकारी", "chikankari"), ("कमल", "kamal"), ("साड़ी", "sari"),
    ("मधुबनी", "madhubani"), ("लखनवी", "lakhnavi"),
    ("फुलकारी", "phulkari"), ("कलमकारी", "kalamkari"), ("अजरख", "ajrakh"), ("बांधनी", "bandhani"), ("हथकरघा", "hathkargha"),
    ("जयपुर", "jaipur"), ("सहारनपुर", "saharanpur"), ("शहद", "shahad"), ("केंद्र", "kendra"), ("धर्म", "dharm"), ("शिल्प", "shilp"),
    ("मूल्य", "mulya"), ("लक्ष्मी", "lakshmi"), ("ज्ञान", "gyan"), ("स्वामी", "swami"), ("चंबा", "chamba"),
    ("आम", "aam"), ("ज़रदोज़ी", "zardozi"),
    ("दुपट्टा", "dupatta"), ("चन्नपटना", "channapatna"), ("इलायची", "ilaychi"), ("कुर्ता ५", "kurta 5"), ("न", "na"), ("ॐ", "om"),
    ("ಚನ್ನಪಟ್ಟಣ", "channapattana"), ("ਫੁਲਕਾਰੀ", "phulkari"), ("কাঁথা", "kantha"), ("پشمینہ شال", "pashmina shal"),
    ("Kurta", "kurta"), ("", ""),
]  # fmt: skip

TYPED = [
    ("banarasi", "बनारसी"), ("banarsi", "बनारसी"), ("saree", "साड़ी"), ("sari", "साड़ी"), ("madhubani", "मधुबनी"),
    ("kantha", "कंथा"), ("kamal", "कमल"),
    ("phulkari", "फुलकारी"), ("chikan", "चिकन"), ("zardozi", "जरदोजी"), ("kurta", "कुर्ता"), ("jamdani", "जामदानी"),
    ("dupatta", "दुपट्टा"),
    ("lakshmi", "लक्ष्मी"), ("doria", "डोरिया"), ("pashmina", "पश्मीना"), ("patthar", "पत्थर"), ("chai", "चाय"),
    ("aam", "आम"), ("diya", "दीया"),
    ("silai", "सिलाई"), ("matka", "मटका"), ("peetal", "पीतल"), ("Ajrakh", "अजरख"), ("gyan", "ज्ञान"), ("munj", "मुंज"),
]  # fmt: skip


@pytest.mark.parametrize("text, devanagari", DEVANAGARI)
def test_in_devanagari(text: str, devanagari: str) -> None:
    assert to_devanagari(text) == unicodedata.normalize("NFC", devanagari)


@pytest.mark.parametrize(
    "word, meant",
    [("பனாரசி", "बनारसि"), ("காந்தா", "गान्दा"), ("தோக்ரா", "दोक्रा"), ("சரி", "जरि"), ("டிசைன்", "डिसैन्"), ("மதுரை", ""), ("chikan", ""),
     ("ப", "ब"), ("", ""), ("பெண்", "बेण्")],
)  # fmt: skip
def test_tamil_leaves_open_how_a_word_begins(word: str, meant: str) -> None:
    assert voiced(word) == meant


@pytest.mark.parametrize("text, letters", ROMAN)
def test_in_roman_letters(text: str, letters: str) -> None:
    assert roman(text) == letters


@pytest.mark.parametrize(
    "text, some",
    [
        ("साड़ी", {"sari", "saree", "sadi"}), ("फुलकारी", {"phulkari", "fulkari", "phoolkari"}), ("ज़रदोज़ी", {"zardozi", "jardoji"}),
        ("कमल", {"kamal"}), ("साडी", {"sadi", "sadee"}),
    ],
)  # fmt: skip
def test_usual_spellings(text: str, some: set[str]) -> None:
    found = romans(text)
    assert some <= set(found)
    assert found[0] == roman(text)
    assert len(found) == len(set(found)) <= 6


@pytest.mark.parametrize("word, meant", TYPED)
def test_roman_letters_may_mean(word: str, meant: str) -> None:
    found = devanagari_of(word)
    assert folded(meant) in map(folded, found)
    assert len(found) == len(set(found)) <= 8


@pytest.mark.parametrize("word", ["", "चिकन", "a1", "two words", "x" * (LONGEST + 1), "\ud800"])
def test_what_is_no_word_in_roman_letters_means_nothing(word: str) -> None:
    assert devanagari_of(word) == ()


WRITTEN = st.text(st.one_of(st.characters(min_codepoint=0x600, max_codepoint=0xDFF), st.characters(exclude_categories=())))


@given(WRITTEN)
def test_any_text_can_be_written(text: str) -> None:
    devanagari = to_devanagari(text)
    assert to_devanagari(devanagari) == devanagari
    assert not any("\u0980" <= letter <= "\u0d7f" for letter in devanagari)
    assert roman(text) == roman(text).lower()
    assert len(roman(text)) <= 6 * len(text) + 1


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=LONGEST))
def test_any_roman_word_may_mean_something(word: str) -> None:
    found = devanagari_of(word)
    assert found
    assert all("\u0900" <= letter <= "\u097f" for one in found for letter in one)
