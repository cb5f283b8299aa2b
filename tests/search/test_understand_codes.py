"""Numbers that are codes are told from prices, sizes and years by their shape and by the words beside them."""

import pytest

from search.language.understand import understand
from search.language.vocabulary import vocabulary_of
from tests.search.vocabulary_of_india import india

CODES = [
    ("226001", "pin", "226001", True), ("saree near 226001", "pin", "226001", True), ("पिन कोड २२६००१", "pin", "226001", True),
    ("pincode 610510", "pin", "610510", True), ("saree near 110 001", "pin", "110001", True),
    ("pin code 110 001", "pin", "110001", True), ("११० ००१ के पास", "pin", "110001", True),
    ("hsn 5007", "hsn", "5007", True), ("HSN code 50072010", "hsn", "50072010", True), ("5007", "hsn", "5007", True),
    ("saree 5007", "hsn", "5007", False), ("610510", "hsn", "610510", True), ("61051020", "hsn", "61051020", True),
    ("50072010 fabric", "hsn", "50072010", True), ("hsn 64", "hsn", "64", True),
    ("HP-117-02-1", "sku", "HP-117-02-1", True), ("up-071-03-2 saree", "sku", "UP-071-03-2", True),
    ("ABC/1234", "sku", "ABC/1234", True),
]  # fmt: skip


@pytest.mark.parametrize("query, kind, key, sure", CODES)
def test_codes(query: str, kind: str, key: str, sure: bool) -> None:
    part = next(part for part in understand(query, india()).parts if part.by == "shape")
    assert (part.kind, part.key, part.sure) == (kind, key, sure)


@pytest.mark.parametrize(
    "query",
    ["t-shirt", "papier-mache", "026001", "22600", "2260011", "hsn code", "block-print-saree", "110 01", "010 001", "12345678"],
)
def test_what_is_no_code(query: str) -> None:
    assert understand(query, vocabulary_of([])).parts == ()


def test_a_code_of_the_tariff_that_is_taken_back_may_be_a_pin_code() -> None:
    (part,) = understand("610510", india(), as_words=["hsn:610510"]).parts
    assert (part.handle, part.sure) == ("pin:610510", True)
