"""A vocabulary as a shop has it: the places and crafts of the reference data, some categories, colours and materials."""

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from search.language.vocabulary import CATEGORY, COLOUR, CRAFT, DISTRICT, HSN, MATERIAL, STATE, Name, Vocabulary, vocabulary_of

DATA = Path(__file__).resolve().parents[2] / "marketplace/reference/data"
FURTHER = [
    *(Name(COLOUR, name, key) for key, names in {
        "red": "Red;लाल;laal;lal", "white": "White;सफ़ेद;safed", "blue": "Blue;नीला;नीली;neela;neeli",
        "black": "Black;काला;काली;kala;kali",
        "bottle-green": "Bottle green", "green": "Green;हरा;हरी;hara;hari",
    }.items() for name in names.split(";")),
    *(Name(MATERIAL, name, key) for key, names in {
        "cotton": "Cotton;सूती;suti", "silk": "Silk;सिल्क;रेशमी", "tasar-silk": "Tasar silk;टसर सिल्क", "brass": "Brass;पीतल;pital",
    }.items() for name in names.split(";")),
    *(Name(CATEGORY, name, key) for key, names in {
        "sarees-and-fabrics": "Sarees and Fabrics;Sarees;साड़ियाँ", "silk-sarees": "Silk Sarees;सिल्क साड़ियाँ", "honey": "Honey;शहद",
        "bangles": "Bangles;चूड़ियाँ",
    }.items() for name in names.split(";")),
    Name(HSN, "5007", "5007"), Name(HSN, "610510", "610510"),
]  # fmt: skip
WORDS = ["Patola", "Chanderi", "Madhubani", "Kota Doria", "Banarasi"]


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a file of the reference data."""
    with (DATA / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _named(kind: str, row: dict[str, str], *columns: str) -> Iterator[Name]:
    for column in columns:
        for name in row[column].split(";"):
            if name:
                yield Name(kind, name.rpartition(":")[2], row["slug"])


@lru_cache
def india() -> Vocabulary:
    """The vocabulary."""
    names = [
        *(name for row in rows_of("districts") for name in _named(DISTRICT, row, "name", "name_hi", "aliases", "aliases_hi")),
        *(name for row in rows_of("states") for name in _named(STATE, row, "name", "name_hi")),
        *(name for row in rows_of("crafts") for name in _named(CRAFT, row, "name", "names_hi", "names_other", "spellings")),
        *FURTHER,
    ]
    return vocabulary_of(names, words=WORDS)
