"""The moulds of one seller: its kinds of goods with all that each piece of the kind has in common, ready to be cast."""

from dataclasses import dataclass, replace
from functools import cache
from random import Random

from catalog.categories.models import Declaration
from catalog.demo.chance import chance
from catalog.demo.goods import Shelf as Goods
from catalog.demo.goods import type_for
from catalog.demo.grow.crew import Hand
from catalog.demo.grow.ground import Ground, Shelf, Slots
from catalog.demo.grow.rota import Rota, size_of
from catalog.demo.grow.said import CannotSay, Said, all_said, blocks
from catalog.demo.grow.sheets import TABLES, cell, cells
from catalog.demo.plan import ProductPlan, ShopPlan, VariantPlan
from catalog.demo.reading import Pair, families, lines
from catalog.demo.shelves import Shown
from catalog.products.legal import Legal, legal_columns
from marketplace.kit.slugs import unicode_slug_of
from marketplace.kit.text import clean
from marketplace.tariff.rules import Rate

_A_KIND_EACH = 60  # products of a seller for each three or four of its moulds
_BEYOND = 10_000  # added to a shop's number for each further filling of its shelf
_LATER = ("care", "story", "packed-on", "harvest-date", "occasion")  # not every piece tells these
_MOST_NAME = 189  # with a number of up to ten digits behind it
_KEEPS = 365  # days, where food must say how long and its family does not


@dataclass(frozen=True, slots=True)
class Piece:
    """One size or colour of a mould: its cells, its attributes, its price in rupees."""

    cells: str
    words: str
    said: tuple[Said, ...]
    price: int
    quantity: int
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mould:
    """What the pieces of a kind have in common. `name` is all but the number and the bracket
    behind it; other texts are cells."""

    slug: str
    slug_hi: str
    name: Pair
    product: str
    words: str
    legal: str
    legal_words: str
    always: dict[str, Said]
    sometimes: dict[str, Said]
    pieces: tuple[Piece, ...]
    percent: int
    exported: bool
    rates: tuple[Rate, ...]
    pictures: list[int]
    alt: Pair
    hand: Hand
    goes_with: int | None
    family: str
    state: str
    claim: str
    women_led: bool

    def shown(self, dearest: float) -> Shown:
        """What decides on a product's place on the shelves of collections."""
        return Shown(self.family, self.state, self.claim, self.women_led, dearest)


