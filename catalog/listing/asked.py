"""What our queries make of what a client said to narrow and order a list of products."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from catalog.attributes.queries import attributes_by_id
from catalog.categories.queries import CategoryTree
from catalog.listing.census import STARS
from catalog.listing.conditions import StockCondition
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.selection import conditions_of
from catalog.listing.sorting import BEST_FIRST, BY_SLUG, ProductOrder, Sorting
from marketplace.channels.queries import Viewpoint
from marketplace.kit.graphql.filters import few, few_keys, keys_of, texts_of
from marketplace.kit.graphql.metadata import pairs_of
from marketplace.kit.graphql.ranges import among, ends_of
from marketplace.kit.ids import key_of
from marketplace.kit.money import Money
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

MOST_SEARCH = 120
MOST_PARTS = 30  # of AND and OR, over all levels

_SORTINGS = {
    "NAME": Sorting.NAME, "PRICE": Sorting.PRICE, "MINIMAL_PRICE": Sorting.PRICE, "DATE": Sorting.CHANGED,
    "PUBLISHED_AT": Sorting.DATE, "PUBLICATION_DATE": Sorting.DATE, "LAST_MODIFIED": Sorting.CHANGED,
    "LAST_MODIFIED_AT": Sorting.CHANGED, "CREATED_AT": Sorting.CREATED, "TYPE": Sorting.TYPE,
    "COLLECTION": Sorting.COLLECTION, "RANK": Sorting.RELEVANCE, "RATING": Sorting.RATING,
}  # fmt: skip
_BY_RELEVANCE = (None, "RANK", "RATING")


def filters_of(
    filter: Mapping[str, Any] | None,
    where: Mapping[str, Any] | None,
    search: str | None,
    *,
    categories: CategoryTree,
    at: Viewpoint,
) -> ProductFilters:
    """The filters that our queries understand, all three together; the words of both searches.

    Refused INVALID for ids of another type and impossible prices, TOO_MANY, TOO_LONG.
    """
    if not (filter or where or search):
        return EVERYTHING
    asked = _Asked(categories, at)
    words = " ".join(part for part in (clean(search or "", field="search", most=MOST_SEARCH), asked.search(filter)) if part)
    parts = ([asked.by_filter(filter)] if filter else []) + ([asked.by_where(where)] if where else [])
    if len(parts) == 2:
        return EVERYTHING.and_(all_of=tuple(parts), search=words, collection_ids=parts[0].collection_ids)
    return parts[0].and_(search=words) if parts else EVERYTHING.and_(search=words)


def order_of(given: Mapping[str, Any] | None, *, searched: bool = False) -> ProductOrder:
    """The order that our queries understand; where none is given, the default one, and of a search (`searched`) the best first.
    So is RATING there, as Saleor's storefront means it. Refused INVALID."""
    if searched and (given or {}).get("attribute_id") is None and (given or {}).get("field") in _BY_RELEVANCE:
        return BEST_FIRST
    if not given:
        return BY_SLUG
    descending = given["direction"] == "desc"
    if given.get("attribute_id") is not None:
        key = key_of("Attribute", given["attribute_id"], field="sortBy.attributeId")
        found = attributes_by_id().get(key)
        number = found is not None and found.input_type == "NUMERIC"
        return ProductOrder(Sorting.NUMBER if number else Sorting.ATTRIBUTE, descending, key)
    return ProductOrder(_SORTINGS.get(given.get("field") or "", Sorting.DEFAULT), descending)


