"""However many rows there are, a field costs the same statements: held for all that the graph reaches in two steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext
from graphql import GraphQLField, get_named_type, is_abstract_type, is_composite_type, is_leaf_type, is_required_argument

from catalog.attributes.models import Attribute
from catalog.products.models import Product
from marketplace.bench.graphs.real import ask, context
from marketplace.bench.graphs.values import Values, harvest, literal, node_of
from marketplace.districts.models import Pincode
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.documents import Document
from marketplace.kit.graphql.execute import run_plan
from marketplace.sellers.models import Seller
from tests.furnish import add_world, open_market
from tests.search.learnt import learn

pytestmark = pytest.mark.django_db

# What no one can guess from the graph: arguments by the field's place.
GIVEN: dict[str, Any] = {
    "Query.addressValidationRules": lambda: {"countryCode": "IN"},
    "Query.attribute": lambda: {"slug": Attribute.objects.filter(input_type="DROPDOWN").latest("pk").slug},
    "Query.attributes": lambda: {"search": "Dropdown"},
    "Query.district": lambda: {"slug": Seller.objects.latest("pk").district.slug},
    "Query.pincode": lambda: {"pincode": Pincode.objects.latest("pincode").pincode},
    "Query.search": lambda: {"query": Product.objects.latest("pk").name},
    "Query.nearestDistricts": lambda: {"pincode": Pincode.objects.latest("pincode").pincode},
}
# What stays empty, or is no list, in `tests.furnish`: nothing to hold there.
EMPTY: dict[str, str] = {
    "Query.me": "nobody is signed in",
    "AddressValidationData.cityChoices": "no list of India's cities is kept",
    "AddressValidationData.cityAreaChoices": "nor of their parts",
}
BY_NAME = ("slug", "id", "sku", "name", "code")


@dataclass(frozen=True)
class Path:
    """One field of what a root field gives: "products.category"; `text` asks for it."""

    name: str
    text: str


def test_every_field_two_steps_from_the_root_costs_the_same_for_one_row_and_for_three() -> None:
    channel = open_market()
    add_world(channel, 1)
    one = _costs()
    add_world(channel, 3)
    add_world(channel, 3)
    three = _costs()
    unlike = {name: (one.get(name), cost) for name, cost in three.items() if cost != one.get(name)}
    assert unlike == {}, "statements with one row, and with three"
    assert len(three) > 100


def _costs() -> dict[str, int]:
    """The statements of each path's second run: the first fills what the process keeps in memory."""
    learn()
    costs: dict[str, int] = {}
    empty: dict[str, str] = {}
    for path in _paths():
        document = Document(schema(), path.text)
        assert not document.errors, (path, document.errors)
        plan = document.plan(document.operation(None), {})
        assert plan is not None, path
        try:
            found = run_plan(plan, context(), {})
        except Exception as error:
            raise AssertionError(f"{path.name} is not answered: {path.text}") from error
        _hold_connections(found, path)
        if not _is_there(found):
            empty[path.name] = path.text
        reset_queries()  # Django warns when its log is full
        with CaptureQueriesContext(connection) as caught:
            run_plan(plan, context(), {})
        costs[path.name] = len(caught)
    assert empty == {}, "nothing is there: furnish it (tests/furnish.py), or say why not in EMPTY"
    return costs


def _hold_connections(found: Any, path: Path) -> None:
    """No row stands in a list twice, and a list that ends here has as many as it says."""
    if isinstance(found, list):
        for item in found:
            _hold_connections(item, path)
    elif isinstance(found, dict):
        if "edges" in found:
            cursors = [edge["cursor"] for edge in found["edges"]]
            assert len(set(cursors)) == len(cursors), f"a row stands twice in {path.name}: {path.text}"
            if "totalCount" in found and not found["pageInfo"]["hasNextPage"]:
                assert found["totalCount"] == len(cursors), f"miscounted: {path.text}"
        for item in found.values():
            _hold_connections(item, path)


def _is_there(found: Any) -> bool:
    """Whether the deepest object or list has something in it."""
    if isinstance(found, dict):
        return all(map(_is_there, found.values())) if set(found) - {"pageInfo", "totalCount"} else True
    if isinstance(found, list):
        return any(map(_is_there, found))
    return True


def _paths() -> Iterator[Path]:
    values = Values(harvest(schema(), ask))
    root = schema().query_type
    assert root is not None
    for name, field in root.fields.items():
        if f"Query.{name}" in EMPTY or not is_composite_type(get_named_type(field.type)):
            continue
        kind = node_of(field.type)
        begun = f"{name}{_arguments('Query', name, field, values)}"
        yield Path(f"{name}.(leaves)", f"{{ {begun} {_within(field, _leaves(kind))} }}")
        for inner_name, inner in getattr(kind, "fields", {}).items():
            if is_leaf_type(get_named_type(inner.type)) or f"{kind.name}.{inner_name}" in EMPTY:
                continue
            asked = (
                f"{inner_name}{_arguments(kind.name, inner_name, inner, values)} {_within(inner, _leaves(node_of(inner.type)))}"
            )
            yield Path(f"{name}.{inner_name}", f"{{ {begun} {_within(field, asked)} }}")


def _within(field: GraphQLField, selection: str) -> str:
    """The selection inside the field, and inside its edges where it is a connection."""
    if node_of(field.type) is get_named_type(field.type):
        return f"{{ {selection} }}"
    total = "totalCount " if "totalCount" in get_named_type(field.type).fields else ""
    return f"{{ {total}pageInfo {{ hasNextPage endCursor }} edges {{ cursor node {{ {selection} }} }} }}"


def _leaves(kind: Any, alias: str = "") -> str:
    """All leaves of a type that want no arguments, those of an abstract type's possible types too, under names of their own."""
    names = ["__typename"]
    for name, field in getattr(kind, "fields", {}).items():
        if is_leaf_type(get_named_type(field.type)) and not any(map(is_required_argument, field.args.values())):
            names.append(f"{alias}_{name}: {name}" if alias else name)
    if is_abstract_type(kind):
        names += [f"... on {one.name} {{ {_leaves(one, one.name)} }}" for one in schema().get_possible_types(kind)]
    return " ".join(names)


def _arguments(kind: str, name: str, field: GraphQLField, values: Values) -> str:
    """What the field must be given to have an answer; three rows of what is paged."""
    given = GIVEN[f"{kind}.{name}"]() if f"{kind}.{name}" in GIVEN else {}
    for argument, found in field.args.items():
        if argument == "first" and argument not in given:
            given[argument] = 3
        elif is_required_argument(found) and argument not in given:
            given[argument] = _guess(f"{kind}.{name}", field, argument, values)
    if kind == "Query" and not given:
        for argument in BY_NAME:
            if argument in field.args:
                given[argument] = _guess(f"{kind}.{name}", field, argument, values)
                break
    written = ", ".join(f"{argument}: {literal(value, field.args[argument].type)}" for argument, value in given.items())
    return f"({written})" if written else ""


def _guess(place: str, field: GraphQLField, argument: str, values: Values) -> Any:
    """The last that the graph knows of: it comes from the newest world, where there are three of all."""
    kind = field.args[argument].type
    found = values.found(field, argument)
    if found:
        return found[-1]
    named = get_named_type(kind)
    assert hasattr(named, "values") or named.name in ("Int", "Boolean"), f"say in GIVEN what {place} wants for {argument}"
    if "HI" in getattr(named, "values", ()):
        return "HI"
    return values.choose(Random(1), field, argument, kind)
