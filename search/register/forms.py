"""What a reader asked the GI register for in its address, read strictly."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.validators import slug_re
from django.http import QueryDict
from django.utils.translation import gettext as _

from marketplace.gi.models import GiTag
from marketplace.gi.queries import GiCountries, GiOrder
from marketplace.kit.paging import PageRequest
from marketplace.kit.refused import Refused
from search.browse.forms import page_request, words

REGISTER_SIZE = 40
MOST_SLUG_LENGTH = 120
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
    def plain(self) -> bool:
        """Whether this is the register as one opens it: nothing looked for, and its first page."""
        return not (self.chosen or self.sort or self.page.after or self.page.before)


def register_asked_of(query: QueryDict) -> RegisterAsked:
    """What the GI register is asked for; Refused INVALID names the parameter that cannot be meant."""
    return RegisterAsked(
        page=page_request(query, REGISTER_SIZE),
        q=words(query),
        category=_one_of(query, "category", ("", *GiTag.Category.values)),
        state=_state(query),
        origin=_one_of(query, "origin", FROM),
        here=_one_of(query, "here", ("", "0", "1")) == "1",
        sort=_one_of(query, "sort", ORDERS),
    )


def _one_of(query: QueryDict, name: str, choices: Collection[str]) -> str:
    given = query.get(name, "")
    if given not in choices:
        raise _no_choice(name)
    return given


def _state(query: QueryDict) -> str:
    given = query.get("state", "")
    if given and not (len(given) <= MOST_SLUG_LENGTH and slug_re.match(given)):
        raise _no_choice("state")
    return given


def _no_choice(name: str) -> Refused:
    return Refused("INVALID", _("%(name)s is not one of the choices.") % {"name": name}, name)
