"""What a query asks of an engine: the words to look for, and what is plain enough to narrow the list by or to be shown."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from catalog.listing.filters import EVERYTHING, ProductFilters
from search.asking.named import Named, named
from search.asking.spoken import OF_ATTRIBUTES, spoken
from search.language.understand import PIN, PRICE, Part, Understanding, understand
from search.language.vocabulary import CATEGORY, DISTRICT, STATE
from search.words.queries import expansions

MARKS = {"gi": "gi", "odop": "odop", "women": "women_led", "stock": "stocked"}
"""Parts that are a mark, and the member of ProductFilters that each is."""
PARAMETERS = {STATE: "state", DISTRICT: "district", CATEGORY: "category"}
"""The parameters of a list's address that narrow it by such a thing's slug; `a-` and the attribute's slug for its choices."""
_OF_CHOICES = {kind: f"a-{slug}" for slug, kind in OF_ATTRIBUTES.items()}


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that the query says plainly, as a page may show it.

    `kind`: price, gi, odop, women, stock, pin, district, state, craft, category, colour or material. `name`: what it is called,
    in `language` (empty: the reader's); empty where the kind says it all, and for a price, whose limits `part.price` has.
    `narrows`: the list is narrowed by it (pin: what is near comes first) and its words are not looked for; its `handle`, given
    back in `as_words`, makes it words again. Else its words are looked for as they stand. `says` are the parameters of a list's
    address that narrow to it; none for what has no such.
    """

    kind: str
    handle: str
    name: str
    language: str
    narrows: bool
    says: tuple[tuple[str, str], ...]
    part: Part


@dataclass(frozen=True, slots=True)
class Asking:
    """How a query is taken: `words` to look for beside what else means the same (`also`, as in `Wanted.also`), what it narrows to
    (`parts`, named as in `Wanted.parts`), what a page may show of it, and the PIN code that it names (or "")."""

    words: str
    also: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, ProductFilters]
    chips: tuple[Chip, ...]
    near: str
    understood: Understanding

    @property
    def filters(self) -> ProductFilters:
        """All parts at once; no two of them set the same member."""
        found = EVERYTHING
        for part in self.parts.values():
            found = found.and_(**{name: getattr(part, name) for name in _MEMBERS if getattr(part, name) is not None})
        return found


_MEMBERS = ("price_from", "price_to", *MARKS.values(), "district_ids", "state_ids")


def asking(query: str, language: str, *, as_words: Collection[str] = ()) -> Asking:
    """The query, read for a reader of this language; parts with one of these handles stay words."""
    read, called = understand(query, spoken(), as_words=as_words), named(language)
    narrowing: dict[str, tuple[Part, ProductFilters]] = {}
    for part in read.parts:
        made = _narrower(part, called.get((part.kind, part.key)))
        if made is not None:
            narrowing.setdefault(part.kind, (part, made))
    near = next((part for part in read.parts if part.kind == PIN and part.sure), None)
    narrowed = [part for part, _filters in narrowing.values()] + ([near] if near else [])
    words = read.words_beside(narrowed)
    return Asking(
        words=" ".join(words),
        also=expansions(words),
        parts={kind: filters for kind, (_part, filters) in narrowing.items()},
        chips=tuple(_chips(read, narrowed, called)),
        near=near.key if near else "",
        understood=read,
    )


def _narrower(part: Part, thing: Named | None) -> ProductFilters | None:
    """What it narrows to, if nothing that was meant is lost by that: a place only where it is said to be one, as products are
    called by places, too; of crafts, colours and materials the words are looked for, which find what was not marked so."""
    if not part.sure:
        return None
    if part.price is not None:
        return ProductFilters(price_from=part.price.least, price_to=part.price.most)
    if part.kind in MARKS:
        return EVERYTHING.and_(**{MARKS[part.kind]: True})
    if part.cued and thing is not None and part.kind in (DISTRICT, STATE):
        return EVERYTHING.and_(**{f"{part.kind}_ids": [thing.id]})
    return None


def _chips(read: Understanding, narrowed: Collection[Part], called: Mapping[tuple[str, str], Named]) -> Iterator[Chip]:
    for part in read.parts:
        thing = called.get((part.kind, part.key))
        if part.kind in (PRICE, PIN, *MARKS):
            name, language = (part.key if part.kind == PIN else ""), ""
        elif thing is not None and (part.sure or part.cued or part.kind == DISTRICT):
            name, language = thing.name, thing.language
        else:
            continue
        yield Chip(part.kind, part.handle, name, language, part in narrowed, _says(part), part)


def _says(part: Part) -> tuple[tuple[str, str], ...]:
    if part.price is not None:
        limits = (("from", part.price.least), ("to", part.price.most))
        return tuple((name, f"{minor / 100:.10g}") for name, minor in limits if minor is not None)
    if part.kind in MARKS:
        return ((part.kind, "1"),)
    name = PARAMETERS.get(part.kind) or _OF_CHOICES.get(part.kind)
    return ((name, part.key),) if name else ()
