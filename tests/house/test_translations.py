"""Hindi is complete: every text that is marked for translation has its words, and the same gaps to fill."""

import re

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from tests.house.words import CATALOGUE, Message, messages, of_template

_GAP = re.compile(r"%\((\w+)\)[sd]|%[sd]")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")
SAME_IN_HINDI = {"%(from)s to %(until)s", "ODOP"}


@pytest.fixture(scope="module")
def hindi() -> Catalog:
    """The one catalogue."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="hi", abort_invalid=True)


def test_every_text_has_hindi_words(hindi: Catalog) -> None:
    missing = [f"{place}: {message[1]!r}" for message, place in messages().items() if not _translated(hindi, message)]
    assert not missing, "\n".join(missing)


def _translated(hindi: Catalog, message: Message) -> bool:
    context, text, plural = message
    entry = hindi.get(text, context)
    if entry is None or entry.fuzzy:
        return False
    words = entry.string if plural is not None else (entry.string,)
    return isinstance(words, tuple) and len(words) == (1 if plural is None else 2) and all(words)


def test_the_gaps_of_a_text_are_the_gaps_of_its_hindi(hindi: Catalog) -> None:
    wrong = []
    for entry in hindi:
        if not entry.id:
            continue
        ids = entry.id if isinstance(entry.id, tuple) else (entry.id,)
        strings = entry.string if isinstance(entry.string, tuple) else (entry.string,)
        wanted = set(_GAP.findall(ids[-1]))
        wrong += [words for words in strings if set(_GAP.findall(words)) != wanted]
    assert not wrong


def test_hindi_is_written_in_devanagari(hindi: Catalog) -> None:
    latin = [entry.id for entry in hindi if entry.id and not _DEVANAGARI.search(str(entry.string))]
    assert set(map(str, latin)) <= SAME_IN_HINDI


def test_no_entry_is_left_over(hindi: Catalog) -> None:
    used = {(context, text) for context, text, _plural in messages()}
    unused = [entry.id for entry in hindi if entry.id and (entry.context, _one(entry.id)) not in used]
    assert not unused


def _one(text: object) -> object:
    return text[0] if isinstance(text, tuple) else text


def test_templates_are_read_with_plurals_quotes_and_contexts() -> None:
    source = """{% load i18n %}{% translate "It’s" %}{% translate 'one' context "two" %}{{ x|default:_("three") }}
    {% blocktranslate count n=n trimmed %}
      {{ n }} thing
    {% plural %}
      {{ n }} things
    {% endblocktranslate %}"""
    assert set(of_template(source)) == {
        (None, "It’s", None), ("two", "one", None), (None, "three", None), (None, "%(n)s thing", "%(n)s things"),
    }  # fmt: skip
