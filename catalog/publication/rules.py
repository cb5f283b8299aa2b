"""What a listing must have to be published, and which prices make sense. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from catalog.categories.models import Declaration
from marketplace.kit.money import Money
from marketplace.kit.refused import Refused
from marketplace.tariff.rules import Rate, Verdict, rate_for_inclusive_price

MOST_MINOR = 10**12  # ten billion rupees: beyond, somebody has mistyped
HOME_CURRENCY = "INR"  # where Indian retail law (MRP) and GST hold

# The columns of ProductLegal behind each declaration. MRP and net quantity are columns of variants and their prices.
_COLUMNS = {
    Declaration.GENERIC_NAME: ("generic_name",),
    Declaration.MAKER: ("maker_name", "maker_address"),
    Declaration.CONSUMER_CARE: ("consumer_care",),
    Declaration.COUNTRY_OF_ORIGIN: ("country_of_origin",),
    Declaration.FSSAI: ("fssai_licence_no",),
    Declaration.FOOD_MARK: ("food_mark",),
    Declaration.SHELF_LIFE: ("shelf_life_days",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantFacts:
    """A variant with a price in the channel: its MRP there, the attributes it carries, whether its GST rate is in doubt."""

    mrp_minor: int | None
    carried: frozenset[str]
    tax_in_doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingFacts:
    """What decides on publication; attributes by slug, `legal` by column, `variants` only those with a price."""

    seller_approved: bool
    currency: str
    has_hsn: bool
    declarations: tuple[str, ...]
    legal: Mapping[str, object]
    required: frozenset[str]
    carried: frozenset[str]
    required_of_variants: frozenset[str]
    variants: tuple[VariantFacts, ...]


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that stands in the way of publication."""

    code: str
    field: str


def lacks_of(listing: ListingFacts) -> list[Lack]:
    """All that stands in the way of publication, the gravest first; empty where nothing does."""
    return [
        *([] if listing.seller_approved else [Lack("SELLER_NOT_APPROVED", "seller")]),
        *([] if listing.variants else [Lack("NO_PRICED_VARIANT", "variants")]),
        *_attribute_lacks(listing),
        *([] if listing.has_hsn else [Lack("MISSING_HSN", "hsn")]),
        *(Lack("MISSING_DECLARATION", column) for column in _undeclared(listing)),
        *([Lack("AMBIGUOUS_TAX_BAND", "price")] if any(variant.tax_in_doubt for variant in listing.variants) else []),
    ]


def check_prices(currency: str, *, price: Money, full_price: Money, mrp: Money | None) -> None:
    """Refused WRONG_CURRENCY, PRICE_OUT_OF_RANGE, PRICE_ABOVE_FULL_PRICE, PRICE_ABOVE_MRP, or MRP_ABROAD, with the field.

    The MRP belongs to Indian retail; nothing may be sold above it (Legal Metrology (Packaged Commodities) Rules 2011, 18(2)).
    """
    if mrp is not None and currency != HOME_CURRENCY:
        raise Refused("MRP_ABROAD", _("A maximum retail price is only for sales in India."), "mrp")
    for field, money in {"price": price, "full_price": full_price, "mrp": mrp}.items():
        if money is not None:
            _check_amount(money, currency, field)
    if full_price < price:
        raise Refused("PRICE_ABOVE_FULL_PRICE", _("The price lies above the full price."), "price")
    if mrp is not None and mrp < full_price:
        raise Refused("PRICE_ABOVE_MRP", _("The price lies above the maximum retail price."), "price")


def tax_in_doubt(rates: Sequence[Rate], *, day: date, price_minor: int, net_quantity: int, unit: str) -> bool:
    """Whether no GST rate is consistent with this price (paise, tax included), because it lies just above a threshold.

    The threshold is for one piece, so a pack of pieces or pairs counts by the piece, rounded down; other units as one.
    """
    per_piece = price_minor // net_quantity if unit in ("PIECE", "PAIR") else price_minor
    return rate_for_inclusive_price(rates, day=day, piece_price_paise=per_piece).verdict == Verdict.AMBIGUOUS


def _check_amount(money: Money, currency: str, field: str) -> None:
    if money.currency != currency:
        raise Refused("WRONG_CURRENCY", _("Prices in this channel are in %(currency)s.") % {"currency": currency}, field)
    if not 0 < money.minor <= MOST_MINOR:
        raise Refused("PRICE_OUT_OF_RANGE", _("This cannot be a price."), field)


def _attribute_lacks(listing: ListingFacts) -> list[Lack]:
    missing = listing.required - listing.carried
    for variant in listing.variants:
        missing |= listing.required_of_variants - variant.carried
    return [Lack("MISSING_ATTRIBUTE", slug) for slug in sorted(missing)]


def _undeclared(listing: ListingFacts) -> list[str]:
    """The columns that the branch wants filled and that are empty, in the order in which the law names them."""
    wanted = [column for declared in Declaration if declared in listing.declarations for column in _COLUMNS.get(declared, ())]
    missing = [column for column in wanted if not listing.legal.get(column)]
    if Declaration.MRP in listing.declarations and listing.currency == HOME_CURRENCY:
        missing += ["mrp"] if any(variant.mrp_minor is None for variant in listing.variants) else []
    return missing
