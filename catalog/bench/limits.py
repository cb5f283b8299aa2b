"""The limits that `bench catalogue` measures beside us: a web application with nothing in it but a statement, or bytes.

`POST /memory/NAME` answers the bytes of the file NAME.json in ZILA_BENCH_FOLDER, kept in memory. `POST /one/NAME` runs the
one statement of that name with the parameters of its body (a JSON array), and encodes the rows with orjson: that is L.
"""

import os
import threading
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

import orjson
import psycopg

from catalog.bench.statements import STATEMENTS

Start = Callable[[str, list[tuple[str, str]]], Any]
_HEADERS = [("Content-Type", "application/json")]
_thread = threading.local()


def application(environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
    """Answer from memory or by one statement."""
    _empty, kind, name = environ["PATH_INFO"].split("/")
    body = environ["wsgi.input"].read()
    answer = _kept(name) if kind == "memory" else _one(name, orjson.loads(body))
    start_response("200 OK", _HEADERS)
    return [answer]


@cache
def _kept(name: str) -> bytes:
    return (Path(os.environ["ZILA_BENCH_FOLDER"]) / f"{name}.json").read_bytes()


def _one(name: str, parameters: list[Any]) -> bytes:
    cursor = _connection().execute(STATEMENTS[name], parameters, prepare=True, binary=True)
    return orjson.dumps(cursor.fetchall(), default=str)


def _connection() -> "psycopg.Connection[Any]":
    """This thread's own connection."""
    connection: psycopg.Connection[Any] | None = getattr(_thread, "connection", None)
    if connection is None:
        connection = psycopg.connect(os.environ["DATABASE_URL"], autocommit=True)
        _thread.connection = connection
    return connection
