"""Lists narrowed by category, choices and price, answered from one index (`ListingTerm`), however large the shop is."""

from collections.abc import Collection
from dataclasses import dataclass, fields, replace
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from catalog.listing.conditions import AttributeCondition
from catalog.listing.filters import EVERYTHING, ProductFilters, of_prices
from catalog.listing.models import ListingTerm
from marketplace.channels.queries import Viewpoint
from marketplace.kit.paging import Listed
from marketplace.sellers.models import Seller

_SAID = frozenset({"category_ids", "attributes", "price_from", "price_to", "variant_price_from", "variant_price_to"})
_SAID_OF_VALUES = frozenset({"of_products", "of_variants", "attribute_id", "choice_ids"})
_ANY = AttributeCondition(of_products=True, of_variants=True)
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in (ProductFilters, AttributeCondition)}

# The few who are not approved: with the state in the text, PostgreSQL finds them by the index for them (`Seller.Meta`).
_NOT_APPROVED = f"SELECT id FROM marketplace_seller WHERE status <> '{Seller.Status.APPROVED.value}'"

Terms = QuerySet[ListingTerm, Any]
_LISTED: Listed[Any] = Listed(("slug", "product_id"), (str, int), tuple, tuple)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """All that terms are asked for: one of each of these choices, one of the categories, prices in minor units."""

    choices: tuple[Collection[int], ...]
    category_ids: Collection[int]
    price_from: int | None
    price_to: int | None
    variant_price_from: int | None
    variant_price_to: int | None
    variant_prices: None = None


def narrowed(filters: ProductFilters) -> Narrowed | None:
    """What these filters ask of terms; None where terms do not say all of it."""
    if not filters.category_ids or not filters.attributes or not _says_only(filters, EVERYTHING, _SAID):
        return None
    choices = tuple(map(_choices_of, filters.attributes))
    if not all(choices):
        return None
    low, high = filters.variant_price_from, filters.variant_price_to
    return Narrowed(choices, filters.category_ids, filters.price_from, filters.price_to, low, high)


def _choices_of(condition: AttributeCondition) -> Collection[int]:
    """The choices that a value must be among; none where the condition says anything else."""
    says_it = condition.attribute_id and condition.choice_ids and _says_only(condition, _ANY, _SAID_OF_VALUES)
    return condition.choice_ids or () if says_it else ()


def _says_only(said: Any, nothing: Any, members: frozenset[str]) -> bool:
    return all(getattr(said, name) == getattr(nothing, name) for name in _NAMES[type(said)] if name not in members)


def terms_of(wanted: Narrowed, at: Viewpoint) -> Terms:
    """A term for each product that passes and that the world may see, as `queries.visible` has it; several where it carries
    several of the first choices."""
    first, *others = wanted.choices
    rows = ListingTerm.objects.filter(_among("choice_id", first), _among("category_id", wanted.category_ids))
    rows = rows.filter(channel_id=at.channel_id, published_at__lte=at.at).exclude(seller_id__in=RawSQL(_NOT_APPROVED, ()))
    for choices in others:
        beside = ListingTerm.objects.filter(channel_id=at.channel_id, product_id=OuterRef("product_id"))
        rows = rows.filter(Exists(beside.filter(_among("choice_id", choices))))
    return rows.filter(*of_prices(wanted, at))


def _among(column: str, keys: Collection[int]) -> Q:
    """One key is looked for by itself: only then does the index hand the rows out in the order of their slugs."""
    several = list(keys)
    return Q(**{column: several[0]}) if len(several) == 1 else Q(**{f"{column}__any_of": several})


def all_keys(wanted: Narrowed, at: Viewpoint) -> Terms:
    """The key of each product once, in no order: to be counted."""
    keys = terms_of(wanted, at).values_list("product_id")
    return keys.distinct() if len(wanted.choices[0]) > 1 else keys


def total(wanted: Narrowed, at: Viewpoint) -> Terms:
    """How many products there are, as a column of another statement."""
    counted = Count("product_id", distinct=len(wanted.choices[0]) > 1)
    return terms_of(wanted, at).order_by().values("channel_id").annotate(total=counted).values("total")


def keys_of_page(
    wanted: Narrowed,
    at: Viewpoint,
    after: list[Any] | None,
    before: list[Any] | None,
    *,
    descending: bool,
    backwards: bool,
    size: int,
) -> Terms:
    """The keys of a page in the order of slugs, between two places of it."""
    listed = replace(_LISTED, descending=descending)
    rows = listed.between(terms_of(wanted, at), after, before).order_by(*listed.order(backwards=backwards))
    rows = rows.distinct("slug", "product_id") if len(wanted.choices[0]) > 1 else rows
    return rows.values("product_id")[:size]
