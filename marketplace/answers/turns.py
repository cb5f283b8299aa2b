"""What makes answers stale: which subjects a fact concerns, and the moments at which something changes by itself.

A fact that nobody has spoken for concerns every answer.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from marketplace.news.facts import kind_of

Payload = Mapping[str, Any]
Concerns = Callable[[Payload], Iterable[str] | None]

NextAfter = TypeVar("NextAfter", bound=Callable[[datetime], datetime | None])

_concerns: dict[str, Concerns] = {}
_instants: list[Callable[[datetime], datetime | None]] = []


def concerns(fact: type, which: Concerns) -> None:
    """Say which subjects a fact makes stale, by its payload; None: every answer, nothing: none."""
    _concerns[kind_of(fact)] = which


def concerns_nobody(*facts: type) -> None:
    """Say that these facts change nothing that everybody may see."""
    for fact in facts:
        concerns(fact, lambda payload: ())


def concerns_everybody(*facts: type) -> None:
    """Say that these facts may change any answer."""
    for fact in facts:
        concerns(fact, lambda payload: None)


def is_spoken_for(kind: str) -> bool:
    """Whether somebody has said whom this kind of fact concerns."""
    return kind in _concerns


def turns_at(next_after: NextAfter) -> NextAfter:
    """Say how the next moment is found at which something that everybody may see changes without a fact."""
    _instants.append(next_after)
    return next_after


def stale_by(news: Sequence[tuple[str, Payload]]) -> set[str] | None:
    """The subjects that these facts make stale; None for all."""
    found: set[str] = set()
    for kind, payload in news:
        which = _concerns.get(kind)
        subjects = which(payload) if which is not None else None
        if subjects is None:
            return None
        found.update(subjects)
    return found


def next_turn(now: datetime) -> datetime | None:
    """The next moment at which something changes by itself."""
    return min((moment for found in _instants if (moment := found(now)) is not None), default=None)
