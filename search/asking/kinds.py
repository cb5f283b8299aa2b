"""What our synonyms say of crafts, colours and materials: red is lal, too, and chai is no tea of Darjeeling. Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from search.language.fold import folded
from search.language.vocabulary import CRAFT, MATERIAL, Name
from search.words.rules import stems_of

Groups = Sequence[Sequence[str]]
"""Words that mean the same."""


def named_besides(choices: Sequence[Name], others: Iterable[Name], groups: Groups) -> Iterator[Name]:
    """What else the choices of an attribute are called: the words of the group that has a name of one, those left out that name
    anything already. A group with names of several is of the one whose name comes first in it."""
    own: dict[str, Name] = {}
    for name in choices:
        own.setdefault(folded(name.name), name)
    known = own.keys() | {folded(name.name) for name in others}
    for words in groups:
        phrases = [folded(word) for word in words]
        choice = next((own[phrase] for phrase in phrases if phrase in own), None)
        if choice:
            yield from (choice._replace(name=phrase) for phrase in phrases if phrase and phrase not in known)


def without_generic(names: Iterable[Name], usual: Mapping[tuple[str, str], str], groups: Groups) -> list[Name]:
    """The names without those of crafts that say only what kind of thing it is (of Darjeeling tea, chai, which is tea), or that
    are first a material's."""
    all_names = list(names)
    alike = _alike(groups)
    materials = {folded(name.name) for name in all_names if name.kind == MATERIAL}
    kept = []
    for name in all_names:
        phrase = folded(name.name)
        if name.kind == CRAFT and (phrase in materials or _is_generic(phrase, folded(usual[name.kind, name.key]), alike)):
            continue
        kept.append(name)
    return kept


def _alike(groups: Groups) -> dict[str, set[str]]:
    """By stems, all that is in a group with a phrase."""
    alike: dict[str, set[str]] = {}
    for words in groups:
        stems = {stems_of(folded(word)) for word in words}
        for stem in stems:
            alike.setdefault(stem, set()).update(stems)
    return alike


def _is_generic(phrase: str, usual: str, alike: Mapping[str, Collection[str]]) -> bool:
    """Whether it means what the end of the usual name means, and none of the words that tell it from others of the kind."""
    stems, words = stems_of(phrase), usual.split()
    kinds = [stems_of(" ".join(words[at:])) for at in range(1, len(words))]
    if not kinds or stems == stems_of(usual) or stems_of(words[0]) in stems.split():
        return False
    return any(kind == stems or kind in alike.get(stems, ()) for kind in kinds)


def inflected(colours: Iterable[Name], others: Iterable[Name]) -> Iterator[Name]:
    """What colours are called beside things of another gender and number: नीला is नीली, too."""
    known = {folded(name.name) for name in others}
    for name in colours:
        phrase = folded(name.name)
        if phrase.endswith("ा"):
            yield from (name._replace(name=form) for end in "ीे" if (form := phrase[:-1] + end) not in known)
