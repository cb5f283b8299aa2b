"""A search for words in names: which words are looked for, and what it means that all of them are found."""

import unicodedata
from collections.abc import Callable, Iterable

from django.db.models import Q

MOST_WORDS = 8  # further ones are not looked for


def words_of(search: str) -> list[str]:
    """The words that a search looks for."""
    return search.split()[:MOST_WORDS]


def all_found(search: str, found: Callable[[str], Q]) -> Q:
    """The condition that each word is found: `found(word)` says where. A search without words lets everything pass."""
    return Q(*map(found, words_of(search)))


def in_columns(*columns: str) -> Callable[[str], Q]:
    """A word is found in one of these columns, whatever its case."""

    def found(word: str) -> Q:
        condition = Q()
        for column in columns:
            condition |= Q(**{f"{column}__icontains": word})
        return condition

    return found


def all_in(search: str, texts: Iterable[str]) -> bool:
    """Whether each word is found in one of these texts, whatever its case."""
    return holding(search)(together(texts))


def together(texts: Iterable[str]) -> str:
    """Texts as `holding` looks at them: in small letters, a line each, so that no word is found across two of them."""
    return "\n".join(texts).casefold()


def holding(search: str) -> Callable[[str], bool]:
    """Whether texts (`together`) hold each word of a search; one without words is held by all."""
    first, *others = [word.casefold() for word in words_of(search)] or [""]
    return lambda texts: first in texts and all(word in texts for word in others)


def folded(text: str) -> str:
    """As people type a name to pick it: without case, nukta (फ़ is फ) and with one sign for a nasal vowel (ँ is ं).

    For names that are looked through in memory by their parts: blanks, signs and digits stay as they are. The product search
    has another (`search.language.fold`), which takes away more, to compare whole words of any script.
    """
    return unicodedata.normalize("NFD", text).replace("\u093c", "").replace("\u0901", "\u0902").casefold()
