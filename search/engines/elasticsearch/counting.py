"""How many of what was found have what: one question for each set of parts that a facet leaves out, and the answer."""

from collections.abc import Iterable, Mapping
from typing import Any

from catalog.attributes.models import AttributeChoice
from catalog.listing.filters import ProductFilters
from marketplace.channels.queries import Viewpoint
from marketplace.kit.held import Held
from search.engines.elasticsearch import rows
from search.engines.elasticsearch.narrowing import EVERY, Clause, clauses, with_badge
from search.engines.engine import MARKS, OF_ATTRIBUTE, Counts, Wanted

_MOST_KEYS = 20_000
_NUMBERED = {
    "categories": (rows.CATEGORY, ("category",)), "states": (rows.STATE, ("state",)),
    "districts": (rows.DISTRICT, ("district",)), "ratings": (rows.STARS, ("rating",)), "choices": (rows.CHOICE, ()),
    "crafts": (rows.CRAFT, ("craft",)),
}  # fmt: skip
_NAMED = {"kinds": (rows.KIND, ("kind",)), "countries": (rows.COUNTRY, ("country",))}
"""Each facet: what its words begin with, and the parts that it leaves out; of States see `Wanted.beside_states`."""
_FACETS, _PRICES, _BADGE = "facets", "prices", "badge"

Answers = Mapping[str, Mapping[str, Any]]


def questions(wanted: Wanted, at: Viewpoint) -> dict[str, Clause]:
    """The aggregations that the counts are made of, beside a query that has no part in it."""
    inside = {_FACETS: {"terms": {"field": "facets", "size": _MOST_KEYS}}}
    asked: dict[str, Clause] = {}
    alone = [(name,) for name in (*MARKS, *_of_attributes(wanted))]
    known = (left_out for _begin, left_out in (*_NUMBERED.values(), *_NAMED.values()))
    for without in (*known, wanted.beside_states, *alone):
        asked.setdefault(_name(wanted, without), _among(wanted, at, without))["aggs"] |= inside
    asked.setdefault(_name(wanted, ("price",)), _among(wanted, at, ("price",)))["aggs"][_PRICES] = {"stats": {"field": "price"}}
    asked[_name(wanted, ("gi",))]["aggs"][_BADGE] = {"filter": with_badge(at)}
    return asked


def counts_of(told: Answers, wanted: Wanted) -> Counts:
    """The counts, from what was answered to `questions`."""
    found = {name: _by_kind(group[_FACETS]["buckets"]) for name, group in told.items() if _FACETS in group}

    def among(*without: str) -> Mapping[str, dict[str, int]]:
        return found[_name(wanted, without)]

    marks = {mark: among(mark).get(rows.MARK, {}).get(mark, 0) for mark in MARKS}
    marks["gi"] = told[_name(wanted, ("gi",))][_BADGE]["doc_count"]
    totals = {mark: told[_name(wanted, (mark,))]["doc_count"] for mark in MARKS}
    prices = told[_name(wanted, ("price",))][_PRICES]
    numbered = {**_NUMBERED, "states": (rows.STATE, wanted.beside_states)}
    keys = {name: _by_number(among(*without).get(begin, {})) for name, (begin, without) in numbered.items()}
    names = {name: among(*without).get(begin, {}) for name, (begin, without) in _NAMED.items()}
    return Counts(
        categories=keys["categories"],
        states=keys["states"],
        districts=keys["districts"],
        crafts=keys["crafts"],
        ratings=keys["ratings"],
        choices=_choices(
            keys["choices"], {name: _by_number(among(name).get(rows.CHOICE, {})) for name in _of_attributes(wanted)}, wanted
        ),
        marks={mark: count for mark, count in marks.items() if count},
        marks_of={mark: count for mark, count in totals.items() if count},
        kinds=names["kinds"],
        countries=names["countries"],
        cheapest=int(prices["min"]) if prices["count"] else None,
        dearest=int(prices["max"]) if prices["count"] else None,
    )


def _choices(all_parts: dict[int, int], of_parts: Mapping[str, dict[int, int]], wanted: Wanted) -> dict[int, int]:
    """Of each attribute that has a part without that (`of_parts`), of all others with all parts."""
    attributes = _attributes(None)
    of_part = {name: _attribute_of(wanted.parts[name], attributes) for name in of_parts}
    apart = set(of_part.values())
    counts = {key: count for key, count in all_parts.items() if attributes.get(key) not in apart}
    for name, attribute in of_part.items():
        counts |= {key: count for key, count in of_parts[name].items() if attributes.get(key) == attribute}
    return counts


def _attribute_of(part: ProductFilters, attributes: Mapping[int, int]) -> int | None:
    chosen = (key for condition in part.attributes for key in condition.choice_ids or ())
    named = (condition.attribute_id for condition in part.attributes if condition.attribute_id is not None)
    return next(named, None) or next((attributes[key] for key in chosen if key in attributes), None)


def _of_attributes(wanted: Wanted) -> list[str]:
    return [name for name in wanted.parts if name.startswith(OF_ATTRIBUTE)]


def _name(wanted: Wanted, without: tuple[str, ...]) -> str:
    """What the counts are called that leave out these parts, as far as there are such."""
    return "-".join(("without", *sorted(set(without) & wanted.parts.keys())))


def _among(wanted: Wanted, at: Viewpoint, without: tuple[str, ...]) -> Clause:
    """What passes all parts but these."""
    held = [clause for name, part in wanted.parts.items() if name not in without for clause in clauses(part, at)]
    return {"filter": {"bool": {"filter": held}} if held else EVERY, "aggs": {}}


def _by_kind(buckets: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for bucket in buckets:
        word = bucket["key"]
        found.setdefault(word[0], {})[word[1:]] = bucket["doc_count"]
    return found


def _by_number(counts: Mapping[str, int]) -> dict[int, int]:
    return {int(key): count for key, count in counts.items()}


def _read_attributes(_key: None) -> Mapping[int, int]:
    return dict(AttributeChoice.objects.values_list("id", "attribute_id"))


_attributes = Held(_read_attributes, "catalog_attributechoice")
