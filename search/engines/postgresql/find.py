"""Finds products by words: all of them, else most of them; for a word that nobody wrote, by the nearest that somebody did."""

from collections.abc import Sequence
from typing import Any

from catalog.listing.taken import census_of
from marketplace.channels.queries import Viewpoint
from marketplace.kit.shapes import fetch
from search.engines.engine import Found, Hit, Wanted
from search.engines.postgresql.counting import Narrowed, counts_of
from search.engines.postgresql.lexemes import Term, code_term, query, term, terms
from search.ranking.rules import Ranking

_RANK = "ts_rank('{0.05, 0.2, 0.5, 1}', words, %s::tsquery)"  # weights of D, C, B, A
_SEEN = "channel_id = %s AND since <= %s"
_ALL = f"""
    SELECT product_id, 4 * {_RANK} + 2 * {_RANK} + {_RANK} FROM search_searchdocument
    WHERE {_SEEN} AND words @@ %s::tsquery
    ORDER BY 2 DESC, product_id LIMIT %s
"""
_MOST = """
    SELECT product_id, %s * met + rank FROM (
        SELECT product_id, {met} AS met, {rank} AS rank FROM search_searchdocument WHERE {seen} AND words @@ %s::tsquery
    ) counted
    WHERE met >= %s ORDER BY 2 DESC, product_id LIMIT %s
"""
_KNOWN = f"EXISTS (SELECT FROM search_searchdocument WHERE {_SEEN} AND words @@ %s::tsquery)"
_NEAR = """
    SELECT word FROM search_searchword WHERE word %% %s AND abs(length(word) - %s) <= 2
    ORDER BY similarity(word, %s) DESC, word LIMIT 1
"""
_SHORTEST = 4  # letters of a word that may be mistyped
_WAYS = 3


def find(wanted: Wanted, at: Viewpoint, ranking: Ranking) -> Found:
    """What is found, in order; at most five statements, and one for each word that nothing has."""
    hits, spelled, loosely = _met(wanted, at)
    census = census_of(at)
    narrowed = Narrowed(census, wanted, census.of_products(hit.product for hit in hits))
    passing = narrowed.all
    hits = [hit for hit in hits if (place := census.places.get(hit.product)) is not None and passing >> place & 1]
    counts = counts_of(narrowed, at) if wanted.counted else None
    page = hits[wanted.skip : wanted.skip + wanted.first]
    return Found(page, len(hits), counts, spelled, loosely)


def _met(wanted: Wanted, at: Viewpoint) -> tuple[list[Hit], dict[str, str], bool]:
    text, most = wanted.text, 1_000_000
    code = code_term(text)
    if code and (found := _all([code], at, most)):
        return found, {}, False
    asked = terms(text, unfinished=wanted.unfinished)
    if not asked:
        return ([] if text.strip() else [Hit(key, 0.0) for key in census_of(at).ids]), {}, False
    found = _all(asked, at, most)
    if found:
        return found, {}, False
    mended, spelled = _mended(asked, at)
    if spelled:
        found = _all(mended, at, most)
    return found or _most_of(mended, at, most), spelled, not found


def _all(asked: Sequence[Term], at: Viewpoint, most: int) -> list[Hit]:
    ways = [query(asked, ways=number) for number in range(1, _WAYS + 1)]
    return [Hit(*row) for row in fetch(_ALL, (*ways, at.channel_id, at.at, ways[-1], most), anew=True)]


def _most_of(asked: Sequence[Term], at: Viewpoint, most: int) -> list[Hit]:
    """What has most of several words: of two it is one, of three two."""
    if len(asked) < 2:
        return []
    need = max(1, 2 * len(asked) // 3)
    each = [query([one], ways=_WAYS) for one in asked]
    any_of = query(asked, ways=_WAYS, joined=" | ")
    met = " + ".join("(words @@ %s::tsquery)::int" for _ in each)
    values: list[Any] = [1.0, *each, any_of, at.channel_id, at.at, any_of, need, most]
    return [Hit(*row) for row in fetch(_MOST.format(met=met, rank=_RANK, seen=_SEEN), values, anew=True)]


def _mended(asked: Sequence[Term], at: Viewpoint) -> tuple[list[Term], dict[str, str]]:
    """The words, the nearest known one in place of each that nothing has, and which these are."""
    spelled: dict[str, str] = {}
    mended = []
    for one, known in zip(asked, _known(asked, at), strict=True):
        near = _nearest(one.word) if len(one.word) >= _SHORTEST and not known else None
        if near is not None:
            spelled[one.word] = near
        mended.append(one if near is None else term(near))
    return mended, spelled


def _known(asked: Sequence[Term], at: Viewpoint) -> tuple[bool, ...]:
    """Which of the words something has."""
    values = [value for one in asked for value in (at.channel_id, at.at, query([one], ways=_WAYS))]
    return fetch(f"SELECT {', '.join([_KNOWN] * len(asked))}", values, anew=True)[0]


def _nearest(word: str) -> str | None:
    found = fetch(_NEAR, (word, len(word), word))
    return found[0][0] if found else None
