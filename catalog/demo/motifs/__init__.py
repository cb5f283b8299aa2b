"""Pictures of the demonstration shops, drawn by our own code."""

from dataclasses import dataclass

import importlib,inspect,pathlib
from .sheet import Sheet

FAMILIES = {}
for f in sorted(pathlib.Path(__file__).parent.glob('*.py')):
    if f.stem in ('__init__','svg','palette','sheet','raster','ornament','ground','drape','vessel','words','families','heap','produce'): continue
    m=importlib.import_module('.'+f.stem,__package__)
    for n,v in vars(m).items():
        if inspect.isfunction(v) and v.__module__==m.__name__ and list(inspect.signature(v).parameters)==['s'] and not n.startswith('_'): FAMILIES[n]=v


@dataclass(frozen=True)
class Drawing:
    svg: str
    colour: str


def draw(*, craft, seed, view="whole"):
    s = Sheet(craft=craft, seed=seed, detail=view == "detail")
    FAMILIES[craft](s)
    return Drawing(s.finish(), s.colour())
