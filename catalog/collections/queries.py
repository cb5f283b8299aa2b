"""Questions about collections: those that are to be seen in a channel, and their words in a language."""

from collections.abc import Collection as Keys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Q, QuerySet

from catalog.collections.models import Collection, CollectionChannelListing, CollectionProduct, CollectionTranslation
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes
from marketplace.kit.paging import Listed, Page, PageRequest, page_of
from marketplace.kit.searching import all_found
from marketplace.kit.words import WordsRow


class CollectionRow(NamedTuple):
    """A collection that is published in the channel, in the language it was written in."""

    id: int
    slug: str
    name: str
    description: Any
    seo_title: str
    seo_description: str
    published_at: datetime


class CollectionSorting(StrEnum):
    """What a list of collections may be ordered by."""

    SLUG = "SLUG"
    NAME = "NAME"
    PUBLISHED_AT = "PUBLISHED_AT"


@dataclass(frozen=True, slots=True)
class CollectionFilters:
    """What a list is narrowed to; None and empty say nothing. `metadata`: keys with their values, None for any."""

    ids: Keys[int] | None = None
    slugs: Keys[str] | None = None
    search: str = ""
    metadata: Sequence[tuple[str, str | None]] = ()


def _listed(column: str, kind: type, member: str) -> Listed[CollectionRow]:
    return Listed((column, "collection_id"), (kind, int), CollectionRow._make, lambda row: (getattr(row, member), row.id))


_LISTED = {
    CollectionSorting.SLUG: _listed("collection__slug", str, "slug"),
    CollectionSorting.NAME: _listed("collection__name", str, "name"),
    CollectionSorting.PUBLISHED_AT: _listed("published_at", datetime, "published_at"),
}
_COLUMNS = (
    "collection_id", "collection__slug", "collection__name", "collection__description", "collection__seo_title",
    "collection__seo_description", "published_at",
)  # fmt: skip


def visible(at: Viewpoint) -> QuerySet[CollectionChannelListing]:
    """The listings of collections that the world may see from the viewpoint."""
    return _visible(at.channel_id, at.at)


def _visible(channel_id: int, moment: datetime) -> QuerySet[CollectionChannelListing]:
    return CollectionChannelListing.objects.filter(channel_id=channel_id, is_published=True, published_at__lte=moment)


def collections_page(
    *,
    at: Viewpoint,
    page: PageRequest,
    filters: CollectionFilters = CollectionFilters(),
    sorting: CollectionSorting = CollectionSorting.SLUG,
    descending: bool = False,
) -> Page[CollectionRow]:
    """A page of the collections in the channel; one statement."""
    rows = _narrowed(visible(at), filters).values_list(*_COLUMNS)
    return page_of(rows, page, replace(_LISTED[sorting], descending=descending))


def collection(
    *, at: Viewpoint, id: int | None = None, slug: str | None = None, slug_language: str | None = None
) -> CollectionRow | None:
    """One visible collection by key or slug; with `slug_language` by its slug in that language before the original one."""
    if id is None and not slug:
        return None
    if id is None and slug_language is not None and slug_language != settings.LANGUAGE_CODE:
        found = shapes.rows(_translated, None, at.channel_id, at.at, slug, slug_language)
        if found:
            return CollectionRow._make(found[0])
    one = shapes.rows(_one, None, at.channel_id, at.at, id, slug)
    return CollectionRow._make(one[0]) if one else None


def _translated(
    _fixed: None, channel_id: int, moment: datetime, slug: str, language: str
) -> QuerySet[CollectionChannelListing, Any]:
    """The first collection with this slug in a language (for `shapes`)."""
    named = CollectionTranslation.objects.filter(language_code=language, slug=slug).values("collection_id")
    rows = _visible(channel_id, moment).filter(collection_id__in=named)
    return rows.order_by("collection_id").values_list(*_COLUMNS)[:1]


def _one(
    _fixed: None, channel_id: int, moment: datetime, id: int | None, slug: str | None
) -> QuerySet[CollectionChannelListing, Any]:
    """One collection (for `shapes`)."""
    rows = _visible(channel_id, moment)
    rows = rows.filter(collection_id=id) if id is not None else rows.filter(collection__slug=slug)
    return rows.values_list(*_COLUMNS)[:1]


def collections_by_id(ids: Keys[int], at: Viewpoint) -> dict[int, CollectionRow]:
    """Visible collections by key; one statement."""
    found = shapes.rows(_some, None, at.channel_id, at.at, list(set(ids)))
    return {row[0]: CollectionRow._make(row) for row in found}


def _some(_fixed: None, channel_id: int, moment: datetime, ids: list[int]) -> QuerySet[CollectionChannelListing, Any]:
    """Several collections (for `shapes`)."""
    return _visible(channel_id, moment).filter(collection_id__any_of=ids).values_list(*_COLUMNS)


def collections_of(product_ids: Keys[int], at: Viewpoint) -> dict[int, list[CollectionRow]]:
    """The visible collections that each product is in, by slug; two statements."""
    inside = CollectionProduct.objects.filter(product_id__in=set(product_ids)).values_list("product_id", "collection_id")
    pairs = list(inside.order_by("product_id", "collection__slug"))
    shown = collections_by_id({collection for _product, collection in pairs}, at)
    found: dict[int, list[CollectionRow]] = {key: [] for key in product_ids}
    for product, key in pairs:
        if key in shown:
            found[product].append(shown[key])
    return found


def words_of(ids: Keys[int], language: str) -> dict[int, WordsRow]:
    """The words in a language, for those that have some; the original ones for English; one statement."""
    if language == "en":
        columns = ("id", "name", "slug", "description", "seo_title", "seo_description")
        rows = Collection.objects.filter(id__in=set(ids)).values_list(*columns)
        return {row[0]: WordsRow(row[0], "en", *row[1:]) for row in rows}
    return {row[0]: WordsRow._make(row) for row in shapes.rows(_words, None, list(ids), language)}


def _words(_fixed: None, ids: list[int], language: str) -> QuerySet[CollectionTranslation, Any]:
    """The words of some collections in a language (for `shapes`)."""
    rows = CollectionTranslation.objects.filter(collection_id__any_of=ids, language_code=language)
    return rows.values_list("collection_id", *WordsRow._fields[1:])


def metadata_of(ids: Keys[int]) -> dict[int, dict[str, str]]:
    """The metadata of each collection; one statement."""
    return dict(Collection.objects.filter(id__in=set(ids)).values_list("id", "metadata"))


def _named_like(word: str) -> Q:
    """The name holds the word in any language."""
    translated = CollectionTranslation.objects.filter(name__icontains=word).values("collection_id")
    return Q(collection__name__icontains=word) | Q(collection_id__in=translated)


def _narrowed(rows: QuerySet[CollectionChannelListing], filters: CollectionFilters) -> QuerySet[CollectionChannelListing]:
    if filters.ids is not None:
        rows = rows.filter(collection_id__in=list(filters.ids))
    if filters.slugs is not None:
        rows = rows.filter(collection__slug__in=list(filters.slugs))
    rows = rows.filter(all_found(filters.search, _named_like))
    for key, value in filters.metadata:
        wanted = {"collection__metadata__has_key": key} if value is None else {"collection__metadata__contains": {key: value}}
        rows = rows.filter(**wanted)
    return rows
