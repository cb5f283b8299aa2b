"""What workers do for the engines: have one learn what is due, when woken and by the clock."""

from marketplace.celery import app
from search.engines.all import engines
from search.index import names, notes, standing
from search.index.learning import is_due, learn_due
from search.index.wake import LEARN, note_begun, wake

BUDGET_SECONDS = 1.0
SWEEP = "search.index.sweep"
TURN = "search.index.turn"

__all__ = ["LEARN", "SWEEP", "TURN", "learn", "sweep", "turn"]


@app.task(name=LEARN)  # type: ignore[untyped-decorator]
def learn(engine: str) -> None:
    """Have the engine learn what is due, for about a second; where there is more, somebody goes on."""
    note_begun(engine)
    notes.share_out()
    known = engines().get(engine)
    if known is not None and learn_due(known, budget=BUDGET_SECONDS).more:
        wake(engine)


@app.task(name=SWEEP)  # type: ignore[untyped-decorator]
def sweep() -> None:
    """Each second: see which names have changed, and wake who has an engine learn where a wake-up was missed, or a try failed."""
    names.notice_names()
    notes.share_out()
    for engine in engines():
        if is_due(engine):
            wake(engine)


@app.task(name=TURN)  # type: ignore[untyped-decorator]
def turn() -> None:
    """Each night: who ceases to be a new seller."""
    standing.turn_all()
