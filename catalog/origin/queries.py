"""Where products come from, for many products at once, in a constant number of statements."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from catalog.origin.rules import Authorisation, GiReason, OdopReason, gi_reason, odop_reason, telling
from catalog.products.models import Product
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.models import CraftName
from marketplace.districts.models import OdopProduct
from marketplace.districts.sources import Told, all_told
from marketplace.gi.models import AuthorisedUser, GiArea
from marketplace.kit import shapes


@dataclass(frozen=True, slots=True)
class Place:
    """A district with its State; `language` is the one the district's name is in."""

    district_id: int
    district_slug: str
    district_name: str
    language: str
    state_id: int
    state_slug: str
    state_name: str


@dataclass(frozen=True, slots=True)
class OdopBadge:
    """The designation that the product falls under: the list (scheme) it is on, and the list's source."""

    odop_product_id: int
    product: str
    language: str
    scheme: str
    source: str
    place: Place

    @property
    def told(self) -> list[Told]:
        """What people read of the source."""
        return all_told([self.source])


@dataclass(frozen=True, slots=True)
class GiBadge:
    """The tag, its area and category, and the authorised user with the days of validity.

    The authorised user is named as the reader knows the seller; `authorised_user_language` is the language of that name.
    `source` is where the entry of the authorised user comes from, `tag_source` where that of the GI does; `application_no` is
    empty where unknown.
    """

    gi_tag_id: int
    tag_slug: str
    tag_name: str
    category: str
    area: tuple[str, ...]
    authorised_user: str
    authorised_user_language: str
    seller_id: int
    authorised_user_no: str
    valid_from: date
    valid_until: date
    source: str
    tag_language: str
    tag_source: str
    application_no: str

    @property
    def told(self) -> list[Told]:
        """What people read of both sources, the GI's first."""
        return all_told([self.tag_source, self.source])


@dataclass(frozen=True, slots=True)
class GiVerdict:
    """The badge, or the reason for its absence; `gi_tag_id` is the claim, if there is one."""

    reason: GiReason
    badge: GiBadge | None
    gi_tag_id: int | None
    tag_slug: str | None
    tag_name: str | None


@dataclass(frozen=True, slots=True)
class Origin:
    """A product's district and craft, and what they make of it."""

    product_id: int
    place: Place
    craft_id: int | None
    craft_slug: str | None
    craft_name: str | None
    odop: OdopBadge | None
    odop_reason: OdopReason
    gi: GiVerdict


def today_of(at: Viewpoint) -> date:
    """The day in India at the viewpoint's moment: badges turn at Indian midnight."""
    return timezone.localdate(at.at)


# What is read of each product: columns of its own, and by name those of what it points to.
_OWN = ("id", "seller_id", "seller__name", "district_id", "craft_id", "gi_tag_id", "odop_product_id")
_BEYOND = {
    "district_slug": "district__slug", "district_name": "district__name", "district_hi": "district__name_hi",
    "state_id": "district__state_id", "state_slug": "district__state__slug", "state_name": "district__state__name",
    "state_hi": "district__state__name_hi", "odop_district": "odop_product__district_id", "odop_name": "odop_product__product",
    "odop_hi": "odop_product__product_hi", "odop_scheme": "odop_product__scheme", "odop_source": "odop_product__source",
    "tag_slug": "gi_tag__slug", "tag_name": "gi_tag__name", "tag_hi": "gi_tag__name_hi", "tag_category": "gi_tag__goods_category",
    "tag_source": "gi_tag__source", "tag_application": "gi_tag__application_no", "craft_slug": "craft__slug",
    "craft_name": "craft__name",
}  # fmt: skip
_NAMES = (*_OWN, *_BEYOND, "craft_hi", "seller_in_language")


def origins_of(product_ids: Collection[int], at: Viewpoint) -> dict[int, Origin]:
    """The origin of each product: three statements, whatever the number (one less where nothing claims a GI)."""
    found = shapes.rows(_products, at.language, list(set(product_ids)))
    rows: list[dict[str, Any]] = [dict(zip(_NAMES, row, strict=True)) for row in found]
    claims = {(row["gi_tag_id"], row["seller_id"]) for row in rows if row["gi_tag_id"]}
    authorisations = _authorisations(claims, today_of(at))
    areas = _areas({tag for tag, _seller in authorisations}, at.language)
    return {row["id"]: _origin(row, at, authorisations.get((row["gi_tag_id"], row["seller_id"])), areas) for row in rows}


def _products(language: str, ids: list[int]) -> QuerySet[Product, Any]:
    """Products with what they point to (for `shapes`)."""
    in_hindi = CraftName.objects.filter(craft_id=OuterRef("craft_id"), language_code="hi").order_by("rank", "id")
    called = FilteredRelation("seller__translations", condition=Q(seller__translations__language_code=language))
    rows = Product.objects.filter(id__any_of=ids).alias(called=called)
    rows = rows.annotate(**{name: F(column) for name, column in _BEYOND.items()})
    rows = rows.annotate(craft_hi=Subquery(in_hindi.values("name")[:1]), seller_in_language=F("called__name"))
    return rows.values_list(*_NAMES)


