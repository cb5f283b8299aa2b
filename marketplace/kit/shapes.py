"""Querysets whose SQL is made once for each shape of their arguments, and run as prepared statements that return rows.

The object mapper spends more on writing a statement than PostgreSQL on answering it. `rows(build, fixed, *given)` is
`list(build(fixed, *given))`, where `build` returns a queryset of value tuples: the first time a shape of `given` is met, it is
built with stand-ins instead of the values, and the text is kept with the places where the values belong.

Nothing is believed that is not seen: every value must turn up unchanged among the parameters, and two sets of stand-ins must
give the same text; otherwise (a day worked out from a moment, a text cut into words) the queryset is built each time.
`build` may look at what is `fixed`, at enums, truth, None, emptiness and lengths; it must not choose its way by a value.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import partial
from operator import itemgetter
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connection, connections, models
from django.db.models.sql.compiler import SQLCompiler
from psycopg import ClientCursor, Cursor
from psycopg.pq import Format
from psycopg.types.numeric import Int8

from marketplace.kit import lookups, prepared  # noqa: F401  registers `any_of`

MOST_SHAPES = 1000
Build = Callable[..., models.QuerySet[Any, Any]]
Converter = Callable[[list[tuple[Any, ...]]], list[Any]]


def rows(build: Build, fixed: Any, *given: Any, anew: bool = False) -> list[Any]:
    """The tuples of `build(fixed, *given)`; `anew`: planned each time, where the values decide on the best way."""
    shape, values = apart(given)
    statement = _statement(build, fixed, shape, values)
    if statement is None:
        return list(build(fixed, *given))
    bound = [bind(values) for bind in statement.binds]
    if statement.convert is None:
        return fetch(statement.text, bound, anew=anew)
    return statement.convert(fetch(statement.text, bound, binary=statement.binary, anew=anew))


def count(build: Build, fixed: Any, *given: Any, anew: bool = False) -> int:
    """How many rows the queryset has; it must not be sliced."""
    shape, values = apart(given)
    statement = _statement(build, fixed, shape, values)
    if statement is None:
        return build(fixed, *given).order_by().count()
    text = f"SELECT count(*) FROM ({statement.text}) counted"
    found = fetch(text, [bind(values) for bind in statement.binds], anew=anew)
    return int(found[0][0])


def fetch(text: str, values: Sequence[Any], *, binary: bool = True, anew: bool = False) -> list[tuple[Any, ...]]:
    """The rows of a statement, bound by the server: sent again, it is neither parsed nor (mostly) planned again, unless
    that is wanted (`anew`).

    They come in binary, which is the quickest to read; as text where Django's readers want that (JSON).
    """
    own: Any = connections[DEFAULT_DB_ALIAS]  # looked up once: `connection` does so at each dot
    own.close_if_health_check_failed()
    own.ensure_connection()
    plain = not own.in_atomic_block and own.autocommit and not own.queries_logged
    given = prepared.sendable(values) if plain else None
    if given is not None:
        return _straight(own, text, given, binary, anew)
    raw = (ClientCursor if anew else Cursor)(own.connection)
    raw.format = Format.BINARY if binary and not anew else Format.TEXT
    with own._prepare_cursor(raw) as cursor:
        cursor.execute(text, [_sized(value) for value in values])
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def _straight(own: Any, text: str, given: list[tuple[int, bytes]], binary: bool, anew: bool) -> list[tuple[Any, ...]]:
    """Sent without a cursor, through what watches over the connection's statements, such as the deadline of a request."""

    # With its values written into it, a statement is planned for them; as prepared once, for whatever values.
    send = prepared.send_written if anew else prepared.send

    def run(sql: str, params: Any, _many: bool, _context: Any) -> list[tuple[Any, ...]]:
        with own.wrap_database_errors:
            return send(own.connection, sql, params, binary=binary)

    execute: Any = run
    for wrapper in reversed(own.execute_wrappers):
        execute = partial(wrapper, execute)
    found: list[tuple[Any, ...]] = execute(text, given, False, {"connection": own, "cursor": None})
    return found


def _sized(value: Any) -> Any:
    """Whole numbers with the size of our keys, whatever their value, so that they do not make another statement."""
    if type(value) is int:
        return Int8(value)
    return [Int8(item) if type(item) is int else item for item in value] if isinstance(value, list) else value


# Taking arguments apart ----------------------------------------------------------------------------------------------
# A shape is ("same", thing), ("value", kind), ("many", container, kind, length), ("fields", kind, *shapes) or
# ("items", container, *shapes). Sets come back as tuples, whose order can be relied upon.
Shape = tuple[Any, ...]


def apart(given: Any) -> tuple[Shape, list[Any]]:
    """The shape of some arguments, which can be a key, and the values inside them in order."""
    values: list[Any] = []
    return _shape(given, values), values


