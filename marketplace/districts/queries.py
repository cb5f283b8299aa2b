"""Questions about States, districts, what districts are designated for, and PIN codes.

Names come in the reader's language where there is one, else in English; `name_language` is the one they are really in.
Functions that end in `_of` answer for many parents in one statement.
"""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from marketplace.districts.models import District, OdopProduct, Pincode
from marketplace.districts.places import DISTRICT, district_row, places
from marketplace.districts.places import DistrictRow as DistrictRow
from marketplace.districts.places import StateRow as StateRow
from marketplace.districts.rules import bare_name, distance_km, is_pincode, shown
from marketplace.kit.held import Held
from marketplace.kit.paging import Listed, Page, PageRequest, page_of
from marketplace.kit.refused import Refused
from marketplace.kit.searching import all_found, folded, in_columns
from marketplace.kit.text import clean


class OdopProductRow(NamedTuple):
    """What a district is designated for on one scheme's list; `rank` orders the entries of a district on that list."""

    id: int
    code: str
    district_id: int
    product: str
    product_language: str
    default_product: str
    sector: str
    scheme: str
    rank: int
    source: str
    note: str


class PinBasis(StrEnum):
    """How the district of a PIN code is known."""

    MOST_OFFICES = "MOST_OFFICES"
    NOT_IN_SOURCE = "NOT_IN_SOURCE"


class PinPlace(NamedTuple):
    """Where a PIN code lies. MOST_OFFICES: where it spans districts, this one has the most post offices.

    `source` also says where the district was corrected by hand or is doubtful.
    """

    pincode: str
    office_name: str
    state_id: int | None
    district: DistrictRow | None
    basis: PinBasis
    source: str


class PointBasis(StrEnum):
    """What a distance was measured from."""

    GIVEN = "GIVEN"
    PINCODE = "PINCODE"
    DISTRICT = "DISTRICT"


class NearDistrict(NamedTuple):
    """A district, how far its centre point is from the place asked about, and what stood for that place."""

    district: DistrictRow
    distance_km: float
    measured_from: PointBasis


_ODOP = ("id", "code", "district_id", "product", "product_hi", "sector", "scheme", "rank", "source", "note")

_named_like = in_columns("name", "name_hi", "aliases", "aliases_hi")


def states(language: str) -> list[StateRow]:
    """All States and Union Territories by the names that are read."""
    return list(places(language).states)


def states_by_id(ids: Collection[int], language: str) -> dict[int, StateRow]:
    """States by key, in the order of the names that are read."""
    known = places(language)
    return {key: known.state_by_id[key] for key in _in_order(ids, known.state_place)}


def state(slug: str, language: str) -> StateRow | None:
    """One State by its slug."""
    return next((row for row in places(language).states if row.slug == slug), None)


def district(slug: str, language: str) -> DistrictRow | None:
    """One district by its slug."""
    return places(language).district_by_slug.get(slug)


def districts_by_id(ids: Collection[int], language: str) -> dict[int, DistrictRow]:
    """Districts by key, in the order of the names that are read."""
    known = places(language)
    return {key: known.district_by_id[key] for key in _in_order(ids, known.district_place)}


def _in_order(ids: Collection[int], places: dict[int, int]) -> list[int]:
    return sorted((key for key in set(ids) if key in places), key=places.__getitem__)


def districts_of(state_ids: Collection[int], language: str) -> dict[int, list[DistrictRow]]:
    """Each State's districts by the names that are read."""
    known = places(language).districts_of
    return {key: list(known.get(key, ())) for key in state_ids}


def districts_page(
    *, language: str, page: PageRequest, state_ids: Collection[int] | None = None, search: str = ""
) -> Page[DistrictRow]:
    """Districts by original name in any language, of some States or of all, whose present and old names contain the words; no
    State allows nothing."""
    condition = all_found(search, _named_like)
    if state_ids is not None:
        condition &= Q(state_id__in=set(state_ids))
    listed = Listed(
        columns=("name", "id"),
        kinds=(str, int),
        make=lambda row: district_row(row, language),
        place=lambda row: (row.default_name, row.id),
    )
    return page_of(District.objects.filter(condition).values_list(*DISTRICT), page, listed)


def find_districts(text: str, language: str, *, limit: int = 10) -> list[DistrictRow]:
    """Districts by present or old name in English or Hindi, whatever the case: the same name first, then beginnings. What is
    called by nothing as it is written is looked for without "district" and without what follows a comma."""
    wanted = clean(text, field="text")
    by_id, said = places(language).district_by_id, dict.fromkeys((folded(wanted), folded(bare_name(wanted))))
    best = next(filter(None, map(_best, said)), [])
    return [by_id[key] for key in best[:limit]]


def _best(wanted: str) -> list[int]:
    """The keys of what is called so, the best first; nothing is called by no word."""
    words = wanted.split()
    ranks = {
        key: min(_rank(wanted, words, name) for name in several)
        for key, (together, several) in (_names(None) if words else {}).items()
        if words[0] in together and all(word in together for word in words)  # of all districts most are sorted out here
    }
    return sorted((key for key, rank in ranks.items() if rank < _NOT_AT_ALL), key=ranks.__getitem__)


