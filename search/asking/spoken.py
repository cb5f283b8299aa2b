"""What a query may say, from the catalogue: names of places, crafts, kinds of goods, colours and materials; from memory."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from catalog.attributes.models import AttributeChoice
from catalog.categories.models import Category
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, State
from marketplace.kit.held import Held
from marketplace.tariff.models import HsnCode
from search.asking.kinds import inflected, named_besides, without_generic
from search.index import vocabulary as known
from search.language.fold import folded
from search.language.plain import PLAIN
from search.language.vocabulary import (
    CATEGORY,
    COLOUR,
    CRAFT,
    DISTRICT,
    HSN,
    MATERIAL,
    PLACES,
    STATE,
    Name,
    Vocabulary,
    vocabulary_of,
)
from search.words.queries import groups as known_groups

OF_ATTRIBUTES = {"colour": COLOUR, "material": MATERIAL}
"""The attributes whose choices a query may say, by slug."""
STATE_NAMES: Mapping[str, list[str]] = tomllib.loads(Path(__file__).with_name("state_names.toml").read_text(encoding="utf-8"))
"""What States are called besides, by slug."""
_LENGTHS_OF_HSN = (2, 4, 6, 8)  # of a chapter, a heading, a subheading and a tariff item


def spoken() -> Vocabulary:
    """All that may be said; keys are slugs. It takes some tenths of a second, once until a name changes."""
    return _held(None)[0]


def usual_names() -> Mapping[tuple[str, str], str]:
    """By kind and key, the name that all documents of the thing have among their words: the usual English one."""
    return _held(None)[1]


def _read(_key: None) -> tuple[Vocabulary, Mapping[tuple[str, str], str]]:
    names = known.vocabulary()
    choices = AttributeChoice.objects.filter(attribute__slug__in=OF_ATTRIBUTES)
    said = [
        *_named(DISTRICT, District.objects.values_list("id", "slug"), names.districts),
        *_named(STATE, State.objects.values_list("id", "slug"), names.states),
        *_named(CRAFT, Craft.objects.values_list("id", "slug"), names.crafts),
        *_named(CATEGORY, Category.objects.values_list("id", "slug"), names.categories),
        *(Name(STATE, name, slug) for slug in State.objects.values_list("slug", flat=True) for name in STATE_NAMES.get(slug, ())),
        *(
            Name(OF_ATTRIBUTES[of], name, slug)
            for key, slug, of in choices.values_list("id", "slug", "attribute__slug")
            for name in names.choices[key]
        ),
    ]
    usual: dict[tuple[str, str], str] = {}
    for kind, name, slug in said:
        usual.setdefault((kind, slug), name)
    groups = known_groups()
    for kind in OF_ATTRIBUTES.values():
        said += list(named_besides([name for name in said if name.kind == kind], said, groups))
    said += list(inflected([name for name in said if name.kind == COLOUR], said))
    said = without_generic((name for name in said if not _is_no_place(name)), usual, groups)
    codes = {code[:length] for code in HsnCode.objects.values_list("code", flat=True) for length in _LENGTHS_OF_HSN}
    return vocabulary_of([*said, *(Name(HSN, code, code) for code in sorted(codes))]), usual


def _is_no_place(name: Name) -> bool:
    return name.kind in PLACES and folded(name.name) in PLAIN.no_place


def _named(kind: str, slugs: Iterable[tuple[int, str]], names: Mapping[int, tuple[str, ...]]) -> Iterator[Name]:
    for key, slug in slugs:
        for name in names[key]:
            yield Name(kind, name, slug)


TABLES = (*known.TABLES, "catalog_attribute", "marketplace_hsncode", "search_searchsynonym")
"""What a change of makes it to be read anew."""
_held = Held(_read, *TABLES)
