"""Requests generated from the schema, with values that fit and values that nobody would send: no 5xx, every error classified.

ZILA_REQUESTS says how many (300 in the suite; 5,000 before a release), ZILA_SEED which.
"""

import json
import os
import re
from random import Random
from typing import Any

import pytest
from django.test import Client
from graphql import GraphQLField, GraphQLNonNull, GraphQLObjectType, get_named_type, is_leaf_type

from marketplace.bench.graphs.values import Values, harvest, literal
from marketplace.bench.graphs.writer import Writer, Written
from marketplace.kit.graphql.assemble import schema
from tests.graphql_client import ask
from tests.search.shelf import open_shop

pytestmark = pytest.mark.django_db

REQUESTS = int(os.environ.get("ZILA_REQUESTS", "300"))
SEED = int(os.environ.get("ZILA_SEED", "4"))
OURS = {"INTERNAL_ERROR", "UNAVAILABLE", "TIMED_OUT"}
WILD: list[Any] = [
    None, "", " ", "' OR 1=1 --", "%", "\\", "\u0000", "\u202e", "साड़ी", "😀" * 50, "a" * 5000,
    "VXNlcjox", "UHJvZHVjdDox", "UHJvZHVjdDo=",
    "UHJvZHVjdDo5OTk5OTk5OTk5OTk5OTk5OTk5OQ==", "=", "NaN", "Infinity", "1E+999999", "2026-02-30", "9999-12-31T23:59:59+14:00",
    "0001-01-01", "-1", 0, -1, 1, 2**31 - 1, 2**31, -(2**63), 2**70, 0.1, -0.0, 1e308, True, False, [], [[]], {}, {"a": 1},
    ["x"] * 200, [None], "WyJhIiwgMV0=", "{}", "[" * 100, "../../etc/passwd", "http://169.254.169.254/", "<script>",
]  # fmt: skip


class WildValues(Values):
    """Now and then a value that does not fit."""

    def __init__(self, known: dict[str, dict[str, list[Any]]], wildness: float) -> None:
        super().__init__(known, small=True)
        self.wildness = wildness

    def choose(self, pick: Random, field: GraphQLField, name: str, kind: Any, depth: int = 2) -> Any:
        """Any of WILD, or what fits."""
        if pick.random() < self.wildness and is_leaf_type(get_named_type(kind)):
            return pick.choice(WILD)
        return super().choose(pick, field, name, kind, depth)


def _codes(response: Any) -> list[str]:
    """The codes of an answer's errors; an AssertionError for an answer that is not as it must be."""
    assert response.status_code < 500
    answer = response.json()
    assert set(answer) <= {"data", "errors", "extensions"} and ("data" in answer or answer["errors"])
    codes = [error["extensions"]["code"] for error in answer.get("errors", [])]
    assert all(re.fullmatch(r"[A-Z][A-Z0-9_]+", code) for code in codes)
    return codes


def _sent(written: Written) -> Any:
    body = json.dumps({"query": written.text, "variables": written.variables})
    try:
        return Client().post("/graphql/", data=body, content_type="application/json")
    except Exception as error:
        raise AssertionError(f"{written.text}\n{written.variables}") from error


def test_requests_that_fit_and_requests_that_do_not_are_all_answered() -> None:
    shop = open_shop()
    for number in range(3):
        shop.put(f"Saree {number}", hindi="साड़ी" if number else "")
    known = harvest(schema(), lambda query: ask(query))
    failed: list[tuple[list[str], Written]] = []
    met: dict[str, int] = {}
    for number, wildness in enumerate((0.0, 0.15, 0.5)):
        writer = Writer(schema(), WildValues(known, wildness), SEED * 10 + number)
        for _ in range(REQUESTS // 3):
            written = writer.write()
            codes = _codes(_sent(written))
            if OURS & set(codes):
                failed.append((codes, written))
            for code in codes or ["fine"]:
                met[code] = met.get(code, 0) + 1
    assert failed == []
    assert met["fine"] > REQUESTS / 10 and {"GRAPHQL_VALIDATION_FAILED", "BAD_USER_INPUT"} <= set(met)


def _mutation(pick: Random, values: Values, name: str, field: GraphQLField) -> Written:
    """A mutation with some values; what comes of it is asked for one level deep."""
    given = {key: values.choose(pick, field, key, found.type) for key, found in field.args.items()}
    arguments = ", ".join(f"{key}: {literal(value, field.args[key].type)}" for key, value in given.items())
    payload = get_named_type(field.type)
    assert isinstance(payload, GraphQLObjectType)
    plain = [key for key, found in payload.fields.items() if is_leaf_type(get_named_type(found.type)) and not found.args]
    selection = " ".join([*plain, "errors { field message code }"] if "errors" in payload.fields else plain)
    return Written(f"mutation {{ {name}{f'({arguments})' if arguments else ''} {{ {selection} }} }}", {})


def test_mutations_with_any_values_are_all_answered() -> None:
    open_shop()
    root = schema().mutation_type
    assert root is not None
    pick = Random(SEED)
    failed = []
    for name, field in root.fields.items():
        assert isinstance(field.type, GraphQLNonNull) or field.type
        for wildness in (0.0, 0.3, 0.9):
            for _ in range(max(2, REQUESTS // 150)):
                written = _mutation(pick, WildValues({}, wildness), name, field)
                if OURS & set(_codes(_sent(written))):
                    failed.append(written.text)
    assert failed == []
