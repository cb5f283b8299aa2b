"""Fills sentences in English and Hindi; Hindi words in braces agree with the noun: {बना} is बनी for a feminine one."""

import re
from collections.abc import Mapping

_SLOT = re.compile(r"\{([^{}]+)\}")
# What does not follow the rule -ā, -ī, -e, -ī: masculine, feminine, masculine plural, feminine plural.
_IRREGULAR = {
    "है": ("है", "है", "हैं", "हैं"),
    "यह": ("यह", "यह", "ये", "ये"),
    "इस": ("इस", "इस", "इन", "इन"),
    "इसे": ("इसे", "इसे", "इन्हें", "इन्हें"),
    "किया": ("किया", "की", "किए", "की"),
    "गया": ("गया", "गई", "गए", "गई"),
    "हुआ": ("हुआ", "हुई", "हुए", "हुई"),
}
_GENDERS = ("m", "f", "mp", "fp")


def agreeing(word: str, gender: str) -> str:
    """The word's form for a noun of this gender and number (m, f, mp, fp)."""
    place = _GENDERS.index(gender)
    if word in _IRREGULAR:
        return _IRREGULAR[word][place]
    if not word.endswith("ा"):
        raise ValueError(f"{word} does not change, or how is not known")
    if word.endswith("िया"):
        raise ValueError(f"{word} does not follow the rule")
    if word.endswith("ाया"):
        return word[:-2] + ("या", "ई", "ए", "ई")[place]
    return word[:-1] + ("ा", "ी", "े", "ी")[place]


def fill(sentence: str, values: Mapping[str, str], *, gender: str = "m", female: bool = False) -> str:
    """The sentence with the values in its slots; other slots hold Hindi words that agree, or {woman:her form|his form}."""

    def slot(found: re.Match[str]) -> str:
        word = found.group(1)
        if word in values:
            return fill(values[word], values, gender=gender, female=female)
        if word.startswith("woman:"):
            hers, his = word.removeprefix("woman:").split("|")
            return hers if female else his
        return agreeing(word, gender)

    return _SLOT.sub(slot, sentence)
