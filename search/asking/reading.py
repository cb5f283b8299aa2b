"""What a query asks of an engine: the words to look for, and what is plain enough to narrow the list by or to be shown."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from catalog.listing.filters import EVERYTHING, ProductFilters
from marketplace.districts.queries import point_of_pin
from search.asking.named import Named, hsn_ids, named
from search.asking.spoken import OF_ATTRIBUTES, spoken, usual_names
from search.engines.engine import MARKS, OF_ATTRIBUTE
from search.language.fold import folded, tokens
from search.language.plain import PLAIN
from search.language.roman import roman
from search.language.scripts import voiced
from search.language.understand import NOT, PIN, PRICE, Part, Understanding, understand
from search.language.vocabulary import CATEGORY, DISTRICT, HSN, PLACES, STATE
from search.words.queries import expansions

PARAMETERS = {STATE: "state", DISTRICT: "district", CATEGORY: "category"}
"""The parameters of a list's address that narrow it by such a thing's slug; `a-` and the attribute's slug for its choices."""
_OF_CHOICES = {kind: OF_ATTRIBUTE + slug for slug, kind in OF_ATTRIBUTES.items()}


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that the query says plainly, as a page may show it.

    `kind`: price, gi, odop, women, stock, pin, district, state, craft, category, colour or material. `name`: what it is called,
    in `language` (empty: the reader's); empty where the kind says it all, and for a price, whose limits `part.price` has.
    `narrows`: the list is narrowed by it (pin: what is near comes first) and its words are not looked for; else they are, and its
    usual name beside them. Its `handle`, given back in `as_words`, makes it mere words again. `says` are the parameters of a
    list's address that narrow to it; none for what has no such.
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


_MEMBERS = ("price_from", "price_to", "hsn_ids", *MARKS.values(), "district_ids", "state_ids")


def asking(query: str, language: str, *, as_words: Collection[str] = ()) -> Asking:
    """The query, read for a reader of this language; parts with one of these handles stay words."""
    read, called = _understood(query, as_words), named(language)
    near = next((part for part in read.parts if part.kind == PIN and part.sure), None)
    narrowing: dict[str, tuple[Part, ProductFilters]] = {}
    aside = [near] if near else []
    for part in read.parts:
        made = _mark(part)
        if made is not None:
            of_kind = narrowing.get(part.kind)
            narrowing[part.kind] = (part, _both_ends(of_kind[1], made) if of_kind else made)
            aside.append(part)
    places = {part.kind: (part, made) for part in read.parts if (made := _place(part, called.get((part.kind, part.key))))}
    if places and not read.words_beside([*aside, *(part for part, _filters in places.values())]):
        narrowing |= places
        aside += [part for part, _filters in places.values()]
    words = read.words_beside(aside)
    return Asking(
        words=" ".join(words),
        also=_also(words, read, aside),
        parts={kind: filters for kind, (_part, filters) in narrowing.items()},
        chips=tuple(_chips(read, aside, called)),
        near=near.key if near else "",
        understood=read,
    )


def _understood(query: str, as_words: Collection[str]) -> Understanding:
    """The query's meaning; codes that we do not know are words, and so is what is not wanted where nothing else is said."""
    read = understand(query, spoken(), as_words=as_words)
    unknown = [part.handle for part in read.parts if part.sure and _is_unknown(part)]
    if not read.words and all(part.kind == NOT for part in read.parts):
        unknown += [part.handle for part in read.parts]
    return understand(query, spoken(), as_words=[*as_words, *unknown]) if unknown else read


def _is_unknown(part: Part) -> bool:
    return point_of_pin(part.key) is None if part.kind == PIN else part.kind == HSN and not hsn_ids(part.key)


def _mark(part: Part) -> ProductFilters | None:
    """What narrows in every case: who says a price, a mark or a code takes nothing else. That a price is about so much, or no
    more than what is said, is what most mean who say no limit."""
    if part.price is not None:
        return ProductFilters(price_from=part.price.least, price_to=part.price.most)
    if not part.sure:
        return None
    if part.kind == HSN:
        return EVERYTHING.and_(hsn_ids=hsn_ids(part.key))
    return EVERYTHING.and_(**{MARKS[part.kind]: True}) if part.kind in MARKS else None


def _both_ends(one: ProductFilters, other: ProductFilters) -> ProductFilters:
    """Of a price whose ends are said apart, or of a mark that is said twice."""
    return one.and_(**{name: getattr(other, name) for name in _MEMBERS if getattr(other, name) is not None})


def _place(part: Part, thing: Named | None) -> ProductFilters | None:
    """What a place narrows to where nothing else is asked for. Beside other words its own are looked for, as those of crafts,
    colours and materials are: the first that are found are from there, and what is like them from elsewhere follows."""
    if part.sure and part.cued and thing is not None and part.kind in PLACES:
        return EVERYTHING.and_(**{f"{part.kind}_ids": [thing.id]})
    return None


def _also(words: Sequence[str], read: Understanding, aside: Collection[Part]) -> Mapping[str, tuple[str, ...]]:
    """What is looked for beside the words: others that mean the same, and the usual names of what was understood."""
    also: dict[str, tuple[str, ...]] = dict(expansions(words))
    for part in read.parts:
        phrase = " ".join(word for word in tokens(part.text) if word not in PLAIN.stop)
        name = folded(usual_names().get((part.kind, part.key), ""))
        if part not in aside and name and phrase and name != phrase:
            also[phrase] = tuple(dict.fromkeys((name, *also.get(phrase, ()))))
    for word in words:
        if other := voiced(word):
            also[word] = (*also.get(word, ()), roman(other))
    return also


def _chips(read: Understanding, narrowed: Collection[Part], called: Mapping[tuple[str, str], Named]) -> Iterator[Chip]:
    for part in read.parts:
        thing = called.get((part.kind, part.key))
        if part.kind in (PRICE, PIN, HSN, *MARKS):
            if part not in narrowed:
                continue
            name, language = (part.key if part.kind in (PIN, HSN) else ""), ""
        elif thing is not None and (part.sure or (not part.others and (part.cued or part.kind == DISTRICT))):
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