def _authorisations(claims: set[tuple[int, int]], today: date) -> dict[tuple[int, int], Authorisation]:
    """Of the periods of each claim's seller the one that decides."""
    if not claims:
        return {}
    rows = shapes.rows(_entries, None, list({tag for tag, _ in claims}), list({seller for _, seller in claims}))
    periods: dict[tuple[int, int], list[Authorisation]] = {}
    for tag, seller, number, first, last, source in rows:
        periods.setdefault((tag, seller), []).append(Authorisation(number, first, last, source))
    return {claim: told for claim, several in periods.items() if (told := telling(several, today)) is not None}


def _entries(_fixed: None, tags: list[int], sellers: list[int]) -> QuerySet[AuthorisedUser, Any]:
    """Entries of some sellers for some GIs (for `shapes`)."""
    rows = AuthorisedUser.objects.filter(gi_tag_id__any_of=tags, seller_id__any_of=sellers)
    return rows.values_list("gi_tag_id", "seller_id", "authorised_user_no", "valid_from", "valid_until", "source")


def _areas(tags: set[int], language: str) -> dict[int, tuple[str, ...]]:
    areas: dict[int, list[str]] = {}
    if tags:
        for tag, name, name_hi in shapes.rows(_lies_in, None, list(tags)):
            areas.setdefault(tag, []).append(name_hi if language == "hi" and name_hi else name)
    return {tag: tuple(names) for tag, names in areas.items()}


def _lies_in(_fixed: None, tags: list[int]) -> QuerySet[GiArea, Any]:
    """The districts of some GIs (for `shapes`)."""
    rows = GiArea.objects.filter(gi_tag_id__any_of=tags).order_by("district__name", "district_id")
    return rows.values_list("gi_tag_id", "district__name", "district__name_hi")


def _either(row: dict[str, Any], name: str, name_hi: str, language: str) -> tuple[str, str]:
    """The Hindi words where they are wanted and there; and the language they are in."""
    return (row[name_hi], "hi") if language == "hi" and row[name_hi] else (row[name], "en")


def _origin(row: dict[str, Any], at: Viewpoint, authorisation: Authorisation | None, areas: dict[int, tuple[str, ...]]) -> Origin:
    district, language = _either(row, "district_name", "district_hi", at.language)
    state, _ = _either(row, "state_name", "state_hi", at.language)
    place = Place(row["district_id"], row["district_slug"], district, language, row["state_id"], row["state_slug"], state)
    why = odop_reason(designated_district=row["odop_district"], product_district=row["district_id"])
    odop = None
    if why is OdopReason.DESIGNATED:
        product, odop_language = _either(row, "odop_name", "odop_hi", at.language)
        odop = OdopBadge(row["odop_product_id"], product, odop_language, row["odop_scheme"], row["odop_source"], place)
    gi = _verdict(row, at, authorisation, areas)
    craft, _ = _either(row, "craft_name", "craft_hi", at.language)
    return Origin(row["id"], place, row["craft_id"], row["craft_slug"], craft, odop, why, gi)


def _verdict(
    row: dict[str, Any], at: Viewpoint, authorisation: Authorisation | None, areas: dict[int, tuple[str, ...]]
) -> GiVerdict:
    tag = row["gi_tag_id"]
    reason = gi_reason(claimed=tag is not None, authorisation=authorisation, today=today_of(at))
    if tag is None:
        return GiVerdict(reason, None, None, None, None)
    name, tag_language = _either(row, "tag_name", "tag_hi", at.language)
    badge = None
    if reason is GiReason.AUTHORISED and authorisation is not None:
        user, user_language = _either(row, "seller__name", "seller_in_language", at.language)
        badge = GiBadge(
            tag, row["tag_slug"], name, row["tag_category"], areas.get(tag, ()), user, user_language, row["seller_id"],
            authorisation.authorised_user_no, authorisation.valid_from, authorisation.valid_until, authorisation.source,
            tag_language, row["tag_source"], row["tag_application"],
        )  # fmt: skip
    return GiVerdict(reason, badge, tag, row["tag_slug"], name)


def with_gi_badge(at: Viewpoint, product: str = "") -> Exists:
    """The condition of bearing a GI badge today, for a queryset whose product stands at the lookup `product`
    ("" where the rows are products themselves, "product__" where they point to one)."""
    today = today_of(at)
    return Exists(
        AuthorisedUser.objects.filter(
            gi_tag_id=OuterRef(f"{product}gi_tag_id"),
            seller_id=OuterRef(f"{product}seller_id"),
            valid_from__lte=today,
            valid_until__gte=today,
        )
    )


def with_odop_badge(product: str = "") -> Q:
    """The condition of bearing an ODOP badge: the designation is of the product's own district.

    A subquery for one value: of a join PostgreSQL expects a handful of rows where most products have the badge, and would
    sort them all for a page of 24.
    """
    designated = OdopProduct.objects.filter(
        id=OuterRef(f"{product}odop_product_id"), district_id=OuterRef(f"{product}district_id")
    )
    return Q(Coalesce(Subquery(designated.values(has=Value(True))), Value(False)))
