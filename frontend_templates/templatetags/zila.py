"""Filters for templates: money, numbers and days as India writes them, words for codes, the language of a text."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, get_currency_precision
from babel.units import format_unit
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from frontend_templates.labels import LABELS

register = template.Library()

# What Babel calls the units of attributes, to say them in the reader's language; others stand as they are. "/in" and its
# like are said by the attribute's name.
_MEASURES = {
    "mm": "length-millimeter", "cm": "length-centimeter", "m": "length-meter", "g": "mass-gram", "kg": "mass-kilogram",
    "ml": "volume-milliliter", "l": "volume-liter", "d": "duration-day",
}  # fmt: skip
LOCALES = {"en": "en_IN", "hi": "hi_IN"}


def _locale() -> str:
    return LOCALES.get(get_language() or "en", "en_IN")


@lru_cache(maxsize=4096)
def _money(minor: int, currency: str, locale: str) -> str:
    digits = get_currency_precision(currency)
    amount = Decimal(minor).scaleb(-digits)
    if amount != amount.to_integral_value():
        return format_currency(amount, currency, locale=locale)
    whole = "¤#,##,##0" if currency == "INR" else "¤#,##0"
    return format_currency(amount, currency, locale=locale, format=whole, currency_digits=False)


@register.filter
def money(minor: int, currency: str) -> str:
    """Minor units as people read them: 12500000 INR is ₹1,25,000; paise only where there are some."""
    return _money(int(minor), currency, _locale())


@register.filter
def amount(number: int | Decimal) -> str:
    """A number with Indian grouping: 1,25,000."""
    return _amount(number, _locale())


@lru_cache(maxsize=4096)
def _amount(number: int | Decimal, locale: str) -> str:
    return format_decimal(number, locale=locale)


@register.filter
def day(value: date | datetime) -> str:
    """A day in words: 26 January 2026; moments are taken at Indian time."""
    if isinstance(value, datetime):
        value = localtime(value).date()
    return _day(value, _locale())


@lru_cache(maxsize=4096)
def _day(value: date, locale: str) -> str:
    return format_date(value, "d MMMM y", locale=locale)


@register.filter
def label(code: object, kind: str) -> str:
    """The words for a code of that kind; the code itself where there are none, so that nothing is hidden."""
    return str(LABELS[kind].get(str(code), code))


@register.simple_tag
def lang(code: str | None) -> SafeString | str:
    """A lang attribute with a blank before it, where a text is not in the page's language."""
    if not code or code == (get_language() or "en"):
        return ""
    return format_html(' lang="{}"', code)


# Addresses of mail and of the web, and numbers with letters in them such as AU/99/0001, are the same in every language.
_NO_WORDS = re.compile(r"\S+@\S+|https?://\S+|(?<![\w/.-])(?=[A-Z0-9/.-]*[0-9])[A-Z0-9]+(?:[/.-][A-Z0-9]+)*(?![\w/-])")
_DEVANAGARI, _LATIN = re.compile("[\u0900-\u097f]"), re.compile("[A-Za-z]")


@register.simple_tag
def lang_of(text: object) -> SafeString | str:
    """As `lang`, for what is kept in one form only, such as the name or the address in a register: its letters say it."""
    return lang(_spoken_in(text))


@register.filter
def in_its_language(name: object) -> SafeString | str:
    """A name to be put into a sentence: in a span that says its language where its letters are not those of the page's."""
    said = lang(_spoken_in(name))
    return format_html("<span{}>{}</span>", said, name) if said else str(name)


@register.filter
def as_typed(words: object) -> SafeString | str:
    """As `in_its_language`, for the reader's own words: read out as what they are, but without a mark (`typed`)."""
    said = lang(_spoken_in(words))
    return format_html('<span class="typed"{}>{}</span>', said, words) if said else str(words)


@register.filter
def language_sign(code: str | None) -> str:
    """What stands behind a name in the other language where no style sheet can write it, as in a list to choose from."""
    return {"en": " · EN", "hi": " · हि"}.get(code or "", "") if lang(code) else ""


def _spoken_in(text: object) -> str | None:
    words = _NO_WORDS.sub(" ", str(text))
    return "hi" if _DEVANAGARI.search(words) else "en" if _LATIN.search(words) else None


def _current(url: str, path: str, trail: Iterable[Mapping[str, str]] | None) -> str:
    return "page" if url == path else "true" if any(step["url"] == url for step in trail or ()) else ""


@register.simple_tag
def current(url: str, path: str, trail: list[dict[str, str]] | None = None) -> SafeString | str:
    """An aria-current attribute, with a blank before it, for a way that leads to this very page or on which the page lies."""
    value = _current(url, path, trail)
    return format_html(' aria-current="{}"', value) if value else ""


class Way(NamedTuple):
    """A link of a menu; `current` as aria-current has it, empty elsewhere."""

    name: str
    language: str
    url: str
    current: str
    children: "tuple[Way, ...]"


@register.simple_tag
def ways(links: Iterable[Any], path: str, trail: list[dict[str, str]] | None = None) -> tuple[Way, ...]:
    """The links of a menu, with where this page lies among them."""
    return tuple(
        Way(link.name, link.language, link.url, _current(link.url, path, trail), ways(link.children, path, trail))
        for link in links
    )


@register.filter
def turn(number: int) -> int:
    """Which of the six colours comes at this place in a row."""
    return number % 6


@register.filter
def spoken(codes: list[str] | str) -> str:
    """Names of languages for their codes (ISO 639), or for one code, in the reader's language."""
    codes = [codes] if isinstance(codes, str) else codes
    names = Locale.parse(_locale()).languages
    return ", ".join(names.get(code) or label(code, "language") for code in codes)


@register.filter
def country(code: str) -> str:
    """A country's name for its code (ISO 3166-1)."""
    return str(Locale.parse(_locale()).territories.get(code, code))


@register.filter
def shown(fact: object) -> str:
    """The values of an attribute in words: `fact` has `values` with one member filled each, and a `unit`."""
    unit = getattr(fact, "unit", "")
    words = (_value(value, unit) for value in fact.values)  # type: ignore[attr-defined]
    return ", ".join(word for word in words if word)


def _value(value: object, unit: str) -> str:
    number = getattr(value, "number", None)
    if number is not None and unit in _MEASURES:
        return format_unit(
            number, _MEASURES[unit], "long" if unit == "d" or get_language() == "hi" else "short", locale=_locale()
        )
    if number is not None:
        plain = format_decimal(number, locale=_locale())
        return f"{plain} {unit}" if unit and not unit.startswith("/") else plain
    if getattr(value, "boolean", None) is not None:
        return _("yes") if value.boolean else _("no")  # type: ignore[attr-defined]
    if getattr(value, "date", None) is not None:
        return str(day(value.date))  # type: ignore[attr-defined]
    return str(getattr(value, "name", None) or getattr(value, "plain_text", None) or "")


@register.filter
def at(mapping: dict[object, object], key: object) -> object:
    """The entry under a key that a variable holds; empty where there is none."""
    return mapping.get(key, "")


@register.filter
def parted(text: str) -> str:
    """Several names that stand in one column, parted as people part them."""
    return ", ".join(part.strip() for part in text.split(";"))
