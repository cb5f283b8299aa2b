"""Questions about pages: only those are shown that are published, and not ahead of their time; all of them to staff."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, FilteredRelation, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils.translation import gettext as _

from marketplace.content.models import Page, PageTranslation, PageType
from marketplace.kit import shapes
from marketplace.kit.former_slugs import present_of
from marketplace.kit.found import first_of
from marketplace.kit.paging import Listed, PageRequest, page_of
from marketplace.kit.paging import Page as PageOfRows
from marketplace.kit.searching import all_found

ORIGINAL = settings.LANGUAGE_CODE
KIND = "page"  # among former slugs


class PageTypeRow(NamedTuple):
    """What kind of page it is."""

    id: int
    slug: str
    name: str


class PageRow(NamedTuple):
    """A page in the reader's language; `language` and `content_language` are those that the words are really in."""

    id: int
    slug: str
    title: str
    content: Any
    seo_title: str
    seo_description: str
    is_published: bool
    published_at: datetime | None
    created_at: datetime
    updated_at: datetime
    type_id: int
    type_slug: str
    type_name: str
    language: str
    content_language: str
    default_title: str

    @property
    def page_type(self) -> PageTypeRow:
        """Its type."""
        return PageTypeRow(self.type_id, self.type_slug, self.type_name)


class PageWordsRow(NamedTuple):
    """A page's words in one language."""

    page_id: int
    language_code: str
    title: str
    slug: str
    content: Any
    seo_title: str
    seo_description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFilters:
    """What pages must be; None says nothing, an empty list allows nothing. `metadata`: keys with values, None for any."""

    ids: Collection[int] | None = None
    slugs: Collection[str] | None = None
    type_ids: Collection[int] | None = None
    search: str = ""
    metadata: Sequence[tuple[str, str | None]] = ()


class Sorting(Enum):
    """What a list of pages may be ordered by."""

    SLUG = "slug"
    TITLE = "title"
    CREATED_AT = "created_at"
    PUBLISHED_AT = "published_at"


def visible(at: datetime, of: str = "") -> Q:
    """The condition that a page may be seen; `of` is the way to it, such as "page__"."""
    return Q(**{f"{of}is_published": True, f"{of}published_at__lte": at})


def _rows(at: datetime, language: str, *, drafts: bool = False) -> QuerySet[Page, tuple[Any, ...]]:
    """Visible pages, or all of them, as tuples in the order of PageRow's fields."""
    rows = Page.objects.filter(Q() if drafts else visible(at)).annotate(
        words=FilteredRelation("translations", condition=Q(translations__language_code=language))
    )
    rows = rows.annotate(
        shown_title=Coalesce("words__title", "title"),
        shown_content=Coalesce("words__content", "content"),
        shown_seo_title=_filled("seo_title"),
        shown_seo_description=_filled("seo_description"),
        has_content=ExpressionWrapper(Q(words__content__isnull=False), output_field=BooleanField()),
    )
    return rows.values_list(
        "id", "slug", "shown_title", "shown_content", "shown_seo_title", "shown_seo_description", "is_published",
        "published_at", "created_at", "updated_at", "page_type_id", "page_type__slug", "page_type__name",
        F("words__language_code"), "has_content", "title",
    )  # fmt: skip


def _filled(column: str) -> Coalesce:
    """The translated column, the original where that is empty."""
    return Coalesce(NullIf(f"words__{column}", Value("")), column)


def _make(row: tuple[Any, ...]) -> PageRow:
    language = row[-3] or ORIGINAL
    return PageRow._make((*row[:-3], language, language if row[-2] else ORIGINAL, row[-1]))


def page(
    *,
    at: datetime,
    language: str = ORIGINAL,
    id: int | None = None,
    slug: str = "",
    slug_language: str | None = None,
    drafts: bool = False,
) -> PageRow | None:
    """One visible page by key, by slug, or by its slug in another language; a page that has none there answers to its own.
    `drafts`: for staff, who see what nobody else does yet."""
    rows = _rows(at, language, drafts=drafts)
    if id is not None:
        found = rows.filter(id=id).first()
    elif slug_language is None or slug_language == ORIGINAL:
        found = rows.filter(slug=slug).first()
    else:
        there = PageTranslation.objects.filter(page=OuterRef("pk"), language_code=slug_language)
        found = (
            rows.filter(Exists(there.filter(slug=slug)) | Q(slug=slug)).order_by(Exists(there.filter(slug=slug)).desc()).first()
        )
    return _make(found) if found else None


def to_change(key: int, *, field: str = "id") -> Page:
    """The page that staff want to change or to lead to, to be handed to an action. Refused NOT_FOUND."""
    return first_of(Page.objects.filter(pk=key), _("There is no such page."), field)


def type_of(key: int, *, field: str) -> PageType:
    """The type of page with this key, to be handed to an action. Refused NOT_FOUND."""
    return first_of(PageType.objects.filter(pk=key), _("There is no such type of page."), field)


def page_type(key: int) -> PageTypeRow | None:
    """One type of page."""
    found = PageType.objects.filter(pk=key).values_list(*PageTypeRow._fields).first()
    return PageTypeRow._make(found) if found else None


def types_page(page: PageRequest) -> PageOfRows[PageTypeRow]:
    """The types that pages may be of, by their slugs."""
    by_slug = Listed(columns=("slug",), kinds=(str,), make=PageTypeRow._make, place=lambda row: (row.slug,))
    return page_of(PageType.objects.values_list(*PageTypeRow._fields), page, by_slug)


