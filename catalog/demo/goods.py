"""Composes the products of a demonstration shop: names, words, prices, attributes, pictures."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeVar

from catalog.demo.chance import chance, shuffled
from catalog.demo.grammar import agreeing, fill
from catalog.demo.plan import PicturePlan, ProductPlan, ShopPlan, VariantPlan
from catalog.demo.prices import abroad, before_discount, believable
from catalog.demo.reading import Family, Item, Line, Pair, detail_of, families, pair, split, toml
from catalog.demo.variants import Cut, base_price, cuts_of
from catalog.demo.virtues import text_values, values_of
from marketplace.kit.text import slug_of

# Days of the demonstration are fixed, so that the same seed gives the same shops in any year.
_OPENING = datetime(2026, 1, 5, 4, 30, tzinfo=UTC)
_DISCOUNTS = (10, 15, 20, 25)
_STAYS_AT_HOME = {"sweets", "petha", "khaja", "ghee", "pickle", "namkeen", "bakery", "flour", "furniture", "bindi"}
Part = TypeVar("Part")
_GENITIVE = re.compile(r"(?:^|\s)(का|की|के|\S*वाला|\S*वाली|\S*वाले)\s")


class Shelf:
    """Fills one shop after another and remembers which names are taken."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.names: set[str] = set()
        self.slugs: set[str] = set()
        self.count = 0

    def fill(self, shop: ShopPlan, line: Line) -> tuple[ProductPlan, ...]:
        """Three to six products for the shop, no two alike."""
        source = chance(self.seed, "goods", shop.number)
        family = families()[line.family]
        wanted = source.choices((3, 4, 5, 6), weights=(58, 30, 8, 4))[0]
        made: list[ProductPlan] = []
        for item, written in self._choice(family, line, source)[: wanted * 4]:
            detail = Pair(written.en, fill(written.hi, {}, gender=gender_of(item, line)))
            if len(made) < wanted and (name := self._name(shop, line, item, detail)):
                made.append(self._product(shop, line, family, item, detail, name, made))
        return tuple(made)

    def _choice(self, family: Family, line: Line, source: Random) -> list[tuple[Item, Pair]]:
        """Items with details that fit them, every item once before one comes again."""
        items = _chosen(family.items, line, "only")
        given = line.options.get("details")
        details = [detail_of(text, "/") for text in given.split(";")] if given else list(family.details)
        rounds = [shuffled(items, source) for _ in range(3)]
        order = shuffled(details, source)
        found: list[tuple[Item, Pair]] = []
        used: Counter[object] = Counter()
        for item in (item for turn in rounds for item in turn):
            fitting = [entry.words for entry in order if not entry.fits or number_of(item, family) in entry.fits]
            words = min(fitting, key=lambda words: (used[item, words], used[words]))  # the freshest
            used.update([words, (item, words)])
            found.append((item, words))
        return found

    def _name(self, shop: ShopPlan, line: Line, item: Item, detail: Pair) -> Pair | None:
        """A name that no other product bears, or None."""
        front = line.front or Pair(shop.place.name.en, f"{shop.place.name.hi} {{का}}")
        gender = gender_of(item, line)
        english = item.name.en if "{p}" in item.name.en else f"{front.en} {item.name.en}"
        hindi = item.name.hi if "{p}" in item.name.en else _with_front(front.hi, item.name.hi, gender)
        whole = Pair(
            f"{fill(english, _said(line, 'en'))}, {detail.en}",
            f"{fill(hindi, _said(line, 'hi'), gender=gender)}, {detail.hi}",
        )
        if whole.en in self.names:
            return None
        self.names.add(whole.en)
        return whole

    def _product(
        self, shop: ShopPlan, line: Line, family: Family, item: Item, detail: Pair, name: Pair, before: list[ProductPlan]
    ) -> ProductPlan:
        self.count += 1
        source = chance(self.seed, "product", shop.number, name.en)
        slug = self._slug(name.en)
        said, told = shuffled(_chosen(family.how, line, "how"), source)[:2]
        what = source.choice(_chosen(family.what, line, "what"))
        words = _sentences(shop, family, detail, (what, said), gender_of(item, line), source)
        variants = self._variants(shop, family, _coloured(item, line), len(before) + 1, source)
        return ProductPlan(
            slug=slug, name=name, family=family.name, category=family.category, product_type=type_for(family, item),
            hsn=item.hsn or line.options.get("hsn", family.hsn), gi=line.gi,
            craft=line.options.get("craft", family.craft).replace("-", ""),
            odop=_designation(shop, line), description=Pair("\n\n".join(words["en"]), "\n\n".join(words["hi"])),
            summary=Pair(words["en"][0], words["hi"][0]), generic_name=generic_name(item, line),
            fssai=_fssai(shop, family), shelf_life_days=family.life,
            values=values_of(family, item, line, shop, source),
            texts=text_values(family, shop, told, _contents(family, item, line), source),
            goes_with=before[-1].slug if before and source.random() < 0.5 else "",
            published_at=_OPENING + timedelta(hours=7 * self.count + source.randrange(5)), variants=variants,
            pictures=_pictures(self.seed, slug, _motif(family, item, line), name, detail, source),
        )  # fmt: skip

    def _slug(self, name: str) -> str:
        base = slug_of(name)[:150].strip("-")
        slug, number = base, 1
        while slug in self.slugs:
            number += 1
            slug = f"{base}-{number}"
        self.slugs.add(slug)
        return slug

    def _variants(self, shop: ShopPlan, family: Family, item: Item, place: int, source: Random) -> tuple[VariantPlan, ...]:
        price = base_price(item, source)
        percent = source.choice(_DISCOUNTS) if source.random() < 0.22 else 0
        exported = family.name not in _STAYS_AT_HOME and source.random() < 0.38
        code = f"{shop.place.iso[3:]}-{shop.number:03d}-{place:02d}"
        cuts = cuts_of(item, family.group, source)
        return tuple(
            _variant(cut, f"{code}-{number}", price, percent, exported, item, source) for number, cut in enumerate(cuts, 1)
        )


