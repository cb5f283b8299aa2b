"""What a reader asked a list for in its address, read strictly: what cannot be meant is refused with the parameter's name."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from catalog.listing.queries import ProductOrder, Sorting
from marketplace.kit.money import Money
from marketplace.kit.paging import PageRequest
from marketplace.kit.refused import Refused
from marketplace.kit.text import ascii_digits, clean
from marketplace.sellers.models import Seller
from search.engines.engine import OF_ATTRIBUTE, Order

PAGE_SIZE = 24
MOST_WORDS_LENGTH = 100
MOST_CURSOR_LENGTH = 1000
CHOICE = OF_ATTRIBUTE
"""What the parameter of an attribute begins with: `a-colour=indigo`, given once for each choice."""
MOST_CHOICES = 20
_PRICE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?\Z")
_OF_PRICES = str.maketrans("", "", ",₹ \u00a0")
_SLUG = re.compile(r"[a-z0-9_-]{1,120}\Z")
_COUNTRY = re.compile(r"[A-Z]{2}\Z")
_HANDLE = re.compile(r"[a-z]{1,20}:[A-Za-z0-9_:.-]{0,120}\Z")
MOST_HANDLES = 10
MOST_PIN_LENGTH = 20
STARS = ("1", "2", "3", "4")
AWAY = ("50", "100", "250", "500")
"""How far the makers' districts may lie from a PIN code, in kilometres."""
NAME, BEST, NEAR, RATING = "name", "best", "near", "rating"
ORDERS = {
    NAME: ProductOrder(Sorting.NAME),
    "-name": ProductOrder(Sorting.NAME, descending=True),
    "price": ProductOrder(Sorting.PRICE),
    "-price": ProductOrder(Sorting.PRICE, descending=True),
    "new": ProductOrder(Sorting.DATE, descending=True),
}
SEARCHED = {
    BEST: Order.RELEVANCE, NEAR: Order.NEAR, RATING: Order.RATING, "price": Order.CHEAPEST, "-price": Order.DEAREST,
    "new": Order.NEWEST,
}  # fmt: skip
"""The orders of what is searched, by the same values."""
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """The words, filters, order and place in a list of products; prices as they were typed, in major units. `choices`:
    attributes by slug, each with the slugs of the choices of which one is wanted. `kind` of seller, `country` of origin,
    `rating` in stars; `pin` as it was typed, in ASCII digits, and `away` in kilometres from there; `no_pin`: it is none, and
    says nothing. `as_words`: handles of what the words say plainly, that are to stay words."""

    page: PageRequest
    q: str = ""
    gi: bool = False
    odop: bool = False
    women: bool = False
    stock: bool = False
    price_from: str = ""
    price_to: str = ""
    category: str = ""
    state: str = ""
    district: str = ""
    choices: tuple[tuple[str, tuple[str, ...]], ...] = ()
    kind: str = ""
    country: str = ""
    rating: str = ""
    pin: str = ""
    away: str = ""
    as_words: tuple[str, ...] = ()
    sort: str = ""
    no_pin: bool = False

    @property
    def chosen(self) -> int:
        """How many filters are set."""
        plain = (self.gi, self.odop, self.women, self.stock, self.price_from or self.price_to, self.category, self.kind)
        more = (self.state, self.district, self.country, self.rating, self.pin and not self.no_pin)
        return sum(map(bool, (*plain, *more))) + sum(len(slugs) for _name, slugs in self.choices)

    @property
    def usual(self) -> str:
        """The order of a list for which none is said: the nearest first for a PIN code, what fits words best, else by name."""
        return NEAR if self.pin and not self.no_pin else BEST if self.q else NAME

    @property
    def in_order(self) -> str:
        """The order asked for, or the usual one where nothing is said or that cannot be had."""
        had = self.sort in ("price", "-price", "new", RATING) or (self.sort == BEST and self.q)
        return self.sort if had or (self.sort in (NAME, "-name") and not self.q) else self.usual

    @property
    def searched(self) -> bool:
        """Whether an engine is asked for the list: for words, and for orders that the catalogue's lists do not have."""
        return bool(self.q) or self.in_order in (NEAR, RATING)

    @property
    def moves(self) -> bool:
        """Whether the list stands in another order in another language."""
        return bool(self.q) or self.in_order in (NAME, "-name")

    def minor(self, price: str, currency: str) -> int | None:
        """A typed price in minor units of the currency."""
        return Money.of(price, currency).minor if price else None

    def pairs(self) -> Pairs:
        """The parameters that say all of this but the place in the list, in one order only, so that one list has one address."""
        filters = said(
            ("q", self.q), ("category", self.category), ("state", self.state), ("district", self.district),
            ("from", self.price_from), ("to", self.price_to), ("gi", self.gi), ("odop", self.odop), ("women", self.women),
            ("stock", self.stock), ("kind", self.kind), ("country", self.country), ("rating", self.rating), ("pin", self.pin),
            ("away", self.away if self.pin else ""),
        )  # fmt: skip
        chosen = ((CHOICE + name, slug) for name, slugs in self.choices for slug in slugs)
        handles = (("as", handle) for handle in self.as_words if self.q)
        return (*filters, *handles, *chosen, *said(("sort", "" if self.in_order == self.usual else self.in_order)))


