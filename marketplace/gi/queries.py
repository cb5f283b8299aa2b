"""Questions about registered Geographical Indications, their areas, their authorised users and what rests on them.

Names come in the reader's language where there is one, else in English; `name_language` is the one they are really in.
Functions that end in `_of` answer for many parents in one statement.
"""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from django.db.models import Q, QuerySet

from marketplace.districts import sources
from marketplace.districts.rules import shown
from marketplace.gi.models import AuthorisedUser, GiArea, GiTag, OdopGiLink
from marketplace.kit.alphabet import in_reading_order, is_kept, page_by_name, told
from marketplace.kit.held import Held
from marketplace.kit.paging import Listed, Page, PageRequest, page_of
from marketplace.kit.searching import all_found, holding, in_columns, together
from marketplace.kit.text import clean
from marketplace.sellers.models import Seller


class GiTagRow(NamedTuple):
    """A registered GI. `application_no` is empty where unknown, `registration_fy_est` an estimate."""

    id: int
    code: str
    slug: str
    name: str
    name_language: str
    default_name: str
    serial_no: int
    name_alias: str
    application_no: str
    goods_category: str
    country: str
    is_logo: bool
    registration_fy_est: str
    source: str

    @property
    def told(self) -> sources.Told:
        """What people read of the source."""
        return sources.told(self.source)


class GiAreaRow(NamedTuple):
    """A district that a GI is tied to, and on what basis it was mapped."""

    gi_tag_id: int
    district_id: int
    basis: str


class GiOfDistrict(NamedTuple):
    """A GI tied to a district, and on what basis it was mapped."""

    tag: GiTagRow
    basis: str


class OdopGiRow(NamedTuple):
    """A registered GI behind a designation, and on what basis the two were linked."""

    odop_product_id: int
    gi_tag_id: int
    basis: str


class AuthorisedUserRow(NamedTuple):
    """A seller's entry as authorised user; valid from the first to the last day, both included."""

    id: int
    gi_tag_id: int
    seller_id: int
    authorised_user_no: str
    valid_from: date
    valid_until: date
    source: str

    @property
    def told(self) -> sources.Told:
        """What people read of the source."""
        return sources.told(self.source)


class GiCountries(StrEnum):
    """Whose GIs are wanted: the register of India also protects names of other countries."""

    INDIA = "INDIA"
    ABROAD = "ABROAD"
    ALL = "ALL"


class GiOrder(StrEnum):
    """What a list of GIs is ordered by: the name that is read, or place in the Registry's list, which follows time."""

    NAME = "name"
    NUMBER = "serial_no"


_COUNTRIES = {GiCountries.INDIA: Q(country="India"), GiCountries.ABROAD: ~Q(country="India"), GiCountries.ALL: Q()}
_TAG = (
    "id", "code", "slug", "name", "name_hi", "serial_no", "name_alias", "application_no", "goods_category", "country",
    "is_logo", "registration_fy_est", "source",
)  # fmt: skip
_ENTRY = ("id", "gi_tag_id", "seller_id", "authorised_user_no", "valid_from", "valid_until", "source")
_named_like = in_columns("name", "name_hi", "name_alias")


def _tag(row: tuple[object, ...], language: str) -> GiTagRow:
    id, code, slug, name, name_hi, *rest = row
    return GiTagRow(id, code, slug, *shown(str(name), str(name_hi), language), name, *rest)  # type: ignore[arg-type]


def gi_tags_page(
    *,
    language: str,
    page: PageRequest,
    ids: Collection[int] | None = None,
    state_ids: Collection[int] | None = None,
    district_ids: Collection[int] | None = None,
    categories: Collection[str] | None = None,
    search: str = "",
    countries: GiCountries = GiCountries.INDIA,
    order: GiOrder = GiOrder.NAME,
    descending: bool = False,
) -> Page[GiTagRow]:
    """GIs in an order: those of some keys, States, districts or goods categories (None says nothing, an empty list allows
    nothing), whose names contain the words."""
    condition = _COUNTRIES[countries] & all_found(clean(search, field="search"), _named_like)
    if ids is not None:
        condition &= Q(id__in=set(ids))
    if state_ids is not None:
        condition &= Q(id__in=GiTag.states.through.objects.filter(state_id__in=set(state_ids)).values("gitag_id"))
    if district_ids is not None:
        condition &= Q(id__in=GiArea.objects.filter(district_id__in=set(district_ids)).values("gi_tag_id"))
    if categories is not None:
        condition &= Q(goods_category__in=set(categories))
    rows = GiTag.objects.filter(condition)
    if order is GiOrder.NAME and not is_kept(language):
        return _page_by_name(rows, language, page, descending)
    listed = Listed(
        columns=(order.value, "id"),
        kinds=(str if order is GiOrder.NAME else int, int),
        make=lambda row: _tag(row, language),
        place=lambda row: (row.default_name if order is GiOrder.NAME else row.serial_no, row.id),
        descending=descending,
    )
    return page_of(rows.values_list(*_TAG), page, listed)


def _page_by_name(rows: QuerySet[GiTag], language: str, page: PageRequest, descending: bool) -> Page[GiTagRow]:
    """A page by the names in a language: the register is short enough to be put in order whole."""
    names = {key: shown(name, name_hi, language)[0] for key, name, name_hi in rows.values_list("id", "name", "name_hi")}
    found = page_by_name(names, page, descending=descending)
    return told(found, gi_tags_by_id(found.rows, language))


