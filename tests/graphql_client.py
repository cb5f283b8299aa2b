"""Asks the real GraphQL door over HTTP."""

from typing import Any

import orjson
from django.test import Client


def post(query: str, variables: dict[str, Any] | None = None, **more: Any) -> Any:
    """The HTTP response to a document."""
    body = {"query": query, "variables": variables or {}, **more}
    return Client().post("/graphql/", data=orjson.dumps(body), content_type="application/json")


def ask(query: str, **variables: Any) -> dict[str, Any]:
    """The data; an AssertionError where there are errors."""
    response = post(query, variables)
    answer = response.json()
    assert response.status_code == 200 and "errors" not in answer, answer
    data: dict[str, Any] = answer["data"]
    return data


def code_of(query: str, **variables: Any) -> str:
    """The code of the first error."""
    response = post(query, variables)
    assert response.status_code in (200, 400), response.status_code
    return str(response.json()["errors"][0]["extensions"]["code"])
