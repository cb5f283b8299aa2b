"""What a reader asked the GI register for in its address, read strictly."""

from dataclasses import dataclass

from django.http import QueryDict

from marketplace.gi.models import GiTag
from marketplace.gi.queries import GiCountries, GiOrder
from marketplace.kit.paging import PageRequest
from search.browse.forms import Pairs, one_of, order, page_request, said, slug, words

REGISTER_SIZE = 40
FROM = {"": GiCountries.INDIA, "abroad": GiCountries.ABROAD, "all": GiCountries.ALL}
ORDERS = {"": GiOrder.NAME, "number": GiOrder.NUMBER, "-number": GiOrder.NUMBER}


@dataclass(frozen=True, slots=True)
class RegisterAsked:
    """The words, filters, order and place in the GI register."""

    page: PageRequest
    q: str = ""
    category: str = ""
    state: str = ""
    origin: str = ""
    here: bool = False
    sort: str = ""

    @property
    def chosen(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.q, self.category, self.state, self.origin, self.here)))

    @property
    def moves(self) -> bool:
        """Whether the register stands in another order in another language."""
        return ORDERS[self.sort] is GiOrder.NAME

    def pairs(self) -> Pairs:
        """The parameters that say all of this but the place in the register, in one order only."""
        return said(
            ("q", self.q), ("category", self.category), ("state", self.state), ("origin", self.origin), ("here", self.here),
            ("sort", self.sort),
        )  # fmt: skip

    @property
    def plain(self) -> bool:
        """Whether this is the register as one opens it: nothing looked for, and its first page."""
        return not (self.chosen or self.sort or self.page.after or self.page.before)


def register_asked_of(query: QueryDict) -> RegisterAsked:
    """What the GI register is asked for; Refused INVALID names the parameter that cannot be meant."""
    return RegisterAsked(
        page=page_request(query, REGISTER_SIZE),
        q=words(query),
        category=one_of(query, "category", GiTag.Category.values),
        state=slug(query, "state"),
        origin=one_of(query, "origin", FROM),
        here=one_of(query, "here", ("0", "1")) == "1",
        sort=order(query, ORDERS),
    )
