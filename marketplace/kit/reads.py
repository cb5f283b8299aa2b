"""What a request has read, as subjects such as "product:72", so that an answer which is kept knows what makes it stale.

While something records, each SQL statement is looked at: the tables in it say what it depends upon. Without more, that is
everything of a kind ("products"). A resolver whose parents are known things depends on these things only.
What no table stands for here is not recorded: changes of that are taken to concern every answer.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import connection

_current: ContextVar["Reads | None"] = ContextVar("reads", default=None)


class Table(NamedTuple):
    """Statements with `mark` in them depend on `subject`, or on the things of `kind` that they are known to be about."""

    mark: str
    subject: str
    kind: str


_tables: list[Table] = []
_parents: dict[type, tuple[str, Callable[[Any], int | None]]] = {}


def table(mark: str, *, subject: str, kind: str) -> None:
    """Say what statements with this (part of a) table's name depend upon."""
    _tables.append(Table(mark, subject, kind))


def parent(cls: type, *, kind: str, key: Callable[[Any], int | None]) -> None:
    """Say which thing the resolvers of such a parent read about, and of no other of its kind; None: that is not known."""
    _parents[cls] = (kind, key)


@dataclass
class Reads:
    """The subjects read so far; `about` are the things that statements are known to concern, by kind. `lasts`: seconds that the
    answer is good for at most, whatever is heard of its subjects."""

    subjects: set[str]
    about: dict[str, set[str]]
    lasts: float = math.inf

    def note(self, sql: str) -> None:
        """Take a statement's tables into account."""
        for mark, subject, kind in _tables:
            if mark in sql:
                self.subjects.update(self.about.get(kind, (subject,)))

    @contextmanager
    def of(self, kind: str, keys: Sequence[int | None]) -> Iterator[None]:
        """Inside, statements concern these things of the kind and no others."""
        before = self.about
        self.about = {**before, kind: {f"{kind}:{key}" for key in keys}}
        try:
            yield
        finally:
            self.about = before


def lasts(seconds: float) -> None:
    """Say that what was read here may be behind its subjects: the answer is good for so long, and no longer."""
    reads = _current.get()
    if reads is not None:
        reads.lasts = min(reads.lasts, seconds)


@contextmanager
def recording() -> Iterator[Reads]:
    """Record what is read inside, in this thread."""
    reads = Reads(set(), {})

    def look(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        reads.note(str(sql))
        return execute(sql, params, many, context)

    token = _current.set(reads)
    try:
        with connection.execute_wrapper(look):
            yield reads
    finally:
        _current.reset(token)


@contextmanager
def by_parents(parents: Sequence[Any]) -> Iterator[None]:
    """Inside, statements concern the things that these parents are, where that is known of their class."""
    reads = _current.get()
    known = _parents.get(type(parents[0])) if reads is not None and parents else None
    if reads is None or known is None:
        yield
        return
    kind, key = known
    keys = [key(parent) for parent in parents]
    if None in keys:
        yield
        return
    with reads.of(kind, keys):
        yield


def is_recorded() -> bool:
    """Whether anybody wants to know."""
    return _current.get() is not None


@contextmanager
def one(kind: str) -> Iterator[Callable[[int], None]]:
    """For a look-up of one thing by a name of it: call what is given with its key, if it is found, and the answer depends
    on that thing alone; otherwise on all of the kind."""
    reads = _current.get()
    if reads is None:
        yield lambda key: None
        return
    aside = Reads(set(), dict(reads.about))
    found: list[int] = []
    token = _current.set(aside)
    before, reads.subjects = reads.subjects, aside.subjects
    try:
        yield found.append
    finally:
        _current.reset(token)
        reads.subjects = before
        reads.lasts = min(reads.lasts, aside.lasts)
        reads.subjects.update({f"{kind}:{key}" for key in found} or aside.subjects)
