"""What the things that products belong to are called, in every language and script, old names and spellings too; from memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings

from catalog.attributes.models import AttributeChoice
from catalog.categories.models import Category
from catalog.categories.queries import tree
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, OdopProduct, State
from marketplace.gi.models import GiTag
from marketplace.kit.held import Held

Names = Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names by key, each once, the usual English one first; `branches`: each category and those above it, from the root down."""

    categories: Names
    branches: Mapping[int, tuple[int, ...]]
    crafts: Names
    districts: Names
    states: Names
    state_of: Mapping[int, int]
    gi_tags: Names
    designations: Names
    choices: Names


def vocabulary() -> Vocabulary:
    """All names there are; read anew when one of them changes."""
    return _held(None)


def once(names: Iterable[str | None]) -> tuple[str, ...]:
    """Each name once, in their order; no empty one."""
    return tuple(dict.fromkeys(name for name in names if name))


def _read(_key: None) -> Vocabulary:
    """Ten statements."""
    return Vocabulary(
        categories=_named(Category.objects.values_list("id", "name"), Category.objects.values_list("id", "translations__name")),
        branches={row.id: (*row.ancestors, row.id) for row in tree(settings.LANGUAGE_CODE).rows},
        crafts=_named(
            Craft.objects.values_list("id", "name"),
            ((key, name) for key, names in Craft.objects.values_list("id", "spellings") for name in names),
            Craft.objects.order_by("id", "names__rank").values_list("id", "names__name"),
        ),
        districts=_named(
            District.objects.values_list("id", "name"),
            District.objects.values_list("id", "name_hi"),
            (
                (key, name)
                for key, *several in District.objects.values_list("id", "aliases", "aliases_hi")
                for names in several
                for name in names
            ),
        ),
        states=_named(State.objects.values_list("id", "name"), State.objects.values_list("id", "name_hi")),
        state_of=dict(District.objects.values_list("id", "state_id")),
        gi_tags=_columns(GiTag.objects.values_list("id", "name", "name_hi", "name_alias")),
        designations=_columns(OdopProduct.objects.values_list("id", "product", "product_hi")),
        choices=_named(
            AttributeChoice.objects.values_list("id", "name"), AttributeChoice.objects.values_list("id", "translations__name")
        ),
    )


def _named(*several: Iterable[tuple[int, str | None]]) -> Names:
    """The names of each key, from all of these pairs in turn."""
    found: dict[int, list[str | None]] = {}
    for pairs in several:
        for key, name in pairs:
            found.setdefault(key, []).append(name)
    return {key: once(names) for key, names in found.items()}


def _columns(rows: Iterable[tuple[int, *tuple[str, ...]]]) -> Names:
    return {key: once(names) for key, *names in rows}


TABLES = (
    "catalog_attributechoice", "catalog_attributechoicetranslation", "catalog_category", "catalog_categorytranslation",
    "marketplace_craft", "marketplace_craftname", "marketplace_district", "marketplace_gitag", "marketplace_odopproduct",
    "marketplace_state",
)  # fmt: skip
"""What a change of makes it to be read anew."""
_held = Held(_read, *TABLES)
