"""Hostile GraphQL requests: what each is refused with, and how long that takes.

The list is also the tests' (each must be refused with its code); here each is sent several times and the slowest are printed.
"""

import json
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.db import transaction
from django.test import RequestFactory

from marketplace.channels.actions import create
from marketplace.channels.queries import channels
from marketplace.kit.graphql.view import GraphQLView

Write = Callable[[str], Any]
JSON = "application/json"
COSTLY = "products(first: 100) { edges { node { id } } }"


class Attack(NamedTuple):
    """A request and the code that it must be refused with."""

    name: str
    body: bytes
    code: str
    kind: str = JSON


def attacks() -> list[Attack]:
    """All of them, by groups."""
    groups = (_bodies, _deep, _wide, _overlaps, _fragments, _directives, _variables, _numbers, _texts, _costs, _shapes)
    return [attack for group in groups for attack in group()]


def arguments(parser: ArgumentParser) -> None:
    """How often."""
    parser.add_argument("--times", type=int, default=5, help="how often each is sent; the median counts (5)")


def run(options: dict[str, Any], write: Write) -> None:
    """Send all, and print the slowest."""
    with transaction.atomic():
        if not any(row.is_default for row in channels()):
            create(slug="hostile", name="Hostile", currency_code="INR", is_default=True)
        found = [(_median(attack, options["times"]), attack) for attack in attacks()]
        transaction.set_rollback(True)
    found.sort(reverse=True, key=lambda pair: pair[0])
    for took, attack in found[:10]:
        write(f"{took * 1000:7.1f} ms  {attack.code:28}  {attack.name}")
    write(f"{len(found)} attacks; the slowest took {found[0][0] * 1000:.1f} ms (bar: 100 ms)")


