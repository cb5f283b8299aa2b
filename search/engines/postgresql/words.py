"""All words there are, looked up by what is left of them without a letter or two."""

from collections.abc import Collection

from marketplace.kit.shapes import fetch
from search.engines.postgresql.mistyped import nearest, remnants

_NEAR = """
    SELECT asked.word, array_agg(known.word)
    FROM unnest(string_to_array(%s, ';'), string_to_array(%s, ';')) asked(word, remnants)
    JOIN search_searchword known ON known.near && string_to_array(asked.remnants, ' ')
    GROUP BY 1
"""
_HALVES = "SELECT word FROM search_searchword WHERE word = ANY(string_to_array(%s, ' '))"
_MOST = 3
_LEAST_HALF = 3


def nearest_of(words: Collection[str]) -> dict[str, list[str]]:
    """Known words that each of these may have been meant to be, the nearest first; one statement."""
    if not words:
        return {}
    asked = {word: " ".join(remnants(word)) for word in words}
    found = fetch(_NEAR, (";".join(asked), ";".join(asked.values())))
    return {word: several for word, known in found if (several := nearest(word, known, most=_MOST))}


def halves_of(word: str) -> list[tuple[str, str]]:
    """The pairs of known words that the word is if written together; one statement."""
    pairs = [(word[:cut], word[cut:]) for cut in range(_LEAST_HALF, len(word) - _LEAST_HALF + 1)]
    known = {half for (half,) in fetch(_HALVES, (" ".join({half for pair in pairs for half in pair}),))} if pairs else set()
    return [pair for pair in pairs if known.issuperset(pair)]
