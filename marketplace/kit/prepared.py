"""Prepared statements sent straight to libpq: the quickest way from a text and its values to rows.

psycopg's cursor spends as long on a statement of 25 rows as libpq and the reading of the rows do together. What is sent here
is the same (a prepared statement with its values, answered in binary, read by psycopg's own readers); what is left out is
what we never use: client-side adaptation, pipelines, interruption by a signal. None of it applies inside of a transaction,
where psycopg itself has to send BEGIN.
"""

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import count
from typing import Any

import psycopg
from psycopg import pq
from psycopg.adapt import Transformer
from psycopg.errors import FeatureNotSupported, InvalidSqlStatementName, error_from_result
from psycopg.pq.abc import PGresult

_TEXT, _INT8, _MOMENT, _INT8S = 0, 20, 1184, 1016  # type numbers; 0: PostgreSQL finds out
_CASTS = {_TEXT: b"", _MOMENT: b"::timestamptz", _INT8S: b"::bigint[]"}
_MARKS = re.compile(r"%[s%]")
_MOST = 200  # prepared statements of one connection
_GONE = (InvalidSqlStatementName, FeatureNotSupported)
_numbers = count()

Dump = Callable[[Any], bytes]
_DUMPS: dict[type, tuple[int, Dump]] = {
    int: (_INT8, lambda value: b"%d" % value),
    str: (_TEXT, lambda value: value.encode()),
    datetime: (_MOMENT, lambda value: value.isoformat().encode()),
}


def sendable(values: Sequence[Any]) -> list[tuple[int, bytes]] | None:
    """The values with the numbers of their types, or None where one is of a kind that is left to psycopg."""
    found = []
    for value in values:
        known = _DUMPS.get(type(value))
        if known is not None:
            found.append((known[0], known[1](value)))
        elif isinstance(value, list) and value and all(type(item) is int for item in value):
            found.append((_INT8S, b"{%s}" % b",".join([b"%d" % item for item in value])))
        elif isinstance(value, str):  # an enum's member
            found.append((_TEXT, str.encode(value)))
        elif isinstance(value, int) and not isinstance(value, bool):  # a number that Django gave a size
            found.append((_INT8, b"%d" % value))
        else:
            return None
    return found


def send(
    connection: "psycopg.Connection[Any]", text: str, values: Sequence[tuple[int, bytes]], *, binary: bool = True
) -> list[tuple[Any, ...]]:
    """The rows of a statement, answered in binary or as text. Raises psycopg's errors."""
    _refuse_nul(values)
    given = [value for _kind, value in values]
    result = _executed(connection, text, tuple(kind for kind, _value in values), given, binary)
    return _rows(connection, result)


def send_written(
    connection: "psycopg.Connection[Any]", text: str, values: Sequence[tuple[int, bytes]], *, binary: bool = True
) -> list[tuple[Any, ...]]:
    """The same by a statement into which the values are written, so that it is planned for them."""
    _refuse_nul(values)
    write = pq.Escaping(connection.pgconn).escape_literal
    written = iter([b" " + value if kind == _INT8 else bytes(write(value)) + _CASTS[kind] for kind, value in values])
    filled = _MARKS.sub(lambda mark: "%" if mark[0] == "%%" else next(written).decode(), text)
    form = pq.Format.BINARY if binary else pq.Format.TEXT
    result = connection.pgconn.exec_params(filled.encode(), None, None, None, form)
    if result.status != pq.ExecStatus.TUPLES_OK:
        raise _fault(connection, result)
    return _rows(connection, result)


def _refuse_nul(values: Sequence[tuple[int, bytes]]) -> None:
    if any(b"\x00" in value for _kind, value in values):
        raise psycopg.DataError("PostgreSQL text fields cannot contain NUL (0x00) bytes")


def _rows(connection: "psycopg.Connection[Any]", result: PGresult) -> list[tuple[Any, ...]]:
    reader = connection.__dict__.get("_zila_reader")
    if reader is None:  # it knows by heart how to read the types that it has met
        reader = connection.__dict__["_zila_reader"] = Transformer(connection)
    reader.set_pgresult(result)
    rows: list[tuple[Any, ...]] = reader.load_rows(0, result.ntuples, tuple)
    reader.set_pgresult(None)  # the answer of the server is not needed any more
    return rows


def _fault(connection: "psycopg.Connection[Any]", result: PGresult) -> psycopg.Error:
    """What the server said; a connection that is gone is an OperationalError, as psycopg's own cursors have it."""
    if connection.pgconn.status == pq.ConnStatus.BAD:
        return psycopg.OperationalError(result.error_message.decode("utf-8", "replace").strip() or "the connection is lost")
    return error_from_result(result)


def _executed(
    connection: "psycopg.Connection[Any]", text: str, kinds: tuple[int, ...], given: list[bytes], binary: bool
) -> PGresult:
    """The result of the prepared statement; prepared anew where it is gone. psycopg sends DEALLOCATE ALL after a rollback, and a
    migration changes what a statement returns."""
    channel = connection.pgconn
    form = pq.Format.BINARY if binary else pq.Format.TEXT
    result = channel.exec_prepared(_name(connection, text, kinds), given, None, form)
    if result.status != pq.ExecStatus.TUPLES_OK and isinstance(error_from_result(result), _GONE):
        channel.exec_(b"DEALLOCATE " + connection.__dict__["_zila_prepared"].pop((text, kinds)))
        result = channel.exec_prepared(_name(connection, text, kinds), given, None, form)
    if result.status != pq.ExecStatus.TUPLES_OK:
        raise _fault(connection, result)
    return result


def _name(connection: "psycopg.Connection[Any]", text: str, kinds: tuple[int, ...]) -> bytes:
    """The name under which the statement is prepared on this connection."""
    known: dict[Any, bytes] | None = connection.__dict__.get("_zila_prepared")
    if known is None:
        # Left to itself PostgreSQL plans some of these anew each time, which takes ten times as long as running them.
        connection.pgconn.exec_(b"SET plan_cache_mode = force_generic_plan")
        known = connection.__dict__["_zila_prepared"] = {}
    name = known.get((text, kinds))
    if name is not None:
        return name
    while len(known) >= _MOST:
        connection.pgconn.exec_(b"DEALLOCATE " + known.pop(next(iter(known))))
    name = b"zila_%d" % next(_numbers)
    numbers = iter(range(1, len(kinds) + 1))
    numbered = _MARKS.sub(lambda mark: "%" if mark[0] == "%%" else f"${next(numbers)}", text)
    result = connection.pgconn.prepare(name, numbered.encode(), kinds)
    if result.status != pq.ExecStatus.COMMAND_OK:
        raise _fault(connection, result)
    known[text, kinds] = name
    return name
