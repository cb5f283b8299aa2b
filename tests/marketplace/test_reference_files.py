"""The reference files as they are committed: their words are in the right script, their maps fit their tables."""

import csv
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from marketplace.reference.load import DATA, check

_HINDI = re.compile(r"[\u0900-\u097f0-9 ,./()&'’–-]+")


def _rows(file: str) -> list[dict[str, str]]:
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _features(file: str) -> list[dict[str, Any]]:
    features: list[dict[str, Any]] = json.loads((DATA / "maps" / file).read_text(encoding="utf-8"))["features"]
    return features


def _points(shape: Any) -> Iterator[tuple[float, float]]:
    if isinstance(shape[0], int | float):
        yield shape[0], shape[1]
        return
    for part in shape:
        yield from _points(part)


def test_the_files_are_in_order_without_a_database() -> None:
    assert len(check()) == 2  # the two army post offices


@pytest.mark.parametrize(
    ("file", "column", "least"),
    [
        ("states.csv", "name_hi", 36), ("districts.csv", "name_hi", 771), ("odop_products.csv", "product_hi", 1900),
        ("gi_tags.csv", "name_hi", 520), ("crafts.csv", "names_hi", 177),
    ],
)  # fmt: skip
def test_hindi_is_written_in_devanagari(file: str, column: str, least: int) -> None:
    words = [row[column].replace(";", "") for row in _rows(file) if row[column]]
    assert len(words) >= least
    assert [word for word in words if not _HINDI.fullmatch(word)] == []


def test_one_english_designation_has_one_hindi_name() -> None:
    hindi: dict[str, set[str]] = {}
    for row in _rows("odop_products.csv"):
        hindi.setdefault(row["product"], set()).add(row["product_hi"])
    assert {product: names for product, names in hindi.items() if len(names) > 1} == {}


def test_maps_fit_the_tables() -> None:
    states = {row["iso"] for row in _rows("states.csv")}
    assert {feature["properties"]["iso"] for feature in _features("india_states.geojson")} == states
    districts = {row["lgd_code"]: row["name"] for row in _rows("districts.csv") if row["state"] == "uttar-pradesh"}
    drawn = {feature["properties"]["lgd"]: feature["properties"]["district"] for feature in _features("up_districts.geojson")}
    assert (drawn, len(drawn)) == (districts, 75)
    known = {row["name"] for row in _rows("districts.csv")}
    named = {feature["properties"]["district"] for feature in _features("india_districts.geojson")}
    assert named - known == {"Delhi"}  # drawn as one


@pytest.mark.parametrize("file", ["india_states.geojson", "up_districts.geojson", "india_districts.geojson"])
def test_maps_lie_in_india(file: str) -> None:
    for feature in _features(file):
        for east, north in _points(feature["geometry"]["coordinates"]):
            assert 68 <= east <= 98 and 6 <= north <= 38, feature["properties"]
