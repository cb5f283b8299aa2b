"""What a reader asked the lists of makers and crafts for in their addresses, read strictly."""

from dataclasses import dataclass

from django.http import QueryDict

from marketplace.kit.paging import PageRequest
from marketplace.sellers.models import Seller
from search.browse.forms import Pairs, flag, one_of, page_request, said, slug, words

MAKERS_SIZE = 24


@dataclass(frozen=True, slots=True)
class MakersAsked:
    """The words, filters and place in the list of makers."""

    page: PageRequest
    q: str = ""
    state: str = ""
    district: str = ""
    kind: str = ""
    women: bool = False

    @property
    def chosen(self) -> int:
        """How many filters are set."""
        return sum(map(bool, (self.q, self.state, self.district, self.kind, self.women)))

    def pairs(self) -> Pairs:
        """The parameters that say all of this but the place in the list, in one order only."""
        return said(("q", self.q), ("state", self.state), ("district", self.district), ("kind", self.kind), ("women", self.women))


def makers_asked_of(query: QueryDict) -> MakersAsked:
    """What the list of makers is asked for; Refused INVALID names the parameter that cannot be meant."""
    return MakersAsked(
        page=page_request(query, MAKERS_SIZE),
        q=words(query),
        state=slug(query, "state"),
        district=slug(query, "district"),
        kind=one_of(query, "kind", Seller.Kind.values),
        women=flag(query, "women"),
    )
