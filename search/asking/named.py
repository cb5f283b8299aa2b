"""What the things that a query may say are called in the reader's language, for those who show what was understood."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from django.conf import settings

from catalog.attributes.queries import choices_by_id, names
from catalog.categories.queries import tree
from catalog.products.queries import selectable
from marketplace.crafts.queries import crafts
from marketplace.districts.models import District
from marketplace.districts.queries import districts_by_id, states
from marketplace.kit.held import Held
from marketplace.tariff.models import HsnCode
from search.asking.spoken import OF_ATTRIBUTES, TABLES
from search.language.vocabulary import CATEGORY, CRAFT, DISTRICT, HSN, STATE


class Named(NamedTuple):
    """Its key, and its name in a language (empty: the reader's own)."""

    id: int
    name: str
    language: str


def named(language: str) -> Mapping[tuple[str, str], Named]:
    """By kind and slug, from memory."""
    return _held(language)


def _read(language: str) -> dict[tuple[str, str], Named]:
    return {
        (kind, slug): Named(key, name, "" if of_name == language else of_name)
        for kind, slug, key, name, of_name in (*_places(language), *_goods(language), *_choices(language), *_codes(language))
    }


Row = tuple[str, str, int, str, str]


def _places(language: str) -> Iterator[Row]:
    keys = list(District.objects.values_list("id", flat=True))
    yield from ((DISTRICT, row.slug, row.id, row.name, row.name_language) for row in districts_by_id(keys, language).values())
    yield from ((STATE, row.slug, row.id, row.name, row.name_language) for row in states(language))


def _goods(language: str) -> Iterator[Row]:
    yield from ((CRAFT, row.slug, row.id, row.name, row.name_language) for row in crafts(language))
    yield from ((CATEGORY, row.slug, row.id, row.name, row.language) for row in tree(language).rows)


def _choices(language: str) -> Iterator[Row]:
    called, places = names(language).choices, choices_by_id()
    for attribute, known in selectable(OF_ATTRIBUTES).items():
        for slug, key in known.choices.items():
            name = called.get(key)
            yield OF_ATTRIBUTES[attribute], slug, key, name or places[key].name or slug, language if name else "en"


def _codes(language: str) -> Iterator[Row]:
    yield from ((HSN, code, key, code, language) for key, code in HsnCode.objects.values_list("id", "code"))


def hsn_ids(code: str) -> list[int]:
    """The keys of the codes that begin with this; where none does, of the longest that it begins with (a heading at least)."""
    known = {key: thing.id for (kind, key), thing in named(settings.LANGUAGE_CODE).items() if kind == HSN}
    longer = sorted(id for key, id in known.items() if key.startswith(code))
    return longer or next(([known[code[:length]]] for length in (6, 4) if code[:length] in known), [])


_held = Held(_read, *TABLES)
