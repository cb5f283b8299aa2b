"""Products as pages show them: small cards for lists, and one product in full; a constant number of statements each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from catalog.categories.queries import CategoryRow, tree
from catalog.listing.facts import AttributeFact, LegalRow, attributes_of_variants, legal_of
from catalog.listing.queries import ProductRow
from catalog.listing.variants import VariantRow, variants_of
from catalog.listing.words import OriginalRow, translations_of
from catalog.media.queries import PictureRow, covers_of, pictures_of
from catalog.origin.queries import GiBadge, OdopBadge, Origin, Place, origins_of
from marketplace.channels.queries import Viewpoint
from marketplace.kit.money import Money
from marketplace.kit.words import WordsRow
from marketplace.sellers.queries import SellerRow, sellers_by_id


@dataclass(frozen=True, slots=True)
class ProductCard:
    """A product in a list. `price` is the lowest of its variants, tax included; `full_price` only where it is on sale;
    `price_to` only where variants differ. `language` is the one the name is in, `seller_language` the seller's name."""

    id: int
    slug: str
    name: str
    language: str
    price: Money | None
    price_to: Money | None
    full_price: Money | None
    seller_name: str
    seller_language: str
    seller_slug: str
    place: Place
    craft_name: str | None
    picture: PictureRow | None
    gi: GiBadge | None
    odop: OdopBadge | None

    @property
    def on_sale(self) -> bool:
        """Whether it costs less than before."""
        return self.full_price is not None


@dataclass(frozen=True, slots=True)
class ProductDetail:
    """All that a product's page shows."""

    card: ProductCard
    description: Any
    description_language: str
    seo_title: str
    seo_description: str
    category_path: list[CategoryRow]
    origin: Origin
    seller: SellerRow
    pictures: list[PictureRow]
    variants: list[VariantRow]
    variant_attributes: dict[int, list[AttributeFact]]
    attributes: list[AttributeFact]
    legal: LegalRow | None

    @property
    def available(self) -> int:
        """Pieces of all variants together."""
        return sum(variant.available for variant in self.variants)


def cards(rows: Sequence[ProductRow], at: Viewpoint) -> list[ProductCard]:
    """The cards of a page of products, in their order; at most six statements."""
    ids = [row.id for row in rows]
    if not ids:
        return []
    origins = origins_of(ids, at)
    pictures = covers_of(ids, at.language)
    sellers = sellers_by_id({row.seller_id for row in rows}, at.language)
    return [
        _card(row, at, origins[row.id], pictures.get(row.id), sellers[row.seller_id])
        for row in rows
        if row.id in origins and row.seller_id in sellers
    ]


def detail(
    row: ProductRow, original: OriginalRow, attributes: list[AttributeFact], near: Sequence[ProductRow], at: Viewpoint
) -> tuple[ProductDetail, dict[int, ProductCard]]:
    """One visible product in full, and the cards of those that are shown near it, by key; a constant number of statements."""
    origins = origins_of([row.id, *(one.id for one in near)], at)
    sellers = sellers_by_id({one.seller_id for one in (row, *near)}, at.language)
    pictures = pictures_of([row.id], at.language).get(row.id, [])
    covers = covers_of(list(origins), at.language)
    variants = variants_of([row.id], at)[row.id]
    words, description_language = _words(original.words, at.language)
    categories = tree(at.language)
    shown = ProductDetail(
        card=_card(row, at, origins[row.id], next(iter(pictures), None), sellers[row.seller_id]),
        description=words.description,
        description_language=description_language,
        seo_title=words.seo_title,
        seo_description=words.seo_description,
        category_path=categories.path(categories.by_id[row.category_id]),
        origin=origins[row.id],
        seller=sellers[row.seller_id],
        pictures=pictures,
        variants=variants,
        variant_attributes=attributes_of_variants([variant.id for variant in variants], at.language),
        attributes=attributes,
        legal=legal_of([row.id], at.language).get(row.id),
    )
    known = [one for one in near if one.id in origins and one.seller_id in sellers]
    return shown, {one.id: _card(one, at, origins[one.id], covers.get(one.id), sellers[one.seller_id]) for one in known}


def _words(original: WordsRow, language: str) -> tuple[WordsRow, str]:
    """The words in the reader's language, with the original where one is missing; and the description's language."""
    words = None if language == original.language_code else translations_of([original.id], language).get(original.id)
    if words is None:
        return original, original.language_code
    whole = words._replace(
        description=words.description or original.description,
        seo_title=words.seo_title or original.seo_title,
        seo_description=words.seo_description or original.seo_description,
    )
    return whole, words.language_code if words.description else original.language_code


def _card(row: ProductRow, at: Viewpoint, origin: Origin, picture: PictureRow | None, seller: SellerRow) -> ProductCard:
    def money(minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, at.currency)

    on_sale = row.price_from is not None and row.full_price_from is not None and row.full_price_from > row.price_from
    return ProductCard(
        id=row.id,
        slug=row.slug,
        name=row.name,
        language=row.language or "en",
        price=money(row.price_from),
        price_to=money(row.price_to) if row.price_to != row.price_from else None,
        full_price=money(row.full_price_from) if on_sale else None,
        seller_name=seller.name,
        seller_language=seller.language,
        seller_slug=seller.slug,
        place=origin.place,
        craft_name=origin.craft_name,
        picture=picture,
        gi=origin.gi.badge,
        odop=origin.odop,
    )
