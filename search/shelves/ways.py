"""Where to go on from a list that has nothing: the same without filters, without a word, and what is made in India today."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalog.categories.queries import CategoryRow, tree
from catalog.listing.taken import census_of
from catalog.origin.queries import today_of
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.queries import CraftRow, crafts_by_id
from marketplace.kit.paging import PageRequest
from search.asking.find import find
from search.asking.reading import asking
from search.browse.forms import Asked
from search.browse.rules import of_the_day
from search.language.fold import folded
from search.language.plain import PLAIN
from search.shelves.facets import query_of

MOST_WORDS = 6  # each of which is left out once
MOST_WAYS = 3
CRAFTS = 8


@dataclass(frozen=True, slots=True)
class Way:
    """Other words, or the same without filters or as words only (`kind`: words, filters, plain), with how many products they
    find."""

    kind: str
    words: str
    query: str
    count: int


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways on from nothing."""

    others: list[Way]
    crafts: list[CraftRow]
    categories: tuple[CategoryRow, ...]


def ways(at: Viewpoint, asked: Asked) -> Ways:
    """The ways on; a search for each word, which only who found nothing has to wait for."""
    others = [way for way in _others(at, asked) if way.count][:MOST_WAYS]
    keys = sorted(census_of(at).keys["craft_ids"])
    crafts = crafts_by_id(of_the_day(keys, today_of(at), count=CRAFTS), at.language)
    return Ways(others, list(crafts.values()), tree(at.language).children.get(None, ()))


def _others(at: Viewpoint, asked: Asked) -> Iterator[Way]:
    if not asked.q:
        return
    bare = Asked(page=PageRequest(first=1), q=asked.q, as_words=asked.as_words)
    if asked.chosen:
        yield _way(at, "filters", bare)
    handles = tuple(chip.handle for chip in asking(asked.q, at.language, as_words=asked.as_words).chips if chip.narrows)
    if handles:
        yield _way(at, "plain", replace(bare, as_words=(*asked.as_words, *handles)))
    yield from sorted((_way(at, "words", replace(bare, q=text)) for text in fewer(asked.q)), key=_most_first)


def fewer(text: str) -> list[str]:
    """The text without each of its words once; words that are not looked for (of) do not stand alone or at the gap's end."""
    words = text.split()[:MOST_WORDS]
    left = (
        [*_without_last(words[:place], not words[place + 1 :]), *_without_last(words[place + 1 :][::-1], not place)[::-1]]
        for place, word in enumerate(words)
        if not _is_stop(word)
    )
    return list(dict.fromkeys(" ".join(rest) for rest in left if not all(map(_is_stop, rest))))


def _without_last(words: list[str], dangles: bool) -> list[str]:
    """Without the last ones that say nothing of their own, where nothing follows them any more."""
    while dangles and words and _is_stop(words[-1]):
        words = words[:-1]
    return words


def _is_stop(word: str) -> bool:
    return all(part in PLAIN.stop for part in folded(word).split())


def _way(at: Viewpoint, kind: str, asked: Asked) -> Way:
    answer = find(at, asked.q, page=asked.page, as_words=asked.as_words)
    return Way(kind, asked.q, query_of(asked), 0 if answer.loosely else answer.total)


def _most_first(way: Way) -> int:
    return -way.count
