"""What a demonstration shop is to be, in plain values: everything is decided before the first deed is done."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from catalog.demo.reading import Pair


@dataclass(frozen=True, slots=True)
class Place:
    """A district as the shops need it. `known_for`: code and words of each ODOP entry, those of the scheme first that count."""

    key: int
    state: str
    iso: str
    gst_code: str
    slug: str
    name: Pair
    pincodes: tuple[tuple[str, str], ...]
    known_for: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class VariantPlan:
    """A variant; prices in rupees, the price abroad in US cents (None: not for export)."""

    sku: str
    name: Pair
    grams: int
    quantity: int
    unit: str
    price: int
    full_price: int
    abroad: int | None
    stock: int
    values: dict[str, object]


@dataclass(frozen=True, slots=True)
class PicturePlan:
    """A drawing: the family of motifs, its seed, how near; and what is to be seen in it."""

    motif: str
    seed: str
    view: str
    alt: Pair


@dataclass(frozen=True, slots=True)
class ProductPlan:
    """A product with its variants and pictures. `values` are attributes by slug, `texts` those that are sentences."""

    slug: str
    name: Pair
    family: str
    category: str
    product_type: str
    hsn: str
    craft: str
    gi: str
    odop: int | None
    description: Pair
    summary: Pair
    generic_name: Pair
    fssai: str
    shelf_life_days: int | None
    values: dict[str, object]
    texts: dict[str, Pair]
    goes_with: str
    published_at: datetime
    variants: tuple[VariantPlan, ...]
    pictures: tuple[PicturePlan, ...]


@dataclass(frozen=True, slots=True)
class ShopPlan:
    """A seller with its products. `claim` is the state of its entry as a GI's authorised user: valid, expired, early or none."""

    number: int
    slug: str
    name: Pair
    legal_name: str
    kind: str
    person: Pair
    women_led: bool
    place: Place
    family: str
    languages: tuple[str, ...]
    story: Pair
    founded_year: int
    member_count: int | None
    street: str
    city: str
    pincode: str
    email: str
    phone: str
    gi: str
    claim: str
    valid_from: date | None
    valid_until: date | None
    products: tuple[ProductPlan, ...] = field(default_factory=tuple)


def digest(shops: Iterable[ShopPlan]) -> str:
    """A hash over every text, price and attribute of the shops; keys of rows are left out."""
    whole = hashlib.sha256()
    for shop in shops:
        plain = asdict(shop)
        plain["place"] = shop.place.slug
        for product in plain["products"]:
            product["odop"] = product["odop"] is not None
        whole.update(json.dumps(plain, ensure_ascii=False, sort_keys=True, default=str).encode())
    return whole.hexdigest()
