"""Questions asked of the one path of every search, and of Elasticsearch alone: one by one, and by several at once."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import connection

from marketplace.channels.queries import viewpoint
from marketplace.kit.paging import PageRequest
from search.asking.find import find
from search.bench.heard import Ear, Request
from search.bench.questions import Question

Thing = TypeVar("Thing")
SIZE = 24
"""Products of a page, as the shop shows them."""


@dataclass(frozen=True, slots=True)
class Times:
    """Durations in ms."""

    every: tuple[float, ...]

    @classmethod
    def of(cls, every: Iterable[float]) -> "Times":
        """These."""
        return cls(tuple(sorted(every)))

    def at(self, part: float) -> float:
        """That which so large a part stays below."""
        return self.every[min(len(self.every) - 1, int(len(self.every) * part))] if self.every else 0.0

    def __str__(self) -> str:
        return f"{self.at(0.5):7.1f} {self.at(0.95):7.1f}"


@dataclass(frozen=True, slots=True)
class Answered:
    """A question, who answered it, ms in all, and the requests to Elasticsearch that it took."""

    question: Question
    engine: str
    whole: float
    total: int
    requests: tuple[Request, ...] = ()

    @property
    def took(self) -> float:
        """Inside of Elasticsearch."""
        return sum(request.took for request in self.requests)

    @property
    def own(self) -> float:
        """What is ours: all but the requests."""
        return self.whole - sum(request.whole for request in self.requests)


def ask(question: Question, *, by: str | None = None, ear: Ear | None = None) -> Answered:
    """The first page with all facets, as the search page and the API have it."""
    if ear is not None:
        ear.heard.clear()
    began = time.perf_counter()
    answer = find(
        viewpoint(language=question.language), question.text, page=PageRequest(first=SIZE), parts=question.parts,
        order=question.order, counted=True, by=by,
    )  # fmt: skip
    whole = (time.perf_counter() - began) * 1000
    return Answered(question, answer.engine, whole, answer.total, tuple(ear.heard) if ear is not None else ())


@dataclass(slots=True)
class Load:
    """What several askers at once saw: how many questions a second were answered, ms of each, and what failed."""

    rate: float = 0.0
    times: list[float] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    engines: Counter[str] = field(default_factory=Counter)


def together(things: Sequence[Thing], deed: Callable[[Thing], str], *, threads: int, seconds: float) -> Load:
    """Have so many threads do the deed (which says who answered) with each of the things in turn, for so many seconds."""
    load, until = Load(), time.perf_counter() + seconds

    def work(turn: int) -> None:
        try:
            while (began := time.perf_counter()) < until:
                try:
                    load.engines[deed(things[turn % len(things)])] += 1
                except Exception as failure:
                    load.failures.append(failure)
                load.times.append((time.perf_counter() - began) * 1000)
                turn += threads
        finally:
            connection.close()

    began = time.perf_counter()
    askers = [threading.Thread(target=work, args=[turn]) for turn in range(threads)]
    for asker in askers:
        asker.start()
    for asker in askers:
        asker.join()
    load.rate = len(load.times) / (time.perf_counter() - began)
    return load
