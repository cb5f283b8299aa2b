"""How well a listing is made, of what is told of the product: a share of 1. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

SHARES: Mapping[str, float] = MappingProxyType(
    {"pictures": 0.25, "about": 0.2, "languages": 0.2, "traits": 0.15, "declared": 0.1, "origin": 0.1}
)
"""What each part counts, of 1."""
FULL_PICTURES = 4
FULL_ABOUT = 400  # characters of the longest description
FULL_LANGUAGES = 2
FULL_TRAITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What there is of a listing. `pictures` that may be shown; `about`: characters of its longest description; `languages` in
    which it has a name; `traits`: choices of attributes; `declared`: the law's words (generic name, maker and address, care of
    consumers) that are there, a share of 1; `origin`: its craft, GI or designation is named."""

    pictures: int
    about: int
    languages: int
    traits: int
    declared: float
    origin: bool


def parts(made: Made) -> dict[str, float]:
    """How much of each part there is, a share of 1."""
    return {
        "pictures": _share(made.pictures, FULL_PICTURES),
        "about": _share(made.about, FULL_ABOUT),
        "languages": _share(made.languages, FULL_LANGUAGES),
        "traits": _share(made.traits, FULL_TRAITS),
        "declared": made.declared,
        "origin": float(made.origin),
    }


def quality(made: Made) -> float:
    """All parts together, to four places, so that it is the same number wherever it is kept."""
    found = parts(made)
    return round(sum(SHARES[name] * found[name] for name in SHARES), 4)


def _share(count: int, full: int) -> float:
    return min(count, full) / full
