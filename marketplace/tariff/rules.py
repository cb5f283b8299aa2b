"""Which GST rate holds for goods of an HSN code on a day; what the source leaves open stays unknown, with the reason.

Rates are hundredths of a percent (500 is 5 %), prices paise. Not tax advice: the rates come with their source and confidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

GST_BEGAN = date(2017, 7, 1)
_WHOLE = 10_000


@dataclass(frozen=True, slots=True)
class Rate:
    """A dated rate. With a threshold (value of one piece without tax, after discount), `rate` holds up to and including
    it and `rate_above` beyond; a rate that is None cannot be told from the price: `condition` says what it hangs on."""

    valid_from: date | None
    valid_until: date | None
    rate: int | None
    threshold_paise: int | None
    rate_above: int | None
    as_printed: str
    condition: str
    confidence: str
    source: str


class Verdict(StrEnum):
    """Whether a rate was found, and why not."""

    KNOWN = "KNOWN"
    AMBIGUOUS = "AMBIGUOUS"
    NO_RATE_ON_DAY = "NO_RATE_ON_DAY"
    RATE_NOT_IN_SOURCE = "RATE_NOT_IN_SOURCE"
    DEPENDS_ON_GOODS = "DEPENDS_ON_GOODS"
    PRICE_NEEDED = "PRICE_NEEDED"


@dataclass(frozen=True, slots=True)
class RateFound:
    """The rate in hundredths of a percent, or None with the verdict that says why there is none.

    `possible` are all rates that the source prints for the day, lowest first. `condition` is the source's own remark,
    which may name exceptions even where the rate is KNOWN; `since` is None where the source does not say since when.
    """

    verdict: Verdict
    rate: int | None = None
    possible: tuple[int, ...] = ()
    condition: str = ""
    since: date | None = None
    confidence: str = ""
    source: str = ""


def rate_on(rates: Sequence[Rate], *, day: date, piece_value_paise: int | None) -> RateFound:
    """The rate on a day for a piece of this value (without tax, after discount; None where it is not known)."""
    held = _held_on(rates, day)
    if held is None:
        return RateFound(Verdict.NO_RATE_ON_DAY)
    if held.threshold_paise is None:
        return _found(held, _plain_verdict(held), held.rate)
    if piece_value_paise is None:
        return _found(held, Verdict.PRICE_NEEDED)
    chosen = held.rate if piece_value_paise <= held.threshold_paise else held.rate_above
    return _found(held, Verdict.DEPENDS_ON_GOODS if chosen is None else Verdict.KNOWN, chosen)


def rate_for_inclusive_price(rates: Sequence[Rate], *, day: date, piece_price_paise: int) -> RateFound:
    """The rate on a day for a piece whose price includes the tax.

    Just above a threshold no answer is consistent: with the limit at Rs 2,500, a price of Rs 2,800 is a value of
    Rs 2,666.67 at 5 % (too dear for it) and of Rs 2,372.88 at 18 % (too cheap for it). Such a price is AMBIGUOUS, to be
    refused at entry or decided by a person, never guessed.
    """
    held = _held_on(rates, day)
    if held is None or held.threshold_paise is None or held.rate is None:
        return rate_on(rates, day=day, piece_value_paise=None)
    low = piece_price_paise * _WHOLE <= held.threshold_paise * (_WHOLE + held.rate)
    if held.rate_above is None:
        return _found(held, Verdict.KNOWN, held.rate) if low else _found(held, Verdict.DEPENDS_ON_GOODS)
    high = piece_price_paise * _WHOLE > held.threshold_paise * (_WHOLE + held.rate_above)
    if low == high:
        return _found(held, Verdict.AMBIGUOUS)
    return _found(held, Verdict.KNOWN, held.rate if low else held.rate_above)


def possible_rates(as_printed: str) -> tuple[int, ...]:
    """All rates of a printed list such as "5/18", lowest first; of "28+12" (GST and compensation cess) the GST."""
    parts = [part.partition("+")[0] for part in as_printed.split("/") if part]
    return tuple(sorted({round(float(part) * 100) for part in parts}))


def _held_on(rates: Sequence[Rate], day: date) -> Rate | None:
    if day < GST_BEGAN:
        return None
    for rate in rates:
        if (rate.valid_from is None or rate.valid_from <= day) and (rate.valid_until is None or day <= rate.valid_until):
            return rate
    return None


def _plain_verdict(held: Rate) -> Verdict:
    if held.rate is not None:
        return Verdict.KNOWN
    return Verdict.DEPENDS_ON_GOODS if held.as_printed else Verdict.RATE_NOT_IN_SOURCE


def _found(held: Rate, verdict: Verdict, rate: int | None = None) -> RateFound:
    return RateFound(
        verdict, rate, possible_rates(held.as_printed), held.condition, held.valid_from, held.confidence, held.source
    )


def tax_inside(price_paise: int, rate: int) -> int:
    """The tax inside a price that includes it, in paise, a half rounded up: Rs 105 at 5 % hold Rs 5."""
    whole = _WHOLE + rate
    return (2 * price_paise * rate + whole) // (2 * whole)
