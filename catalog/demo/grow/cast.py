"""Casts one product from a mould: its number decides name, sizes, prices, stock and pictures; out come rows for COPY."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from random import Random

from django.utils.timezone import localdate

from catalog.demo.chance import chance
from catalog.demo.grow.ground import Ground
from catalog.demo.grow.moulds import Mould, Piece
from catalog.demo.grow.said import Said, refers_to
from catalog.demo.grow.sheets import Keys, Sheets, cell
from catalog.demo.prices import abroad, before_discount, believable
from catalog.demo.shelves import belongs
from catalog.media.models import ProductMedia
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductVariant
from catalog.publication.rules import tax_in_doubt
from marketplace.tariff.rules import Rate

# Published within one rate period of the GST (from 22 September 2025 on) and before any day this is run on.
_FIRST_DAY = datetime(2025, 10, 1, 4, 30, tzinfo=UTC)
_MINUTES = 96 * 24 * 60
_SHELVED = 40  # one product in so many is offered to the collections
_TELLS = 0.4  # how many pieces tell what not every piece does


class Caster:
    """Casts the products of a run into the sheets of a chunk. `products` are the keys of those in the chunk."""

    def __init__(self, seed: int, ground: Ground, keys: Keys, *, now: datetime) -> None:
        self._seed = seed
        self._ground = ground
        self._keys = keys
        self._now = cell(now)
        self._places = {slug: count for slug, (_key, count) in ground.collections.items()}

    def cast(self, number: int, mould: Mould, sheets: Sheets, *, before: int | None) -> int:
        """One product with all its rows; its key. `before` is the key of an earlier product of the same seller."""
        source = chance(self._seed, "grown", number)
        product = self._keys.next(Product)
        day = _FIRST_DAY + timedelta(minutes=source.randrange(_MINUTES))
        self._words(number, product, mould, sheets)
        dearest = self._pieces(number, product, mould, day, source, sheets)
        told = [*mould.always.values(), *(said for said in mould.sometimes.values() if source.random() < _TELLS)]
        self._values(f"{product}\t\\N", told, sheets)
        if mould.goes_with and before and source.random() < 0.25:
            sheets["value"].append(f"{product}\t\\N\t{refers_to(mould.goes_with, before)}")
        self._pictures(product, mould, source, sheets)
        if number % _SHELVED == 0:
            self._collect(product, mould, dearest, sheets)
        return product

    def _words(self, number: int, product: int, mould: Mould, sheets: Sheets) -> None:
        english, hindi = f"{mould.name.en}{number})", f"{mould.name.hi}{number})"
        title, title_hi = (text if len(text) <= 70 else "" for text in (english, hindi))
        sheets["product"].append(
            f"{product}\t{mould.slug}-g{number}\t{cell(english)}\t{cell(title)}\t{mould.product}\t{self._now}\t{self._now}"
        )
        sheets["words"].append(f"{product}\t{mould.slug_hi}-{number}\t{cell(hindi)}\t{cell(title_hi)}\t{mould.words}\thi")
        sheets["legal"].append(f"{product}\t{mould.legal}")
        sheets["legal_words"].append(f"{product}\t{mould.legal_words}\thi")

    def _pieces(self, number: int, product: int, mould: Mould, day: datetime, source: Random, sheets: Sheets) -> int:
        """One to three of the mould's sizes or colours, with prices and stock, then the listings; the dearest price."""
        times = source.uniform(0.8, 1.3)
        count = min(len(mould.pieces), source.choices((1, 2, 3), (50, 33, 17))[0])
        chosen = sorted(source.sample(range(len(mould.pieces)), count))
        prices: list[int] = []
        for place, piece in enumerate(mould.pieces[at] for at in chosen):
            variant = self._keys.next(ProductVariant)
            sheets["variant"].append(f"{variant}\t{product}\tGROWN-{number:08d}-{place + 1}\t{place}\t{piece.cells}\t{self._now}")
            sheets["variant_words"].append(f"{variant}\t{piece.words}\thi")
            self._values(f"\\N\t{variant}", piece.said, sheets)
            price = _clear(believable(piece.price * times), piece, mould.rates, (localdate(day), self._ground.today))
            prices.append(price)
            self._price(variant, price, mould, sheets)
            draw = source.random()
            left = 0 if draw < 0.04 else source.randrange(1, 4) if draw < 0.14 else source.randrange(6, 90)
            sheets["stock"].append(f"{variant}\t{mould.hand.warehouse}\t{left}")
        self._listings(product, prices, mould, cell(day), sheets)
        return max(prices)

    def _price(self, variant: int, price: int, mould: Mould, sheets: Sheets) -> None:
        full = _full(price, mould) * 100
        sheets["price"].append(f"{variant}\t{self._ground.india}\t{price * 100}\t{full}\t{full}")
        if mould.exported and self._ground.export:
            cents = abroad(price)
            sheets["price"].append(f"{variant}\t{self._ground.export}\t{cents}\t{cents}\t\\N")

    def _listings(self, product: int, prices: list[int], mould: Mould, day: str, sheets: Sheets) -> None:
        fulls = [_full(price, mould) for price in prices]
        span = f"{min(prices) * 100}\t{max(prices) * 100}\t{min(fulls) * 100}\t{max(fulls) * 100}"
        sheets["listing"].append(f"{product}\t{self._ground.india}\t{day}\t{day}\t{span}\tt")
        if mould.exported and self._ground.export:
            cents = [abroad(price) for price in prices]
            span = f"{min(cents)}\t{max(cents)}\t{min(cents)}\t{max(cents)}"
            sheets["listing"].append(f"{product}\t{self._ground.export}\t{day}\t{day}\t{span}\tt")

    def _values(self, owner: str, told: Iterable[Said], sheets: Sheets) -> None:
        for said in told:
            if said.words:
                key = self._keys.next(AttributeAssignment)
                sheets["text"].append(f"{key}\t{owner}\t{said.rows[0]}")
                sheets["text_words"].append(f"{key}\thi\t{said.words}")
            else:
                sheets["value"].extend(f"{owner}\t{row}" for row in said.rows)

    def _pictures(self, product: int, mould: Mould, source: Random, sheets: Sheets) -> None:
        """One to three pictures of goods of the same category, shared with the products that show them already."""
        count = min(len(mould.pictures), source.choices((1, 2, 3), (62, 28, 10))[0])
        start = source.randrange(len(mould.pictures)) if mould.pictures else 0
        for place in range(count):
            key = self._keys.next(ProductMedia)
            picture = mould.pictures[(start + place) % len(mould.pictures)]
            sheets["media"].append(f"{key}\t{product}\t{picture}\t{place}\t{mould.alt.en} ({place + 1})")
            sheets["media_words"].append(f"{key}\t{mould.alt.hi} ({place + 1})\thi")

    def _collect(self, product: int, mould: Mould, dearest: int, sheets: Sheets) -> None:
        shown = mould.shown(dearest)
        for slug, (key, _count) in self._ground.collections.items():
            if belongs(slug, shown):
                sheets["collected"].append(f"{key}\t{product}\t{self._places[slug]}")
                self._places[slug] += 1


def _full(price: int, mould: Mould) -> int:
    """The price before the discount, in rupees; it is the maximum retail price, too."""
    return max(price, before_discount(price, mould.percent)) if mould.percent else price


def _clear(price: int, piece: Piece, rates: tuple[Rate, ...], days: tuple[date, date]) -> int:
    """The price, or one below it for which the GST rate is beyond doubt, in rupees."""
    while rates and price > 10 and any(_in_doubt(price, piece, rates, day) for day in days):
        price = min(price - 10, believable(price * 0.95))
    return price


def _in_doubt(price: int, piece: Piece, rates: tuple[Rate, ...], day: date) -> bool:
    return tax_in_doubt(rates, day=day, price_minor=price * 100, net_quantity=piece.quantity, unit=piece.unit)
