"""Reads the words of the demonstration shops: families of goods, lines by district, regions, stories, sentences."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

WORDS = Path(__file__).parent / "words"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text in English and in Hindi."""

    en: str
    hi: str


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that a family makes. `gender` (m, f, mp, fp; = for that of the produce) is the Hindi noun's; price in rupees.

    `material` is empty where it is the family's.
    """

    name: Pair
    gender: str
    price: tuple[int, int]
    grams: int
    variants: str
    hsn: str
    size: tuple[int, ...]
    material: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail of the make; `fits` are the numbers of the items that can have it, none for all."""

    words: Pair
    fits: frozenset[int]


@dataclass(frozen=True, slots=True)
class Family:
    """A family of goods with what it needs for a product: items, details of their make, sentences, codes.

    `contains` are the ingredients, `contains_of` those of single items by number; `motif_of` are pictures of single items.
    """

    name: str
    category: str
    product_type: str
    motif: str
    hsn: str
    material: str
    technique: str
    craft: str
    group: str
    goods: tuple[str, str, str]
    makers: tuple[str, str, str]
    trade: Pair
    society: Pair
    kinds: tuple[str, ...]
    items: tuple[Item, ...]
    details: tuple[Detail, ...]
    what: tuple[Pair, ...]
    how: tuple[Pair, ...]
    contains: Pair | None
    contains_of: dict[int, Pair]
    motif_of: dict[int, str]
    life: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """What is made in a district: a family, what stands in front of the names, the GI and the ODOP entry it belongs to."""

    state: str
    district: str
    family: str
    front: Pair | None
    gi: str
    odop: str
    shops: int
    options: dict[str, str]


def split(text: str, by: str = "|") -> list[str]:
    """The parts of a line without the blanks around them."""
    return [part.strip() for part in text.split(by)]


def pair(text: str, by: str = "|") -> Pair:
    """English and Hindi of "English | Hindi"."""
    english, hindi = split(text, by)
    return Pair(english, hindi)


def detail_of(text: str, by: str = "|") -> Detail:
    """A detail of "English | Hindi" or "English | Hindi | 1,4", where only some items can have it."""
    english, hindi, *fits = split(text, by)
    return Detail(Pair(english, hindi), frozenset(int(number) for number in fits[0].split(",")) if fits else frozenset())


@cache
def toml(name: str) -> dict[str, Any]:
    """A file of words."""
    with (WORDS / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def families() -> dict[str, Family]:
    """All families by name."""
    files = sorted((WORDS / "families").glob("*.toml"))
    found = {name: _family(name, entry) for path in files for name, entry in toml(f"families/{path.stem}").items()}
    return dict(sorted(found.items()))


@cache
def lines() -> tuple[Line, ...]:
    """What is made where, Uttar Pradesh first."""
    return tuple(_line(state, text) for state, entry in toml("lines").items() for text in entry["lines"])


def _family(name: str, entry: dict[str, Any]) -> Family:
    goods, makers = split(entry["goods"]), split(entry["makers"])
    return Family(
        name=name, category=entry["category"], product_type=entry["type"], motif=entry["motif"], hsn=entry["hsn"],
        material=entry.get("material", ""), technique=entry.get("technique", ""), craft=entry.get("craft", ""),
        group=entry["group"], goods=(goods[0], goods[1], goods[2]), makers=(makers[0], makers[1], makers[2]),
        trade=pair(entry["trade"]), society=pair(entry["society"]), kinds=tuple(entry["kinds"].split()),
        items=tuple(_item(text) for text in entry["items"]), details=tuple(detail_of(text) for text in entry["details"]),
        what=tuple(pair(text, "||") for text in entry["what"]), how=tuple(pair(text, "||") for text in entry["how"]),
        contains=pair(entry["contains"]) if "contains" in entry else None, life=entry.get("life"),
        contains_of={int(number): pair(text) for number, text in entry.get("contains_of", {}).items()},
        motif_of={int(number): motif for number, motif in entry.get("motif_of", {}).items()},
    )  # fmt: skip


def _item(text: str) -> Item:
    name, hindi, gender, price, grams, variants, *more = split(text)
    hsn, size, material = [*more, *("-", "", "")[len(more) :]]
    least, most = price.split("-")
    return Item(
        name=Pair(name, hindi), gender=gender, price=(int(least), int(most)), grams=int(grams), variants=variants,
        hsn="" if hsn == "-" else hsn, size=tuple(int(side) for side in size.split("x")) if size else (), material=material,
    )  # fmt: skip


def _line(state: str, text: str) -> Line:
    district, family, front, gi, odop, shops, *options = split(text)
    return Line(
        state=state, district=district, family=family, front=None if front == "-" else pair(front, "/"),
        gi="" if gi == "-" else gi, odop="" if odop == "-" else odop, shops=int(shops),
        options={key: value for key, _, value in (option.partition("=") for option in options)},
    )  # fmt: skip
