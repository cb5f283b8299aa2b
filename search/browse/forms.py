"""What a reader asked a list for in its address, read strictly: what cannot be meant is refused with the parameter's name."""

import re
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from catalog.listing.queries import ProductOrder, Sorting
from marketplace.kit.money import Money
from marketplace.kit.paging import PageRequest
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

PAGE_SIZE = 24
MOST_WORDS_LENGTH = 100
MOST_CURSOR_LENGTH = 1000
_PRICE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,2})?\Z")
_SLUG = re.compile(r"[a-z0-9_-]{1,120}\Z")
ORDERS = {
    "": ProductOrder(Sorting.NAME),
    "-name": ProductOrder(Sorting.NAME, descending=True),
    "price": ProductOrder(Sorting.PRICE),
    "-price": ProductOrder(Sorting.PRICE, descending=True),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The words, filters, order and place in a list of products; prices as they were typed, in major units."""

    page: PageRequest
    q: str = ""
    gi: bool = False
    odop: bool = False
    price_from: str = ""
    price_to: str = ""
    state: str = ""
    sort: str = ""

    @property
    def chosen(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.gi, self.odop, self.price_from or self.price_to, self.state)))

    @property
    def order(self) -> ProductOrder:
        """The order asked for, by name where nothing is said."""
        return ORDERS[self.sort]

    def minor(self, price: str, currency: str) -> int | None:
        """A typed price in minor units of the currency."""
        return Money.of(price, currency).minor if price else None


def asked_of(query: QueryDict) -> Asked:
    """What a list of products is asked for; Refused INVALID names the parameter that cannot be meant."""
    sort = query.get("sort", "")
    if sort not in ORDERS:
        raise Refused("INVALID", _("There is no such order."), "sort")
    return Asked(
        page=page_request(query, PAGE_SIZE),
        q=words(query),
        gi=_flag(query, "gi"),
        odop=_flag(query, "odop"),
        price_from=_price(query, "from"),
        price_to=_price(query, "to"),
        state=_slug(query, "state"),
        sort=sort,
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


def _flag(query: QueryDict, name: str) -> bool:
    value = query.get(name, "")
    if value not in ("", "0", "1"):
        raise Refused("INVALID", _("%(name)s is either 1 or left out.") % {"name": name}, name)
    return value == "1"


def _price(query: QueryDict, name: str) -> str:
    price = query.get(name, "").strip().replace(",", "")
    if price and not _PRICE.match(price):
        raise Refused("INVALID", _("A price is a number such as 500 or 1250.50."), name)
    return price


def _slug(query: QueryDict, name: str) -> str:
    slug = query.get(name, "")
    if slug and not _SLUG.match(slug):
        raise Refused("INVALID", _("%(name)s is not one of the choices.") % {"name": name}, name)
    return slug
