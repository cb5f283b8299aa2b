"""The fast pass by itself: what it asks resolvers for, what it leaves to graphql-core, and how its plans are kept."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import graphene
import pytest
from graphql import GraphQLSchema, build_schema, execute, parse
from pytest_django import Settings

from marketplace.bench.graphs.oddities import World, oddities
from marketplace.kit.graphql.complete import FallBack
from marketplace.kit.graphql.documents import Document
from marketplace.kit.graphql.execute import run_plan, try_plan
from marketplace.kit.graphql.plan import MOST_STEPS, Plan
from marketplace.kit.graphql.plans import Plans
from marketplace.kit.graphql.resolvers import for_all
from marketplace.kit.graphql.tally import Tally, tally
from tests.graphql_client import post


class Leaf(graphene.ObjectType):
    """A thing below."""

    name = graphene.String()

    @for_all
    def resolve_name(parents: Sequence[Any], info: Any) -> list[str]:
        info.context.append(len(parents))
        return [str(parent) for parent in parents]


class Query(graphene.ObjectType):
    """Things that are the same, and things that are not."""

    same = graphene.List(Leaf)
    apart = graphene.List(graphene.List(Leaf))
    poisoned = graphene.List(graphene.String, words=graphene.List(graphene.String))
    short = graphene.List(Leaf)

    def resolve_same(parent: None, info: Any) -> list[str]:
        return ["one", "one", "two"]

    def resolve_apart(parent: None, info: Any) -> list[list[str]]:
        return [["a", "b"], [], ["c"]]

    def resolve_poisoned(parent: None, info: Any, words: list[str]) -> list[str]:
        return [words.pop(), *words]

    @for_all
    def resolve_short(parents: Sequence[None], info: Any) -> list[Any]:
        return []


SCHEMA: GraphQLSchema = graphene.Schema(query=Query).graphql_schema


def fast(text: str, context: Any = None, schema: GraphQLSchema = SCHEMA, **variables: Any) -> dict[str, Any]:
    """The fast pass's data; FallBack where graphql-core has to answer."""
    document = Document(schema, text)
    assert not document.errors, document.errors
    plan = document.plan(document.operation(None), variables)
    if plan is None:
        raise FallBack
    return run_plan(plan, context, variables)


def test_a_field_is_asked_for_once_for_all_and_once_for_each_different_parent() -> None:
    asked: list[int] = []
    assert fast("{ same { name } }", asked) == {"same": [{"name": "one"}, {"name": "one"}, {"name": "two"}]}
    assert fast("{ apart { name } }", asked) == {"apart": [[{"name": "a"}, {"name": "b"}], [], [{"name": "c"}]]}
    assert asked == [2, 3]


def test_arguments_that_a_resolver_changes_are_fresh_at_each_run() -> None:
    document = Document(SCHEMA, '{ poisoned(words: ["a", "b"]) }')
    plan = document.plan(document.operation(None), {})
    assert plan is not None
    assert [run_plan(plan, None, {}) for _ in range(3)] == [{"poisoned": ["b", "a"]}] * 3


@pytest.mark.parametrize(
    "text", ["{ short { name } }", "{ __schema { queryType { name } } }", '{ __type(name: "Leaf") { name } }']
)
def test_what_it_leaves_to_graphql_core(text: str) -> None:
    with pytest.raises(FallBack):
        fast(text)


def test_fields_without_resolvers_are_read_as_graphql_core_reads_them() -> None:
    schema = build_schema("type Query { a: Thing b: Thing } type Thing { size: Int, kind: [String] }")
    document = "{ a { size kind } b { size } }"
    found = [fast(document, schema=_rooted(schema, root)) for root in ({"a": {"size": 1, "kind": ["x"]}}, {"b": None}, {"a": {}})]
    assert found == [
        {"a": {"size": 1, "kind": ["x"]}, "b": None},
        {"a": None, "b": None},
        {"a": {"size": None, "kind": None}, "b": None},
    ]
    with pytest.raises(FallBack):
        fast(document, schema=_rooted(schema, {"a": {"size": lambda info: 2}}))


