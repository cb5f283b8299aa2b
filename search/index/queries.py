"""Reads the documents of products: a constant number of statements, whatever their number."""

from collections.abc import Collection, Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import orjson
from django.db.models import Count, F
from django.utils import timezone

from catalog.media.models import ProductMedia
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductChannelListing, ProductTranslation, ProductVariant
from catalog.stock.models import Stock
from marketplace.gi.models import AuthorisedUser
from marketplace.kit.held import look_now
from marketplace.kit.richtext import to_text
from marketplace.sellers.models import Seller, SellerTranslation
from search.engines.document import Document, Words
from search.index.sellers import small_among
from search.index.vocabulary import Vocabulary, once, vocabulary
from search.ranking.quality import Made, quality
from search.ranking.queries import ranking
from search.ranking.rules import Ranking

MOST_ABOUT = 2000  # characters of each description
_PRODUCT = {
    "slug": "product__slug", "name": "product__name", "description": "product__description", "category": "product__category_id",
    "district": "product__district_id", "craft": "product__craft_id", "gi_tag": "product__gi_tag_id",
    "odop_product": "product__odop_product_id", "odop_district": "product__odop_product__district_id",
    "hsn": "product__hsn__code", "generic_name": "product__legal__generic_name", "country": "product__legal__country_of_origin",
    "seller": "product__seller_id", "seller_name": "product__seller__name", "seller_kind": "product__seller__kind",
    "status": "product__seller__status", "women_led": "product__seller__women_led", "pincode": "product__seller__pincode",
    "changed": "product__updated_at", "rating": "product__rating", "reviews": "product__reviews",
    "maker": "product__legal__maker_name", "address": "product__legal__maker_address", "care": "product__legal__consumer_care",
}  # fmt: skip
_LISTING = (
    "product_id", "channel_id", "is_published", "published_at", "visible_in_listings", "price_from_minor", "price_to_minor",
)  # fmt: skip


class _Row(NamedTuple):
    """A listing with what its product points to."""

    product: int
    channel: int
    is_published: bool
    published_at: Any
    listed: bool
    price_from: int | None
    price_to: int | None
    slug: str
    name: str
    description: Any
    category: int
    district: int
    craft: int | None
    gi_tag: int | None
    odop_product: int | None
    odop_district: int | None
    hsn: str | None
    generic_name: str | None
    country: str | None
    seller: int
    seller_name: str
    seller_kind: str
    status: str
    women_led: bool
    pincode: str
    changed: Any
    rating: int | None
    reviews: int
    maker: str | None
    address: str | None
    care: str | None


class _Found(NamedTuple):
    """What belongs to products, by their keys; what is sold in a channel only, by product and channel; what all are ranked by."""

    translations: dict[Any, list[tuple[str, Any, str | None]]]
    makers: dict[Any, list[str]]
    choices: dict[Any, list[int]]
    sold: dict[Any, list[int]]
    skus: dict[Any, list[str]]
    stocked: set[tuple[int, int]]
    gi_days: dict[Any, list[tuple[date, date]]]
    pictures: dict[int, int]
    small: frozenset[int]
    ranking: Ranking


def documents(product_ids: Collection[int], *, version: int) -> list[Document]:
    """The documents of these products, one for each channel they are entered in; twelve statements. What is not to be seen has
    one, too (`since` is None), so that an engine which learns of it late does not show it again."""
    ids = list(set(product_ids))
    listings = ProductChannelListing.objects.filter(product_id__any_of=ids).order_by("product_id", "channel_id")
    rows = [_Row._make(row) for row in listings.values_list(*_LISTING, *_PRODUCT.values())]
    look_now()  # so that the names are no older than the rows
    found, names = _found(ids, {row.seller for row in rows}), vocabulary()
    return [_document(row, found, names, version) for row in rows]