def said(*parameters: tuple[str, str | bool]) -> Pairs:
    """The parameters that say something; a flag is 1."""
    return tuple((name, "1" if value is True else str(value)) for name, value in parameters if value)


def place_of(page: PageRequest) -> Pairs:
    """The parameter that says where in a list a page begins or ends; none for its first page."""
    return said(("after", page.after or ""), ("before", page.before or ""))


def asked_of(query: QueryDict) -> Asked:
    """What a list of products is asked for; Refused INVALID names the parameter that cannot be meant."""
    return Asked(
        page=page_request(query, PAGE_SIZE),
        q=words(query),
        gi=flag(query, "gi"),
        odop=flag(query, "odop"),
        women=flag(query, "women"),
        stock=flag(query, "stock"),
        price_from=_price(query, "from"),
        price_to=_price(query, "to"),
        category=slug(query, "category"),
        state=slug(query, "state"),
        district=slug(query, "district"),
        choices=_choices(query),
        kind=one_of(query, "kind", Seller.Kind.values),
        country=_country(query),
        rating=one_of(query, "rating", STARS),
        pin=ascii_digits("".join(query.get("pin", "").split()))[:MOST_PIN_LENGTH],
        away=one_of(query, "away", AWAY),
        as_words=tuple(sorted({one for one in query.getlist("as") if _HANDLE.match(one)})[:MOST_HANDLES]),
        sort=order(query, {*ORDERS, *SEARCHED}),
    )


def page_request(query: QueryDict, size: int) -> PageRequest:
    """The page before or after a cursor; Refused INVALID_PAGING where both are given."""
    after, before = query.get("after") or None, query.get("before") or None
    for name, cursor in (("after", after), ("before", before)):
        if cursor and (len(cursor) > MOST_CURSOR_LENGTH or not cursor.isascii()):
            raise Refused("INVALID_CURSOR", _("This is not a cursor of this list."), name)
    if after and before:
        raise Refused("INVALID_PAGING", _("Say either after or before."), "after")
    return PageRequest(last=size, before=before) if before else PageRequest(first=size, after=after)


def words(query: QueryDict) -> str:
    """The words searched for, cleaned; Refused TOO_LONG."""
    return clean(query.get("q", ""), field="q", most=MOST_WORDS_LENGTH)


def flag(query: QueryDict, name: str) -> bool:
    """Whether this parameter is 1; Refused INVALID where it is anything else."""
    value = query.get(name, "")
    if value not in ("", "0", "1"):
        raise Refused("INVALID", _("%(name)s is either 1 or left out.") % {"name": name}, name)
    return value == "1"


def _price(query: QueryDict, name: str) -> str:
    price = ascii_digits(query.get(name, "")).translate(_OF_PRICES).strip()
    if price and not _PRICE.match(price):
        field = {"from": _("At least"), "to": _("At most")}[name]
        raise Refused("INVALID", _("%(name)s: a price is a number such as 500 or 1250.50.") % {"name": field}, name)
    return price


def _country(query: QueryDict) -> str:
    given = query.get("country", "")
    if given and not _COUNTRY.match(given):
        raise no_choice("country")
    return given


def _choices(query: QueryDict) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The choices asked for, attributes and choices by slug. Refused TOO_MANY, INVALID."""
    found: dict[str, list[str]] = {}
    for name in sorted(name for name in query if name.startswith(CHOICE)):
        _known(name.removeprefix(CHOICE), name)
        slugs = sorted({_known(one, name) for one in query.getlist(name) if one})
        if slugs:
            found[name.removeprefix(CHOICE)] = slugs
    if sum(map(len, found.values())) > MOST_CHOICES:
        raise Refused("TOO_MANY", _("At most %(most)d values.") % {"most": MOST_CHOICES}, CHOICE + next(reversed(found)))
    return tuple((name, tuple(slugs)) for name, slugs in found.items())


def one_of(query: QueryDict, name: str, choices: Collection[str]) -> str:
    """The choice that this parameter names, empty where it names none; Refused INVALID for anything else."""
    given = query.get(name, "")
    if given and given not in choices:
        raise no_choice(name)
    return given


def order(query: QueryDict, orders: Collection[str]) -> str:
    """The order asked for; the usual one (empty) where there is no such order, which is no reason to refuse the list."""
    given = query.get("sort", "")
    return given if given in orders else ""


def slug(query: QueryDict, name: str) -> str:
    """One of the choices that this parameter has, by its slug; Refused INVALID where it can be none."""
    given = query.get(name, "")
    return _known(given, name) if given else ""


def _known(given: str, name: str) -> str:
    if not _SLUG.match(given):
        raise no_choice(name)
    return given


def no_choice(name: str) -> Refused:
    """Refused INVALID: this parameter has no such choice."""
    return Refused("INVALID", _("%(name)s is not one of the choices.") % {"name": name}, name)