def _median(attack: Attack, times: int) -> float:
    taken = []
    for _ in range(times):
        request = RequestFactory().post("/graphql/", data=attack.body, content_type=attack.kind)
        began = time.perf_counter()
        response = GraphQLView.as_view()(request)
        taken.append(time.perf_counter() - began)
        codes = [error["extensions"]["code"] for error in json.loads(b"".join(response))["errors"]]
        if attack.code not in codes:
            raise AssertionError(f"{attack.name}: {codes} instead of {attack.code}")
    return sorted(taken)[times // 2]


def _sent(query: Any, variables: Any = None, **more: Any) -> bytes:
    return json.dumps({"query": query, "variables": variables or {}, **more}).encode()


def _document(name: str, query: str, code: str, **variables: Any) -> Attack:
    return Attack(name, _sent(query, variables), code)


def _bodies() -> Iterator[Attack]:
    yield Attack("form body", b"query=%7B__typename%7D", "UNSUPPORTED_MEDIA_TYPE", "application/x-www-form-urlencoded")
    yield Attack("graphql body", b"{ __typename }", "UNSUPPORTED_MEDIA_TYPE", "application/graphql")
    yield Attack("text body", _sent("{ __typename }"), "UNSUPPORTED_MEDIA_TYPE", "text/plain")
    yield Attack("multipart body", b"--x--", "UNSUPPORTED_MEDIA_TYPE", "multipart/form-data; boundary=x")
    yield Attack("batch", b"[" + b",".join([_sent("{ __typename }")] * 100) + b"]", "BATCHES_REFUSED")
    yield Attack("empty batch", b"[]", "BATCHES_REFUSED")
    yield Attack("blank body", b" ", "INVALID_JSON")
    yield Attack("number", b"1", "INVALID_REQUEST")
    yield Attack("null", b"null", "INVALID_REQUEST")
    yield Attack("no query", b"{}", "INVALID_REQUEST")
    yield Attack("query is an object", b'{"query": {}}', "INVALID_REQUEST")
    yield Attack("variables are a list", b'{"query": "{ __typename }", "variables": [1]}', "INVALID_REQUEST")
    yield Attack("extensions are a text", b'{"query": "{ __typename }", "extensions": "x"}', "INVALID_REQUEST")
    yield Attack("operationName is a list", b'{"query": "{ __typename }", "operationName": [1]}', "INVALID_REQUEST")
    yield Attack("not UTF-8", b'{"query": "\xff\xfe"}', "INVALID_JSON")
    yield Attack("deep JSON", b"[" * 60_000, "INVALID_JSON")
    yield Attack("deep JSON objects", b'{"a":' * 10_000, "INVALID_JSON")
    yield Attack("large body", b" " * 70_000, "TOO_LARGE")


def _deep() -> Iterator[Attack]:
    yield _document("braces", "{" * 20_000, "GRAPHQL_PARSE_FAILED")
    yield _document("deep fields", "{ a " * 700 + "}" * 700, "GRAPHQL_PARSE_FAILED")
    parents = "parent { " * 20 + "name" + " }" * 20
    yield _document("deep parents", "{ categories { edges { node { " + parents + " } } } }", "QUERY_TOO_DEEP")
    nested = "... on Query { " * 150 + "__typename" + " }" * 150
    yield _document("nested inline fragments", "{ " + nested + " ...a } fragment a on Query { b }", "GRAPHQL_VALIDATION_FAILED")
    yield _document(
        "deep list literal", "{ products(filter: {ids: " + "[" * 2000 + "]" * 2000 + "}) { totalCount } }", "GRAPHQL_PARSE_FAILED"
    )
    chain = " ".join(f"fragment f{n} on Category {{ parent {{ ...f{n + 1} }} }}" for n in range(30))
    start = "{ categories { edges { node { ...f0 } } } } "
    yield _document("deep by fragments", start + chain + " fragment f30 on Category { id }", "QUERY_TOO_DEEP")
    lists = "districts { edges { node { state { districts { slug } } } } }"
    yield _document(
        "circles of lists",
        "{ states { districts { state { districts { state { districts { slug } } } } } } " + lists + " }",
        "QUERY_TOO_COSTLY",
    )


def _wide() -> Iterator[Attack]:
    yield _document("aliases at the root", "{ " + " ".join(f"a{n}: __typename" for n in range(500)) + " }", "TOO_MANY_ALIASES")
    yield _document(
        "fewer aliases at the root", "{ " + " ".join(f"a{n}: __typename" for n in range(60)) + " }", "TOO_MANY_ROOT_FIELDS"
    )
    inside = " ".join(f"a{n}: name" for n in range(400))
    yield _document("aliases inside", "{ categories { edges { node { " + inside + " } } } }", "TOO_MANY_ALIASES")
    yield _document("repeated field", "{ " + "__typename " * 5_000 + "}", "GRAPHQL_PARSE_FAILED")
    yield _document("repeated root field", "{ " + "__typename " * 2000 + "}", "DOCUMENT_TOO_LARGE")
    yield _document("forty times a root field", "{ " + "__typename " * 40 + "}", "DOCUMENT_TOO_LARGE")
    differing = " ".join(f"products(first: {n}) {{ totalCount }}" for n in range(200))
    yield _document("fields that conflict", "{ " + differing + " }", "DOCUMENT_TOO_LARGE")
    yield _document(
        "fewer that conflict", "{ products(first: 1) { totalCount } products { totalCount } }", "GRAPHQL_VALIDATION_FAILED"
    )
    yield _document("many operations", " ".join(f"query q{n} {{ __typename }}" for n in range(500)), "DOCUMENT_TOO_LARGE")
    yield _document("several operations", "query a { __typename } query b { __typename }", "UNKNOWN_OPERATION")
    yield _document("an operation twice", "query a { __typename } query a { __typename }", "GRAPHQL_VALIDATION_FAILED")
    yield Attack("an operation that is not there", _sent("query a { __typename }", operationName="b"), "UNKNOWN_OPERATION")


def _overlaps() -> Iterator[Attack]:
    fields = "id name slug category { id name } " * 6
    fork = " ".join(f"fragment F{n} on Product {{ ...F{n + 1} ...F{n + 2} {fields}}}" for n in range(44))
    ends = " fragment F44 on Product { id } fragment F45 on Product { id }"
    yield _document(
        "fragments that repeat each other",
        "{ products(first: 1) { edges { node { ...F0 } } } } " + fork + ends,
        "DOCUMENT_TOO_LARGE",
    )
    inner = "products(first: 1) { edges { node { category { " + "name " * 30 + "} } } } "
    yield _document("thirty times thirty", "{ " + inner * 30 + "}", "DOCUMENT_TOO_LARGE")
    loose = "... { category { parent { id } } } " * 290
    yield _document(
        "repeated in inline fragments", "{ products(first: 1) { edges { node { " + loose + "} } } }", "DOCUMENT_TOO_LARGE"
    )


def _fragments() -> Iterator[Attack]:
    doubling = " ".join(f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(30))
    yield _document("doubling", "{ ...f0 } " + doubling + f" fragment f30 on Query {{ {COSTLY} }}", "TOO_MANY_ROOT_FIELDS")
    inside = " ".join(f"fragment f{n} on Category {{ ...f{n + 1} parent {{ ...f{n + 1} }} }}" for n in range(24))
    start = "{ categories(first: 100) { edges { node { ...f0 } } } } "
    yield _document("doubling inside", start + inside + " fragment f24 on Category { id }", "QUERY_TOO_DEEP")
    lists = " ".join(
        f"fragment f{n} on State {{ a{n}: districts {{ state {{ ...f{n + 1} }} }} districts {{ state {{ ...f{n + 1} }} }} }}"
        for n in range(6)
    )
    yield _document("doubling of lists", "{ states { ...f0 } } " + lists + " fragment f6 on State { id }", "QUERY_TOO_COSTLY")
    yield _document("circle of one", "{ ...a } fragment a on Query { ...a }", "GRAPHQL_VALIDATION_FAILED")
    yield _document(
        "circle of two", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "GRAPHQL_VALIDATION_FAILED"
    )
    ring = " ".join(f"fragment f{n} on Query {{ ...f{(n + 1) % 300} }}" for n in range(300))
    yield _document("circle of three hundred", "{ ...f0 } " + ring, "DOCUMENT_TOO_LARGE")
    yield _document("unknown fragment", "{ ...a }", "GRAPHQL_VALIDATION_FAILED")
    yield _document("fragment on a scalar", "{ ...a } fragment a on String { b }", "GRAPHQL_VALIDATION_FAILED")
    unused = " ".join(f"fragment f{n} on Query {{ __typename }}" for n in range(400))
    yield _document("unused fragments", "{ __typename } " + unused, "DOCUMENT_TOO_LARGE")


def _directives() -> Iterator[Attack]:
    yield _document("one directive very often", "{ __typename " + "@include(if: true) " * 20_000 + "}", "TOO_LARGE")
    yield _document("directives", "{ __typename " + "@skip(if: false) " * 400 + "}", "GRAPHQL_VALIDATION_FAILED")
    yield _document(
        "unknown directives", "{ __typename " + " ".join(f"@a{n}" for n in range(1000)) + " }", "GRAPHQL_VALIDATION_FAILED"
    )
    yield _document("directive without its argument", "{ __typename @skip }", "GRAPHQL_VALIDATION_FAILED")
    yield _document("directive of a schema", "{ __typename @deprecated }", "GRAPHQL_VALIDATION_FAILED")


def _variables() -> Iterator[Attack]:
    declared = ", ".join(f"$v{n}: Int" for n in range(700))
    yield _document("unused variables", f"query({declared}) {{ __typename }}", "DOCUMENT_TOO_LARGE")
    sized = "query($n: Int) { products(first: $n) { totalCount } }"
    yield _document("more values than variables", sized, "INVALID_REQUEST", **{f"v{n}": n for n in range(200)})
    yield _document("wrong type", sized, "BAD_USER_INPUT", n="many")
    yield _document("a text for a number", sized, "BAD_USER_INPUT", n="1")
    yield _document("true for a number", sized, "BAD_USER_INPUT", n=True)
    yield _document("no value for what must be", "query($s: String!) { products(search: $s) { totalCount } }", "BAD_USER_INPUT")
    ids = "query($ids: [ID!]) { products(filter: {ids: $ids}) { totalCount } }"
    yield _document("ten thousand ids", ids, "BAD_USER_INPUT", ids=["UHJvZHVjdDox"] * 4000)
    yield _document("null among ids", ids, "BAD_USER_INPUT", ids=[None])
    deep: Any = "x"
    for _ in range(200):
        deep = [deep]
    yield _document("deep variable", ids, "BAD_USER_INPUT", ids=deep)
    yield _document(
        "cost by variable",
        "query($n: Int) { districts(first: $n) { edges { node { products(first: $n) { edges { node { media { id } } } } } } } }",
        "QUERY_TOO_COSTLY",
        n=100,
    )
    yield _document("variable of no type", "query($a: Nothing) { __typename }", "GRAPHQL_VALIDATION_FAILED")
    yield _document("variable that is not declared", "{ products(first: $n) { totalCount } }", "GRAPHQL_VALIDATION_FAILED")


def _numbers() -> Iterator[Attack]:
    sized = "query($n: Int) { products(first: $n) { totalCount } }"
    priced = "query($p: Float) { products(filter: {price: {gte: $p}}) { totalCount } }"
    yield _document("beyond 32 bits", sized, "BAD_USER_INPUT", n=2**31)
    yield _document("beyond 64 bits", sized, "BAD_USER_INPUT", n=2**70)
    yield Attack("infinite in JSON", b'{"query": "{ __typename }", "variables": {"n": 1E+999999}}', "INVALID_JSON")
    yield Attack("NaN in JSON", b'{"query": "{ __typename }", "variables": {"n": NaN}}', "INVALID_JSON")
    yield _document("infinite literal", "{ products(filter: {price: {gte: 1e999999}}) { totalCount } }", "BAD_USER_INPUT")
    yield _document("a literal of 6,000 digits", "{ products(first: " + "9" * 6000 + ") { totalCount } }", "BAD_USER_INPUT")
    yield _document("a price beyond all money", priced, "INVALID", p=1e300)
    yield _document("minus first", "{ products(first: -1) { totalCount } }", "INVALID_PAGING")
    yield _document("a million rows", "{ products(first: 1000000) { totalCount } }", "INVALID_PAGING")
    yield _document("NaN as a name", "{ products(first: NaN) { totalCount } }", "GRAPHQL_VALIDATION_FAILED")


def _texts() -> Iterator[Attack]:
    named = "query($s: String) { product(slug: $s) { id } }"
    yield _document("NUL in a variable", named, "BAD_USER_INPUT", s="a\u0000b")
    yield _document("NUL in a literal", '{ product(slug: "a\\u0000b") { id } }', "BAD_USER_INPUT")
    yield _document("escape character", named, "BAD_USER_INPUT", s="\u001b[2J")
    yield Attack("half of a pair in JSON", b'{"query": "{ __typename }", "variables": {"s": "\\ud800"}}', "INVALID_JSON")
    yield _document("half of a pair in a literal", '{ product(slug: "\\ud800") { id } }', "GRAPHQL_PARSE_FAILED")
    yield _document("half of a pair by code point", '{ product(slug: "\\u{D800}") { id } }', "GRAPHQL_PARSE_FAILED")
    yield _document("text without end", '{ product(slug: "a', "GRAPHQL_PARSE_FAILED")
    yield _document("block text without end", '{ product(slug: """' + "a\n" * 5000, "GRAPHQL_PARSE_FAILED")
    yield _document("letters that look alike", "{ рroducts { totalCount } }", "GRAPHQL_PARSE_FAILED")
    yield _document(
        "a long search", "query($s: String) { products(filter: {search: $s}) { totalCount } }", "TOO_LONG", s="a" * 20_000
    )
    yield _document("a broken cursor", '{ products(first: 1, after: "!!") { totalCount } }', "INVALID_CURSOR")
    yield _document("an id of something else", '{ product(id: "VXNlcjox") { id } }', "INVALID")


def _costs() -> Iterator[Attack]:
    inner = "products(first: 100) { edges { node { variants { id } } } }"
    yield _document("lists in lists", "{ districts(first: 100) { edges { node { " + inner + " } } } }", "QUERY_TOO_COSTLY")
    many = " ".join(f"a{n}: categories(first: 100) {{ edges {{ node {{ {COSTLY} }} }} }}" for n in range(20))
    yield _document("costly twenty times", "{ " + many + " }", "QUERY_TOO_COSTLY")
    texts = "fragment long on Product { " + " ".join(f"a{n}: description" for n in range(68)) + " }"
    lists = " ".join(f"r{n}: products(first: 100) {{ edges {{ node {{ ...long }} }} }}" for n in range(30))
    yield _document("long texts very often", "{ " + lists + " } " + texts, "QUERY_TOO_COSTLY")
    facets = " ".join(f"a{n}: facets {{ attributes {{ attribute {{ slug }} }} }}" for n in range(99))
    yield _document("facets very often", "{ products(first: 1) { " + facets + " } }", "QUERY_TOO_COSTLY")
    circle = "types { fields { type { fields { type { fields { type { fields { name } } } } } } } }"
    yield _document("introspection in circles", "{ __schema { " + circle + " } }", "GRAPHQL_VALIDATION_FAILED")


def _shapes() -> Iterator[Attack]:
    yield _document("unknown field", "{ passwords }", "GRAPHQL_VALIDATION_FAILED")
    yield _document("unknown argument", '{ products(sql: "1=1") { totalCount } }', "GRAPHQL_VALIDATION_FAILED")
    yield _document("no fields of an object", "{ products }", "GRAPHQL_VALIDATION_FAILED")
    yield _document("fields of a scalar", "{ __typename { a } }", "GRAPHQL_VALIDATION_FAILED")
    yield _document("a schema definition", "type A { b: C }", "GRAPHQL_VALIDATION_FAILED")
    yield _document("a subscription", "subscription { a }", "GRAPHQL_VALIDATION_FAILED")
    yield _document("an unknown mutation", "mutation { dropTables }", "GRAPHQL_VALIDATION_FAILED")
    yield Attack(
        "a hash that is none", _sent(None, extensions={"persistedQuery": {"version": 1, "sha256Hash": "x"}}), "INVALID_REQUEST"
    )