def _found(ids: list[int], sellers: set[int]) -> _Found:
    parameters = ranking(timezone.now())
    of_product = AttributeAssignment.objects.filter(product_id__any_of=ids, choice__isnull=False)
    of_variants = AttributeAssignment.objects.filter(variant__product_id__any_of=ids, choice__isnull=False)
    translations = ProductTranslation.objects.filter(product_id__any_of=ids)
    entries = AuthorisedUser.objects.filter(seller_id__any_of=list(sellers))
    stocks = Stock.objects.filter(variant__product_id__any_of=ids, quantity__gt=F("allocated"))
    shown = ProductMedia.objects.filter(product_id__any_of=ids, picture__state="ready")
    return _Found(
        translations=_by_key(
            translations.values_list("product_id", "name", "description", "product__legal__translations__generic_name")
        ),
        makers=_by_key(SellerTranslation.objects.filter(seller_id__any_of=list(sellers)).values_list("seller_id", "name")),
        choices=_by_key(of_product.values_list("product_id", "choice_id")),
        sold=_by_pair(
            of_variants.values_list("variant__product_id", "variant__channel_listings__channel_id", "choice_id").distinct()
        ),
        skus=_by_key(ProductVariant.objects.filter(product_id__any_of=ids).values_list("product_id", "sku")),
        stocked=set(stocks.values_list("variant__product_id", "variant__channel_listings__channel_id").distinct()),
        gi_days=_by_pair(entries.values_list("seller_id", "gi_tag_id", "valid_from", "valid_until")),
        pictures=dict(shown.values("product_id").annotate(many=Count("id")).values_list("product_id", "many")),
        small=small_among(sellers, rule=parameters.small_sellers),
        ranking=parameters,
    )


def _by_key(rows: Iterable[tuple[Any, ...]]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = {}
    for key, *rest in rows:
        found.setdefault(key, []).append(rest[0] if len(rest) == 1 else tuple(rest))
    return found


def _by_pair(rows: Iterable[tuple[Any, ...]]) -> dict[Any, list[Any]]:
    return _by_key(((one, other), *rest) for one, other, *rest in rows)


def _document(row: _Row, found: _Found, names: Vocabulary, version: int) -> Document:
    approved = row.status == Seller.Status.APPROVED
    choices = sorted({*found.choices.get(row.product, ()), *found.sold.get((row.product, row.channel), ())})
    words = _words(row, found, names, choices)
    return Document(
        product=row.product, channel=row.channel, version=version, slug=row.slug,
        words=words,
        codes=once((*found.skus.get(row.product, ()), row.hsn, row.pincode)),
        since=row.published_at if row.is_published and row.listed and approved else None,
        district=row.district, state=names.state_of[row.district], categories=names.branches[row.category],
        craft=row.craft, gi_tag=row.gi_tag,
        gi_days=tuple(sorted(found.gi_days.get((row.seller, row.gi_tag), ()))) if row.gi_tag else (),
        odop=row.odop_product is not None and row.odop_district == row.district,
        seller=row.seller, seller_kind=row.seller_kind, women_led=row.women_led, country=row.country or "",
        price_from=row.price_from, price_to=row.price_to, rating=row.rating, reviews=row.reviews,
        stocked=(row.product, row.channel) in found.stocked, choices=tuple(choices), pictures=found.pictures.get(row.product, 0),
        quality=quality(_made(row, found, words, choices), found.ranking), small=row.seller in found.small, changed=row.changed,
    )  # fmt: skip


def _made(row: _Row, found: _Found, words: Words, choices: list[int]) -> Made:
    declared = (row.generic_name, row.maker, row.address, row.care)
    return Made(
        pictures=found.pictures.get(row.product, 0),
        about=max(map(len, words.about), default=0),
        languages=1 + len(found.translations.get(row.product, ())),
        traits=len(choices),
        declared=sum(map(bool, declared)) / len(declared),
        origin=any((row.craft, row.gi_tag, row.odop_product)),
    )


def _words(row: _Row, found: _Found, names: Vocabulary, choices: list[int]) -> Words:
    translations = found.translations.get(row.product, [])
    return Words(
        title=once((row.name, *(name for name, _about, _generic in translations))),
        kind=once(
            (
                *(name for key in reversed(names.branches[row.category]) for name in names.categories[key]),
                row.generic_name,
                *(generic for _name, _about, generic in translations),
            )
        ),
        craft=once(
            (
                *names.crafts.get(row.craft or 0, ()),
                *names.gi_tags.get(row.gi_tag or 0, ()),
                *names.designations.get(row.odop_product or 0, ()),
            )
        ),
        trait=once(name for key in choices for name in names.choices[key]),
        place=once((*names.districts[row.district], *names.states[names.state_of[row.district]])),
        maker=once((row.seller_name, *found.makers.get(row.seller, ()))),
        about=once(_told(orjson.dumps(text)) for text in (row.description, *(about for _name, about, _generic in translations))),
    )


@lru_cache(maxsize=1_000)
def _told(description: bytes) -> str:
    """The words of a description; kept, for makers tell the same of many products, and each comes once for each channel."""
    return to_text(orjson.loads(description))[:MOST_ABOUT]


def product_ids(*, after: int = 0, most: int) -> list[int]:
    """The keys of the next products in the order of their keys, for who walks through all of them."""
    return list(Product.objects.filter(id__gt=after).order_by("id").values_list("id", flat=True)[:most])
