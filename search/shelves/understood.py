"""What the words of a search say plainly, as a page shows it: each with the way to take it back, or to narrow the list to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from search.asking.reading import Asking
from search.asking.reading import Chip as Part
from search.browse.forms import Asked
from search.language.vocabulary import CRAFT
from search.shelves.facets import query_of


@dataclass(frozen=True, slots=True)
class Understood:
    """A part of the words. `name` in `language` (empty: the reader's); prices in minor units. `query`: the list without it."""

    kind: str
    name: str
    language: str
    least: int | None
    most: int | None
    query: str


@dataclass(frozen=True, slots=True)
class Narrower:
    """What the words speak of, by its kind and slug, and the query of the list that has nothing else: none for a craft, which
    has a page of its own."""

    kind: str
    slug: str
    name: str
    language: str
    query: str


def understood(asked: Asked, read: Asking) -> list[Understood]:
    """All that is plain. What narrows the list is taken back by its handle, and its words are looked for; of the rest, which are
    looked for as they stand, the words are left out."""
    return [_way_back(asked, part) for part in read.chips]


def _way_back(asked: Asked, part: Part) -> Understood:
    price = part.part.price
    if part.narrows:
        without = replace(asked, as_words=tuple(sorted({*asked.as_words, part.handle})))
    else:
        left = f"{asked.q[: part.part.start]} {asked.q[part.part.end :]}"
        without = replace(asked, q=" ".join(left.split()))
    least, most = (price.least, price.most) if price else (None, None)
    return Understood(part.kind, part.name or part.part.text, part.language, least, most, query_of(without))


def narrowers(asked: Asked, read: Asking) -> list[Narrower]:
    """What the list is not narrowed to yet, though the words speak of it."""
    return list(_narrowers(asked, read))


def _narrowers(asked: Asked, read: Asking) -> Iterator[Narrower]:
    seen: set[object] = set()
    for part in read.chips:
        if part.kind == CRAFT and part.handle not in seen:
            seen.add(part.handle)
            yield Narrower(part.kind, part.part.key, part.name, part.language, "")
        to = _set(asked, dict(part.says)) if not part.narrows and part.says else asked
        if to != asked and part.says not in seen:
            seen.add(part.says)
            yield Narrower(part.kind, part.part.key, part.name, part.language, query_of(to))


def _set(asked: Asked, says: dict[str, str]) -> Asked:
    """The list narrowed to this; the same where it is narrowed so, or otherwise, already."""
    plain = {name: value for name, value in says.items() if name in ("category", "state", "district")}
    if any(getattr(asked, name) for name in plain):
        return asked
    known = dict(asked.choices)
    choices = {name.removeprefix("a-"): value for name, value in says.items() if name.startswith("a-")}
    if any(name in known for name in choices):
        return asked
    more = {**known, **{name: (value,) for name, value in choices.items()}}
    return replace(asked, **plain, choices=tuple(sorted(more.items())))  # type: ignore[arg-type]
