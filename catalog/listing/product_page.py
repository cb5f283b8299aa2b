"""What the page of one product shows beside the product: what is chosen, what it costs, where it is sent from, what is near."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from catalog.attributes.models import Attribute
from catalog.listing.cards import ProductCard, ProductDetail, detail
from catalog.listing.choices import Choice, choices, first_choice
from catalog.listing.facts import AttributeFact, attributes_of_products
from catalog.listing.queries import ProductFilters, ProductOrder, ProductRow, Sorting, products_by_id, products_page
from catalog.listing.taxes import Sold, pieces_in, tax_facts, taxes_inside
from catalog.listing.unit_price import UnitPrice, unit_price
from catalog.listing.variants import VariantRow
from catalog.listing.words import OriginalRow
from catalog.media.queries import PictureRow, pictures_of_variants
from catalog.stock.queries import districts_of_stock
from marketplace.channels.queries import Viewpoint
from marketplace.content.queries import COMPLAINTS, TitleRow, titles_of
from marketplace.districts.queries import DistrictRow, StateRow, districts_by_id, states_by_id
from marketplace.kit.paging import PageRequest

Thing = TypeVar("Thing")
HELP = ("delivery", "returns-and-refunds", "gi-badge", "how-odop-works", *COMPLAINTS)
SHELF = 4
FEWEST = 2  # fewer of the same craft are no shelf
WIDE = 3 * SHELF  # so many are asked for that enough remain when what stands elsewhere on the page is left out


@dataclass(frozen=True, slots=True)
class Offer:
    """The variant that is chosen. Amounts in minor units: `saved` against the price before, `tax` is inside the price and 0
    where its rate is not certain; `unit_price` of the price, `unit_price_of_mrp` of the MRP."""

    variant: VariantRow
    facts: list[AttributeFact]
    saved: int
    tax: int
    unit_price: UnitPrice | None
    unit_price_of_mrp: UnitPrice | None
    sent_from: list[tuple[DistrictRow, StateRow]]

    @property
    def saved_percent(self) -> int:
        """How much of the price before is saved, in whole percents, never more than it is."""
        return self.saved * 100 // self.variant.full_price


@dataclass(frozen=True, slots=True)
class Shelves(Generic[Thing]):
    """What stands near: what its maker says goes with it, what else comes from its district, and what else is of its craft, or
    of its category where few others are of its craft; `kind` ("craft" or "category") says which."""

    goes_with: list[Thing]
    from_district: list[Thing]
    alike: list[Thing]
    kind: str


@dataclass(frozen=True, slots=True)
class ProductPage:
    """A product's page; `offer` is None where no variant has a price; `help` are those pages of words to read before buying
    that there are, by slug."""

    product: ProductDetail
    offer: Offer | None
    choices: list[Choice]
    pictures: list[PictureRow]
    related: Shelves[ProductCard]
    help: dict[str, TitleRow]


def product_page(row: ProductRow, original: OriginalRow, at: Viewpoint, asked: str = "") -> ProductPage:
    """The page of a visible product with the variant whose SKU is `asked`; with the first in stock where there is none such.

    Statements for what stands near are made together with the product's own.
    """
    attributes = attributes_of_products([row.id], at.language)[row.id]
    near = _near(row, attributes, at)
    product, made = detail(row, original, attributes, [*near.goes_with, *near.from_district, *near.alike], at)

    def shown(shelf: Iterable[ProductRow]) -> list[ProductCard]:
        return [made[one.id] for one in shelf if one.id in made]

    of_sku = next((variant for variant in product.variants if variant.sku == asked), None)
    chosen = of_sku or first_choice(product.variants)
    return ProductPage(
        product=product,
        offer=_offer(chosen, product, at) if chosen else None,
        choices=choices(product.variants, product.variant_attributes, chosen) if chosen else [],
        pictures=_pictures(product, of_sku, at),
        related=Shelves(shown(near.goes_with), shown(near.from_district), shown(near.alike), near.kind),
        help=titles_of(HELP, at=at.at, language=at.language),
    )


def _offer(variant: VariantRow, product: ProductDetail, at: Viewpoint) -> Offer:
    def by_unit(price: int) -> UnitPrice | None:
        return unit_price(price_minor=price, net_quantity=variant.net_quantity, unit=variant.net_quantity_unit)

    product_id = variant.product_id
    sold = Sold(product_id, variant.price, pieces_in(variant.net_quantity, variant.net_quantity_unit))
    places = districts_by_id(districts_of_stock([variant.id])[variant.id], at.language).values()
    states = states_by_id({place.state_id for place in places}, at.language)
    return Offer(
        variant=variant,
        facts=product.variant_attributes.get(variant.id, []),
        saved=variant.full_price - variant.price,
        tax=taxes_inside([sold], at, tax_facts([product_id], at, by_variant=False))[0].minor,
        unit_price=by_unit(variant.price),
        unit_price_of_mrp=None if variant.mrp is None else by_unit(variant.mrp),
        sent_from=[(place, states[place.state_id]) for place in places],
    )


def _pictures(product: ProductDetail, asked: VariantRow | None, at: Viewpoint) -> list[PictureRow]:
    """The product's pictures; those of the variant that was asked for come first."""
    if asked is None:
        return product.pictures
    first = {picture.media_id for picture in pictures_of_variants([asked.id], at.language).get(asked.id, ())}
    return sorted(product.pictures, key=lambda picture: picture.media_id not in first)


def _near(row: ProductRow, attributes: Sequence[AttributeFact], at: Viewpoint) -> Shelves[ProductRow]:
    """What stands on one shelf stands on no other. All are asked for each time, so that statements stay as many."""

    def newest(**filters: Any) -> Sequence[ProductRow]:
        order = ProductOrder(Sorting.DATE, descending=True)
        return products_page(at=at, filters=ProductFilters(**filters), order=order, page=PageRequest(first=WIDE)).rows

    named = _named(attributes)
    known = products_by_id(named, at) if named else {}
    goes_with = _shelf((known[key] for key in named if key in known), {row.id})
    taken = {row.id, *_ids(goes_with)}
    from_district = _shelf(newest(district_ids=[row.district_id]), taken)
    taken |= _ids(from_district)
    of_craft = _shelf(newest(craft_ids=[row.craft_id]) if row.craft_id else (), taken)
    of_category = _shelf(newest(category_ids=[row.category_id]), taken)
    return Shelves(goes_with, from_district, *((of_craft, "craft") if len(of_craft) >= FEWEST else (of_category, "category")))


def _named(attributes: Sequence[AttributeFact]) -> list[int]:
    """The products that its own attributes point to."""
    references = (Attribute.InputType.REFERENCE, Attribute.InputType.SINGLE_REFERENCE)
    facts = [fact for fact in attributes if fact.input_type in references and fact.entity_type == "PRODUCT"]
    return [value.reference_key for fact in facts for value in fact.values if value.reference_key is not None]


def _shelf(rows: Iterable[ProductRow], without: set[int]) -> list[ProductRow]:
    """The first of each seller before the second of any."""
    turns: Counter[int] = Counter()
    placed = []
    for row in rows:
        if row.id not in without:
            placed.append((turns[row.seller_id], row))
            turns[row.seller_id] += 1
    return [row for _turn, row in sorted(placed, key=lambda one: one[0])][:SHELF]


def _ids(rows: Iterable[ProductRow]) -> set[int]:
    return {row.id for row in rows}
