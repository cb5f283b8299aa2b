"""Questions about HSN codes and their dated GST rates."""

from collections.abc import Collection
from typing import NamedTuple

from marketplace.kit.held import Held
from marketplace.tariff.models import GstRate, HsnCode
from marketplace.tariff.rules import Rate


class HsnRow(NamedTuple):
    """A chapter, heading or subheading with its source and confidence (high, medium, low, corroborated)."""

    id: int
    code: str
    level: str
    description: str
    examples: str
    category: str
    confidence: str
    in_hsn_master: bool
    source: str


class HsnRates(NamedTuple):
    """The nearest code that is listed (itself or the longest one above it) with its rates, the latest first."""

    hsn: HsnRow
    rates: tuple[Rate, ...]


def hsn_codes() -> list[HsnRow]:
    """All listed codes in order."""
    return [HsnRow(*row) for row in HsnCode.objects.order_by("code").values_list(*HsnRow._fields)]


def rates_of(codes: Collection[str]) -> dict[str, HsnRates]:
    """The rates of each code: two statements. "61091000" finds chapter 61; codes of which nothing is listed are left out."""
    above = {code[:digits] for code in codes for digits in range(2, len(code) + 1)}
    listed = {row[1]: HsnRow(*row) for row in HsnCode.objects.filter(code__in=above).values_list(*HsnRow._fields)}
    nearest = {code: max((entry for entry in listed if code.startswith(entry)), key=len, default="") for code in codes}
    rates = rates_by_id({listed[entry].id for entry in nearest.values() if entry})
    return {code: HsnRates(listed[entry], rates.get(listed[entry].id, ())) for code, entry in nearest.items() if entry}


def known_rates() -> dict[int, tuple[Rate, ...]]:
    """The rates of all listed codes by their keys, the latest first, from memory."""
    return _held()


def rates_by_id(hsn_ids: Collection[int]) -> dict[int, tuple[Rate, ...]]:
    """The rates of listed codes by their keys, the latest first."""
    found: dict[int, list[Rate]] = {key: [] for key in hsn_ids}
    rows = GstRate.objects.filter(hsn_id__in=set(hsn_ids)).order_by("-valid_until", "-valid_from")
    for hsn_id, *rest in rows.values_list("hsn_id", *Rate.__dataclass_fields__):
        found[hsn_id].append(Rate(*rest))
    return {key: tuple(rates) for key, rates in found.items()}


def _read(_key: None) -> dict[int, tuple[Rate, ...]]:
    return rates_by_id(set(GstRate.objects.values_list("hsn_id", flat=True)))


_held = Held(_read, "marketplace_gstrate")
