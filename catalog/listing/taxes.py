"""How much GST is inside the prices of products and variants, where the rate is certain."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from catalog.categories.models import Category
from catalog.products.models import Product, VariantChannelListing
from catalog.publication.rules import HOME_CURRENCY
from marketplace.channels.queries import Viewpoint
from marketplace.kit import shapes
from marketplace.kit.money import Money
from marketplace.tariff.queries import known_rates
from marketplace.tariff.rules import Rate, Verdict, rate_for_inclusive_price, tax_inside

_BY_THE_PIECE = ("PIECE", "PAIR")


class Sold(NamedTuple):
    """What decides on the tax inside a price: the product, and how many pieces the price is for; without `pieces` the price
    is the product's, and its variants of this price say how many."""

    product_id: int
    gross: int
    pieces: int | None


class _Variant(NamedTuple):
    """A variant's prices in the channel, and the pieces they are for."""

    price: int
    full_price: int
    pieces: int


def pieces_in(net_quantity: int, unit: str) -> int:
    """How many pieces a price is for: thresholds are for one piece, so packs of pieces or pairs count by the piece."""
    return net_quantity if unit in _BY_THE_PIECE else 1


@dataclass(frozen=True, slots=True)
class TaxFacts:
    """What decides on the taxes of some products: the rates of each one's HSN code, and its variants."""

    rates: dict[int, Sequence[Rate]]
    variants: dict[int, list[_Variant]]


def tax_facts(product_ids: Collection[int], at: Viewpoint, *, by_variant: bool = True) -> TaxFacts:
    """The facts for these products; two statements, none where Indian tax is not in the price. Without `by_variant` one, and
    only what says for how many pieces it is sold can be answered."""
    if at.currency != HOME_CURRENCY:
        return TaxFacts({}, {})
    known = known_rates()
    codes = _codes(product_ids)
    return TaxFacts(
        {key: known.get(code or 0, ()) for key, code in codes.items()}, _variants(product_ids, at) if by_variant else {}
    )


def taxes_inside(sold: Sequence[Sold], at: Viewpoint, facts: TaxFacts) -> list[Money]:
    """The tax inside each price; 0 where the rate is not certain (no HSN code, a price just above a threshold, a rate that
    hangs on more than the price) and where Indian tax is not in the price."""
    day = timezone.localdate(at.at)
    found = []
    for one in sold:
        pieces = _pieces(one, facts.variants.get(one.product_id, ()))
        rate = _certain(facts.rates.get(one.product_id, ()), day, one.gross, pieces)
        found.append(Money(0 if rate is None else tax_inside(one.gross, rate), at.currency))
    return found


def _certain(rates: Sequence[Rate], day: date, gross: int, pieces: set[int]) -> int | None:
    """The one rate for a price, whichever of these numbers of pieces it is for; None where it is not certain."""
    found = {
        verdict.rate if verdict.verdict is Verdict.KNOWN else None
        for several in pieces
        for verdict in [rate_for_inclusive_price(rates, day=day, piece_price_paise=gross // several)]
    }
    return found.pop() if len(found) == 1 else None


def _pieces(one: Sold, variants: Iterable[_Variant]) -> set[int]:
    if one.pieces is not None:
        return {one.pieces}
    return {variant.pieces for variant in variants if one.gross in (variant.price, variant.full_price)}


def _codes(product_ids: Collection[int]) -> dict[int, int | None]:
    """The HSN code of each product, or else that of the nearest category above it; one statement."""
    return dict(shapes.rows(_codes_of, None, list(product_ids)))


def _codes_of(_fixed: None, ids: list[int]) -> QuerySet[Product, Any]:
    """The codes of some products (for `shapes`)."""
    above = Category.objects.filter(members__member_id=OuterRef("category_id"), hsn_default__isnull=False).order_by("-level")
    nearest = Subquery(above.values("hsn_default_id")[:1])
    rows = Product.objects.filter(id__any_of=ids).annotate(code=Coalesce("hsn_id", nearest, output_field=BigIntegerField()))
    return rows.values_list("id", "code")


def _variants(product_ids: Collection[int], at: Viewpoint) -> dict[int, list[_Variant]]:
    """The prices of each product's variants; one statement."""
    found: dict[int, list[_Variant]] = {key: [] for key in product_ids}
    for key, price, full_price, quantity, unit in shapes.rows(_prices_of, None, list(product_ids), at.channel_id):
        found[key].append(_Variant(price, full_price, pieces_in(quantity, unit)))
    return found


def _prices_of(_fixed: None, ids: list[int], channel_id: int) -> QuerySet[VariantChannelListing, Any]:
    """The prices of some products' variants (for `shapes`)."""
    return VariantChannelListing.objects.filter(channel_id=channel_id, variant__product_id__any_of=ids).values_list(
        "variant__product_id", "price_minor", "full_price_minor", "variant__net_quantity", "variant__net_quantity_unit"
    )
