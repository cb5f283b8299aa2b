"""Composes the demonstration shops: who the sellers are, where they sit and what they tell of themselves."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from catalog.demo.chance import chance
from catalog.demo.goods import Shelf
from catalog.demo.grammar import fill
from catalog.demo.plan import Place, ShopPlan
from catalog.demo.reading import Family, Line, Pair, families, lines, pair, split, toml
from marketplace.kit.text import slug_of

SEED = 75
# In fifteen shops that claim a GI: who is no authorised user, whose entry has run out, and whose is yet to begin.
_CLAIMS = {3: "none", 6: "expired", 8: "none", 11: "none", 13: "early"}
_SOUTH = {"Tamil Nadu", "Kerala", "Karnataka", "Andhra Pradesh", "Telangana", "Puducherry", "Lakshadweep"}
_EAST = {"West Bengal", "Odisha", "Assam", "Tripura"}
_OWNED = {"ARTISAN", "MSME"}
_MOUNTAINS = {"Jammu and Kashmir", "Ladakh"}
_NORTH_EAST = {"Arunachal Pradesh", "Nagaland", "Manipur", "Mizoram", "Meghalaya", "Sikkim"}


@dataclass(frozen=True, slots=True)
class Person:
    """A person made up for a region."""

    given: Pair
    family: Pair
    woman: bool

    @property
    def name(self) -> Pair:
        """Both names."""
        return Pair(f"{self.given.en} {self.family.en}", f"{self.given.hi} {self.family.hi}")


def compose(places: Mapping[tuple[str, str], Place], *, seed: int = SEED) -> list[ShopPlan]:
    """All shops with their products, the same for the same seed. KeyError where a line names a district that is not there."""
    names = _Names()
    claims: Iterator[int] = iter(range(10_000))
    shops: list[ShopPlan] = []
    shelf = Shelf(seed)
    for line in lines():
        for _ in range(line.shops):
            shop = _shop(line, places[line.state, line.district], len(shops) + 1, seed, names)
            if line.gi:
                shop = _with_claim(shop, line.gi, next(claims), seed)
            shops.append(replace(shop, products=shelf.fill(shop, line)))
    return shops


def compose_one(line: Line, place: Place, *, number: int, seed: int) -> ShopPlan:
    """One shop without products, the same whatever other shops there are; others may bear its name."""
    names = _Names()
    names.told = defaultdict(lambda: number)
    shop = _shop(line, place, number, seed, names)
    return _with_claim(shop, line.gi, number, seed) if line.gi else shop


class _Names:
    """Takes care that no two shops bear the same name."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self.words = toml("people")
        self.stories = toml("stories")
        self.told: dict[str, int] = defaultdict(int)

    def is_free(self, slug: str) -> bool:
        """Whether the slug is new; it is taken from now on."""
        if slug in self.taken:
            return False
        self.taken.add(slug)
        return True


def _shop(line: Line, place: Place, number: int, seed: int, names: _Names) -> ShopPlan:
    source = chance(seed, "shop", line.state, line.district, line.family, number)
    family = families()[line.family]
    kind = family.kinds[(number + source.randrange(2)) % len(family.kinds)]
    groups, languages, lanes = split(names.words["regions"][line.state])
    by_women = "महिला" in family.makers[1]
    for _ in range(60):
        person = _person(names.words["group"][source.choice(groups.split())], source, woman=kind == "SHG" or by_women)
        called = _called(kind, person, family, place, names, source)
        if names.is_free(slug := f"{slug_of(called.en)[:90]}"):
            break
    values = _values(person, called, family, place)
    year, members = _age(kind, source), _members(kind, source)
    story = _story(kind, {**values, "year": str(year), "members": str(members)}, person, names)
    return ShopPlan(
        number=number, slug=slug, name=called, kind=kind, person=person.name, place=place, family=line.family, story=story,
        legal_name=fill(names.stories["legal"][kind], {"name": called.en, "person": person.name.en}),
        women_led=kind == "SHG" or by_women or (person.woman if kind in _OWNED else source.random() < 0.2),
        languages=tuple(dict.fromkeys(languages.split())), founded_year=year, member_count=members,
        street=f"{source.randrange(1, 240)}, {source.choice(split(lanes, ';'))}", city=place.name.en,
        pincode=source.choice(place.pincodes)[0],
        email=f"care@{slug[:40].strip('-')}.example", phone=f"+91 00000 {10_000 + number:05d}",
        gi="", claim="", valid_from=None, valid_until=None,
    )  # fmt: skip


