"""Things in heaps: in a sack, a bowl or a basket, or filling the picture."""

from math import cos, pi, sqrt

from .ground import shadow, stand
from .palette import dark, light, mix
from .sheet import SIDE, Sheet
from .svg import circle, ellipse, group, path, rect, stroke
from .vessel import Vessel, shine

Kinds = list[str]


def kinds(s: Sheet, *drawings: str) -> Kinds:
    """Keep the drawings; gives their ids."""
    return [s.keep(drawing) for drawing in drawings]


def mound(
    s: Sheet, grains: Kinds, x: float, y: float, rx: float, ry: float, size: float, count: int, upright: float = 180
) -> str:
    """A heap whose foot is at (x, y), half width rx and height ry; grains about `size` of 100."""
    spots = []
    for _ in range(count):
        across = s.vary(-1, 1)
        top = ry * cos(across * pi / 2) ** 0.8
        deep = sqrt(s.random.random())
        spots.append((y - top * (1 - deep) + 16 * deep * (1 - across * across), x + across * rx * 0.98))
    spots.sort()
    return "".join(s.use(s.pick(grains), px, py, size * s.vary(0.85, 1.12), s.vary(-upright, upright)) for py, px in spots)


def bank(x: float, y: float, rx: float, ry: float, fill: str) -> str:
    """The body under the grains."""
    return path(
        (
            f"M{x - rx},{y}C{x - rx * 0.6:.0f},{y - ry * 0.3:.0f} {x - rx * 0.4:.0f},{y - ry:.0f} {x},{y - ry:.0f}"
            f"C{x + rx * 0.4:.0f},{y - ry:.0f} {x + rx * 0.6:.0f},{y - ry * 0.3:.0f} {x + rx},{y}C{x + rx * 0.5:.0f},{y + 26} "
            f"{x - rx * 0.5:.0f},{y + 26} {x - rx},{y}Z"
        ),
        fill,
    )


def sack(s: Sheet, grains: Kinds, base: str, size: float, count: int) -> None:
    """A jute sack with a rolled mouth."""
    jute = s.pick(("#c9a26a", "#b98f58", "#d6b98a"))
    cloth = s.linear((0, light(jute, 0.3)), (0.4, jute), (1, dark(jute, 0.45)))
    s.add(shadow(s, 410, 662, 240, 28))
    s.add(path("M212,420C180,520 176,610 206,648C270,676 530,676 594,648C624,610 620,520 588,420Z", cloth))
    weft = "".join(f"M{192},{y}C300,{y + 22} 500,{y + 22} 608,{y}" for y in range(470, 640, 13))
    warp = "".join(f"M{x},440C{x - (400 - x) * 0.12:.0f},520 {x - (400 - x) * 0.14:.0f},600 {x},660" for x in range(222, 590, 17))
    cut = s.clip(path("M212,420C180,520 176,610 206,648C270,676 530,676 594,648C624,610 620,520 588,420Z", "#000"))
    s.add(group(stroke(weft, dark(jute, 0.4), 2, opacity=0.35) + stroke(warp, dark(jute, 0.4), 2, opacity=0.35), clip_path=cut))
    s.add(
        ellipse(400, 420, 196, 44, dark(base, 0.4)),
        bank(400, 424, 176, 108 - 34 * size, dark(base, 0.22)),
        mound(s, grains, 400, 424, 168, 118, size, count),
    )
    roll = s.linear((0, light(jute, 0.45)), (0.5, light(jute, 0.1)), (1, dark(jute, 0.3)))
    s.add(
        path(
            (
                "M196,406C180,424 186,456 206,464C290,496 510,496 594,464C614,456 620,424 604,406C600,424 540,446 "
                "400,446C260,446 200,424 196,406Z"
            ),
            roll,
        )
    )
    s.add(path("M206,464C290,496 510,496 594,464C592,474 520,508 400,508C280,508 208,474 206,464Z", "#1c1220", opacity=0.2))
    emblem = s.pick(("#8a2f24", "#27386b", "#1d4f3c"))
    s.add(
        circle(400, 574, 44, "none", stroke=mix(jute, emblem, 0.7), stroke_width=5),
        path("M400,540C416,556 416,590 400,608C384,590 384,556 400,540Z", mix(jute, emblem, 0.7)),
    )


