"""The words of plain_words.toml: what is not looked for, and what says a price, a place or a mark."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from search.language.fold import folded

Phrases = frozenset[str]

SIGNS = frozenset("₹<>+-–—&%")
BELOW_BEFORE, BELOW_AFTER, ABOVE_BEFORE, ABOVE_AFTER = "u", "U", "a", "A"
BETWEEN, AMONG, TO, AND, CURRENCY, MEASURE = "b", "m", "t", "&", "c", "q"
AROUND_BEFORE, AROUND_AFTER, WORTH = "r", "R", "w"
_SYMBOLS = {
    "measure": MEASURE, "currency": CURRENCY, "and": AND, "to": TO, "between": BETWEEN, "among": AMONG,
    "around_before": AROUND_BEFORE, "around_after": AROUND_AFTER, "worth": WORTH,
    "below_before": BELOW_BEFORE, "above_before": ABOVE_BEFORE, "above_after": ABOVE_AFTER, "below_after": BELOW_AFTER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Plain:
    """Folded phrases, and for phrases about a price what they may say (several symbols where the place decides)."""

    stop: Phrases
    price: Mapping[str, str]
    times: Mapping[str, int]
    said: Mapping[str, str]
    place_before: Phrases
    place_after: Phrases
    pin: Phrases
    hsn: Phrases
    place_only: Phrases
    no_place: Phrases
    not_before: Phrases
    not_after: Phrases
    kept: Phrases


def _phrases(text: str) -> list[str]:
    """Phrases that ; parts, folded; a sign is itself."""
    split = (phrase.strip() for phrase in text.replace("\n", " ").split(";"))
    return [phrase if phrase in SIGNS else folded(phrase) for phrase in split if phrase]


def _price(table: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, symbol in _SYMBOLS.items():
        for phrase in _phrases(table[name]):
            found[phrase] = found.get(phrase, "") + symbol
    return found


def _words(texts: Iterable[str]) -> Phrases:
    return frozenset(word for text in texts for word in folded(text).split())


def _read() -> Plain:
    data = tomllib.loads(Path(__file__).with_name("plain_words.toml").read_text(encoding="utf-8"))
    cues = {name: frozenset(_phrases(text)) for name, text in data["cues"].items()}
    price = data["price"]
    return Plain(
        stop=_words(data["stop"].values()),
        price=_price({name: text for name, text in price.items() if name != "times"}),
        times={folded(word): int(number) for word, number in price["times"].items()},
        said={phrase: kind for kind, text in data["said"].items() for phrase in _phrases(text)},
        place_before=cues["place_before"],
        place_after=cues["place_after"],
        pin=cues["pin"],
        hsn=cues["hsn"],
        place_only=cues["place_only"],
        no_place=cues["no_place"],
        not_before=cues["not_before"],
        not_after=cues["not_after"],
        kept=cues["kept"],
    )


PLAIN = _read()
LONGEST_PHRASE = 4