def _read_names(_key: None) -> dict[int, tuple[str, tuple[str, ...]]]:
    """By district its folded names, present and old, in English and Hindi: all together, and each."""
    in_hindi = places("hi").district_by_id
    several = {
        row.id: tuple(map(folded, (row.default_name, *row.aliases, in_hindi[row.id].name, *in_hindi[row.id].aliases)))
        for row in places("en").districts
    }
    return {key: ("\n".join(names), names) for key, names in several.items()}


_names = Held(_read_names, "marketplace_state", "marketplace_district")
_NOT_AT_ALL = 4


def _rank(wanted: str, words: Sequence[str], name: str) -> int:
    """0 for the name itself, 1 for its beginning, 2 for a part of it, 3 for one that has all the words."""
    if wanted in name:
        return 0 if name == wanted else 1 if name.startswith(wanted) else 2
    return 3 if all(word in name for word in words) else _NOT_AT_ALL


def odop_products_of(
    district_ids: Collection[int], language: str, *, schemes: Collection[str] = ()
) -> dict[int, list[OdopProductRow]]:
    """What each district is designated for, by scheme and rank."""
    condition = Q(district_id__in=set(district_ids)) & (Q(scheme__in=set(schemes)) if schemes else Q())
    found: dict[int, list[OdopProductRow]] = {key: [] for key in district_ids}
    for row in _odop_products(condition, language):
        found[row.district_id].append(row)
    return found


def odop_products_by_id(ids: Collection[int], language: str) -> dict[int, OdopProductRow]:
    """Designations by key."""
    return {row.id: row for row in _odop_products(Q(id__in=set(ids)), language)}


def _odop_products(condition: Q, language: str) -> list[OdopProductRow]:
    rows = OdopProduct.objects.filter(condition).order_by("scheme", "rank", "code").values_list(*_ODOP)
    return [
        OdopProductRow(id, code, district, *shown(product, product_hi, language), product, *rest)
        for id, code, district, product, product_hi, *rest in rows
    ]


def district_by_pin(pincode: str, language: str) -> PinPlace | None:
    """Where a PIN code lies; None where it is in no list, Refused INVALID where it is no PIN code."""
    found = Pincode.objects.filter(pincode=_pin(pincode)).values_list("office_name", "state_id", "district_id", "source").first()
    if found is None:
        return None
    office, state_id, district_id, source = found
    lies_in = districts_by_id([district_id], language)[district_id] if district_id else None
    basis = PinBasis.MOST_OFFICES if lies_in else PinBasis.NOT_IN_SOURCE
    return PinPlace(_pin(pincode), office, state_id, lies_in, basis, source)


def nearest_districts(
    language: str, *, pincode: str | None = None, point: tuple[float, float] | None = None, limit: int = 5
) -> list[NearDistrict]:
    """The districts whose centre points are nearest to a PIN code or to a point (latitude, longitude), nearest first; but
    the district that a PIN code lies in, where it is known, before all others.

    Great-circle distances in kilometres, good for an order and not for a journey: PIN coordinates are rough (medians of
    rough office positions; where a PIN has none, its district's centre stands for it), centre points are too. A PIN
    code that is in no list, or has no place at all, has no neighbours: an empty list. Refused INVALID for no PIN code.
    """
    start = (*point, PointBasis.GIVEN, None) if point is not None else _place_of(_pin(pincode or ""))
    if start is None:
        return []
    latitude, longitude, basis, own = start
    points = District.objects.filter(latitude__isnull=False).values_list("id", "latitude", "longitude")
    far = sorted(
        (id != own, distance_km(latitude, longitude, float(north), float(east)), id)
        for id, north, east in points
        if north is not None and east is not None
    )[:limit]
    rows = districts_by_id([id for _other, _distance, id in far], language)
    return [NearDistrict(rows[id], round(distance, 1), basis) for _other, distance, id in far]


def point_of_pin(pincode: str) -> tuple[float, float] | None:
    """Latitude and longitude of a PIN code, as roughly as `nearest_districts` knows it; None where it has no place. Refused
    INVALID for no PIN code."""
    found = _place_of(_pin(pincode))
    return found[:2] if found else None


def _pin(text: str) -> str:
    pincode = text.replace(" ", "")
    if not is_pincode(pincode):
        raise Refused("INVALID", _("A PIN code has six digits and does not begin with 0."), "pincode")
    return pincode


def _place_of(pincode: str) -> tuple[float, float, PointBasis, int | None] | None:
    """The PIN's own coordinates, else its district's centre; and the key of the district it lies in."""
    columns = ("district_id", "latitude", "longitude", "district__latitude", "district__longitude")
    found = Pincode.objects.filter(pincode=pincode).values_list(*columns).first()
    if found is None:
        return None
    for basis, north, east in ((PointBasis.PINCODE, *found[1:3]), (PointBasis.DISTRICT, *found[3:])):
        if north is not None and east is not None:
            return float(north), float(east), basis, found[0]
    return None
