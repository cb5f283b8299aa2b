"""Loader of the crafts: their names in India's languages, other spellings, and the districts they are made in."""

from collections.abc import Iterator

from django.db import models

from marketplace.crafts.models import LANGUAGES, Craft, CraftName
from marketplace.districts.models import District, State
from marketplace.reference.cells import Column, code, one_of, several, slug, text
from marketplace.reference.dataset import Dataset, Parsed, refuse_unknown
from marketplace.reference.datasets.districts import SHEET as DISTRICTS
from marketplace.reference.datasets.districts import STATES
from marketplace.reference.sheets import Row, Sheet
from marketplace.reference.tables import Upserts, ids

CATEGORIES = (
    "bamboo", "beverage", "block print", "coffee", "cosmetic", "dairy", "embroidery", "enamelling", "fibre", "floor covering",
    "food", "fruit", "garment", "general", "glass", "grass craft", "handloom", "hardware", "horn", "ikat", "inlay", "jewellery",
    "jute", "lac", "lacquerware", "leaf", "leather", "mask", "mat", "metal", "metal mirror", "metal thread", "millet",
    "musical instrument", "painting", "paper", "paper cutting", "papier mache", "perfume", "pottery", "poultry", "puppet",
    "resist dye", "rice", "silk", "snack", "spice", "sports", "stone", "sweet", "sweetener", "tea", "textile", "tie dye", "toys",
    "wood",
)  # fmt: skip
_name_in = code(rf"({'|'.join(code for code in LANGUAGES if code != 'hi')}):\S.{{0,119}}", "a name such as ta:பட்டு")
SHEET = Sheet(
    "crafts.csv",
    (
        Column("code", code(r"CT[0-9]{3,6}", "a code such as CT001")),
        Column("slug", slug),
        Column("name", text(80)),
        Column("category", one_of(*CATEGORIES)),
        Column("names_hi", several(text(120))),
        Column("names_other", several(_name_in), required=False, empty=[]),
        Column("spellings", several(text(80)), required=False, empty=[]),
        Column("state", slug, required=False),
        Column("districts", several(slug), required=False, empty=[]),
        Column("source", text(300)),
    ),
    key=("code",),
    unique=(("slug",), ("name",)),
)


def check(parsed: Parsed) -> None:
    """The State and the districts exist."""
    rows = parsed.rows[SHEET.file]
    refuse_unknown(rows, "state", parsed.words(STATES, "slug"), "State of states.csv")
    refuse_unknown(rows, "districts", parsed.words(DISTRICTS, "slug"), "district of districts.csv")


def write(parsed: Parsed, upserts: Upserts) -> None:
    """Crafts, their districts, their names; spellings and names that an operator has changed stay as they are."""
    rows = parsed.rows[SHEET.file]
    theirs = {craft.code: craft for craft in Craft.objects.filter(respelled_at__isnull=False).prefetch_related("names")}
    made_in: type[models.Model] = Craft.districts.through
    state_ids, district_ids = ids(State, "slug"), ids(District, "slug")
    crafts = {(row["code"],): _craft(row, state_ids, theirs.get(row["code"])) for row in rows}
    upserts.put(Craft, ("code",), crafts, name="name", owned=(CraftName, made_in))
    craft_ids = ids(Craft, "code")
    places: dict[tuple[int, int], dict[str, object]] = {
        (craft_ids[row["code"]], district_ids[district]): {} for row in rows for district in row["districts"]
    }
    upserts.put(made_in, ("craft_id", "district_id"), places, parent="craft_id")
    names = {
        (craft_ids[row["code"]], language, name): {"rank": rank}
        for row in rows
        for language, name, rank in (_kept(theirs[row["code"]]) if row["code"] in theirs else _names(row))
    }
    upserts.put(CraftName, ("craft_id", "language_code", "name"), names, parent="craft_id")


def _craft(row: Row, state_ids: dict[str, int], theirs: Craft | None) -> dict[str, object]:
    taken = {name: row[name] for name in ("slug", "name", "category", "source")}
    spellings = row["spellings"] if theirs is None else theirs.spellings
    return taken | {"spellings": spellings, "state_id": state_ids.get(row["state"])}


def _kept(craft: Craft) -> Iterator[tuple[str, str, int]]:
    return ((one.language_code, one.name, one.rank) for one in craft.names.all())


def _names(row: Row) -> Iterator[tuple[str, str, int]]:
    """Language, name, and its place among the names of that language, from 1."""
    count: dict[str, int] = {}
    pairs = [("hi", name) for name in row["names_hi"]] + [tuple(pair.split(":", 1)) for pair in row["names_other"]]
    for language, name in pairs:
        count[language] = count.get(language, 0) + 1
        yield language, name, count[language]


CRAFTS = Dataset("crafts", version=1, sheets=(SHEET,), write=write, needs=("districts",), check=check)
