"""Finds products by words: all of them, else most of them; for a word that nobody wrote, by the nearest that somebody did."""

from catalog.listing.taken import census_of
from marketplace.channels.queries import Viewpoint
from search.engines.counting import counts_of
from search.engines.engine import Found, Hit, Wanted
from search.engines.postgresql.meeting import APART, Meeting, meet
from search.engines.postgresql.narrowed import narrowed_by
from search.engines.postgresql.order import Placed, ordered
from search.engines.postgresql.planes import Planes, in_bytes, number, product, total
from search.engines.postgresql.scoring import SCALE, Scored, everything, scored
from search.engines.postgresql.standing import Lift, Standing, standing
from search.ranking.rules import Ranking


def find(wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
    """What is found, in order; at most five statements, and one for each new census."""
    census = census_of(at)
    narrowed = narrowed_by(wanted, census)
    met = meet(wanted, census, at)
    fits = scored(met, narrowed.base, narrowed.all, len(census.ids), ranking.weights) if met.terms else everything(met.everything)
    narrowed.keep(fits.found)
    stands = standing(census, at)
    lift = stands.lifts(ranking, at)
    page = ordered(wanted, narrowed.all, _lifted(fits.text, lift), stands)
    return Found(
        _hits(page, fits, stands, lift, met if wanted.matched else None),
        narrowed.all.bit_count(),
        counts_of(narrowed, at) if wanted.counted else None,
        met.spelled,
        fits.loosely,
    )


def _lifted(text: Planes, lift: Lift) -> Planes:
    """How well the words fit, times what lifts each product."""
    scores = product(text, lift.planes)
    total(scores, text, lift.shift)
    return scores


def _hits(page: list[Placed], fits: Scored, stands: Standing, lift: Lift, met: Meeting | None) -> list[Hit]:
    size = len(stands.census.ids)
    text = in_bytes(fits.text, size)
    parts = _parts(met, size) if met else {}
    return [
        Hit(
            stands.census.ids[place],
            score / (SCALE << lift.shift),
            number(text, place) / SCALE,
            stands.sellers[place],
            bool(stands.small[place]),
            tuple(part for part, has in parts.items() if has[place >> 3] >> (place & 7) & 1),
        )
        for place, score in page
    ]


def _parts(met: Meeting, size: int) -> dict[str, bytes]:
    """By part, who has one of the words in it."""
    found: dict[str, int] = {}
    for term in met.terms:
        for (part, _way), bits in term.levels.items():
            if part != APART:
                found[part] = found.get(part, 0) | bits
    return dict(zip(found, in_bytes(found.values(), size), strict=True))
