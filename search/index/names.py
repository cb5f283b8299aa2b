"""Sees which names of places, crafts, categories and choices have changed, and notes the products whose documents hold them;
and all products where a listing's quality is measured otherwise than before.

Such names change by facts (a category), by loading reference data, or at the desk; the versions of their tables tell of all of
it. So what changed is found by comparing each name with a print of what documents were last made with.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from hashlib import blake2b
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product
from marketplace.districts.models import District, OdopProduct
from marketplace.kit.held import look_now
from search.index.models import SearchNames
from search.index.notes import note_many
from search.index.vocabulary import TABLES, Vocabulary, vocabulary
from search.ranking.queries import ranking
from search.ranking.rules import Ranking

Prints = dict[str, dict[str, str]]
_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('search-names', 0))"


def notice_names() -> int:
    """Note the products of all names that have changed since this was last asked; how many products. Two statements where no
    table has changed. The first time there is nothing to compare with: whoever fills an engine asks this before."""
    if _versions() == _kept_versions():
        return 0
    with transaction.atomic():
        if not _alone():
            return 0  # who is at it sees what we see, or looks again in a second
        versions, names = _versions(), vocabulary()
        row, fresh = SearchNames.objects.get_or_create(id=1)
        found = _prints(names)
        count = 0 if fresh else _note(row.prints, found, names)
        SearchNames.objects.filter(id=1).update(versions=versions, prints=found)
    return count


def _alone() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_LOCK)
        return bool(cursor.fetchone()[0])


def _versions() -> dict[str, list[int | str]]:
    known = look_now()
    measure = ranking(timezone.now())  # another may begin to hold without any change of its table
    return {**{table: list(known[table]) for table in TABLES if table in known}, "quality": [_print(_measure(measure))]}


def _kept_versions() -> Any:
    return SearchNames.objects.filter(id=1).values_list("versions", flat=True).first()


def _prints(names: Vocabulary) -> Prints:
    """A print of each name, with what else documents hold of it."""
    centres = {key: place for key, *place in District.objects.values_list("id", "latitude", "longitude")}
    whose = dict(OdopProduct.objects.values_list("id", "district_id"))
    return {
        "category": _each(names.categories, names.branches),
        "craft": _each(names.crafts),
        "district": _each(names.districts, names.state_of, centres),
        "state": _each(names.states),
        "gi_tag": _each(names.gi_tags),
        "odop_product": _each(names.designations, whose),
        "choice": _each(names.choices),
        "quality": _each({0: _measure(ranking(timezone.now()))}),
    }


def _measure(parameters: Ranking) -> object:
    return sorted(parameters.qualities.items()), sorted(parameters.full.items())


def _each(names: Mapping[int, object], *beside: Mapping[int, object]) -> dict[str, str]:
    return {str(key): _print((name, *(one.get(key) for one in beside))) for key, name in names.items()}


def _print(thing: object) -> str:
    return blake2b(repr(thing).encode("utf-8", "replace"), digest_size=9).hexdigest()


def _note(before: Prints, now: Prints, names: Vocabulary) -> int:
    count = 0
    for kind, prints in now.items():
        known = before.get(kind, {})
        changed = {int(key) for key, made in prints.items() if known.get(key, made) != made}
        if changed:
            count += sum(map(note_many, _PRODUCTS[kind](changed, names)))
    return count


def _of_branches(changed: Collection[int], names: Vocabulary) -> "Iterable[QuerySet[Any, int]]":
    keys = [key for key, branch in names.branches.items() if not set(branch).isdisjoint(changed)]
    return (Product.objects.filter(category_id__in=keys).values_list("id", flat=True),)


def _of_choices(changed: Collection[int], _names: Vocabulary) -> "Iterable[QuerySet[Any, int]]":
    carried = AttributeAssignment.objects.filter(choice_id__in=changed)
    return (
        carried.filter(product__isnull=False).values_list("product_id", flat=True),
        carried.filter(variant__isnull=False).values_list("variant__product_id", flat=True),
    )


def _by(column: str) -> "Callable[[Collection[int], Vocabulary], Iterable[QuerySet[Any, int]]]":
    return lambda changed, _names: (Product.objects.filter(Q(**{f"{column}__in": changed})).values_list("id", flat=True),)


_PRODUCTS: "Mapping[str, Callable[[Collection[int], Vocabulary], Iterable[QuerySet[Any, int]]]]" = {
    "category": _of_branches,
    "craft": _by("craft_id"),
    "district": _by("district_id"),
    "state": _by("district__state_id"),
    "gi_tag": _by("gi_tag_id"),
    "odop_product": _by("odop_product_id"),
    "choice": _of_choices,
    "quality": lambda _changed, _names: (Product.objects.values_list("id", flat=True),),
}
