"""Where the words of a question are met: for each of them the products that have it, by part and way; read in few statements."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from catalog.listing.census import Census
from marketplace.channels.queries import Viewpoint
from search.engines.engine import Wanted
from search.engines.postgresql.asked import Term, terms_of, whole_code
from search.engines.postgresql.lexemes import CLOSE, CODE, LOOSE, WRITTEN, Met, coded, meetings
from search.engines.postgresql.mistyped import LEAST
from search.engines.postgresql.postings import found_by, seen
from search.engines.postgresql.words import halves_of, nearest_of

SAME = LOOSE + 1
"""A further way: another word that means the same."""
APART = "apart"
"""In place of a part: the words of another phrase, each in another part."""


@dataclass(slots=True)
class MetTerm:
    """A word with the products that have it, by part and way."""

    word: str
    levels: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def either(self) -> int:
        """All products that have it."""
        found = 0
        for bits in self.levels.values():
            found |= bits
        return found

    def keep_surest(self) -> None:
        """What only sounds half alike is left out where something is better met."""
        if any(way != LOOSE for _part, way in self.levels):
            self.levels = {(part, way): bits for (part, way), bits in self.levels.items() if way != LOOSE}

    def add(self, part: str, way: int, bits: int) -> None:
        """These have it so."""
        if bits:
            self.levels[part, way] = self.levels.get((part, way), 0) | bits


@dataclass(frozen=True, slots=True)
class Meeting:
    """The words that something has; `unmet` are those that nothing has, or only what sounds half alike, `spelled` what was looked
    for in place of others. Without words, everything that may be seen is in `everything`."""

    terms: list[MetTerm]
    unmet: list[str] = field(default_factory=list)
    spelled: dict[str, str] = field(default_factory=dict)
    everything: int = 0


def meet(wanted: Wanted, census: Census, at: Viewpoint) -> Meeting:
    """What the text meets. At most four statements, and one for each word that nothing is like."""
    asked = terms_of(wanted)
    if not asked:
        return Meeting([], everything=0 if wanted.text.strip() else seen(census, at))
    code = whole_code(wanted.text)
    found = found_by([*_queries(asked), *([coded(code).query] if code else ())], census, at)
    if code and (bits := found.get(coded(code).query, 0)):
        return Meeting([MetTerm(code, {(CODE, WRITTEN): bits})])
    met = [_met(term, found) for term in asked]
    if _may_be_begun(asked[-1], met[-1]):
        begun = replace(asked[-1], begun=True)
        met[-1] = _met(begun, found_by(list(_queries([begun])), census, at))
    fixed = {term.word for term in asked if term.known}
    lost = [term.word for term in met if not term.levels and term.word not in fixed and _may_be_mistyped(term.word)]
    spelled = _mended(lost, census, at)
    met = [spelled.get(term.word, term) for term in met]
    return Meeting(
        [term for term in met if term.levels],
        [term.word for term in met if all(way == LOOSE for _part, way in term.levels)],
        {word: instead.word for word, instead in spelled.items()},
    )


def _may_be_begun(asked: Term, met: MetTerm) -> bool:
    """A last word that nothing has as it is written may be the beginning of one, which is likelier than a slip."""
    written = any(way in (WRITTEN, SAME) for _part, way in met.levels)
    return not written and not asked.begun and not asked.known and _may_be_mistyped(asked.word)


def _may_be_mistyped(word: str) -> bool:
    return len(word) >= LEAST and not any(map(str.isdigit, word))


def _queries(asked: Iterable[Term]) -> Iterable[str]:
    for term in asked:
        yield from (met.query for met in _ways(term))
        yield from (met.query for words in term.others for word in words for met in _other_ways(word, heard=words in term.heard))
        yield from (coded(code).query for code in term.codes)


def _met(term: Term, found: dict[str, int]) -> MetTerm:
    met = MetTerm(term.word)
    for part, way, query in _ways(term):
        met.add(part, way, found.get(query, 0))
    for code in term.codes:
        met.add(CODE, WRITTEN, found.get(coded(code).query, 0))
    for words in term.others:
        _add_other(met, words, found, heard=words in term.heard)
    met.keep_surest()
    return met


def _ways(term: Term) -> Iterator[Met]:
    met = meetings(term.word, begun=term.begun)
    return (one for one in met if one.way == WRITTEN) if term.known and not term.begun else met


def _other_ways(word: str, *, heard: bool) -> Iterator[Met]:
    return (met for met in meetings(word) if met.way <= (CLOSE if heard else WRITTEN))


def _add_other(met: MetTerm, words: tuple[str, ...], found: dict[str, int], *, heard: bool) -> None:
    """Products that have all these words, in one part or each in another."""
    by_part: dict[str, int] = {}
    together = -1
    for place, word in enumerate(words):
        one = MetTerm(word)
        for part, _way, query in _other_ways(word, heard=heard):
            one.add(part, SAME, found.get(query, 0))
        here = {part: bits for (part, _way), bits in one.levels.items()}
        by_part = {part: bits & by_part.get(part, 0) for part, bits in here.items()} if place else here
        together &= one.either
    for part, bits in by_part.items():
        met.add(part, SAME, bits)
        together &= ~bits
    met.add(APART, SAME, together if words else 0)


def _mended(words: list[str], census: Census, at: Viewpoint) -> dict[str, MetTerm]:
    """For each of these words that nothing has, the nearest that something has, or the two that it is made of."""
    near = nearest_of(words)
    candidates = {word: [Term(instead) for instead in near.get(word, ())] or _halves(word) for word in words}
    found = found_by(list(_queries(chain.from_iterable(candidates.values()))), census, at)
    met = {word: [_met(term, found) for term in several] for word, several in candidates.items()}
    return {word: first for word, several in met.items() if (first := next((one for one in several if one.levels), None))}


def _halves(word: str) -> list[Term]:
    return [Term(f"{first} {second}", others=[(first, second)]) for first, second in halves_of(word)]
