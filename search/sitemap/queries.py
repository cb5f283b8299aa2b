"""Questions for the sitemap: what has a page that the world may see, asked of the same queries as the pages themselves."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db.models import F, Max, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from catalog.categories.queries import tree
from catalog.collections.queries import visible as visible_collections
from catalog.listing.filters import EVERYTHING
from catalog.listing.queries import listed_in
from catalog.products.models import ProductChannelListing
from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.content.queries import addresses as addresses_of_pages
from marketplace.crafts.queries import crafts
from marketplace.districts.queries import districts_of, states
from marketplace.gi.queries import gi_tags_page
from marketplace.kit.paging import MOST, PageRequest
from marketplace.kit.refused import Refused
from marketplace.sellers.queries import approved
from search.sitemap.rules import PART, Entry

OURS = "en"  # slugs are the same in all languages
HOUSE = ("home", "products", "categories", "crafts", "sellers", "states", "gi-register")
"""The pages that there are one of, by the names of their addresses."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Pages of one kind: the name of their address, and their entries; `parts` says which parts of PART keys there are."""

    address: str
    entries: Callable[[int], Iterable[Entry]]
    parts: Callable[[], Iterable[Entry]] | None = None


def _states(_part: int) -> list[Entry]:
    return [Entry(row.slug) for row in states(OURS)]


def _districts(_part: int) -> list[Entry]:
    found = districts_of([row.id for row in states(OURS)], OURS)
    return [Entry(row.slug) for rows in found.values() for row in rows]


def _categories(_part: int) -> list[Entry]:
    return [Entry(row.slug) for row in tree(OURS).rows]


def _crafts(_part: int) -> list[Entry]:
    return [Entry(row.slug) for row in crafts(OURS)]


def _gi(_part: int) -> Iterator[Entry]:
    """The register as it is listed, page by page."""
    after = None
    while True:
        page = gi_tags_page(language=OURS, page=PageRequest(first=MOST, after=after))
        yield from (Entry(row.slug) for row in page.rows)
        if not page.has_next:
            return
        after = page.cursors[-1]


def _collections(_part: int) -> list[Entry]:
    at = _seen_from()
    if at is None:
        return []
    rows = visible_collections(at).order_by("collection_id")
    return [Entry(slug) for slug in rows.values_list("collection__slug", flat=True)]


def _pages(_part: int) -> list[Entry]:
    return [Entry._make(row) for row in addresses_of_pages(timezone.now())]


def _sellers(part: int) -> list[Entry]:
    rows = approved().filter(id__gte=part * PART, id__lt=(part + 1) * PART).order_by("id")
    return [Entry(slug) for slug in rows.values_list("slug", flat=True)]


def _parts_of_sellers() -> list[Entry]:
    found = approved().annotate(part=F("id") / PART).order_by("part").values_list("part", flat=True).distinct()
    return [Entry(str(part)) for part in found]


# A product whose day has come is new to the world then.
_CHANGED = Greatest("product__updated_at", "published_at")


def _products(part: int) -> list[Entry]:
    rows = _listed().filter(product_id__gte=part * PART, product_id__lt=(part + 1) * PART).order_by("product_id")
    return [Entry._make(row) for row in rows.values_list("product__slug", _CHANGED)]


def _parts_of_products() -> list[Entry]:
    rows = _listed().annotate(part=F("product_id") / PART).values_list("part").annotate(last=Max(_CHANGED)).order_by("part")
    return [Entry(str(part), last) for part, last in rows]


def _listed() -> QuerySet[ProductChannelListing]:
    at = _seen_from()
    return listed_in(at, EVERYTHING) if at else ProductChannelListing.objects.none()


def _seen_from() -> Viewpoint | None:
    """Where readers of pages stand; None in a house without a channel, where no goods are to be seen."""
    try:
        return viewpoint(language=OURS)
    except Refused:
        return None


KINDS = {
    "states": Kind("state", _states),
    "districts": Kind("district", _districts),
    "categories": Kind("category", _categories),
    "crafts": Kind("craft", _crafts),
    "collections": Kind("collection", _collections),
    "gi": Kind("gi", _gi),
    "pages": Kind("page", _pages),
    "sellers": Kind("seller", _sellers, _parts_of_sellers),
    "products": Kind("product", _products, _parts_of_products),
}


def parts() -> Iterator[Entry]:
    """The names of all parts: the house's own pages, each small kind, and the parts of the large ones."""
    yield Entry("house")
    for name, kind in KINDS.items():
        if kind.parts is None:
            yield Entry(name)
        else:
            yield from (Entry(f"{name}-{part.slug}", part.changed_at) for part in kind.parts())


def part_named(name: str) -> tuple[Kind, int] | None:
    """The kind and the number of the part of this name; None where there is none."""
    kind, _hyphen, number = name.partition("-")
    found = KINDS.get(kind)
    if found is None or (found.parts is None) != (number == "") or (number and not _is_number(number)):
        return None
    return found, int(number or 0)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= 9 and str(int(text)) == text