def _chosen(parts: Sequence[Part], line: Line, option: str) -> list[Part]:
    """The parts whose numbers the line's option names; all where it names none."""
    if option not in line.options:
        return list(parts)
    return [parts[int(number) - 1] for number in line.options[option].split(",")]


def number_of(item: Item, family: Family) -> int:
    """The item's number in its family, counted from one."""
    return family.items.index(item) + 1


def _coloured(item: Item, line: Line) -> Item:
    """The item in the only colours that the line's cloth has."""
    if "colours" not in line.options or not item.variants.startswith("colour"):
        return item
    return replace(item, variants=f"colour:{line.options['colours']}")


def type_for(family: Family, item: Item) -> str:
    """The product type: clothes that come in sizes are garments whatever their family."""
    sizes = item.variants == "size" and family.product_type not in ("garment", "jewellery-type")
    return "garment" if sizes else family.product_type


def gender_of(item: Item, line: Line) -> str:
    """The Hindi noun's gender and number."""
    return split(line.options["p"], "/")[2] if item.gender == "=" else item.gender


def produce_of(line: Line) -> Pair | None:
    """What is grown, where the line names it."""
    if "p" not in line.options:
        return None
    english, hindi, *_ = split(line.options["p"], "/")
    return Pair(english, hindi)


def _said(line: Line, language: str) -> dict[str, str]:
    """The produce as a word in a name; in Hindi also as it stands before a postposition."""
    produce = produce_of(line)
    if produce is None:
        return {}
    oblique = [*split(line.options["p"], "/"), produce.hi][3]
    return {"p": getattr(produce, language), "po": oblique}


def _with_front(front: str, item: str, gender: str) -> str:
    """The Hindi name with the place before it; behind it, where its genitive would seem to belong to another noun."""
    if "{q}" in item:
        return item.replace("{q}", front.removesuffix(" {का}"))
    first = _GENITIVE.search(item.partition(",")[0])
    if not front.endswith("{का}") or first is None or first.group(1)[-1] == agreeing("का", gender)[-1]:
        return f"{front} {item}"
    return f"{item} ({front.removesuffix(' {का}')})"


