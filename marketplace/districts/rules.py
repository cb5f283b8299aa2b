"""What the digits of a PIN code say, how far two points of the earth are apart, which name a reader is shown, and which one is
meant."""

import math
import re
from collections.abc import Mapping, Sequence

from marketplace.kit.searching import folded

_PIN = re.compile(r"[1-9][0-9]{5}")
_EARTH_KM = 6371.0088
_CALLED_DISTRICT = frozenset(map(folded, ("district", "dist", "distt", "zila", "zilla", "jila", "janpad", "ज़िला", "जनपद")))
# What the names of the reference data rest on; see marketplace/reference/data/SOURCES.md.
AS_IN_SOURCE = "as the source of the row has it"
PLACES_IN_HINDI = "third-party list of names, corrected by hand, unverified"
OUR_OWN_HINDI = "the project's own translation, not checked by a native reader"


def is_pincode(text: str) -> bool:
    """Whether the text has the form of an Indian PIN code: six digits, the first not 0."""
    return _PIN.fullmatch(text) is not None


def states_of_pin(pincode: str, by_prefix: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The States that a PIN's first three digits stand for, else its first two; none for army post offices."""
    return tuple(by_prefix.get(pincode[:3]) or by_prefix.get(pincode[:2]) or ())


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The great-circle distance of two points given in degrees, in kilometres (haversine, mean earth radius)."""
    one, two = math.radians(latitude), math.radians(other_latitude)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(min(1.0, half)))


def other_names(names: Sequence[str], names_hi: Sequence[str], name_hi: str, language: str) -> tuple[list[str], str]:
    """The other names for a reader of the language, and the language they are really in. What is the name itself in Hindi is only
    another Roman spelling of it, and no other name there."""
    if language == "hi" and names_hi:
        return [name for name in names_hi if name != name_hi], "hi"
    return list(names), "en"


def shown(name: str, name_hi: str, language: str) -> tuple[str, str]:
    """The name for a reader of the language, and the language it is really in: English where there is no Hindi."""
    return (name_hi, "hi") if language == "hi" and name_hi else (name, "en")


def bare_name(text: str) -> str:
    """What is left of a district's name as it stands in an address: without the State behind a comma, and without the word
    "district" in its spellings ("Zila Lucknow", "Lucknow Dist., U.P.")."""
    words = text.split(",")[0].split()
    return " ".join(word for word in words if folded(word.strip(".:")) not in _CALLED_DISTRICT)
