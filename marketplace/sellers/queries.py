"""Questions about sellers: only approved ones are shown to the world."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from django.db.models import F, FilteredRelation, Q, QuerySet
from django.db.models.functions import Coalesce

from marketplace.kit import shapes
from marketplace.kit.alphabet import in_reading_order, is_kept, page_by_name, told
from marketplace.kit.paging import Listed, Page, PageRequest, page_of, pages_by
from marketplace.kit.searching import all_found, words_of
from marketplace.kit.shapes import fetch
from marketplace.sellers.models import Seller, SellerTranslation


class SellerRow(NamedTuple):
    """An approved seller in the reader's language; `language` is the one the words are really in."""

    id: int
    slug: str
    name: str
    story: str
    language: str
    kind: str
    women_led: bool
    languages: list[str]
    district_id: int
    founded_year: int | None
    member_count: int | None
    legal_name: str
    street_address: str
    city: str
    pincode: str
    customer_care_email: str
    customer_care_phone: str
    default_name: str


class SellerWordsRow(NamedTuple):
    """A seller's words in one language."""

    seller_id: int
    name: str
    story: str
    language_code: str


def approved() -> QuerySet[Seller]:
    """The sellers that the world may see."""
    return Seller.objects.filter(status=Seller.Status.APPROVED)


def _named(language: str) -> QuerySet[Any, Any]:
    """Approved sellers with their words in a language."""
    rows = approved().annotate(words=FilteredRelation("translations", condition=Q(translations__language_code=language)))
    return rows.annotate(
        shown_name=Coalesce("words__name", "name"),
        shown_story=Coalesce("words__story", "story"),
        shown_language=F("words__language_code"),
    )


def _rows(language: str) -> QuerySet[Any, tuple[object, ...]]:
    return _tuples(_named(language))


def _tuples(rows: QuerySet[Any, Any]) -> QuerySet[Any, tuple[object, ...]]:
    """As tuples in the order of SellerRow's fields."""
    return rows.values_list(
        "id", "slug", "shown_name", "shown_story", "shown_language", "kind", "women_led", "languages", "district_id",
        "founded_year", "member_count", "legal_name", "street_address", "city", "pincode", "customer_care_email",
        "customer_care_phone", "name",
    )  # fmt: skip


def _make(row: tuple[object, ...]) -> SellerRow:
    made = SellerRow(*row)  # type: ignore[arg-type]
    return made if made.language else made._replace(language="en")


def sellers_by_id(ids: Collection[int], language: str) -> dict[int, SellerRow]:
    """Approved sellers by key, one statement."""
    return {row[0]: _make(row) for row in shapes.rows(_some, language, list(set(ids)))} if ids else {}


def _some(language: str, ids: list[int]) -> QuerySet[Seller, tuple[object, ...]]:
    """Some approved sellers (for `shapes`)."""
    return _rows(language).filter(id__any_of=ids)


def seller(*, language: str, slug: str | None = None, id: int | None = None) -> SellerRow | None:
    """One approved seller by slug or key."""
    rows = _rows(language).filter(slug=slug) if id is None else _rows(language).filter(id=id)
    found = rows.first()
    return _make(found) if found else None


_LISTED = Listed(columns=("name", "id"), kinds=(str, int), make=_make, place=lambda row: (row.default_name, row.id))


def _called(word: str) -> Q:
    translated = SellerTranslation.objects.filter(name__icontains=word).values("seller_id")
    return Q(name__icontains=word) | Q(id__in=translated)


def sellers_page(
    *,
    language: str,
    page: PageRequest,
    district_ids: Collection[int] | None = None,
    kinds: Collection[str] | None = None,
    women_led: bool | None = None,
    search: str = "",
) -> Page[SellerRow]:
    """Approved sellers by the names that are read, filtered by district, kind, whether women lead them, and words in the name in
    any language; an empty list allows nothing."""
    rows = _named(language)
    if district_ids is not None:
        rows = rows.filter(district_id__in=set(district_ids))
    if kinds is not None:
        rows = rows.filter(kind__in=set(kinds))
    if women_led is not None:
        rows = rows.filter(women_led=women_led)
    rows = rows.filter(all_found(search, _called))
    if is_kept(language):
        return page_of(_tuples(rows), page, _LISTED)
    found = page_by_name(dict(rows.values_list("id", "shown_name")), page)
    return told(found, sellers_by_id(found.rows, language))


class SellerName(NamedTuple):
    """What an approved seller is called in the reader's language; `language` is the one the name is really in."""

    id: int
    slug: str
    name: str
    language: str
    default_name: str


_FIND = """
    SELECT s.id, s.slug, coalesce(words.name, s.name), coalesce(words.language_code, 'en'), s.name FROM marketplace_seller s
    LEFT JOIN marketplace_sellertranslation words ON words.seller_id = s.id AND words.language_code = %s
    WHERE s.status = 'APPROVED'
"""
_HOLDS = """AND (upper(s.name) LIKE upper(%s)
    OR s.id IN (SELECT seller_id FROM marketplace_sellertranslation WHERE upper(name) LIKE upper(%s)))
"""


def find_sellers(text: str, language: str, *, limit: int) -> list[SellerName]:
    """The first of those that `sellers_page` finds for words in the name, in one statement of little work."""
    likes = [like for word in words_of(text) for like in (f"%{word.translate(_MEANT)}%",) * 2]
    if not likes:
        return []
    text, given = f"{_FIND}{_HOLDS * (len(likes) // 2)}ORDER BY s.name, s.id", [language, *likes]
    found = fetch(f"{text} LIMIT %s", [*given, limit]) if is_kept(language) else fetch(text, given)
    return in_reading_order([SellerName(*row) for row in found], language, lambda row: row.name)[:limit]


_MEANT = str.maketrans({sign: f"\\{sign}" for sign in "\\%_"})


def sellers_of_districts(*, district_ids: Sequence[int], language: str, page: PageRequest) -> list[Page[SellerRow]]:
    """The same page, by original name, of each district's approved sellers, in the order of the districts."""
    return pages_by(_rows(language), page, _LISTED, key="district_id", parents=district_ids)


def translations_of(seller_ids: Collection[int], language: str) -> dict[int, SellerWordsRow]:
    """Name and story in one language, for the sellers that have them."""
    rows = SellerTranslation.objects.filter(seller_id__in=set(seller_ids), language_code=language)
    return {row[0]: SellerWordsRow._make(row) for row in rows.values_list(*SellerWordsRow._fields)}
