"""What a reader asked the lists of makers and crafts for in their addresses, read strictly."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from marketplace.kit.paging import PageRequest
from marketplace.kit.refused import Refused
from marketplace.sellers.models import Seller
from search.browse.forms import flag, page_request, slug, words

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


def makers_asked_of(query: QueryDict) -> MakersAsked:
    """What the list of makers is asked for; Refused INVALID names the parameter that cannot be meant."""
    kind = query.get("kind", "")
    if kind and kind not in Seller.Kind.values:
        raise Refused("INVALID", _("%(name)s is not one of the choices.") % {"name": "kind"}, "kind")
    return MakersAsked(
        page=page_request(query, MAKERS_SIZE),
        q=words(query),
        state=slug(query, "state"),
        district=slug(query, "district"),
        kind=kind,
        women=flag(query, "women"),
    )
