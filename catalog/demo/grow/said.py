"""Attribute values as rows for COPY: what a mould says by the rules of `attributes`, and what is demanded beside."""

import html
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from catalog.attributes.rules import AttributeFacts, Value, values_of
from catalog.demo.grow.ground import Ground
from catalog.demo.grow.sheets import VALUE_COLUMNS, cells
from catalog.demo.reading import Pair
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

_LEAST, _MOST = 1, 500
_TEXT = Pair("As told by the maker.", "जैसा कारीगर ने बताया।")


class CannotSay(Exception):
    """A mandatory attribute that nothing can be made up for, such as a file."""


@dataclass(frozen=True, slots=True)
class Said:
    """What is said for one attribute: the cells behind the owner's; a text has Hindi `words` (cells, too)."""

    rows: tuple[str, ...]
    words: str = ""


def said(slug: str, given: object, ground: Ground) -> Said | None:
    """The value as it is stored; None where the attribute does not take it (its choices or bounds have changed)."""
    text = given if isinstance(given, Pair) else None
    facts = ground.attributes[slug]
    try:
        values = _text(facts, text.en) if text else values_of(facts, given)
        words = _words(facts, text.hi) if text else ""
    except Refused:
        return None
    rows = tuple(_row(ground.attribute_keys[slug], value, place) for place, value in enumerate(values))
    return Said(rows, words) if rows else None


def all_said(
    given: Mapping[str, object], allowed: Mapping[str, bool], ground: Ground, shelf: int, source: Random
) -> dict[str, Said]:
    """What is said of the allowed attributes; CannotSay where a required one (true) can be given no value."""
    found: dict[str, Said] = {}
    for slug, required in allowed.items():
        value = said(slug, given[slug], ground) if slug in given else None
        if value is None and required:
            value = said(slug, _made_up(slug, ground, shelf, source), ground)
            if value is None:
                raise CannotSay(slug)
        if value is not None:
            found[slug] = value
    return found


def _made_up(slug: str, ground: Ground, shelf: int, source: Random) -> object:
    """Something that the attribute takes; None where there is nothing."""
    facts = ground.attributes[slug]
    if facts.input_type in ("DROPDOWN", "MULTISELECT"):
        choice = source.choice(sorted(facts.choices)) if facts.choices else None
        return [choice] if choice and facts.input_type == "MULTISELECT" else choice
    if facts.input_type == "NUMERIC":
        return facts.minimum if facts.minimum is not None else min(source.randrange(_LEAST, _MOST), facts.maximum or _MOST)
    if facts.input_type == "BOOLEAN":
        return True
    if facts.input_type == "DATE":
        return ground.today
    if facts.input_type in ("PLAIN_TEXT", "RICH_TEXT"):
        return _TEXT
    if facts.input_type.endswith("REFERENCE") and ground.entities[slug] == "CATEGORY":
        return shelf
    return None


def _text(facts: AttributeFacts, text: str) -> list[Value]:
    return [Value(rich_text=blocks(text))] if facts.input_type == "RICH_TEXT" else values_of(facts, text)


def _words(facts: AttributeFacts, text: str) -> str:
    value = _text(facts, text)[0]
    return cells(value.plain_text, value.rich_text)


def blocks(text: str) -> dict[str, object]:
    """What `kit.richtext` makes of a plain text; our own words need no sanitising, which takes longer than all the rest."""
    parts = [html.escape(clean(part), quote=False) for part in text.split("\n\n")]
    return {"blocks": [{"type": "paragraph", "data": {"text": part}} for part in parts]}


def _row(attribute: int, value: Value, place: int) -> str:
    return cells(attribute, *(getattr(value, column) for column in VALUE_COLUMNS), place)


def refers_to(attribute: int, key: int) -> str:
    """The row of a value that refers to one thing."""
    return _row(attribute, Value(reference_key=key), 0)
