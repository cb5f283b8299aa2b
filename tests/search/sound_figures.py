"""How well spellings of the reference data's crafts meet in one sound: `python -m tests.search.sound_figures` prints the figures.

A third of the crafts (by a checksum of their codes) was not looked at while the rules were written.
"""

import csv
import sys
import zlib
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from search.language.fold import tokens
from search.language.roman import roman
from search.language.sounds import loose_sound, sound

CRAFTS = Path(__file__).resolve().parents[2] / "marketplace/reference/data/crafts.csv"
ALIKE = 0.7  # of the letters: below that, a recorded spelling is another word for the craft, which no key can know
COMMON = Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8").split()  # that products are called by


class Craft(NamedTuple):
    """A craft's name, its Roman spellings and its names in other scripts."""

    code: str
    name: str
    spellings: list[str]
    scripts: list[str]


class Figures(NamedTuple):
    """Of so many spellings (all recorded ones; those that are alike), so many share the key."""

    recorded: int
    met: int
    alike: int
    alike_met: int
    missed: list[tuple[str, str]]


@lru_cache
def crafts() -> tuple[Craft, ...]:
    """All crafts of the reference data."""
    with CRAFTS.open(encoding="utf-8") as file:
        return tuple(
            Craft(
                row["code"],
                row["name"],
                [one for one in row["spellings"].split(";") if one],
                [one.split(":")[-1] for one in f"{row['names_hi']};{row['names_other']}".split(";") if one],
            )
            for row in csv.DictReader(file)
        )


def seen(craft: Craft) -> bool:
    """Whether the craft was looked at while the rules were written."""
    return zlib.crc32(craft.code.encode()) % 3 != 0


def runs(text: str) -> list[str]:
    """The text, and what stands in it from one word to another, written together."""
    words = tokens(text)
    return ["".join(words[begin:end]) for begin in range(len(words)) for end in range(begin + 1, len(words) + 1)]


def _alike(one: str, other: str) -> bool:
    a, b = (roman(text).replace(" ", "") for text in (one, other))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE


def _respelled(form: str, text: str) -> bool:
    """Whether what the two do not have in common is one thing spelled in two ways."""
    ours, theirs = tokens(form), tokens(text)
    mine = "".join(word for word in ours if word not in theirs)
    return bool(mine) and any(_alike(mine, run) for run in runs(" ".join(word for word in theirs if word not in ours)))


def figures(those: Iterable[Craft], key: Callable[[str], str], *, scripts: bool) -> Figures:
    """Roman spellings against the craft's name, or names in other scripts against its name and Roman spellings."""
    recorded = met = alike = alike_met = 0
    missed = []
    for craft in those:
        against = [craft.name, *(craft.spellings if scripts else [])]
        known = {key(part) for text in against for part in runs(text)}
        for form in craft.scripts if scripts else craft.spellings:
            hit = not known.isdisjoint(map(key, runs(form) if scripts else [form]))
            near = any(_respelled(form, text) for text in against)
            recorded += 1
            met += hit
            alike += near
            alike_met += near and hit
            if near and not hit:
                missed.append((craft.name, form))
    return Figures(recorded, met, alike, alike_met, missed)


def collisions(those: Iterable[Craft], key: Callable[[str], str]) -> list[tuple[str, str]]:
    """Names of different crafts with one key, and words of them that share it with a common product word."""
    named = [(craft, key(craft.name)) for craft in those]
    found = [(one.name, other.name) for (one, a), (other, b) in combinations(named, 2) if a == b]
    words = {word for craft, _key in named for word in tokens(craft.name)}
    common = {key(word): word for word in COMMON}
    for word in sorted(words):
        other = common.get(key(word), word)
        if other != word and not _alike(word, other):
            found.append((word, other))
    return found


def crowded(those: Iterable[Craft], key: Callable[[str], str]) -> list[tuple[str, str]]:
    """Pairs of words (of crafts' names, spellings and common ones) that share a key and are not alike."""
    words: dict[str, set[str]] = {}
    for word in {*COMMON, *(word for craft in those for text in [craft.name, *craft.spellings] for word in tokens(text))}:
        words.setdefault(key(word), set()).add(word)
    pairs = (pair for group in words.values() for pair in combinations(sorted(group), 2))
    return sorted(pair for pair in pairs if not _alike(*pair))


def _print(title: str, those: list[Craft], *, details: bool) -> None:
    for name, key in (("close", sound), ("loose", loose_sound)):
        for scripts in (False, True):
            found = figures(those, key, scripts=scripts)
            kind = "other scripts" if scripts else "Roman spellings"
            met, share = f"{found.met}/{found.recorded}", found.alike_met / found.alike
            alike = f"{found.alike_met}/{found.alike} = {share:.3f}"
            sys.stdout.write(f"{title:8} {name:6} {kind:16} {met} recorded, {alike} of those alike\n")
            if details:
                sys.stdout.write(f"  missed {found.missed}\n")
        clashes, shared = collisions(those, key), crowded(those, key)
        sys.stdout.write(f"{title:8} {name:6} collisions of names {len(clashes)}, pairs of words {len(shared)}\n")
        if details:
            sys.stdout.write(f"  {clashes}\n  {shared}\n")


if __name__ == "__main__":
    details = "-v" in sys.argv
    _print("seen", [craft for craft in crafts() if seen(craft)], details=details)
    _print("unseen", [craft for craft in crafts() if not seen(craft)], details="--all" in sys.argv)
    _print("all", list(crafts()), details=False)
