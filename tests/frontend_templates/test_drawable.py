"""No card shows the box that stands for a sign which its font lacks."""

import re

import pytest

from frontend_templates.drawable import _has, drawable
from frontend_templates.social_card import CardWords, _font, svg


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Honey ¼ kg", "Honey 1/4 kg"),
        ("Cloth, 2¾ m², 3 m³", "Cloth, 2 3/4 m2, 3 m3"),
        ("Half ½ stays, 5½ too", "Half ½ stays, 5½ too"),
        ("Bidri® ware™", "Bidri ware™"),
        ("Lamp 🪔 of brass 👩🏽‍🎨", "Lamp of brass"),
        ("Kanchi காஞ்சி পট", "Kanchi"),
        ("カード", ""),
        ("Cafe\u0301 ₹450 – “fine”", "Café ₹450 – “fine”"),
        ("Sa\x0bree \x00\ufffe", "Saree"),
        ("Kr\u0325 ě ő", "Kr e o"),
        ("क्\u200dष ज़री र्\u200dय ९", "क्\u200dष ज\u093cरी र्\u200dय ९"),
    ],
)
@pytest.mark.parametrize("family", ["Eczar", "Mukta"])
def test_what_can_be_replaced_is_and_the_rest_left_out(text: str, drawn: str, family: str) -> None:
    assert drawable(text, _font(family, 44)) == drawn


def test_every_word_of_a_card_is_drawn_in_signs_of_its_font() -> None:
    odd = "Ajrakh² ¼ ® カ 🪔 ṣ தக \ufe0f"
    card = svg(CardWords(odd, odd * 3, odd, (("gi", odd),)), None)
    seen = re.findall(r'<text [^>]*font-family="(\w+)[^>]*>([^<]*)</text>', card)
    assert {family for family, _text in seen} == {"Eczar", "Mukta"} and len(seen) >= 4
    for family, text in seen:
        assert "Ajrakh2 1/4" in text or family == "Eczar"
        assert [sign for sign in text if not _has(_font(family, 44), sign)] == []


def test_our_own_words_are_drawn_as_they_are() -> None:
    for words in ("Zila Bazaar", "ज़िला बाज़ार", "जीआई टैग", "क्षत्रिय शृंगार, विशिष्ट द्वार", "One District One Product"):
        for family in ("Eczar", "Mukta"):
            assert drawable(words, _font(family, 44)).replace("ज़", "ज\u093c") == words.replace("ज़", "ज\u093c")