def find_gi_tags(text: str, language: str, *, limit: int) -> list[GiTagRow]:
    """The first of India's GIs with all these words in their names, by the names that are read, from memory; the same as
    `gi_tags_page` finds. None for an empty text."""
    wanted = clean(text, field="text")
    holds = holding(wanted)
    return list(islice((row for row, names in _india(language) if holds(names)), limit)) if wanted else []


def _read_india(language: str) -> list[tuple[GiTagRow, str]]:
    """India's GIs by the names that are read, each with all its names in small letters."""
    rows = GiTag.objects.filter(_COUNTRIES[GiCountries.INDIA]).order_by("name", "id").values_list(*_TAG)
    named = ((_tag(row, language), together((row[3], row[4], row[6]))) for row in rows)
    return in_reading_order(named, language, lambda pair: pair[0].name)


_india = Held(_read_india, "marketplace_gitag")


def gi_tag(slug: str, language: str) -> GiTagRow | None:
    """One GI by its slug."""
    found = GiTag.objects.filter(slug=slug).values_list(*_TAG).first()
    return _tag(found, language) if found else None


def gi_tags_by_id(ids: Collection[int], language: str) -> dict[int, GiTagRow]:
    """GIs by key."""
    rows = GiTag.objects.filter(id__in=set(ids)).values_list(*_TAG)
    return {row[0]: _tag(row, language) for row in rows}


def areas_of(gi_ids: Collection[int]) -> dict[int, list[GiAreaRow]]:
    """The districts each GI is tied to, by district name."""
    found: dict[int, list[GiAreaRow]] = {key: [] for key in gi_ids}
    rows = GiArea.objects.filter(gi_tag_id__in=set(gi_ids)).order_by("district__name", "district_id")
    for row in rows.values_list("gi_tag_id", "district_id", "basis"):
        found[row[0]].append(GiAreaRow(*row))
    return found


def state_ids_of(gi_ids: Collection[int]) -> dict[int, list[int]]:
    """The keys of the States each GI lies in, by State name; none for foreign ones."""
    found: dict[int, list[int]] = {key: [] for key in gi_ids}
    rows = GiTag.states.through.objects.filter(gitag_id__in=set(gi_ids)).order_by("state__name")
    for tag, state in rows.values_list("gitag_id", "state_id"):
        found[tag].append(state)
    return found


def gi_tags_of(district_ids: Collection[int], language: str) -> dict[int, list[GiOfDistrict]]:
    """The GIs tied to each district, by the names that are read."""
    found: dict[int, list[GiOfDistrict]] = {key: [] for key in district_ids}
    rows = GiArea.objects.filter(district_id__in=set(district_ids)).order_by("gi_tag__name", "gi_tag_id")
    for district, basis, *tag in rows.values_list("district_id", "basis", *(f"gi_tag__{column}" for column in _TAG)):
        found[district].append(GiOfDistrict(_tag(tuple(tag), language), basis))
    return {key: in_reading_order(tied, language, lambda one: one.tag.name) for key, tied in found.items()}


def gi_links_of(odop_product_ids: Collection[int]) -> dict[int, list[OdopGiRow]]:
    """The registered GIs behind each designation."""
    found: dict[int, list[OdopGiRow]] = {key: [] for key in odop_product_ids}
    for row in _links(Q(odop_product_id__in=set(odop_product_ids))):
        found[row.odop_product_id].append(row)
    return found


def odop_links_of(gi_ids: Collection[int]) -> dict[int, list[OdopGiRow]]:
    """The designations that each GI stands behind."""
    found: dict[int, list[OdopGiRow]] = {key: [] for key in gi_ids}
    for row in _links(Q(gi_tag_id__in=set(gi_ids))):
        found[row.gi_tag_id].append(row)
    return found


def _links(condition: Q) -> list[OdopGiRow]:
    rows = OdopGiLink.objects.filter(condition).order_by("odop_product__code", "gi_tag__code")
    return [OdopGiRow(*row) for row in rows.values_list("odop_product_id", "gi_tag_id", "basis")]


def authorised_users_of(gi_ids: Collection[int], *, today: date) -> dict[int, list[AuthorisedUserRow]]:
    """The approved sellers that are authorised users of each GI on the day, by seller name."""
    found: dict[int, list[AuthorisedUserRow]] = {key: [] for key in gi_ids}
    rows = AuthorisedUser.objects.filter(
        gi_tag_id__in=set(gi_ids), valid_from__lte=today, valid_until__gte=today, seller__status=Seller.Status.APPROVED
    ).order_by("seller__name", "id")
    for row in rows.values_list(*_ENTRY):
        found[row[1]].append(AuthorisedUserRow(*row))
    return found


def authorisations_of(seller_ids: Collection[int], *, today: date) -> dict[int, list[AuthorisedUserRow]]:
    """The entries of each seller as authorised user that are valid on the day, by the GI's English name."""
    found: dict[int, list[AuthorisedUserRow]] = {key: [] for key in seller_ids}
    rows = AuthorisedUser.objects.filter(seller_id__in=set(seller_ids), valid_from__lte=today, valid_until__gte=today)
    for row in rows.order_by("gi_tag__name", "id").values_list(*_ENTRY):
        found[row[2]].append(AuthorisedUserRow(*row))
    return found
