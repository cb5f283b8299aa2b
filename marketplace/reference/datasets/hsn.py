"""Loader of the HSN codes and of their dated GST rates, two rows where the rate before is known."""

import datetime
import re
from decimal import Decimal

from marketplace.reference.cells import Column, code, day, flag, one_of, text, whole
from marketplace.reference.dataset import Dataset, Parsed
from marketplace.reference.sheets import Row, Sheet
from marketplace.reference.tables import Upserts, ids
from marketplace.tariff.models import GstRate, HsnCode

_RATE = r"[0-9]{1,2}(\.[0-9]{1,2})?(\+[0-9]{1,2})?"
_rates = code(rf"{_RATE}(/{_RATE})*", 'a rate in percent, or several separated by "/"')
_by_price = one_of("both", "below")
CATEGORIES = (
    "apparel", "art", "carpet", "cosmetic", "food", "footwear", "furniture", "glass", "handicraft", "hardware", "home_textile",
    "jewellery", "leather", "metal", "music", "paper", "perfume", "pottery", "sports", "stone", "textile", "toys", "wood",
)  # fmt: skip
_PRESENT = "remark on the present rate"
_BEFORE = "the condition of the earlier rates is not in the source"
SHEET = Sheet(
    "hsn_gst.csv",
    (
        Column("hsn", code(r"[0-9]{2}([0-9]{2}){0,3}", "an HSN code of 2, 4, 6 or 8 digits")),
        Column("level", one_of("chapter", "heading", "subheading", "tariff_item")),
        Column("description", text(300)),
        Column("examples", text(300), required=False),
        Column("category", one_of(*CATEGORIES)),
        Column("gst_rate", _rates, required=False),
        Column("condition", text(300), required=False),
        Column("effective_from", day, required=False, empty=None),
        Column("threshold_inr", whole(1, 1_000_000), required=False, empty=None),
        Column("by_price", _by_price, required=False),
        Column("rate_before", _rates, required=False),
        Column("rate_before_until", day, required=False, empty=None),
        Column("threshold_before_inr", whole(1, 1_000_000), required=False, empty=None),
        Column("by_price_before", _by_price, required=False),
        Column("confidence", one_of("high", "medium", "low", "corroborated")),
        Column("in_hsn_master", flag),
        Column("source", text(300)),
    ),
    key=("hsn",),
)


def check(parsed: Parsed) -> None:
    """Dates follow each other, and a threshold divides two rates."""
    for row in parsed.rows[SHEET.file]:
        if bool(row["rate_before"]) != (row["rate_before_until"] is not None):
            raise row.broken("rate_before_until", "a rate before and its last day come together")
        if row["gst_rate"] and row["effective_from"] is None:
            raise row.broken("effective_from", "a rate needs the day from which it holds")
        if row["effective_from"] and row["rate_before_until"] and row["effective_from"] <= row["rate_before_until"]:
            raise row.broken("effective_from", "does not lie after rate_before_until")
        _check_threshold(row, "by_price", "gst_rate", "threshold_inr")
        _check_threshold(row, "by_price_before", "rate_before", "threshold_before_inr")


def _check_threshold(row: Row, how: str, rate: str, threshold: str) -> None:
    if row[how] and (row[threshold] is None or row[rate].count("/") != 1):
        raise row.broken(how, f"needs {threshold} and two rates in {rate}")


def write(parsed: Parsed, upserts: Upserts) -> None:
    """The codes, then their rates. Where no rate can be told from the price alone, it stays empty beside its condition."""
    rows = parsed.rows[SHEET.file]
    upserts.put(HsnCode, ("code",), {(row["hsn"],): _code(row) for row in rows}, owned=(GstRate,))
    code_ids = ids(HsnCode, "code")
    rates = {(code_ids[row["hsn"]], _starts(row)): _now(row) for row in rows}
    rates |= {(code_ids[row["hsn"]], None): _before(row) for row in rows if row["rate_before"]}
    upserts.put(GstRate, ("hsn_id", "valid_from"), rates, parent="hsn_id")


def _code(row: Row) -> dict[str, object]:
    return {name: row[name] for name in ("level", "description", "examples", "category", "confidence", "in_hsn_master", "source")}


def _starts(row: Row) -> datetime.date | None:
    """The first day of the present rate; the day after the earlier one where only that is known."""
    if row["effective_from"] or row["rate_before_until"] is None:
        return row["effective_from"]  # type: ignore[no-any-return]
    return row["rate_before_until"] + datetime.timedelta(days=1)  # type: ignore[no-any-return]


def _now(row: Row) -> dict[str, object]:
    chosen = _chosen(row["gst_rate"], row["threshold_inr"], row["by_price"])
    return chosen | {"valid_until": None, "condition": row["condition"], "confidence": row["confidence"], "source": row["source"]}


def _before(row: Row) -> dict[str, object]:
    chosen = _chosen(row["rate_before"], row["threshold_before_inr"], row["by_price_before"])
    return chosen | {
        "valid_until": row["rate_before_until"],
        "condition": _condition_before(row, known=chosen["rate"] is not None),
        "confidence": row["confidence"],
        "source": row["source"],
    }


def _condition_before(row: Row, *, known: bool) -> str:
    """The source remarks on the present rate only; its exceptions may have held before, so a reader is sent there."""
    if not known:
        return _BEFORE
    return f"{_PRESENT}: {row['condition']}" if row["condition"] and not row["by_price_before"] else ""


def _chosen(printed: str, threshold_inr: int | None, by_price: str) -> dict[str, object]:
    """What the printed rates allow: one rate, two divided by a threshold (the upper may stay open), or none."""
    rates = [hundredths(part) for part in re.split("/", printed)] if printed else []
    divided = by_price != ""
    return {
        "rate": rates[0] if len(rates) == 1 or divided else None,
        "threshold_paise": threshold_inr * 100 if divided and threshold_inr else None,
        "rate_above": rates[1] if by_price == "both" else None,
        "as_printed": printed,
    }


def hundredths(percent: str) -> int:
    """ "0.25" percent as 25 hundredths; of "28+12" (GST and compensation cess) the GST, 2800."""
    return int(Decimal(percent.partition("+")[0]) * 100)


HSN = Dataset("hsn", version=2, sheets=(SHEET,), write=write, check=check)
