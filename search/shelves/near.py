"""Where a reader is who says a PIN code, and how far from there the districts of makers lie."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import nearest_districts, point_of_pin
from marketplace.kit.refused import Refused

MOST_DISTRICTS = 2000


@dataclass(frozen=True, slots=True)
class Nearby:
    """A PIN code with its place (latitude, longitude), kilometres to districts by their keys, the nearest first; or what is wrong
    with it."""

    pin: str
    point: tuple[float, float] | None = None
    kilometres: Mapping[int, float] = field(default_factory=dict)
    wrong: str = ""

    @property
    def about(self) -> dict[int, int]:
        """To districts by their keys in whole kilometres, one at least."""
        return {key: max(1, round(far)) for key, far in self.kilometres.items()}

    def within(self, kilometres: int) -> list[int]:
        """The keys of the districts that are no farther away."""
        return [key for key, far in self.kilometres.items() if far <= kilometres]


def nearby(at: Viewpoint, pin: str) -> Nearby | None:
    """Where this PIN code is; None where none is said. Two statements."""
    if not pin:
        return None
    try:
        point = point_of_pin(pin)
    except Refused as refused:
        return Nearby(pin, wrong=refused.message)
    if point is None:
        return Nearby(pin, wrong=_("There is no PIN code %(pin)s, as far as we know.") % {"pin": pin})
    found = nearest_districts(at.language, pincode=pin, limit=MOST_DISTRICTS)
    first = {row.district.id: row.distance_km for row in found}
    return Nearby(pin, point, first)