def _rooted(schema: GraphQLSchema, root: dict[str, Any]) -> GraphQLSchema:
    """The schema with this value for its root's fields."""
    assert schema.query_type is not None
    for name, field in schema.query_type.fields.items():
        field.resolve = lambda parent, info, name=name: root.get(name)
    return schema


def test_switches_have_plans_of_their_own() -> None:
    text = "query($a: Boolean!, $b: Boolean = true) { same @skip(if: $a) { name } apart @include(if: $b) { name } }"
    keys = [list(fast(text, [], a=a, b=b)) for a in (True, False) for b in (True, False)]
    assert keys == [["apart"], [], ["same", "apart"], ["same"]]


def test_a_plan_of_too_many_steps_is_not_made() -> None:
    """Each path of a and b merges other fragments: two to the power of the levels."""
    levels = 11
    parts = []
    for level in range(levels):
        ways = " ".join(f"{key} {{ ...f{level + 1} ...{key}{level}_{level + 1} }}" for key in "ab")
        parts.append(f"fragment f{level} on Deep {{ {ways} }}")
        for key in "ab":
            for below in range(level + 1, levels):
                inner = f"...{key}{level}_{below + 1}"
                parts.append(f"fragment {key}{level}_{below} on Deep {{ a {{ {inner} }} b {{ {inner} }} }}")
            parts.append(f"fragment {key}{level}_{levels} on Deep {{ n }}")
    parts.append(f"fragment f{levels} on Deep {{ n }}")
    schema = build_schema("type Query { deep: Deep } type Deep { a: Deep b: Deep n: Int }")
    operation, *fragments = parse("{ deep { ...f0 } } " + " ".join(parts)).definitions
    with pytest.raises(FallBack):
        Plan(schema, {fragment.name.value: fragment for fragment in fragments}, operation, {})
    assert MOST_STEPS <= 2000


def test_plans_are_kept_by_weight_and_the_oldest_go_first() -> None:
    kept = Plans(most=100)
    documents = [Document(SCHEMA, f"{{ a{n}: same {{ name }} }}") for n in range(40)]
    plans = [kept.get(document, document.operation(None), {}) for document in documents]
    assert 5 < len(kept) < 40
    assert kept.get(documents[-1], documents[-1].operation(None), {}) is plans[-1]
    assert kept.get(documents[0], documents[0].operation(None), {}) is not plans[0]


def test_that_there_is_no_plan_is_kept_too() -> None:
    kept = Plans()
    document = Document(SCHEMA, "{ __schema { queryType { name } } }")
    assert kept.get(document, document.operation(None), {}) is None
    assert len(kept) == 1


def test_threads_that_meet_a_type_first_together_see_it_whole() -> None:
    schema = oddities()
    text = (
        "{ things { ... on Cat { name age weight toys { ... on Dog { name weight } ... on Stone { name items } } } __typename } }"
    )
    document = Document(schema, text)
    world = World(7, 0)
    expected = execute(schema, document.tree, context_value=world).data
    with ThreadPoolExecutor(8) as pool:
        for _ in range(20):
            plan = Plan(schema, document.fragments, document.operation(None), {})
            found = list(pool.map(lambda _n, plan=plan: run_plan(plan, world, {}), range(8)))
            assert found == [expected] * 8


def test_answers_are_counted() -> None:
    document = Document(SCHEMA, "{ short { name } }")
    before = (tally.fast, tally.reference)
    assert try_plan(document.plan(document.operation(None), {}), None, {}) is None
    good = Document(SCHEMA, "{ __typename }")
    found = try_plan(good.plan(good.operation(None), {}), None, {})
    assert found is not None and found.fast and found.data == {"__typename": "Query"}
    assert (tally.fast, tally.reference) == (before[0] + 1, before[1] + 1)
    assert Tally(fast=3, reference=1).share == 0.25
    assert Tally().share == 0


@pytest.mark.django_db
def test_the_door_says_how_it_answered_where_it_is_told_to(settings: Settings) -> None:
    documents = ["{ __typename }", "{ __schema { queryType { name } } }", "{ nothing }"]
    assert [post(text).headers.get("X-GraphQL-Execution") for text in documents] == [None] * 3
    settings.GRAPHQL_SAY_HOW = True
    assert [post(text).headers.get("X-GraphQL-Execution") for text in documents] == ["fast", "reference", None]
