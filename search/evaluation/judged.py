"""Reads the judged queries: wishes, each with what answers it and how people ask for it. All faults are told at once, each
with file and line."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marketplace.kit.text import clean
from search.evaluation.criteria import BEST, USEFUL, Criterion, ProductFacts, grades_of

FOLDER = Path(__file__).parent / "judged"
CLASSES = ("english", "hindi", "hinglish", "misspelt", "scripts")
"""How a query is written: English, Hindi in Devanagari, Hindi in Roman letters, misspelt, in one of the other scripts."""
NAMED = ("craft", "category", "district", "state", "seller")
_WORDS = (*NAMED, "name")
_FLAGS = ("gi", "odop", "women_led")
_PRICES = ("price_from", "price_to")
_OF_WISH = ("wish", "grades", *CLASSES)
_OF_CRITERION = ("grade", "attribute", *_WORDS, *_FLAGS, *_PRICES)
_HEADER = re.compile(r"\s*\[\[wish\]\]")
_DEVANAGARI = re.compile("[\u0900-\u097f]")


class Faulty(Exception):
    """What is wrong with the files: `faults`, each as file:line: what."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = list(faults)
        super().__init__("\n".join(self.faults))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wish stands: its file, the line of its header (from 1) and its lines."""

    file: str
    line: int
    lines: tuple[str, ...]

    def at(self, token: str = "") -> str:
        """file:line of the first line in it that has this text in quotes, or of its header."""
        below = (number for number, line in enumerate(self.lines) if token and (f'"{token}"' in line or f"'{token}'" in line))
        return f"{self.file}:{self.line + next(below, 0)}"


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants, the criteria of what answers it, best first, and the queries by class."""

    wish: str
    criteria: tuple[Criterion, ...]
    queries: Mapping[str, tuple[str, ...]]
    place: Place


@dataclass(frozen=True, slots=True)
class Judged:
    """One query with its class and its judgement."""

    text: str
    kind: str
    wish: Wish

    @property
    def language(self) -> str:
        """That of the pages on which it is asked: Hindi for what is typed in Devanagari."""
        return "hi" if _DEVANAGARI.search(self.text) else "en"


@dataclass(frozen=True, slots=True)
class Known:
    """The slugs that criteria may name, by the criterion's word; and the choices of attributes, by the attribute's slug."""

    slugs: Mapping[str, frozenset[str]]
    choices: Mapping[str, frozenset[str]]


def judged(folder: Path = FOLDER) -> list[Judged]:
    """All queries of the files in order. Faulty where they cannot be read."""
    return queries_of(wishes(folder))


def queries_of(found: Iterable[Wish]) -> list[Judged]:
    """Every query of the wishes."""
    return [Judged(text, kind, wish) for wish in found for kind in CLASSES for text in wish.queries.get(kind, ())]


def wishes(folder: Path = FOLDER) -> list[Wish]:
    """All wishes of the files in order; Faulty tells of all that is malformed or said twice."""
    faults: list[str] = []
    found: list[Wish] = []
    for path in sorted(folder.glob("*.toml")):
        found += _read(path, faults)
    faults += _doubled(found)
    if faults:
        raise Faulty(faults)
    return found


def unknown(found: Iterable[Wish], known: Known) -> list[str]:
    """Faults: what the criteria name that does not exist."""
    return [f"{wish.place.at(slug)}: unknown {word}: {slug}" for wish in found for word, slug in _names(wish, known)]


def unanswered(found: Iterable[Wish], catalogue: Iterable[ProductFacts]) -> list[str]:
    """Faults: wishes that no product of the catalogue answers with a useful grade, and criteria of no product."""
    products = list(catalogue)
    faults = []
    for wish in found:
        if max(grades_of(products, wish.criteria).values(), default=0) < USEFUL:
            faults.append(f"{wish.place.at()}: nothing answers: {wish.wish}")
        for number, criterion in enumerate(wish.criteria, 1):
            if not any(criterion.fits(facts) for facts in products):
                faults.append(f"{wish.place.at()}: criterion {number} fits no product: {wish.wish}")
    return faults


def _names(wish: Wish, known: Known) -> Iterator[tuple[str, str]]:
    for criterion in wish.criteria:
        for word in NAMED:
            for slug in getattr(criterion, word):
                if slug not in known.slugs[word]:
                    yield word, slug
        for attribute, choices in criterion.attribute:
            if attribute not in known.choices:
                yield "attribute", attribute
            else:
                yield from ((f"choice of {attribute}", slug) for slug in choices if slug not in known.choices[attribute])


