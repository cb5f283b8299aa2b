"""What a product is sold in: sizes, colours, packs; each with its price, weight, net quantity and attributes."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from catalog.demo.prices import believable
from catalog.demo.reading import Item, Pair, pair, split, toml

_SET = re.compile(r"(?:Set|Pack) of (\d+)")
_CLOTH = re.compile(r"(\d+(?:\.\d+)?) m$")
_COLOURS = {
    "cloth": 16, "household": 16, "goldwork": 16, "hanging": 16, "wool": 16, "fragile": 15, "jewel": 14, "bindi": 14,
}  # fmt: skip
_LEATHER = ("black", "brown", "tan", "maroon")
_WILD = ("natural", "ivory", "tan")  # silk that keeps its own tone


@dataclass(frozen=True, slots=True)
class Cut:
    """One variant before it has a price tag: times the item's price and weight, how much is in it, its attributes."""

    name: Pair
    times: float
    weight: float
    quantity: int
    unit: str
    values: dict[str, object]


def choices(attribute: str) -> dict[str, Pair]:
    """The choices of an attribute by slug."""
    return {slug: Pair(en, hi) for slug, en, hi in (split(text) for text in toml("attributes")["choices"][attribute])}


def cuts_of(item: Item, group: str, source: Random) -> list[Cut]:
    """The variants of an item, one to four, the smallest first."""
    scheme, _, amounts = item.variants.partition(":")
    return _SCHEMES[scheme](item, amounts.split(",") if amounts else [group], source)


def _count(item: Item) -> tuple[int, str]:
    """How many pieces, pairs or centimetres are in the pack, by the item's name."""
    name = item.name.en
    if cloth := _CLOTH.search(name):
        return int(float(cloth.group(1)) * 100), "CENTIMETRE"
    if several := _SET.search(name):
        return int(several.group(1)), "PIECE"
    return 1, "PAIR" if "Pair" in name else "SET" if " Set" in name else "PIECE"


def _one(item: Item, _amounts: list[str], _source: Random) -> list[Cut]:
    return [Cut(Pair("As shown", "चित्र के अनुसार"), 1, 1, *_count(item), {})]


def _chosen(attribute: str, slugs: list[str], item: Item, named: str = "{}", called: str = "{}") -> list[Cut]:
    words = choices(attribute)
    return [
        Cut(Pair(named.format(words[slug].en), called.format(words[slug].hi)), 1, 1, *_count(item), {attribute: slug})
        for slug in slugs
    ]


def _colour(item: Item, amounts: list[str], source: Random) -> list[Cut]:
    every = list(choices("colour"))
    own = {"leather": _LEATHER, "wild": _WILD}.get(amounts[0])
    known = own or [slug for slug in amounts if slug in every] or every[: _COLOURS.get(amounts[0], len(every))]
    return _chosen("colour", source.sample(list(known), min(source.choice((1, 2, 2, 3)), len(known))), item)


def _finish(item: Item, _amounts: list[str], source: Random) -> list[Cut]:
    return _chosen("finish", source.sample(list(choices("finish")), source.choice((1, 2, 2))), item)


def _size(item: Item, _amounts: list[str], source: Random) -> list[Cut]:
    sizes = ["s", "m", "l", "xl"][source.choice((0, 0, 1)) :]
    return _chosen("size", sizes[: source.choice((3, 4))], item, "Size {}", "साइज़ {}")


def _bangle(item: Item, _amounts: list[str], _source: Random) -> list[Cut]:
    return _chosen("size", ["2-4", "2-6", "2-8"], item, "Size {}", "नाप {}")


def _shoe(item: Item, _amounts: list[str], source: Random) -> list[Cut]:
    first = source.choice((0, 1, 2)) if "Women" not in item.name.en else 0
    cuts = _chosen("shoe-size", list(choices("shoe-size"))[first : first + 4], item, "UK {}", "यूके {}")
    return [Cut(cut.name, 1, 1, 1, "PAIR", cut.values) for cut in cuts]


def _pack(unit: str, attribute: str, small: Pair, large: Pair) -> Callable[[Item, list[str], Random], list[Cut]]:
    """Packs by weight or volume; ten times as much costs about eight times as much."""

    def cuts(item: Item, amounts: list[str], _source: Random) -> list[Cut]:
        found, first = [], int(amounts[0])
        for amount in map(int, amounts):
            words = large if amount >= 1000 else small
            shown = f"{amount / 1000:g}" if amount >= 1000 else str(amount)
            times = (amount / first) ** 0.92
            name = Pair(f"{shown} {words.en}", f"{shown} {words.hi}")
            found.append(Cut(name, times, amount / first, amount, unit, {attribute: amount}))
        return found

    return cuts


def _centimetres(item: Item, amounts: list[str], _source: Random) -> list[Cut]:
    """Sizes of rugs and pictures; the price follows the area, a little slower."""
    found: list[Cut] = []
    area = 0
    for amount in amounts:
        width, length = sorted(int(side) for side in amount.split("x"))
        area = area or width * length
        times = width * length / area
        name = Pair(f"{width} × {length} cm", f"{width} × {length} सेमी")
        found.append(Cut(name, times**0.95, times, *_count(item), {"length": length, "width": width}))
    return found


_SCHEMES: dict[str, Callable[[Item, list[str], Random], list[Cut]]] = {
    "one": _one, "colour": _colour, "finish": _finish, "size": _size, "bangle": _bangle, "shoe": _shoe, "cm": _centimetres,
    "g": _pack("GRAM", "pack-weight", pair("g | ग्राम"), pair("kg | किलो")),
    "ml": _pack("MILLILITRE", "pack-volume", pair("ml | मिली"), pair("l | लीटर")),
}  # fmt: skip


def base_price(item: Item, source: Random) -> int:
    """A price between the item's bounds, nearer to the lower one, as markets are."""
    least, most = item.price
    return believable(least + (most - least) * source.betavariate(1.6, 2.4))