def generic_name(item: Item, line: Line) -> Pair:
    """The generic name that the law wants: the thing without ornament and without the place."""
    hindi = fill(item.name.hi.replace("{q} ", ""), _said(line, "hi"), gender=gender_of(item, line))
    return Pair(fill(item.name.en, _said(line, "en"))[:120], hindi[:120])


def _variant(cut: Cut, sku: str, price: int, percent: int, exported: bool, item: Item, source: Random) -> VariantPlan:
    tag = believable(price * cut.times)
    full = before_discount(tag, percent) if percent else tag
    draw = source.random()
    stock = 0 if draw < 0.04 else source.randrange(1, 4) if draw < 0.14 else source.randrange(6, 90)
    return VariantPlan(
        sku=sku, name=cut.name, grams=max(5, round(item.grams * cut.weight)), quantity=cut.quantity, unit=cut.unit, price=tag,
        full_price=max(tag, full), abroad=abroad(tag) if exported else None, stock=stock, values=cut.values,
    )  # fmt: skip


def _motif(family: Family, item: Item, line: Line) -> str:
    """What is drawn: the item's own picture, else what the line says, else the family's."""
    return family.motif_of.get(number_of(item, family)) or line.options.get("motif", family.motif)


def _contents(family: Family, item: Item, line: Line) -> Pair | None:
    """The ingredients, of food and perfume."""
    found = family.contains_of.get(number_of(item, family), family.contains)
    return found and Pair(fill(found.en, _said(line, "en")), fill(found.hi, _said(line, "hi")))


def _sentences(
    shop: ShopPlan, family: Family, detail: Pair, said: tuple[Pair, Pair], gender: str, source: Random
) -> dict[str, list[str]]:
    """Two paragraphs in each language: what it is and how it looks; how it is made and what else there is to say."""
    group = toml("groups")[family.group]
    what, how = said
    look, use = pair(source.choice(group["look"]), "||"), pair(source.choice(group["use"]), "||")
    english = {"place": shop.place.name.en, "detail": detail.en}
    hindi = {"place": shop.place.name.hi, "detail": detail.hi}
    order = source.random() < 0.5
    paragraphs: dict[str, list[str]] = {}
    for language, values in {"en": english, "hi": hindi}.items():
        parts = [fill(getattr(part, language), values, gender=gender) for part in (what, look, how, use)]
        first = [parts[0], parts[1]] if order else [parts[0]]
        second = [parts[2], parts[3]] if order else [parts[2], parts[1], parts[3]]
        paragraphs[language] = [" ".join(first), " ".join(second)]
    return paragraphs


def _designation(shop: ShopPlan, line: Line) -> int | None:
    """The key of the ODOP entry that holds the line's words; ValueError where the district has none such."""
    if not line.odop:
        return None
    for key, words in shop.place.known_for:
        if line.odop.lower() in words.lower():
            return key
    raise ValueError(f"{line.district}: no designation with the words {line.odop!r}")


def _fssai(shop: ShopPlan, family: Family) -> str:
    """Fourteen digits of the right form that were never issued: year 00, office 000."""
    return f"1{shop.place.gst_code:0>2}00000{shop.number:06d}" if family.group == "food" else ""


def _pictures(seed: int, slug: str, motif: str, name: Pair, detail: Pair, source: Random) -> tuple[PicturePlan, ...]:
    plain = Pair(name.en.removesuffix(f", {detail.en}"), name.hi.removesuffix(f", {detail.hi}"))
    whole = Pair(f"Drawing: {plain.en} ({detail.en})", f"चित्र: {plain.hi} ({detail.hi})")
    near = Pair(f"Seen close: {detail.en}, {plain.en}", f"पास से: {plain.hi}, {detail.hi}")
    key = f"{seed}:{slug}"
    pictures = [PicturePlan(motif, key, "whole", whole)]
    if source.random() < 0.47:
        pictures.append(PicturePlan(motif, key, "detail", near))
    return tuple(pictures)
