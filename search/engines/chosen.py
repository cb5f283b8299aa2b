"""Which engine answers: Elasticsearch where there is one and it answers in time, otherwise PostgreSQL; nobody waits for the one
that fails, or sees an error of it."""

import logging
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.conf import settings
from django.db import connection

from catalog.listing.taken import census_of
from marketplace.channels.queries import Viewpoint
from marketplace.kit.reads import lasts
from search.engines.all import engines
from search.engines.breaker import Breaker
from search.engines.engine import Engine, EngineDown, Found, Wanted
from search.ranking.rules import Ranking

ALWAYS, FIRST = "postgresql", "elasticsearch"
READY = 30.0
"""Seconds, so often is what PostgreSQL answers with made ready, while it is not asked."""
BEHIND = 3.0
"""Seconds that an answer with a search in it is kept at most (marketplace/answers): an engine learns of a change a moment after
the news of it, and what was asked in between must not stay."""

logger = logging.getLogger(__name__)
_breakers: dict[str, Breaker] = {}
_ready_at: dict[int, float] = {}  # by channel


class _Question(NamedTuple):
    wanted: Wanted
    at: Viewpoint
    ranking: Ranking

    def put_to(self, engine: Engine) -> Found:
        return engine.find(self.wanted, self.at, self.ranking)


@dataclass(slots=True)
class Asked:
    """The engines, asked from a viewpoint by the parameters of a ranking. `by`: this engine and no other is to answer, whatever
    it costs; `engine`: who has answered last."""

    at: Viewpoint
    ranking: Ranking
    by: str | None = None
    engine: str = ""

    def find(self, wanted: Wanted) -> Found:
        """What is found. EngineDown only from an engine that was to answer by itself."""
        lasts(BEHIND)
        question, known = _Question(wanted, self.at, self.ranking), engines()
        if self.by is not None:
            self.engine = self.by
            return question.put_to(known[self.by])
        found = _first(known[FIRST], question) if FIRST in known else None
        self.engine = ALWAYS if found is None else FIRST
        return question.put_to(known[ALWAYS]) if found is None else found


def answering() -> str:
    """The name of the engine that would answer now."""
    return FIRST if settings.ELASTICSEARCH_URL and breaker().is_closed else ALWAYS


def breaker() -> Breaker:
    """The one before Elasticsearch, by its address."""
    url = settings.ELASTICSEARCH_URL
    return _breakers.get(url) or _breakers.setdefault(url, Breaker(FIRST, time.monotonic))


def _first(engine: Engine, question: _Question) -> Found | None:
    """What the first engine finds; None where it is left alone or fails."""
    before = breaker()
    if before.is_closed:
        return _tried(engine, question, before)
    if before.may_try():
        small = question._replace(wanted=replace(question.wanted, skip=0, first=1, counted=False, matched=False))
        try:
            threading.Thread(target=_beside, args=(engine, small, before), name="search-again", daemon=True).start()
        except RuntimeError as error:  # no thread to be had now
            before.failed(error)
    return None


def _tried(engine: Engine, question: _Question, before: Breaker) -> Found | None:
    """What it finds; an answer that comes late is one, but counts as a failure."""
    began = time.monotonic()
    try:
        found = question.put_to(engine)
    except EngineDown as error:
        before.failed(error)
        return None
    _keep_ready(question.at)
    took = time.monotonic() - began
    if took > settings.ELASTICSEARCH_TIMEOUT_MS / 1000:
        before.failed(f"an answer took {took:.1f} s")
    else:
        before.succeeded()
    return found


def _keep_ready(at: Viewpoint) -> None:
    """Have the census at hand that PostgreSQL's engine asks, so that nobody waits for it when it must answer, nor now."""
    now = time.monotonic()
    if not settings.HELD_SECONDS or now - _ready_at.get(at.channel_id, -READY) < READY:
        return
    _ready_at[at.channel_id] = now
    with suppress(RuntimeError):  # no thread to be had now
        threading.Thread(target=_take_census, args=(at,), name="ready", daemon=True).start()


def _take_census(at: Viewpoint) -> None:
    try:
        census_of(at)
    except Exception:
        logger.exception("making ready for %s", ALWAYS)
    finally:
        connection.close()


def _beside(engine: Engine, question: _Question, before: Breaker) -> None:
    """The question by which it is seen if the engine is there again: nobody waits for it."""
    try:
        _tried(engine, question, before)
    except Exception as error:
        before.failed(error)
        logger.exception("asking %s again", engine.name)
    finally:
        connection.close()
