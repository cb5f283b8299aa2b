"""A product and its offers in the words of schema.org, for machines that read the page (frontend_templates/structured.py)."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from catalog.listing.cards import ProductDetail
from catalog.listing.variants import VariantRow
from frontend_templates.templatetags.zila import country
from marketplace.kit.money import Money
from marketplace.kit.richtext import to_text
from marketplace.sellers.models import Seller
from marketplace.sellers.queries import SellerRow

MOST_PICTURES = 6
LARGE = 1200
Thing = dict[str, Any]


def of_product(shown: ProductDetail, *, address: str, seller_address: str, currency: str, opens: datetime | None) -> Thing | None:
    """The product with its pictures, its maker, where it comes from, and what it costs. None where no variant has a price: a
    product without an offer, a review or a rating is an error to search engines.

    Addresses begin with a slash. `opens`: the moment from which it may be bought, where that is still to come.
    """
    if not shown.variants:
        return None
    thing: Thing = {
        "@type": "Product",
        "@id": f"{address}#product",
        "url": address,
        "name": shown.card.name,
        "description": to_text(shown.description) or shown.card.name,
        "image": [picture.thumbnail(LARGE) for picture in shown.pictures if picture.is_ready][:MOST_PICTURES],
        "category": " > ".join(step.name for step in shown.category_path),
        "brand": {"@type": "Brand", "name": shown.seller.name},
        "manufacturer": maker(shown.seller, seller_address),
        "countryOfOrigin": {"@type": "Country", "name": country(shown.legal.country_of_origin)} if shown.legal else None,
        "additionalProperty": _origin(shown),
        "sku": shown.variants[0].sku if len(shown.variants) == 1 else None,
        "offers": _offers(shown, address, seller_address, currency, opens),
    }
    return {key: value for key, value in thing.items() if value}


def maker(seller: SellerRow, address: str) -> Thing:
    """Who makes and sells, on whatever page: a person where it is one, else an organisation. `address`: of the seller's page."""
    kind = "Person" if seller.kind == Seller.Kind.ARTISAN else "Organization"
    return {"@type": kind, "@id": f"{address}#seller", "name": seller.name, "url": address}


def _origin(shown: ProductDetail) -> list[Thing]:
    """District and State, and the badges, under the names that the page shows them by."""
    place, odop, gi = shown.card.place, shown.card.odop, shown.card.gi
    said = [(_("District"), f"{place.district_name}, {place.state_name}")]
    said += [(_("Craft"), shown.card.craft_name)] if shown.card.craft_name else []
    said += [(_("Geographical Indication"), gi.tag_name)] if gi else []
    said += [(_("One District One Product"), odop.product)] if odop else []
    return [{"@type": "PropertyValue", "name": name, "value": value} for name, value in said]


def _offers(shown: ProductDetail, address: str, seller_address: str, currency: str, opens: datetime | None) -> Thing:
    """One offer, or the span of several with each of them."""
    offers = [_offer(row, shown, address, seller_address, currency, opens) for row in shown.variants]
    if len(offers) < 2:
        return offers[0]
    prices = [row.price for row in shown.variants]
    return {
        "@type": "AggregateOffer",
        "priceCurrency": currency,
        "lowPrice": _price(min(prices), currency),
        "highPrice": _price(max(prices), currency),
        "offerCount": len(offers),
        "availability": _availability(shown.available, opens),
        "offers": offers,
    }


def _offer(
    row: VariantRow, shown: ProductDetail, address: str, seller_address: str, currency: str, opens: datetime | None
) -> Thing:
    """What one variant costs, tax included. We sell nothing that was used before."""
    offer = {
        "@type": "Offer",
        "url": f"{address}?variant={quote(row.sku)}" if len(shown.variants) > 1 else address,
        "sku": row.sku,
        "name": row.name,
        "price": _price(row.price, currency),
        "priceCurrency": currency,
        "availability": _availability(row.available, opens),
        "itemCondition": "https://schema.org/NewCondition",
        "seller": maker(shown.seller, seller_address),
    }
    return {**offer, "availabilityStarts": opens.isoformat()} if opens else offer


def _availability(pieces: int, opens: datetime | None) -> str:
    """Nothing can be ordered ahead: before its sale begins nothing is to be had, whatever lies in the warehouse."""
    return "https://schema.org/" + ("OutOfStock" if pieces < 1 or opens else "InStock")


def _price(minor: int, currency: str) -> str:
    return str(Money(minor, currency).amount)
