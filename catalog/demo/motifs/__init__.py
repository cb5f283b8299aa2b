"""Pictures of the demonstration shops: drawn by our own code as SVG, the same for the same seed."""

from dataclasses import dataclass

from .families import FAMILIES
from .sheet import Sheet
from .words import family_of

__all__ = ["FAMILIES", "Drawing", "draw", "family_of"]


@dataclass(frozen=True)
class Drawing:
    """A picture: an SVG document of 800 by 800 units, and its dominant colour '#rrggbb'."""

    svg: str
    colour: str


def draw(*, craft: str, seed: str, view: str = "whole") -> Drawing:
    """Draw one of `FAMILIES`; the same seed gives the same product, `view` "whole" or near to ("detail").

    Raises KeyError for an unknown craft, ValueError for an unknown view.
    """
    if view not in ("whole", "detail"):
        raise ValueError(f"no such view: {view}")
    paint = FAMILIES[craft]
    sheet = Sheet(craft=craft, seed=seed, detail=view == "detail")
    paint(sheet)
    return Drawing(svg=sheet.finish(), colour=sheet.colour())
