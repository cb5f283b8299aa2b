"""`{% component %}`: what an include shows, written once for the same values and never for others."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from django.template import Context, Engine
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override

from frontend_templates.templatetags import component

ENGINE = Engine(
    loaders=[
        (
            "django.template.loaders.locmem.Loader",
            {
                "shown.html": "{% load i18n %}<p>{{ what }}{{ what.name }}{{ outside }}</p>{% translate 'Search' %}",
                "page.html": "{% component 'shown.html' what=what %}",
                "included.html": "{% include 'shown.html' with what=what only %}",
            },
        )
    ],
    libraries={"i18n": "django.templatetags.i18n"},
    builtins=["frontend_templates.templatetags.component"],
)


@dataclass(frozen=True)
class Card:
    """A value with a list inside, as cards have."""

    name: str
    more: list[str] = field(default_factory=list)


class Row(NamedTuple):
    """Another of the same words."""

    name: str


@pytest.fixture(autouse=True)
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The components that were written, not taken from what is kept."""
    seen: list[str] = []
    write = component._written
    monkeypatch.setattr(component, "_kept", {})
    monkeypatch.setattr(component, "_written", lambda context, name, values: seen.append(name) or write(context, name, values))
    return seen


def shown(what: Any, page: str = "page.html") -> str:
    """The page with this value, and another that no component is given."""
    return ENGINE.get_template(page).render(Context({"what": what, "outside": "OUTSIDE"}))


VALUES = [
    "<b>&", mark_safe("<b>&amp;</b>"), 1, True, "1", Decimal("1"), Decimal("1.0"), None, "", date(2026, 1, 26), Card("a"),
    Card("b"), Card("a", ["c"]), Card(mark_safe("a")), Row("a"), ("a",), ["a"], {"name": "a"}, {"name": mark_safe("<i>")},
    {"name": "<i>"}, gettext_lazy("Search"),
]  # fmt: skip


def test_it_shows_what_an_include_shows_whatever_was_shown_before() -> None:
    for _turn in range(2):
        for language in ("en", "hi"):
            with override(language):
                for value in VALUES:
                    assert shown(value) == shown(value, "included.html"), (value, language)


def test_the_same_values_are_written_once_in_each_language(written: list[str]) -> None:
    for _turn in range(3):
        shown(Card("a", ["b"]))
    assert len(written) == 1
    with override("hi"):
        shown(Card("a", ["b"]))
    shown(Card("a", ["c"]))
    assert len(written) == 3


def test_what_is_safe_is_not_taken_for_what_is_not(written: list[str]) -> None:
    assert "<b>" in shown(mark_safe("<b>")) and "&lt;b&gt;" in shown("<b>") and "<b>" in shown(mark_safe("<b>"))
    assert "<b>" in shown(Card(mark_safe("<b>"))) and "&lt;b&gt;" in shown(Card("<b>"))
    assert len(written) == 4


def test_what_cannot_be_told_apart_is_written_each_time(written: list[str]) -> None:
    for _turn in range(2):
        shown(SimpleLazyObject(lambda: Card("a")))
        shown(iter("ab"))
    assert len(written) == 4 and not component._kept


def test_so_much_is_kept_and_no_more(monkeypatch: pytest.MonkeyPatch, written: list[str]) -> None:
    shown(1)
    one = sum(map(component._size, component._kept.values()))
    monkeypatch.setattr(component, "_kept", {})
    monkeypatch.setattr(component, "_room", [3 * one + one // 2])
    for number in range(10):
        shown(number)
        assert len(component._kept) <= 3
    assert len(written) == 11
    shown(9)
    assert len(written) == 11
    monkeypatch.setattr(component, "MOST_LETTERS", 10)
    shown("long " * 10)
    assert not any("long" in text for text in component._kept.values())
