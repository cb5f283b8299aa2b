"""Who sells what: the seller of a product's number, and the place and trade of a seller's number. Pure arithmetic."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from catalog.demo.chance import chance, shuffled
from catalog.demo.plan import Place, ShopPlan
from catalog.demo.reading import Line, lines
from catalog.demo.shops import compose_one

POOL = 5_000
# Ten sellers share 400 products, as unequally as in life; after 200,000 products the first seller has its turn again.
_SIZES = (40, 5, 80, 15, 25, 110, 10, 45, 20, 50)
_ENDS = tuple(accumulate(_SIZES))
_ROUND = _ENDS[-1]
_ALIKE = ("p", "craft", "front", "contains")  # options that hold for the line's own district only
_FIRST = 100_000  # beyond the numbers of the demonstration shops


def seller_of(number: int) -> int:
    """The number, 0 to 4,999, of the seller of the product of this number (from 1 on)."""
    turn, place = divmod(number - 1, _ROUND)
    return (turn * len(_SIZES) + next(at for at, end in enumerate(_ENDS) if place < end)) % POOL


def size_of(seller: int) -> int:
    """How many products the seller gets in each turn."""
    return _SIZES[seller % len(_SIZES)]


def sellers_of(first: int, last: int) -> list[int]:
    """The sellers of the products from the first to the last, in order."""
    return list(dict.fromkeys(seller_of(number) for number in _starts(first, last)))


def _starts(first: int, last: int) -> Iterator[int]:
    """At least one number of each seller's products between the two."""
    yield first
    turn = (first - 1) // _ROUND * _ROUND
    while turn < last:
        yield from (turn + start + 1 for start in (0, *_ENDS[:-1]) if first <= turn + start + 1 <= last)
        turn += _ROUND


class Rota:
    """Composes the sellers: every second one at home where a line of the demonstration says what is made, the others in
    one district after another, with what the district is designated for where a line knows of it."""

    def __init__(self, seed: int, places: dict[tuple[str, str], Place], areas: frozenset[tuple[str, int]]) -> None:
        self.seed = seed
        self._areas = areas
        source = chance(seed, "rota")
        pins: dict[str, list[tuple[str, str]]] = {}
        for place in places.values():
            pins.setdefault(place.state, []).extend(place.pincodes)
        settled = {at: place if place.pincodes else replace(place, pincodes=tuple(pins[at[0]])) for at, place in places.items()}
        known = [line for line in lines() if (at := (line.state, line.district)) in settled and settled[at].pincodes]
        self._homes = [(line, settled[line.state, line.district]) for line in shuffled(known, source)]
        self._places = shuffled([settled[at] for at in sorted(settled) if settled[at].pincodes], source)
        # A line that names its produce or its town would be false elsewhere.
        self._portable = [line for line in shuffled(known, source) if not line.options.keys() & {"p", "contains"}]

    def shop(self, seller: int) -> ShopPlan:
        """The seller of this number, without products."""
        line, place = self.trade(seller)
        shop = compose_one(line, place, number=_FIRST + seller, seed=self.seed)
        return replace(
            shop, slug=f"{shop.slug[:100].strip('-')}-g{seller:05d}", email=f"care@grown-{seller:05d}.example",
        )  # fmt: skip

    def trade(self, seller: int) -> tuple[Line, Place]:
        """What the seller makes, and where."""
        turn = seller // 2
        if seller % 2 == 0 and self._homes:
            return self._homes[turn % len(self._homes)]
        place = self._places[turn % len(self._places)]
        fitting = [line for line in self._portable if line.odop and _is_known_for(place, line.odop)]
        line = fitting[turn % len(fitting)] if fitting and turn % 3 else self._portable[turn % len(self._portable)]
        gi = line.gi if (line.gi, place.key) in self._areas else ""
        odop = line.odop if line in fitting else ""
        options = {name: value for name, value in line.options.items() if name not in _ALIKE}
        return replace(line, state=place.state, district=place.name.en, front=None, gi=gi, odop=odop, options=options), place


def _is_known_for(place: Place, words: str) -> bool:
    return any(words.lower() in known.lower() for _key, known in place.known_for)
