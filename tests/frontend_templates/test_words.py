"""Money, numbers, days and codes as people in India read them, in both languages."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.utils.translation import override

from frontend_templates.labels import LABELS
from frontend_templates.templatetags import zila


@pytest.mark.parametrize(
    ("minor", "currency", "shown"),
    [
        (1_25_000_00, "INR", "₹1,25,000"),
        (1_25_000_50, "INR", "₹1,25,000.50"),
        (5, "INR", "₹0.05"),
        (1_00_00_000_00, "INR", "₹1,00,00,000"),
        (123_456_700, "USD", "$1,234,567"),
        (1234, "JPY", "JP¥1,234"),
    ],
)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_money_is_grouped_by_lakhs_and_shows_paise_only_where_there_are_some(
    minor: int, currency: str, shown: str, language: str
) -> None:
    with override(language):
        assert zila.money(minor, currency) == shown


def test_days_are_indian_days_in_words() -> None:
    evening = datetime(2026, 1, 25, 20, 0, tzinfo=UTC)
    assert zila.day(evening) == zila.day(date(2026, 1, 26)) == "26 January 2026"
    with override("hi"):
        assert zila.day(evening) == "26 जनवरी 2026"


def test_a_code_without_words_is_shown_as_it_is() -> None:
    assert zila.label("SHG", "seller") == "Self-help group"
    assert zila.label("GUILD", "seller") == "GUILD"


def test_every_label_has_hindi_words() -> None:
    for codes in LABELS.values():
        for words in codes.values():
            with override("en"):
                english = str(words)
            with override("hi"):
                assert str(words) != english


def test_a_text_in_another_language_says_so() -> None:
    assert zila.lang("en") == "" and zila.lang(None) == ""
    with override("hi"):
        assert zila.lang("en") == ' lang="en"'
    assert zila.lang('x"><script>') == ' lang="x&quot;&gt;&lt;script&gt;"'


def test_attribute_values_in_words() -> None:
    def fact(unit: str = "", **member: object) -> object:
        return SimpleNamespace(unit=unit, values=[SimpleNamespace(**member)])

    assert zila.shown(fact("cm", number=1250)) == "1,250 cm"
    assert zila.shown(fact("d", number=1)) == "1 day" and zila.shown(fact("/in", number=80)) == "80"
    assert zila.shown(fact("tola", number=2)) == "2 tola"
    with override("hi"):
        assert zila.shown(fact("cm", number=550)) == "550 सेंटीमीटर"
        assert zila.shown(fact("d", number=7)) == "7 दिन"
    assert zila.shown(fact(boolean=False)) == "no"
    assert zila.shown(fact(date=date(2026, 8, 15))) == "15 August 2026"
    assert zila.shown(SimpleNamespace(unit="", values=[SimpleNamespace(name="Red"), SimpleNamespace(name="Blue")])) == "Red, Blue"
