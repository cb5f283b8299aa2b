"""Names of crafts, districts, States and kinds of goods by how their words begin, in any script; from memory."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from marketplace.kit.held import Held
from search.index import vocabulary as known
from search.language.fold import folded
from search.language.sounds import sound
from search.language.vocabulary import CATEGORY, CRAFT, DISTRICT, STATE

LEAST_SOUND = 3
"""Signs of what was heard of a beginning; fewer are heard in too many names."""
_LAST = "\U0010ffff"


class Thing(NamedTuple):
    """What is called so: its kind and key."""

    kind: str
    key: int


@dataclass(frozen=True, slots=True)
class _Beginnings:
    """All words of all names in order, and where the names are that have them."""

    words: list[str]
    names: "array[int]"

    def beginning(self, text: str) -> Iterator[int]:
        """The names that have a word that begins so."""
        first, last = bisect_left(self.words, text), bisect_left(self.words, text + _LAST)
        yield from dict.fromkeys(self.names[first:last])


@dataclass(frozen=True, slots=True)
class Names:
    """Names with what they name, as they are compared; their words by letters and by sound."""

    things: list[Thing]
    names: list[str]
    by_letters: _Beginnings
    by_sound: _Beginnings
    heard: list[tuple[str, ...]]

    def beginning(self, text: str) -> list[Thing]:
        """What has a name of which each word of the text begins one, each once: whole beginnings first, then short names. What
        only sounds so, where nothing begins so."""
        words = folded(text).split()
        if not words:
            return []
        near = (name for name in self.by_letters.beginning(words[-1]) if _holds(self.names[name].split(), words))
        start = " ".join(words)
        found = sorted(near, key=lambda name: (not self.names[name].startswith(start), len(self.names[name]), self.names[name]))
        return list(dict.fromkeys(self.things[name] for name in found or self._heard(words)))

    def _heard(self, words: list[str]) -> list[int]:
        keys = [sound(word) for word in words]
        if len(keys[-1]) < LEAST_SOUND:
            return []
        near = (name for name in self.by_sound.beginning(keys[-1]) if _holds(self.heard[name], keys))
        return sorted(near, key=lambda name: (len(self.names[name]), self.names[name]))


def _holds(has: Iterable[str], wanted: Iterable[str]) -> bool:
    parts = tuple(has)
    return all(any(part.startswith(word) for part in parts) for word in wanted)


def beginning(text: str) -> list[Thing]:
    """Everything that has such a name."""
    return _held(None).beginning(text)


def _read(_key: None) -> Names:
    """It takes some tenths of a second, once until a name changes."""
    all_names = known.vocabulary()
    kinds: dict[str, Mapping[int, tuple[str, ...]]] = {
        CRAFT: all_names.crafts, DISTRICT: all_names.districts, CATEGORY: all_names.categories, STATE: all_names.states,
    }  # fmt: skip
    things, names, heard = [], [], []
    for kind, of_kind in kinds.items():
        for key, several in of_kind.items():
            for name in dict.fromkeys(map(folded, several)):
                things.append(Thing(kind, key))
                names.append(name)
                heard.append(tuple(sound(word) for word in name.split()))
    return Names(things, names, _in_order(name.split() for name in names), _in_order(heard), heard)


def _in_order(words_of_names: Iterable[Iterable[str]]) -> _Beginnings:
    pairs = sorted((word, name) for name, words in enumerate(words_of_names) for word in words if word)
    return _Beginnings([word for word, _name in pairs], array("I", (name for _word, name in pairs)))


_held = Held(_read, *known.TABLES)