def _read(path: Path, faults: list[str]) -> list[Wish]:
    text = path.read_text(encoding="utf-8")
    try:
        whole = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        faults.append(f"{path.name}:{line[1] if line else text.count(chr(10)) + 1}: {error}")
        return []
    faults += [f"{path.name}:1: unknown: {name}" for name in whole if name != "wish"]
    tables = whole.get("wish", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        faults.append(f"{path.name}:1: wishes begin with [[wish]]")
        return []
    return [_wish(table, place, faults) for table, place in zip(tables, _places(path.name, text), strict=False)]


def _places(file: str, text: str) -> list[Place]:
    """Where each wish of a file stands."""
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if _HEADER.match(line)]
    ends = [*starts[1:], len(lines)]
    return [Place(file, start + 1, tuple(lines[start:end])) for start, end in zip(starts, ends, strict=False)]


def _wish(table: dict[str, Any], place: Place, faults: list[str]) -> Wish:
    faults += [f"{place.at()}: unknown: {name}" for name in table if name not in _OF_WISH]
    if not isinstance(table.get("wish"), str):
        faults.append(f"{place.at()}: a wish says in a sentence what is wanted")
    criteria = table.get("grades")
    if not isinstance(criteria, list) or not criteria or not all(isinstance(one, dict) for one in criteria):
        faults.append(f"{place.at()}: grades is a list of criteria")
        criteria = []
    queries = {kind: _queries(table[kind], kind, place, faults) for kind in CLASSES if kind in table}
    if not any(queries.values()):
        faults.append(f"{place.at()}: nobody asks for it")
    return Wish(str(table.get("wish")), tuple(_criterion(one, place, faults) for one in criteria), queries, place)


def _queries(given: object, kind: str, place: Place, faults: list[str]) -> tuple[str, ...]:
    if not isinstance(given, list) or not all(isinstance(text, str) and text.strip() for text in given):
        faults.append(f"{place.at()}: {kind} is a list of queries")
        return ()
    if kind == "hindi":
        faults += [f"{place.at(text)}: not in Devanagari: {text}" for text in given if not _DEVANAGARI.search(text)]
    if kind in ("english", "hinglish"):
        faults += [f"{place.at(text)}: in Devanagari: {text}" for text in given if _DEVANAGARI.search(text)]
    return tuple(given)


def _criterion(table: dict[str, Any], place: Place, faults: list[str]) -> Criterion:
    """The criterion; where it is malformed one that fits nothing is read on with."""
    wrong = [f"{place.at()}: unknown in a criterion: {name}" for name in table if name not in _OF_CRITERION]
    grade = table.get("grade")
    if type(grade) is not int or not 0 <= grade <= BEST:
        wrong.append(f"{place.at()}: a grade is 0 to {BEST}, not {grade!r}")
    if len(table) < 2:
        wrong.append(f"{place.at()}: a criterion says something beside the grade")
    wrong += [f"{place.at()}: {name} is true or false" for name in _FLAGS if name in table and type(table[name]) is not bool]
    wrong += [f"{place.at()}: {name} is in paise" for name in _PRICES if name in table and type(table[name]) is not int]
    said: dict[str, Any] = {name: table[name] for name in (*_FLAGS, *_PRICES) if name in table}
    said |= {name: _several(name, table[name], place, wrong) for name in _WORDS if name in table}
    if "attribute" in table:
        chosen = table["attribute"] if isinstance(table["attribute"], dict) else {}
        said["attribute"] = tuple((slug, _several(slug, choices, place, wrong)) for slug, choices in chosen.items())
        wrong += [] if chosen else [f"{place.at()}: attribute.SLUG = choices"]
    faults += wrong
    return Criterion(grade=0) if wrong else Criterion(grade=int(str(grade)), **said)


def _several(name: str, given: object, place: Place, faults: list[str]) -> tuple[str, ...]:
    """One or several texts."""
    texts = [given] if isinstance(given, str) else given
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) and text.strip() for text in texts):
        faults.append(f"{place.at()}: {name} is a text or a list of texts")
        return ()
    return tuple(texts)


def _doubled(found: Iterable[Wish]) -> Iterator[str]:
    """Faults: queries that are there already, in whatever case."""
    seen: dict[str, str] = {}
    for query in queries_of(found):
        key, where = " ".join(clean(query.text).casefold().split()), query.wish.place.at(query.text)
        if key in seen:
            yield f"{where}: asked twice (also {seen[key]}): {query.text}"
        seen.setdefault(key, where)
