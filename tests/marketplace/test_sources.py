"""What people read of where a row is from: issuer, date, and whether we checked; nothing of our own workshop."""

import csv

import pytest

from marketplace.districts.sources import Issued, Told, all_told, told
from marketplace.reference.load import DATA


@pytest.mark.parametrize(
    ("source", "issued", "checked"),
    [
        ("DPIIT ODOP list (9 June 2023), via repo someone/something", [("DPIIT", "2023-06-09")], False),
        ("DPIIT ODOP list (19 December 2027)", [("DPIIT", "2027-12-19")], True),
        ("MoFPI PMFME ODOP list (13 March 2024), via repo a/b", [("PMFME", "2024-03-13")], False),
        ("DPIIT ODOP portal list (primary product per district, 2025), via repo a/b-quiz", [("DPIIT_PORTAL", "2025")], False),
        (
            "Rajasthan state ODOP list (41 districts), via a public repository (rajasthan_odop table); unverified",
            [("RAJASTHAN", "")], False,
        ),
        ("news reports on UP ODOP additions (May 2025, 12 additions)", [("UP_NEWS", "2025-05")], False),
        (
            "compiled from general knowledge, unverified; news reports on UP ODOP additions (page dated 2022-04-20)",
            [("OURSELVES", ""), ("UP_NEWS", "2022-04-20")], False,
        ),
        (
            "compiled from general knowledge, unverified; matches a DPIIT list entry for the district",
            [("OURSELVES", ""), ("DPIIT_MATCH", "")], False,
        ),
        ("GI Registry list of registered GIs (697 serials), via repo a/Visualizing-India-s-GIs", [("GI_REGISTRY", "")], False),
        ("demonstration data", [("DEMONSTRATION", "")], True),
    ],
)  # fmt: skip
def test_a_source_is_told_by_issuer_and_date(source: str, issued: list[tuple[str, str]], checked: bool) -> None:
    assert told(source) == Told(tuple(Issued(issuer, "", date) for issuer, date in issued), checked)


def test_other_words_stand_as_they_are_without_the_copy_they_were_read_from() -> None:
    assert told("Gazette of Assam, 4 May 2024") == Told((Issued("", "Gazette of Assam, 4 May 2024", ""),), True)
    assert told("List of Assam, via repo a/b") == Told((Issued("", "List of Assam", ""),), False)
    assert told("List of Assam, unverified") == Told((Issued("", "List of Assam", ""),), False)
    assert told("") == Told((), True)


def test_sources_that_say_the_same_are_told_once() -> None:
    several = ["DPIIT ODOP list (9 June 2023), via repo a/b", "", "DPIIT ODOP list (9 June 2023), via repo c/d", "Gazette"]
    assert [one.issued[0].issuer for one in all_told(several)] == ["DPIIT", ""]


@pytest.mark.parametrize("file", ["odop_products.csv", "gi_tags.csv"])
def test_every_source_of_the_reference_data_has_an_issuer_and_is_unchecked(file: str) -> None:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        sources = {row["source"] for row in csv.DictReader(lines)}
    assert sources
    for source in sources:
        said = told(source)
        assert said.issued and all(one.issuer and not one.words for one in said.issued), source
        assert not said.checked, source
