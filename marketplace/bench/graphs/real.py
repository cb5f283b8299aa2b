"""The real graph for comparing: what the database has of ids and slugs, and contexts like those of requests."""

from typing import Any

from django.http import HttpRequest
from graphql import ExecutionResult, execute, parse

from marketplace.bench.graphs.agreement import Judge
from marketplace.bench.graphs.values import Values, harvest
from marketplace.bench.graphs.writer import Writer
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.context import Context


def context() -> Context:
    """What resolvers are given when nobody in particular asks."""
    request = HttpRequest()
    request.method = "POST"
    request.META.update(SERVER_NAME="localhost", SERVER_PORT="80")
    return Context(request)


def ask(text: str) -> dict[str, Any]:
    """graphql-core's data, without what errors took away."""
    result = execute(schema(), parse(text), context_value=context())
    assert isinstance(result, ExecutionResult)
    return result.data or {}


def judge_of() -> Judge:
    """Compares on the real schema."""
    return Judge(schema(), context)


def writer_of(seed: int, *, small: bool = False) -> Writer:
    """Writes for the real schema, with arguments that the database has answers to; `small`: no list of it is long."""
    return Writer(schema(), Values(harvest(schema(), ask), small=small), seed)
