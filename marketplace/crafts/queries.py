"""Questions about crafts and the names that people call them by.

Names come in the reader's language where there is one, else in English; `name_language` is the one they are really in.
Functions that end in `_of` answer for many parents in one statement.
"""

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import F, FilteredRelation, Q
from django.db.models.functions import Coalesce

from marketplace.crafts.models import Craft, CraftName
from marketplace.kit.alphabet import in_reading_order
from marketplace.kit.held import Held
from marketplace.kit.searching import holding, together
from marketplace.kit.text import clean


class CraftRow(NamedTuple):
    """A craft; `state_id` is None for what is made all over India, `spellings` are other Roman spellings."""

    id: int
    code: str
    slug: str
    name: str
    name_language: str
    default_name: str
    category: str
    spellings: list[str]
    state_id: int | None
    source: str


class CraftNameRow(NamedTuple):
    """A craft's name in a language (ISO 639 code); rank 1 is the usual one."""

    craft_id: int
    language_code: str
    name: str
    rank: int


def crafts(language: str, *, condition: Q | None = None) -> list[CraftRow]:
    """All crafts by the names that are read."""
    rows = Craft.objects.filter(condition or Q()).annotate(
        words=FilteredRelation("names", condition=Q(names__language_code=language, names__rank=1)),
        shown_name=Coalesce("words__name", "name"),
        shown_language=F("words__language_code"),
    )
    columns = ("id", "code", "slug", "shown_name", "shown_language", "name", "category", "spellings", "state_id", "source")
    found = [CraftRow(*row) for row in rows.order_by("name", "id").values_list(*columns)]
    named = [row if row.name_language else row._replace(name_language="en") for row in found]
    return in_reading_order(named, language, lambda row: row.name)


def crafts_by_id(ids: Collection[int], language: str) -> dict[int, CraftRow]:
    """Crafts by key, in the order of the names that are read."""
    return {row.id: row for row in crafts(language, condition=Q(id__in=set(ids)))}


def craft(slug: str, language: str) -> CraftRow | None:
    """One craft by its slug."""
    return next(iter(crafts(language, condition=Q(slug=slug))), None)


def find_crafts(text: str, language: str, *, limit: int | None = None) -> list[CraftRow]:
    """Crafts with all these words in one of their names or spellings, by the names that are read; none for an empty text."""
    wanted = clean(text, field="text")
    if not wanted:
        return []
    holds = holding(wanted)
    found = {key for key, names in _called(None).items() if holds(names)}
    return [row for row in _all(language) if row.id in found][:limit]


def _read_called(_key: None) -> dict[int, str]:
    """By craft all that it is called, in small letters: its name, spellings, and names in all languages."""
    called = {key: [name, *spellings] for key, name, spellings in Craft.objects.values_list("id", "name", "spellings")}
    for key, name in CraftName.objects.values_list("craft_id", "name"):
        called[key].append(name)
    return {key: together(names) for key, names in called.items()}


_called = Held(_read_called, "marketplace_craft", "marketplace_craftname")
_all: Held[list[CraftRow]] = Held(crafts, "marketplace_craft", "marketplace_craftname")


def names_of(craft_ids: Collection[int], *, language: str | None = None) -> dict[int, list[CraftNameRow]]:
    """Each craft's names, by language and rank; in all languages or in one."""
    found: dict[int, list[CraftNameRow]] = {key: [] for key in craft_ids}
    condition = Q(craft_id__in=set(craft_ids)) & (Q(language_code=language) if language else Q())
    rows = CraftName.objects.filter(condition).order_by("language_code", "rank", "id")
    for row in rows.values_list("craft_id", "language_code", "name", "rank"):
        found[row[0]].append(CraftNameRow(*row))
    return found


def district_ids_of(craft_ids: Collection[int]) -> dict[int, list[int]]:
    """The keys of the districts each craft is known to be practised in, by district name."""
    found: dict[int, list[int]] = {key: [] for key in craft_ids}
    rows = Craft.districts.through.objects.filter(craft_id__in=set(craft_ids)).order_by("district__name", "district_id")
    for craft_id, district_id in rows.values_list("craft_id", "district_id"):
        found[craft_id].append(district_id)
    return found


def crafts_of(district_ids: Collection[int], language: str) -> dict[int, list[CraftRow]]:
    """The crafts known to be practised in each district, by the names that are read: two statements."""
    pairs = Craft.districts.through.objects.filter(district_id__in=set(district_ids)).values_list("craft_id", "district_id")
    practised: dict[int, list[int]] = {}
    for craft_id, district_id in pairs:
        practised.setdefault(craft_id, []).append(district_id)
    found: dict[int, list[CraftRow]] = {key: [] for key in district_ids}
    for craft_id, row in crafts_by_id(practised, language).items():
        for district_id in practised[craft_id]:
            found[district_id].append(row)
    return found