def _shape(thing: Any, values: list[Any]) -> Shape:
    kind = type(thing)
    if kind in _SIMPLE and thing:
        values.append(thing)
        return ("value", kind)
    if thing is None or kind is bool:
        return ("same", thing)
    if isinstance(thing, list | tuple | set | frozenset):
        container = tuple if kind in (set, frozenset) else kind
        kinds = set(map(type, thing))
        if len(kinds) == 1 and kinds <= _NUMBERS and all(thing):
            values.extend(thing)
            return ("many", container, *kinds, len(thing))
        return ("items", container, *[_shape(item, values) for item in thing])
    if kind in _FIELDS or is_dataclass(thing):
        return ("fields", kind, *[_shape(getattr(thing, name), values) for name in _fields(kind)])
    if not thing or isinstance(thing, Enum):
        return ("same", thing)
    values.append(thing)
    return ("value", kind)


_FIELDS: dict[type, tuple[str, ...]] = {}
_NUMBERS = {int}
_SIMPLE = frozenset({int, str, datetime})


def _fields(kind: type[Any]) -> tuple[str, ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(field.name for field in fields(kind))
    return _FIELDS[kind]


def together(shape: Shape, values: Iterator[Any]) -> Any:
    """Arguments of this shape with these values."""
    how, what, *inside = shape
    if how == "same":
        return what
    if how == "value":
        return next(values)
    if how == "many":
        parts = [next(values) for _ in range(inside[1])]
    else:
        parts = [together(part, values) for part in inside]
    if how == "fields":
        return what(*parts)
    return what._make(parts) if hasattr(what, "_make") else what(parts)


_DAY = date(1850, 1, 1)
_MOMENT = datetime(1850, 1, 1, tzinfo=UTC)
# Values of each kind that nobody ever asks for; numbers small enough for an integer column.
_STAND_INS: dict[type, Callable[[int], Any]] = {
    int: lambda n: 2_000_000_000 + n,
    str: lambda n: f"~stand-in~{n}~",
    float: lambda n: 2e9 + n + 0.25,
    Decimal: lambda n: Decimal(f"{2_000_000_000 + n}.25"),
    datetime: lambda n: _MOMENT + timedelta(days=n),
    date: lambda n: _DAY + timedelta(days=n),
}


# Statements ----------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Statement:
    """A text with what binds each of its parameters, and what the columns' types make of the rows; `binary`: of rows that
    came in binary."""

    text: str
    binds: list[Callable[[list[Any]], Any]]
    convert: Converter | None
    binary: bool


_kept: dict[Any, Statement | None] = {}


def _statement(build: Build, fixed: Any, shape: Shape, values: list[Any]) -> Statement | None:
    mark = (build, fixed, shape)
    if mark not in _kept:
        if len(_kept) >= MOST_SHAPES:
            _kept.clear()
        _kept[mark] = _made(build, fixed, shape, [type(value) for value in values])
    return _kept.get(mark)


def _made(build: Build, fixed: Any, shape: Shape, kinds: Sequence[type]) -> Statement | None:
    """The statement of a shape, or None where it cannot be trusted to be the same for all values."""
    if not all(kind in _STAND_INS for kind in kinds):
        return None
    tries = []
    for stand_ins in ([_STAND_INS[kind](n + start) for n, kind in enumerate(kinds)] for start in (0, 5_000)):
        queryset = build(fixed, *together(shape, iter(stand_ins)))
        compiler = queryset.query.get_compiler(connection=connection)
        try:
            text, parameters = compiler.as_sql()
        except EmptyResultSet:
            return None
        tries.append((text, [_origin(parameter, stand_ins) for parameter in parameters]))
    text, origins = tries[0]
    used = {place for origin in origins for place in origin.places}
    if tries[0] != tries[1] or len(used) < len(kinds):
        return None
    convert, binary = _converter(compiler)
    return Statement(text, [origin.bind() for origin in origins], convert, binary)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a parameter comes from: one of the values, a list of them, or (without places) always the same."""

    places: tuple[int, ...]
    many: bool
    same: Any

    def bind(self) -> Callable[[list[Any]], Any]:
        """What makes the parameter of the values."""
        places, same = self.places, self.same
        if self.many:
            return lambda values: [values[place] for place in places]
        return itemgetter(places[0]) if places else lambda values: same


def _origin(parameter: Any, stand_ins: list[Any]) -> Origin:
    if isinstance(parameter, list) and parameter and all(item in stand_ins for item in parameter):
        return Origin(tuple(stand_ins.index(item) for item in parameter), True, None)
    place = next((n for n, value in enumerate(stand_ins) if isinstance(parameter, type(value)) and value == parameter), None)
    return Origin((), False, parameter) if place is None else Origin((place,), False, None)


def _converter(compiler: SQLCompiler) -> tuple[Converter | None, bool]:
    """What the object mapper does to values after fetching, such as reading JSON from text; nothing for most columns, and for
    numbers that were worked out, whole numbers."""
    converters = compiler.get_converters([column[0] for column in compiler.select])
    if not converters:
        return None, True
    whole = all(expression.output_field.get_internal_type().endswith("IntegerField") for _made, expression in converters.values())
    return lambda found: [tuple(row) for row in compiler.apply_converters(found, converters)], whole
