"""Money: integer minor units (paise for INR) with a currency, and splitting that never loses a unit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal, DecimalException, Inexact, InvalidOperation

# Minor unit digits by ISO 4217; two where not named here.
_DIGITS = {"JPY": 0, "KRW": 0, "VND": 0, "BHD": 3, "KWD": 3, "OMR": 3, "JOD": 3, "TND": 3}
_MOST_DIGITS = 30  # before the point; more is no amount but an attack
_EXACT = Context(prec=100, traps=[Inexact, InvalidOperation])


def digits_of(currency: str) -> int:
    """How many decimal digits the currency's minor unit has (ISO 4217)."""
    return _DIGITS.get(currency, 2)


_new, _set = object.__new__, object.__setattr__


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in a currency's minor units: Money(12_500, "INR") is Rs 125.00."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if type(self.minor) is not int:
            raise TypeError(f"minor units are whole numbers, not {self.minor!r}")
        if len(self.currency) != 3 or not self.currency.isascii() or not self.currency.isupper():
            raise ValueError(f"not an ISO 4217 code: {self.currency!r}")

    @classmethod
    def column(cls, minors: Iterable[int], currency: str) -> "list[Money]":
        """Many amounts of one currency, which is looked at once."""
        cls(0, currency)
        made = []
        for minor in minors:
            if type(minor) is not int:
                raise TypeError(f"minor units are whole numbers, not {minor!r}")
            one = _new(cls)
            _set(one, "minor", minor)
            _set(one, "currency", currency)
            made.append(one)
        return made

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __mul__(self, times: int) -> "Money":
        if type(times) is not int:
            raise TypeError("money is multiplied by whole numbers; use split for shares")
        return Money(self.minor * times, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: "Money") -> int:
        if not isinstance(other, Money):
            raise TypeError(f"money and {type(other).__name__} do not mix")
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix")
        return other.minor

    @property
    def amount(self) -> Decimal:
        """The amount in major units, exact: Decimal("125.00")."""
        return Decimal(f"{self.minor}E-{digits_of(self.currency)}")

    @classmethod
    def of(cls, amount: Decimal | str | int, currency: str) -> "Money":
        """From major units; ValueError where the amount has more digits than the currency, or is no number."""
        try:
            value = Decimal(amount)
            if not value.is_finite() or value.adjusted() >= _MOST_DIGITS:
                raise ValueError(f"not an amount: {amount!r}")
            scaled = value.scaleb(digits_of(currency), _EXACT)
        except DecimalException:
            raise ValueError(f"not an amount: {amount!r}") from None
        if scaled != scaled.to_integral_value(context=_EXACT):
            raise ValueError(f"{amount} has more digits than {currency} knows")
        return cls(int(scaled), currency)

    def split(self, weights: Sequence[int]) -> list["Money"]:
        """Parts in proportion to the weights by largest remainder; their sum is exactly this amount.

        Ties go to the earlier part. ValueError where there is no positive weight or one is negative.
        """
        whole = sum(weights)
        if whole <= 0 or any(weight < 0 for weight in weights):
            raise ValueError("weights must be at least 0, and one above")
        sign = -1 if self.minor < 0 else 1
        shares = [divmod(abs(self.minor) * weight, whole) for weight in weights]
        left = abs(self.minor) - sum(share for share, _ in shares)
        by_remainder = sorted(range(len(shares)), key=lambda place: (-shares[place][1], place))
        extra = set(by_remainder[:left])
        return [Money(sign * (share + (place in extra)), self.currency) for place, (share, _) in enumerate(shares)]
