"""Places, makers and lists in the words of schema.org, for machines that read pages (frontend_templates/structured.py)."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from catalog.listing.cards import ProductCard
from catalog.listing.structured import maker
from frontend_templates.structured import listed
from frontend_templates.templatetags.zila import country
from marketplace.districts.queries import DistrictRow, StateRow
from marketplace.sellers.queries import SellerRow

Thing = dict[str, Any]


def of_cards(cards: Sequence[ProductCard]) -> list[Thing]:
    """The products of a list, in its order; nothing where there are none."""
    return [listed([reverse("product", args=[card.slug]) for card in cards])] if cards else []


def of_state(state: StateRow) -> Thing:
    """A State or Union Territory."""
    address = reverse("state", args=[state.slug])
    return {
        "@type": "State", "@id": f"{address}#place", "name": state.name, "url": address, "identifier": state.iso,
        "containedInPlace": {"@type": "Country", "name": country("IN")},
    }  # fmt: skip


def of_district(district: DistrictRow, state: StateRow) -> Thing:
    """A district in its State, with its other names and its middle where these are known."""
    address = reverse("district", args=[district.slug])
    place: Thing = {
        "@type": "AdministrativeArea",
        "@id": f"{address}#place",
        "name": district.name,
        "url": address,
        "alternateName": list(district.aliases),
        "containedInPlace": of_state(state),
    }
    if district.latitude is not None and district.longitude is not None:
        place["geo"] = {
            "@type": "GeoCoordinates", "latitude": float(district.latitude), "longitude": float(district.longitude),
        }  # fmt: skip
    return {key: value for key, value in place.items() if value}


def of_seller(seller: SellerRow, district: DistrictRow, state: StateRow) -> Thing:
    """A maker with what the E-Commerce Rules 2020 make public: a person where it is one, else an organisation."""
    address = reverse("seller", args=[seller.slug])
    said = maker(seller, address)
    person = said["@type"] == "Person"
    thing: Thing = {
        **said,
        "description": seller.story,
        "address": {
            "@type": "PostalAddress", "streetAddress": seller.street_address, "addressLocality": seller.city,
            "addressRegion": state.name, "postalCode": seller.pincode, "addressCountry": "IN",
        },
        "contactPoint": {
            "@type": "ContactPoint", "contactType": "customer service", "email": seller.customer_care_email,
            "telephone": seller.customer_care_phone,
        },
        **({} if person else {"legalName": seller.legal_name}),
        **({"foundingDate": str(seller.founded_year)} if seller.founded_year and not person else {}),
    }  # fmt: skip
    thing["homeLocation" if person else "location"] = {
        "@type": "AdministrativeArea", "name": f"{district.name}, {state.name}", "url": reverse("district", args=[district.slug])
    }  # fmt: skip
    return {key: value for key, value in thing.items() if value}
