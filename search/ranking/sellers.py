"""Which sellers count as new or small, so that their products get a fair share of the places. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallSellers:
    """Registered within so many days, or so many published products at most."""

    new_days: int
    most_products: int

    def new_since(self, today: date) -> date:
        """Who registered on this day or later is new."""
        return today - timedelta(days=self.new_days)

    def is_small(self, *, registered: date, published: int, today: date) -> bool:
        """Whether the seller counts as new or small today."""
        return registered >= self.new_since(today) or published <= self.most_products
