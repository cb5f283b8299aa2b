"""The printed schema and the page about the API say what is so."""

import difflib
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from graphql import parse, validate

from marketplace.kit.graphql import inspect, limits, overlaps
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.errors import STATUS
from marketplace.kit.graphql.filters import MOST_VALUES
from marketplace.kit.graphql.persisted import LISTED, hash_of, listed
from marketplace.kit.searching import MOST_WORDS
from marketplace.management.commands.graphql_schema import FILE

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "marketplace" / "docs" / "api.md").read_text(encoding="utf-8")
SOURCES = list((ROOT / "marketplace" / "kit").rglob("*.py"))


def test_the_printed_schema_is_true() -> None:
    now = StringIO()
    call_command("graphql_schema", stdout=now)
    written = FILE.read_text(encoding="utf-8")
    changes = difflib.unified_diff(written.splitlines(), now.getvalue().splitlines(), lineterm="", n=0)
    assert list(changes)[:20] == [], "run `zila manage graphql_schema --write`"


def test_listed_documents_are_whole_and_never_change() -> None:
    files = {str(path.relative_to(LISTED)) for path in LISTED.rglob("*.graphql")}
    names = json.loads((LISTED / "list.json").read_text(encoding="utf-8"))
    assert set(names.values()) == files
    assert all(hash_of(text) == mark for mark, text in listed().items())


@pytest.mark.parametrize("document", re.findall(r"```graphql\n(.*?)```", PAGE, re.DOTALL), ids=lambda text: text[:30])
def test_documents_on_the_page_are_valid(document: str) -> None:
    assert validate(schema(), parse(document)) == []


@pytest.mark.parametrize("body", re.findall(r"(?:--data|--data-raw) '(\{.*?\})'", PAGE, re.DOTALL), ids=lambda text: text[:30])
def test_requests_on_the_page_can_be_pasted(body: str) -> None:
    given = json.loads(body)
    if "query" in given:
        assert validate(schema(), parse(given["query"])) == []
    mark = given.get("extensions", {}).get("persistedQuery", {}).get("sha256Hash")
    assert mark is None or mark in listed() or hash_of(given["query"]) == mark


def test_hashes_on_the_page_are_of_listed_documents() -> None:
    marks = set(re.findall(r"`([0-9a-f]{64})`|sha256Hash\":\"([0-9a-f]{64})", PAGE))
    assert marks and {one or other for one, other in marks} <= set(listed())


def test_the_page_names_every_listed_document() -> None:
    names = json.loads((LISTED / "list.json").read_text(encoding="utf-8"))
    said = re.findall(r"^ *\| `([0-9a-f]{64})` \| `([\w/]+)` \|$", PAGE, re.MULTILINE)
    assert sorted(said) == sorted((mark, name.removesuffix(".graphql")) for mark, name in names.items())


def test_limits_on_the_page_are_the_ones_in_force() -> None:
    said = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", PAGE)}
    force = (
        limits.MOST_TOKENS, limits.MOST_DEPTH, limits.MOST_ROOT_FIELDS, limits.MOST_ALIASES, limits.MOST_COST, limits.CONNECTION,
        limits.COUNT, limits.MUTATION, limits.SEARCH, limits.ROWS, limits.FEW, inspect.MOST_DEFINITIONS, inspect.MOST_REPEATS,
        limits.FACETS, limits.TEXT, overlaps.MOST_COMPARED, settings.GRAPHQL_MAX_ANSWER_BYTES,
        MOST_VALUES,
    )  # fmt: skip
    assert set(force) <= said
    assert f"| words of a search | {MOST_WORDS}," in PAGE


def test_every_code_of_the_door_is_on_the_page() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES if "graphql" in path.parts or path.name == "paging.py")
    codes = {*re.findall(r'(?:refusal|Refused)\(\s*"([A-Z_]+)"', text), *STATUS, "BAD_USER_INPUT", "INTERNAL_ERROR"}
    assert sorted(code for code in codes if f"`{code}`" not in PAGE) == []
