"""What the commands about the engines' documents say: how far a filling is, and what a comparison has found."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from search.engines.engine import Engine
from search.index.check import Drift, Pair, check, mend
from search.index.filling import Progress, fill

Say = Callable[[str], object]
EVERY = 1.0  # seconds between two lines
MOST_NAMED = 10


def refill(engine: Engine, *, by: int, say: Say, anew: bool = False) -> None:
    """Fill an engine, and say how far it is."""
    last = None
    for last in _now_and_then(fill(engine, by=by, anew=anew)):
        say(_line(engine.name, last))
    say(f"{engine.name}: {last.documents if last else 0} documents can be searched")


def compare(chosen: Iterable[Engine], *, mended: bool, say: Say) -> bool:
    """Compare engines with the catalogue, and mend what differs where that is wanted; whether anything differed."""
    found = False
    for engine in chosen:
        drift = check(engine)
        found = found or bool(drift.pairs)
        for line in _told(engine.name, drift):
            say(line)
        if drift.pairs and mended:
            left = mend(engine, drift)
            say(f"{engine.name}: {len(drift.products)} products learnt anew, {len(left.pairs)} documents still differ")
    return found


def _now_and_then(told: Iterator[Progress]) -> Iterator[Progress]:
    """The first one, the last one, and one every second."""
    said, last = float("-inf"), None
    for last in told:
        if time.monotonic() - said >= EVERY:
            said = time.monotonic()
            yield last
            last = None
    if last is not None:
        yield last


def _line(name: str, now: Progress) -> str:
    share = 100 * now.passed / now.products if now.products else 100
    left = (now.products - now.passed) * now.seconds / max(now.learnt, 1)
    return (
        f"{name}: {now.passed} of {now.products} products ({share:.0f} %), {now.documents} documents, {now.rate:.0f} a second,"
        f" about {left:.0f} s left (up to product {now.after})"
    )


def _told(name: str, drift: Drift) -> Iterator[str]:
    if not drift.pairs:
        yield f"{name}: {drift.documents} documents, none differs"
        return
    yield (
        f"{name}: of {drift.documents} documents {len(drift.missing)} are missing and {len(drift.stale)} stale;"
        f" {len(drift.superfluous)} more are superfluous"
    )
    for kind in ("missing", "stale", "superfluous"):
        pairs = sorted(getattr(drift, kind))
        if pairs:
            yield f"  {kind}: {_named(pairs)}"


def _named(pairs: Sequence[Pair]) -> str:
    named = ", ".join(f"product {product} in channel {channel}" for product, channel in pairs[:MOST_NAMED])
    return named + (f", and {len(pairs) - MOST_NAMED} more" if len(pairs) > MOST_NAMED else "")