def bowl(s: Sheet, grains: Kinds, base: str, size: float, count: int, material: str = "") -> None:
    """A bowl of brass, wood or clay, heaped."""
    material = material or s.pick(("brass", "wood", "clay", "stone", "white"))
    colour, kind = {
        "brass": ("#d0a040", "metal"),
        "wood": ("#8a5a34", "matt"),
        "clay": ("#b5593a", "matt"),
        "stone": ("#5f6670", "matt"),
        "white": ("#f0ebe0", "glaze"),
    }[material]
    v = Vessel(((480, 222), (520, 214), (570, 178), (620, 112), (640, 84), (654, 90)))
    s.add(
        shadow(s, 400, 660, 190, 24),
        path(v.outline(), colour),
        v.belt(512, 520, dark(colour, 0.3)),
        v.belt(528, 532, dark(colour, 0.3)),
        shine(s, v, kind, colour),
    )
    s.add(ellipse(400, 480, 222, 44, light(colour, 0.4)), ellipse(400, 482, 206, 38, dark(base, 0.45)))
    s.add(bank(400, 484, 198, 138 - 40 * size, dark(base, 0.22)), mound(s, grains, 400, 482, 190, 146, size, count))
    s.add(path("M178,480C182,524 618,524 622,480C614,516 560,532 400,532C240,532 186,516 178,480Z", light(colour, 0.25)))


def basket(s: Sheet, grains: Kinds, base: str, size: float, count: int, cane: str = "") -> None:
    """A woven basket, heaped."""
    cane = cane or s.pick(("#c08a4a", "#a8743a", "#d0a56a"))
    s.add(shadow(s, 410, 662, 230, 26), ellipse(400, 486, 236, 50, dark(cane, 0.55)))
    s.add(bank(400, 486, 210, 138 - 40 * size, dark(base, 0.3)), mound(s, grains, 400, 486, 198, 150, size, count, 60))
    s.add(basket_front(s, cane))


def basket_front(s: Sheet, cane: str) -> str:
    """The front of a low round basket from y = 486 to 660."""
    d = "M164,480C168,536 632,536 636,480L588,640C560,672 240,672 212,640Z"
    shade = s.linear((0, "#ffffff", 0.18), (0.4, "#ffffff", 0), (1, "#1c1220", 0.42))
    weft = ""
    for row in range(7):
        y, half = 512 + row * 22, 228 - row * 7.6
        colour = (light(cane, 0.25), cane)[row % 2]
        weft += stroke(
            f"M{400 - half:.0f},{y - 8}C{400 - half * 0.6:.0f},{y + 26} {400 + half * 0.6:.0f},{y + 26} {400 + half:.0f},{y - 8}",
            colour,
            17,
            stroke_dasharray="26 5",
            stroke_dashoffset=row % 2 * 15,
            stroke_linecap="butt",
        )
    edge = stroke("M164,484C170,536 630,536 636,484", dark(cane, 0.15), 24) + stroke(
        "M164,482C170,532 630,532 636,482", light(cane, 0.35), 12, stroke_dasharray="14 8"
    )
    return path(d, dark(cane, 0.4)) + group(weft, clip_path=s.clip(path(d, "#000"))) + path(d, shade) + edge


def fill(s: Sheet, grains: Kinds, base: str, size: float, gap: float = 74) -> None:
    """The goods near to, from edge to edge; `gap` is the step between pieces of 100 units."""
    s.close_up = None
    s.tint = s.main = base
    s.back(rect(0, 0, SIDE, SIDE, dark(base, 0.42)))
    step = gap * size
    rows = int(SIDE / step) + 2
    for row in range(rows):
        for column in range(rows):
            x, y = column * step + s.vary(-0.35, 0.35) * step, row * step + s.vary(-0.35, 0.35) * step
            s.add(s.use(s.pick(grains), x, y, size * s.vary(0.9, 1.1), s.vary(-180, 180)))


def heaped(
    s: Sheet, grains: Kinds, base: str, size: float, count: int, holders: tuple[str, ...] = ("sack", "bowl", "basket")
) -> None:
    """The goods whole in one of the holders, or near to. `size` 1 means grains of 100 units."""
    if s.detail:
        s.pick(holders)
        fill(s, grains, base, max(size * 2.3, 0.85), gap=46 if count > 100 else 70)
        return
    stand(s, base)
    s.grow = (400, 660, 1.14)
    holder = s.pick(holders)
    {"sack": sack, "bowl": bowl, "basket": basket}[holder](s, grains, base, size, count)
    for _ in range(5):
        s.add(s.use(s.pick(grains), s.vary(150, 260), s.vary(676, 712), size, s.vary(0, 180)))
    s.main = base