def moulds_of(seller: int, hand: Hand, rota: Rota, ground: Ground) -> list[Mould]:
    """The moulds of the seller of this number, the same whenever they are made; none where nothing can be sold here."""
    line, _place = rota.trade(seller)
    shop = rota.shop(seller)
    shelf = Goods(rota.seed)
    plans: list[ProductPlan] = []
    for filling in range(1 + size_of(seller) // _A_KIND_EACH):
        plans += shelf.fill(replace(shop, number=shop.number + filling * _BEYOND), line)
    spread = [*plans[:-1], *(_spread(plan, seller, ground) for plan in plans[-1:])]
    crafted = (_crafted(plan, seller, ground) for plan in spread)
    return [mould for plan in crafted if (mould := _mould(plan, shop, hand, rota.seed, ground))]


@cache
def _named() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The categories, product types and crafts that the words of the demonstration name."""
    kinds = families().values()
    return (
        frozenset(family.category for family in kinds),
        frozenset(type_for(family, item) for family in kinds for item in family.items),
        frozenset(craft for craft in [family.craft for family in kinds] + [line.options.get("craft", "") for line in lines()]),
    )


def _spread(plan: ProductPlan, seller: int, ground: Ground) -> ProductPlan:
    """The plan in one of the categories and product types that the words do not name, where there are such."""
    categories, types, _crafts = _named()
    shelves = [slug for slug in ground.shelves if slug not in categories] or [plan.category]
    kinds = [slug for slug in ground.types if slug not in types] or [plan.product_type]
    return replace(plan, category=shelves[seller % len(shelves)], product_type=kinds[seller % len(kinds)])


def _crafted(plan: ProductPlan, seller: int, ground: Ground) -> ProductPlan:
    """The plan in another craft for some sellers, so that each craft has goods: of the same kind, or one without words."""
    own = ground.crafts.get(plan.craft)
    if own and seller % 3 == 1:
        alike = [code for code, (_key, kind, _state) in ground.crafts.items() if kind == own[1]]
        return replace(plan, craft=alike[seller // 3 % len(alike)])
    if own is None and seller % 4 < 2:
        kinds = {kind for code, (_key, kind, _state) in ground.crafts.items() if code in _named()[2]}
        others = [code for code, (_key, kind, _state) in ground.crafts.items() if kind not in kinds]
        return replace(plan, craft=others[(seller // 4 * 2 + seller % 4) % len(others)]) if others else plan
    return plan


def _mould(plan: ProductPlan, shop: ShopPlan, hand: Hand, seed: int, ground: Ground) -> Mould | None:
    """None where the plan's type or category is not here, or something mandatory cannot be made up."""
    shelf, slots = ground.shelves.get(plan.category), ground.slots.get(plan.product_type)
    hsn = ground.codes.get(plan.hsn) or (shelf.hsn if shelf else None)
    if shelf is None or slots is None or hsn is None:
        return None
    source = chance(seed, "mould", shop.number, plan.slug)
    try:
        found = all_said({**plan.values, **plan.texts}, {**slots.product, **shelf.attributes}, ground, shelf.key, source)
        pieces = tuple(_piece(variant, slots, shelf, ground, source) for variant in plan.variants)
    except CannotSay:
        return None
    mandatory = {slug for slug, must in {**slots.product, **shelf.attributes}.items() if must}
    sometimes = {slug: found.pop(slug) for slug in _LATER if slug in found and slug not in mandatory}
    rates = ground.rates[hsn]
    refers = "goes-with" in slots.product and ground.entities["goes-with"] == "PRODUCT"
    plain = Pair(clean(plan.name.en), clean(plan.name.hi))
    name = Pair(_numbered(plain.en, clean(shop.person.en), "no."), _numbered(plain.hi, clean(shop.person.hi), "क्र."))
    place = cells(shop.place.key, hand.seller)
    claims = (ground.crafts.get(plan.craft, (None,))[0], ground.tags.get(plan.gi), plan.odop)
    return Mould(
        slug=plan.slug[:140].strip("-"), slug_hi=unicode_slug_of(name.hi, most=185),
        name=name,
        product="\t".join([
            _about(plan.description.en, plan.summary.en), cells(ground.types[plan.product_type], shelf.key, hsn, *claims), place,
        ]),
        words=_about(plan.description.hi, plan.summary.hi), legal=_legal(plan, hand, shop, shelf),
        legal_words=cells(clean(plan.generic_name.hi)),
        always=found, sometimes=sometimes, pieces=pieces, percent=_percent(plan), exported=bool(plan.variants[0].abroad),
        rates=rates if any(rate.threshold_paise is not None for rate in rates) else (),
        pictures=ground.pictures.get(shelf.key, []), alt=_alt(plain), hand=hand,
        goes_with=ground.attribute_keys["goes-with"] if refers else None,
        family=plan.family, state=shop.place.state, claim=shop.claim if plan.gi else "", women_led=shop.women_led,
    )  # fmt: skip


def _numbered(name: str, maker: str, number: str) -> str:
    """The name with its maker and the beginning of a number, which makes it one of its kind; no maker where it grows too long."""
    whole = f"{name} ({maker}, {number} "
    return whole if len(whole) <= _MOST_NAME else f"{name[: _MOST_NAME - 9].strip()} ({number} "


def _piece(plan: VariantPlan, slots: Slots, shelf: Shelf, ground: Ground, source: Random) -> Piece:
    return Piece(
        cells=cells(clean(plan.name.en, most=120), plan.grams, plan.quantity, plan.unit),
        words=cells(clean(plan.name.hi, most=120)),
        said=tuple(all_said(plan.values, slots.variant, ground, shelf.key, source).values()), price=plan.price,
        quantity=plan.quantity, unit=plan.unit,
    )  # fmt: skip


def _about(description: str, summary: str) -> str:
    return cells(blocks(description), clean(summary)[:300].strip())


def _percent(plan: ProductPlan) -> int:
    """What is taken off the full price, in percent."""
    first = plan.variants[0]
    return round((1 - first.price / first.full_price) * 20) * 5


def _alt(name: Pair) -> Pair:
    texts = f"Drawing of a similar piece: {name.en}", f"मिलते-जुलते नग का चित्र: {name.hi}"
    return Pair(*(cell(text[:240].strip()) for text in texts))


def _legal(plan: ProductPlan, hand: Hand, shop: ShopPlan, shelf: Shelf) -> str:
    """The declarations; those of food where the branch wants them. The licence has the right form and was never issued."""
    wants = shelf.declarations
    licensed = bool(plan.fssai) or Declaration.FSSAI in wants
    columns = legal_columns(Legal(
        generic_name=plan.generic_name.en, maker_name=hand.legal_name, maker_address=hand.address, consumer_care=hand.care,
        country_of_origin="IN", fssai_licence_no=f"1{shop.place.gst_code:0>2}00000{shop.number:06d}" if licensed else "",
        food_mark="VEG" if plan.fssai or Declaration.FOOD_MARK in wants else "",
        shelf_life_days=plan.shelf_life_days or (_KEEPS if Declaration.SHELF_LIFE in wants else None),
    ))  # fmt: skip
    return cells(*(columns[name] for name in TABLES["legal"][1][1:]))
