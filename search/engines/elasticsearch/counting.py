"""How many of what was found have what: one question for each set of parts that a facet leaves out, and the answer."""

from collections.abc import Mapping
from typing import Any

from catalog.attributes.models import AttributeChoice
from catalog.listing.filters import ProductFilters
from marketplace.channels.queries import Viewpoint
from marketplace.kit.held import Held
from search.engines.elasticsearch.narrowing import Clause, clauses, with_badge
from search.engines.engine import Counts, Wanted

OF_ATTRIBUTE = "a-"
"""What the names of the parts begin with that narrow to the choices of an attribute."""
_MOST_KEYS = 10_000
_MARKS = {"gi": "gi", "odop": "odop", "women": "women_led", "stock": "stocked"}
_KEYS = {
    "categories": ("categories", ("category",)), "states": ("state", ("state", "district")),
    "districts": ("district", ("district",)), "kinds": ("seller_kind", ("kind",)), "countries": ("country", ("country",)),
    "choices": ("choices", ()),
}  # fmt: skip
"""Each count of keys: the field that has them, and the parts that it leaves out."""
_STARS = range(1, 5)

Questions = dict[str, Any]


def questions(wanted: Wanted, at: Viewpoint) -> Questions:
    """The aggregations that the counts are made of, beside a query that has no part in it."""
    asked: dict[frozenset[str], Questions] = {}
    for name, (field, without) in _KEYS.items():
        _group(asked, wanted, without)[name] = _terms(field)
    for name, field in _MARKS.items():
        has = with_badge(at) if name == "gi" else {"term": {field: True}}
        _group(asked, wanted, (name,))[f"mark-{name}"] = {"filter": has}
    prices, ratings = _group(asked, wanted, ("price",)), _group(asked, wanted, ("rating",))
    prices["cheapest"], prices["dearest"] = {"min": {"field": "price"}}, {"max": {"field": "price"}}
    ranges = [{"key": str(stars), "from": 100 * stars} for stars in _STARS]
    ratings["ratings"] = {"range": {"field": "rating", "ranges": ranges}}
    for name in _of_attributes(wanted):
        _group(asked, wanted, (name,))[name] = _terms("choices")
    parts = {name: clauses(part, at) for name, part in wanted.parts.items()}
    return {_name(without): _among(without, parts, inner) for without, inner in asked.items()}


def counts_of(told: Mapping[str, Any], wanted: Wanted) -> Counts:
    """The counts, from what was answered to `questions`."""
    found: dict[str, Any] = {}
    among: dict[str, int] = {}
    for group in told.values():
        for name, answer in group.items():
            if isinstance(answer, dict):
                found[name], among[name] = answer, group["doc_count"]
    keys = {name: _counted(found[name]) for name in _KEYS}
    marks = {name: found[f"mark-{name}"]["doc_count"] for name in _MARKS}
    cheapest, dearest = found["cheapest"]["value"], found["dearest"]["value"]
    return Counts(
        categories=_by_number(keys["categories"]),
        states=_by_number(keys["states"]),
        districts=_by_number(keys["districts"]),
        choices=_choices(found, wanted),
        ratings={int(one["key"]): one["doc_count"] for one in found["ratings"]["buckets"] if one["doc_count"]},
        marks={name: count for name, count in marks.items() if count},
        marks_of={name: count for name in _MARKS if (count := among[f"mark-{name}"])},
        kinds=keys["kinds"],
        countries=keys["countries"],
        cheapest=None if cheapest is None else int(cheapest),
        dearest=None if dearest is None else int(dearest),
    )


def _choices(found: Mapping[str, Any], wanted: Wanted) -> dict[int, int]:
    """Of each attribute that has a part without that, of all others with all parts."""
    attributes = _attributes(None)
    of_part = {name: _attribute_of(wanted.parts[name], attributes) for name in _of_attributes(wanted)}
    apart = set(of_part.values())
    counts = {key: count for key, count in _by_number(_counted(found["choices"])).items() if attributes.get(key) not in apart}
    for name, attribute in of_part.items():
        counts |= {key: count for key, count in _by_number(_counted(found[name])).items() if attributes.get(key) == attribute}
    return counts


def _attribute_of(part: ProductFilters, attributes: Mapping[int, int]) -> int | None:
    chosen = (key for condition in part.attributes for key in condition.choice_ids or ())
    named = (condition.attribute_id for condition in part.attributes if condition.attribute_id is not None)
    return next(named, None) or next((attributes[key] for key in chosen if key in attributes), None)


def _of_attributes(wanted: Wanted) -> list[str]:
    return [name for name in wanted.parts if name.startswith(OF_ATTRIBUTE)]


def _group(asked: dict[frozenset[str], Questions], wanted: Wanted, without: tuple[str, ...]) -> Questions:
    return asked.setdefault(frozenset(wanted.parts.keys() & set(without)), {})


def _name(without: frozenset[str]) -> str:
    return "-".join(("without", *sorted(without)))


def _among(without: frozenset[str], parts: Mapping[str, list[Clause]], inner: Questions) -> Clause:
    held = [clause for name, part in parts.items() if name not in without for clause in part]
    return {"filter": {"bool": {"filter": held}} if held else {"match_all": {}}, "aggs": inner}


def _terms(field: str) -> Clause:
    return {"terms": {"field": field, "size": _MOST_KEYS}}


def _counted(answer: Mapping[str, Any]) -> dict[str, int]:
    return {one["key"]: one["doc_count"] for one in answer["buckets"]}


def _by_number(counts: Mapping[str, int]) -> dict[int, int]:
    return {int(key): count for key, count in counts.items()}


def _read_attributes(_key: None) -> Mapping[int, int]:
    return dict(AttributeChoice.objects.values_list("id", "attribute_id"))


_attributes = Held(_read_attributes, "catalog_attributechoice")
