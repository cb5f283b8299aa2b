"""The attributes of a demonstration product: material, technique, sizes, dates, care and story."""

from datetime import date, timedelta
from random import Random

from catalog.demo.grammar import fill
from catalog.demo.plan import ShopPlan
from catalog.demo.reading import Family, Item, Line, Pair, pair, toml

_BY_MACHINE = {"garment", "knitwear", "aluminium", "essential_oil", "rice", "pulses"}
_OCCASIONS = {
    "cloth": ("festive", "wedding", "gift", "daily"),
    "household": ("home", "daily", "gift"),
    "goldwork": ("festive", "wedding", "gift"),
    "hanging": ("home", "gift"),
    "wool": ("gift", "daily", "wedding"),
    "metal": ("home", "festive", "gift"),
    "figure": ("home", "festive", "gift"),
    "hardware": ("home", "daily"),
    "vessel": ("home", "daily"),
    "bindi": ("festive", "wedding", "daily"),
    "toy": ("gift", "daily"),
    "sport": ("gift", "daily"),
    "clay": ("home", "gift", "festive"),
    "jewel": ("festive", "wedding", "gift", "daily"),
    "fragile": ("home", "gift", "festive"),
    "food": ("daily", "festive", "gift"),
}
_HARVEST = date(2026, 10, 1)
_SIDES = ("length", "width", "height")
_CLOSING = (
    Pair("Made by {name}, {place}.", "कारीगर: {name}, {place}।"),
    Pair("It comes from {name} in {place}.", "भेजने वाले: {place} से {name}।"),
    Pair("Sent to you straight from {place} by {name}.", "{name} की ओर से, सीधे {place} से आपके पास।"),
)


def values_of(family: Family, item: Item, line: Line, shop: ShopPlan, source: Random) -> dict[str, object]:
    """Values by attribute; only some of them are of the product's type, the loader takes those."""
    material = item.material or line.options.get("material", family.material)
    technique = line.options.get("technique", family.technique)
    packed = _HARVEST + timedelta(days=source.randrange(20, 48))
    occasions = _OCCASIONS.get(family.group, ("home", "gift", "daily"))
    values: dict[str, object] = {
        "material": "" if material == "-" else material,
        "technique": "" if technique == "-" else technique,
        "occasion": sorted(source.sample(occasions, source.choice((1, 2, 2)))),
        "handmade": family.name not in _BY_MACHINE,
        "days-to-make": source.randrange(2, 45),
        "thread-count": source.choice((48, 52, 60, 64, 72, 80, 92, 100, 120)),
        "harvest-date": (_HARVEST - timedelta(days=source.randrange(3, 60))).isoformat(),
        "packed-on": packed.isoformat(),
    }
    if family.name == "carpet":
        values["knots"] = source.choice((64, 80, 100, 120, 144, 196, 256))
    for side, measure in zip(_SIDES, _sides(item, family), strict=False):
        values[side] = measure
    return {slug: value for slug, value in values.items() if value not in ("", None, 0)}


def _sides(item: Item, family: Family) -> tuple[int | None, ...]:
    """Length, width and height in cm; things that are round or stand say how wide and how high, in this order."""
    if family.product_type in ("metal-object", "ceramic-glass") and len(item.size) == 3:
        return None, item.size[0], item.size[2]
    return item.size


def text_values(family: Family, shop: ShopPlan, how: Pair, contents: Pair | None, source: Random) -> dict[str, Pair]:
    """Values that are sentences, in both languages: care, ingredients, story."""
    group = toml("groups")[family.group]
    closing = source.choice(_CLOSING)
    place = shop.place.name
    english = {"name": shop.name.en.removesuffix(f", {place.en}"), "place": place.en}
    hindi = {"name": shop.name.hi.removesuffix(f", {place.hi}"), "place": place.hi}
    story = Pair(f"{fill(how.en, english)} {fill(closing.en, english)}", f"{fill(how.hi, hindi)} {fill(closing.hi, hindi)}")
    texts = {"care": pair(source.choice(group["care"]), "||"), "story": story}
    return {**texts, "ingredients": contents} if contents else texts
