"""Pictures of the demonstration shops, drawn by our own code."""

from dataclasses import dataclass

from . import weave
from .sheet import Sheet

FAMILIES = {n: getattr(weave, n) for n in ("brocade", "ikat", "handloom", "jamdani", "shawl", "silk")}


@dataclass(frozen=True)
class Drawing:
    svg: str
    colour: str


def draw(*, craft, seed, view="whole"):
    s = Sheet(craft=craft, seed=seed, detail=view == "detail")
    FAMILIES[craft](s)
    return Drawing(s.finish(), s.colour())
