"""How fruit and vegetables are shown: in a basket, in a bowl, piled, or lying with one cut."""

from .ground import shadow, stand
from .heap import basket_front, bowl, fill, kinds
from .ornament import LEAF
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, path, place, stroke

GREEN = "#5c8a3a"
STALK = stroke("M0,-44C0,-54 4,-58 8,-62", "#6a4a28", 6)
LEAFLET = place(path(LEAF, GREEN) + stroke("M0,-40V44", "#8fb86a", 4), 24, -54, 0.44, 62)


def ball(s: Sheet, colour: str, d: str = "") -> str:
    """A round body (or the path) lit from the top left."""
    paint = s.radial((0, light(colour, 0.5)), (0.45, colour), (1, dark(colour, 0.38)), cx=0.34, cy=0.28, r=0.8)
    return path(d, paint) if d else circle(0, 0, 48, paint)


def produce(s: Sheet, whole: str, cut: str, colour: str, big: float = 1, loose: bool = True) -> None:
    """Fruit or vegetables whole in a basket or bowl or lying free, one of them cut; or near to."""
    if s.detail:
        fill(s, kinds(s, whole, whole, cut or whole), colour, 2.2 * big)
        return
    stand(s, colour)
    s.grow = (400, 655, 1.12)
    s.main = colour
    one, half = s.keep(whole), s.keep(cut or whole)
    layout = s.random.randrange(4 if loose else 2)
    if layout == 0:
        stuff, v = s.pick(
            (("brass", "#d0a040"), ("wood", "#8a5a34"), ("clay", "#b5593a"), ("white", "#f0ebe0"), ("stone", "#5f6670"))
        )
        bowl(s, [one], colour, 0.1, 0, stuff)
        _pile(s, one, 400, 450, 1.24 * big, 3)
        s.add(path("M178,480C182,524 618,524 622,480L616,512C560,560 240,560 184,512Z", v))
        s.add(path("M178,480C182,524 618,524 622,480C618,500 560,532 400,532C240,532 182,500 178,480Z", light(v, 0.35)))
    elif layout == 1:
        cane = s.pick(("#c08a4a", "#a8743a", "#d0a56a"))
        s.add(shadow(s, 410, 662, 230, 26), ellipse(400, 486, 236, 50, dark(cane, 0.55)))
        for x in (240, 560):
            s.add(place(path(LEAF, dark(GREEN, 0.15)), x, 460, 1.4, -60 if x < 400 else 60))
        _pile(s, one, 400, 456, 1.3 * big, 4)
        s.add(basket_front(s, cane))
    elif layout == 2:
        s.add(shadow(s, 400, 660, 250, 26))
        for x, y, k in ((262, 500, 2.6), (530, 480, 2.9)):
            s.add(s.use(one, x, y, k * big, s.vary(-14, 14)))
        s.add(shadow(s, 400, 700, 110, 14), s.use(half, 400, 616, 2 * big, s.vary(-8, 8)))
        s.add(place(path(LEAF, GREEN), 600, 664, 0.9, 70), place(path(LEAF, dark(GREEN, 0.15)), 196, 668, 0.8, -70))
    else:
        s.add(shadow(s, 400, 662, 260, 26))
        for x, y in ((250, 585), (400, 575), (550, 585), (325, 472), (475, 472), (400, 366)):
            s.add(s.use(one, x, y, 1.6 * big, s.vary(-16, 16)))
        s.add(shadow(s, 590, 704, 66, 12), s.use(half, 590, 656, 1.1 * big, s.vary(-10, 10)))
    for x, k in s.pick((((150, 0.8),), ((664, 0.9),), ())) if layout != 2 else ():
        s.add(shadow(s, x, 706, 52, 12), s.use(one, x, 664, k * big, s.vary(-20, 20)))


def _pile(s: Sheet, one: str, x: float, y: float, k: float, rows: int) -> None:
    gap = 86 * k
    for row in range(rows - 1, -1, -1):
        count = max(1, rows - row) if rows > 3 else max(1, 4 - row)
        for i in range(count):
            at = x + (i - (count - 1) / 2) * gap * (0.96 - 0.04 * row)
            s.add(s.use(one, at, y - row * gap * 0.62, k, s.vary(-18, 18)))


def slice_of(skin: str, flesh: str, heart: str) -> str:
    """A round half with a differently coloured heart."""
    return circle(0, 0, 48, skin) + circle(0, 0, 43, flesh) + circle(0, 0, 20, heart)