def pages_by_id(*, ids: Collection[int], at: datetime, language: str = ORIGINAL, drafts: bool = False) -> dict[int, PageRow]:
    """The visible ones of these pages by key, one statement."""
    return {row[0]: _make(row) for row in _rows(at, language, drafts=drafts).filter(id__in=set(ids))}


def page_with(slug: str, *, beside: str, at: datetime, language: str = ORIGINAL) -> tuple[PageRow | None, PageRow | None]:
    """The visible page with this slug, and the one that is or was called `beside` where it is another; one statement."""
    rows = _rows(at, language).filter(Q(slug__in=(slug, beside)) | Q(slug=present_of(KIND, beside)))
    found = {row.slug: row for row in map(_make, rows)}
    return found.pop(slug, None), next(iter(found.values()), None)


class TitleRow(NamedTuple):
    """A visible page to be named and linked to, by the slug that it has now; `language` is the one the title is in."""

    slug: str
    title: str
    language: str


def titles_of(slugs: Collection[str], *, at: datetime, language: str = ORIGINAL) -> dict[str, TitleRow]:
    """Those of these pages that are to be seen, each by the slug that was asked for, which may be a former one; one statement."""
    rows = shapes.fetch(_TITLES, (list(slugs), KIND, language, at)) if slugs else ()
    return {asked: TitleRow(slug, title, told_in or ORIGINAL) for asked, slug, title, told_in in rows}


_TITLES = """
    SELECT asked.slug, page.slug, coalesce(words.title, page.title), words.language_code
    FROM unnest(%s::text[]) AS asked(slug)
    LEFT JOIN marketplace_formerslug former ON former.kind = %s AND former.slug = asked.slug
    JOIN marketplace_page page ON page.slug = coalesce(former.present, asked.slug)
    LEFT JOIN marketplace_pagetranslation words ON words.page_id = page.id AND words.language_code = %s
    WHERE page.is_published AND page.published_at <= %s
"""
COMPLAINTS = ("grievance-officer", "contact")
"""Where one complains: the page that names the officer, else the one that says how the market is reached."""


def for_complaints(titles: Mapping[str, TitleRow]) -> TitleRow | None:
    """Of the pages that were asked for, the one that leads to the grievance officer; None where there is none."""
    return next((titles[slug] for slug in COMPLAINTS if slug in titles), None)


def pages_page(
    *,
    at: datetime,
    page: PageRequest,
    filters: PageFilters = PageFilters(),
    sorting: Sorting = Sorting.SLUG,
    descending: bool = False,
    language: str = ORIGINAL,
    drafts: bool = False,
) -> PageOfRows[PageRow]:
    """Visible pages (`drafts`: and those that only staff see), filtered, in order."""
    rows = _rows(at, language, drafts=drafts).alias(since=Coalesce("published_at", "created_at"))
    for lookup, allowed in (("id__in", filters.ids), ("slug__in", filters.slugs), ("page_type__in", filters.type_ids)):
        if allowed is not None:
            rows = rows.filter(**{lookup: set(allowed)})
    rows = rows.filter(all_found(filters.search, _titled))
    for key, value in filters.metadata:
        rows = rows.filter(metadata__has_key=key) if value is None else rows.filter(metadata__contains={key: value})
    return page_of(rows, page, _listed(sorting, descending))


def _titled(word: str) -> Q:
    """The title holds the word in any language."""
    return Q(title__icontains=word) | Q(Exists(PageTranslation.objects.filter(page=OuterRef("pk"), title__icontains=word)))


def _listed(sorting: Sorting, descending: bool) -> Listed[PageRow]:
    column, kind, read = _ORDERS[sorting]
    return Listed(
        columns=(column, "id"), kinds=(kind, int), make=_make, place=lambda row: (read(row), row.id), descending=descending
    )


_ORDERS: dict[Sorting, tuple[str, type, Callable[[PageRow], str | datetime]]] = {
    Sorting.SLUG: ("slug", str, lambda row: row.slug),
    Sorting.TITLE: ("title", str, lambda row: row.default_title),
    Sorting.CREATED_AT: ("created_at", datetime, lambda row: row.created_at),
    Sorting.PUBLISHED_AT: ("since", datetime, lambda row: row.published_at or row.created_at),
}


def addresses(at: datetime) -> list[tuple[str, datetime]]:
    """The slugs of all visible pages, in their order, and when their words last changed; one statement."""
    return list(Page.objects.filter(visible(at)).order_by("slug").values_list("slug", "updated_at"))


def translations_of(page_ids: Collection[int], language: str) -> dict[int, PageWordsRow]:
    """The words in one language, for the pages that have some, the original ones for English; one statement."""
    if language == ORIGINAL:
        pages = Page.objects.filter(id__in=set(page_ids)).values_list("id", *PageWordsRow._fields[2:])
        return {row[0]: PageWordsRow(row[0], ORIGINAL, *row[1:]) for row in pages}
    rows = PageTranslation.objects.filter(page_id__in=set(page_ids), language_code=language)
    return {row[0]: PageWordsRow._make(row) for row in rows.values_list(*PageWordsRow._fields)}


def metadata_of(page_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The metadata of each page; one statement."""
    return dict(Page.objects.filter(id__in=set(page_ids)).values_list("id", "metadata"))


def metadata_of_types(type_ids: Collection[int]) -> dict[int, dict[str, str]]:
    """The metadata of each type of page; one statement."""
    return dict(PageType.objects.filter(id__in=set(type_ids)).values_list("id", "metadata"))