def _with_claim(shop: ShopPlan, gi: str, place: int, seed: int) -> ShopPlan:
    """The shop with its state as the GI's authorised user; fixed days, so that a load next year says the same."""
    claim = _CLAIMS.get(place % 15, "valid")
    source = chance(seed, "claim", shop.number)
    start = date({"expired": 2011, "early": 2032}.get(claim, 2019) + source.randrange(5), source.randrange(1, 13), 1)
    end = date(start.year + 10, start.month, 1).replace(day=28)
    dated = claim != "none"
    return replace(shop, gi=gi, claim=claim, valid_from=start if dated else None, valid_until=end if dated else None)


def _person(group: Mapping[str, str], source: Random, *, woman: bool) -> Person:
    is_woman = woman or source.random() < 0.38
    given, family = _names(group["women" if is_woman else "men"]), _names(group["families"])
    chosen = source.choice(given)
    borne = {name.en for name in family}
    # Where women have a name of their own, the men's is not theirs.
    never = ({"Singh"} if borne & {"Kaur", "Devi"} else set()) if is_woman else {"Kaur", "Devi", "Angmo", "Lamo"}
    return Person(chosen, source.choice([name for name in family if name.en not in never | {chosen.en}]), is_woman)


def _names(text: str) -> list[Pair]:
    """Names written "English/Hindi English/Hindi"; a name may have two words in both."""
    found: list[Pair] = []
    english = ""
    for part in text.split("/"):
        if english:
            words = part.split()
            size = len(english.split())
            found.append(Pair(english, " ".join(words[:size])))
            english = " ".join(words[size:])
        else:
            english = part
    return found


def _called(kind: str, person: Person, family: Family, place: Place, names: _Names, source: Random) -> Pair:
    pattern = pair(source.choice(names.stories["name"][kind]))
    region = "south" if place.state in _SOUTH else "east" if place.state in _EAST else "names"
    region = "northeast" if place.state in _NORTH_EAST else "mountains" if place.state in _MOUNTAINS else region
    word = source.choice(_names(names.words["shg"][region]))
    parts = {
        "person": person.name, "given": person.given, "family": person.family, "word": word, "place": place.name,
        "trade": family.trade, "society": family.society,
    }  # fmt: skip
    english = fill(pattern.en, {key: value.en for key, value in parts.items()})
    return Pair(english, fill(pattern.hi, {key: value.hi for key, value in parts.items()}))


def _values(person: Person, called: Pair, family: Family, place: Place) -> dict[str, Any]:
    """What the sentences of a story may name, in both languages: {"en": ..., "hi": ...} under each key."""
    return {
        "person": person.name, "name": called, "place": place.name, "goods": Pair(family.goods[0], family.goods[1]),
        "makers": Pair(family.makers[0], family.makers[1]), "goods_obl": Pair("", family.goods[2]),
        "makers_obl": Pair("", family.makers[2]),
    }  # fmt: skip


def _story(kind: str, values: Mapping[str, Any], person: Person, names: _Names) -> Pair:
    """The next pattern of this kind of seller, so that neighbours differ."""
    patterns = names.stories["story"][kind]
    pattern = pair(patterns[names.told[kind] % len(patterns)], "||")
    names.told[kind] += 1
    in_english = {key: value.en if isinstance(value, Pair) else value for key, value in values.items()}
    in_hindi = {key: value.hi if isinstance(value, Pair) else value for key, value in values.items()}
    return Pair(fill(pattern.en, in_english), fill(pattern.hi, in_hindi, female=person.woman))


def _age(kind: str, source: Random) -> int:
    first, last = {"SHG": (2004, 2022), "PRODUCER_COMPANY": (2012, 2023), "COOPERATIVE": (1954, 2012)}.get(kind, (1984, 2021))
    return source.randrange(first, last + 1)


def _members(kind: str, source: Random) -> int | None:
    bounds = {"SHG": (10, 24), "COOPERATIVE": (40, 620), "PRODUCER_COMPANY": (160, 1500)}.get(kind)
    return source.randrange(*bounds) if bounds else None