class _Asked:
    """Translates, with what it needs to know: the category tree, and the channel and moment that are looked at."""

    def __init__(self, categories: CategoryTree, at: Viewpoint) -> None:
        self.categories = categories
        self.at = at
        self.parts = 0

    def search(self, given: Mapping[str, Any] | None) -> str:
        """The words to look for."""
        return clean((given or {}).get("search") or "", field="filter.search", most=MOST_SEARCH)

    def by_filter(self, given: Mapping[str, Any]) -> ProductFilters:
        """A ProductFilterInput."""
        ids = {
            name: few_keys(kind, given.get(name), field=f"filter.{name}")
            for name, kind in {
                "ids": "Product", "categories": "Category", "collections": "Collection", "product_types": "ProductType",
                "districts": "District", "states": "State", "sellers": "Seller", "crafts": "Craft", "gi_tags": "GiTag",
            }.items()
        }  # fmt: skip
        low, high = ends_of(given.get("price"))
        cheap, dear = ends_of(given.get("minimal_price"))
        since, until = ends_of(given.get("updated_at"))
        return self._shared(given, "filter").and_(
            ids=ids["ids"],
            slugs=_texts(given.get("slugs"), "filter.slugs"),
            category_ids=self._branches(ids["categories"]),
            collection_ids=ids["collections"],
            product_type_ids=ids["product_types"],
            district_ids=ids["districts"],
            state_ids=ids["states"],
            seller_ids=ids["sellers"],
            craft_ids=ids["crafts"],
            gi_tag_ids=ids["gi_tags"],
            gi=given.get("gi_tagged"),
            odop=given.get("odop"),
            women_led=given.get("women_led"),
            seller_kinds=few(given.get("seller_kinds"), field="filter.sellerKinds"),
            countries=few(given.get("countries"), field="filter.countries"),
            rating_from=_stars(given.get("rating_from"), "filter.ratingFrom"),
            variant_price_from=self._minor(low, "filter.price.gte"),
            variant_price_to=self._minor(high, "filter.price.lte"),
            price_from=self._minor(cheap, "filter.minimalPrice.gte"),
            price_to=self._minor(dear, "filter.minimalPrice.lte"),
            updated_from=since,
            updated_to=until,
        )

    def by_where(self, given: Mapping[str, Any]) -> ProductFilters:
        """A ProductWhereInput with all that stands in its AND and OR. Refused TOO_MANY beyond MOST_PARTS."""
        self.parts += 1
        if self.parts > MOST_PARTS:
            raise Refused("TOO_MANY", _("At most %(most)d values.") % {"most": MOST_PARTS}, "where")
        price, cheapest, changed = (given.get(name) or {} for name in ("price", "minimal_price", "updated_at"))
        low, high = ends_of(price.get("range"))
        cheap, dear = ends_of(cheapest.get("range"))
        since, until = ends_of(changed.get("range"))
        return self._shared(given, "where").and_(
            ids=few_keys("Product", given.get("ids"), field="where.ids"),
            names=texts_of(given.get("name"), field="where.name"),
            slugs=texts_of(given.get("slug"), field="where.slug"),
            category_ids=self._branches(keys_of(given.get("category"), "Category", field="where.category")),
            collection_ids=keys_of(given.get("collection"), "Collection", field="where.collection"),
            product_type_ids=keys_of(given.get("product_type"), "ProductType", field="where.productType"),
            variant_price_from=self._minor(low, "where.price.range.gte"),
            variant_price_to=self._minor(high, "where.price.range.lte"),
            variant_prices=self._minors(price, "where.price"),
            price_from=self._minor(cheap, "where.minimalPrice.range.gte"),
            price_to=self._minor(dear, "where.minimalPrice.range.lte"),
            prices=self._minors(cheapest, "where.minimalPrice"),
            updated_from=since,
            updated_to=until,
            updated_at=among(changed, field="where.updatedAt"),
            all_of=tuple(map(self.by_where, given.get("AND") or ())),
            any_of=tuple(map(self.by_where, given.get("OR") or ())),
        )

    def _shared(self, given: Mapping[str, Any], field: str) -> ProductFilters:
        """What both inputs know by the same words."""
        inputs = few(given.get("attributes"), field=f"{field}.attributes") or []
        conditions = conditions_of(inputs, self.at, field=f"{field}.attributes")
        nothing = (
            conditions is None
            or given.get("gift_card") is True
            or given.get("has_preordered_variants") is True
            or given.get("has_category") is False
            or given.get("is_published") is False
            or given.get("is_visible_in_listing") is False
        )
        availability = given.get("stock_availability")
        return ProductFilters(
            attributes=conditions or (),
            nothing=nothing,
            stocked=None if availability is None else availability == "IN_STOCK",
            stock=_stock(given.get("stocks"), f"{field}.stocks"),
            available=given.get("is_available"),
            published_from=given.get("published_from"),
            available_from=given.get("available_from"),
            metadata=pairs_of(given.get("metadata"), field=f"{field}.metadata"),
        )

    def _branches(self, keys: list[int] | None) -> list[int] | None:
        return None if keys is None else sorted(self.categories.branch_ids(keys))

    def _minors(self, given: Mapping[str, Any], field: str) -> list[int] | None:
        values = among(given, field=field)
        return None if values is None else [minor for value in values if (minor := self._minor(value, field)) is not None]

    def _minor(self, amount: float | Decimal | None, field: str) -> int | None:
        """The amount in minor units; more digits than the currency has are rounded."""
        if amount is None:
            return None
        try:
            scaled = round(Decimal(str(amount)) / Money(1, self.at.currency).amount)
        except (InvalidOperation, ValueError, OverflowError):
            raise Refused("INVALID", _("This is not an amount."), field) from None
        if not 0 <= scaled <= 10**15:
            raise Refused("INVALID", _("This amount is out of range."), field)
        return scaled


def _stock(given: Mapping[str, Any] | None, field: str) -> StockCondition | None:
    if given is None:
        return None
    least, most = ends_of(given.get("quantity"))
    return StockCondition(few_keys("Warehouse", given.get("warehouse_ids"), field=f"{field}.warehouseIds"), least, most)


def _stars(given: int | None, field: str) -> int | None:
    if given is not None and given not in STARS:
        raise Refused("INVALID", _("Between %(least)d and %(most)d stars.") % {"least": STARS[0], "most": STARS[-1]}, field)
    return given


def _texts(values: Sequence[str] | None, field: str) -> list[str] | None:
    allowed = few(None if values is None else list(values), field=field)
    return None if allowed is None else [clean(value, field=field) for value in allowed]
