"""What a branch of the category tree passes down: declarations, attributes, HSN default. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

MOST_LEVELS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What one category states itself: HSN default, declarations, and its attributes with whether they are required."""

    hsn_default: int | None = None
    declarations: tuple[str, ...] = ()
    attributes: dict[int, bool] = field(default_factory=dict)


def branch_demands(branch: Sequence[Demands]) -> Demands:
    """What holds in the last category of a branch given from the root down.

    Declarations add up; of attributes and HSN defaults the nearest category's word counts.
    """
    hsn, declarations, attributes = None, dict[str, None](), dict[int, bool]()
    for demands in branch:
        hsn = hsn if demands.hsn_default is None else demands.hsn_default
        declarations |= dict.fromkeys(demands.declarations)
        attributes |= demands.attributes
    return Demands(hsn_default=hsn, declarations=tuple(declarations), attributes=attributes)


def makes_circle(category: int, *, parent: int, ancestors_of_parent: Iterable[int]) -> bool:
    """Whether the category would come to stand below itself."""
    return category == parent or category in set(ancestors_of_parent)
