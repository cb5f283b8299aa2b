"""How a cloth is shown: folded, pleated on a rod, fanned out, stacked, spread, or near to."""

from collections.abc import Callable
from dataclasses import dataclass
from math import pi, sin, tan

from .ground import flat, lying_shadow, shadow, stand
from .ornament import LEAF, double_flower
from .palette import dark, light
from .sheet import SIDE, Sheet
from .svg import around, circle, group, path, place, rect, straight, stroke

Tile = tuple[float, float, str]


@dataclass(frozen=True)
class Cloth:
    """A cloth: its colours and the tiles of field, border (runs along x) and end piece."""

    base: str
    trim: str
    accent: str
    field: Tile
    border: Tile
    end: Tile | None = None
    fringe: bool = False
    size: float = 1


def tiled(s: Sheet, tile: Tile, scale: float, move: str = "") -> str:
    """A tile as a paint."""
    return s.pattern(tile[0], tile[1], tile[2], f"{move}scale({scale:.3f})")


def weave(s: Sheet) -> str:
    """Fine threads, to lay over a cloth."""
    threads = rect(0, 0, 6, 2, "#1c1220", opacity=0.1) + rect(0, 0, 2, 6, "#ffffff", opacity=0.1)
    return s.pattern(6, 6, threads)


def strip(s: Sheet, c: Cloth, w: float, h: float) -> str:
    """The border: w long, h high, from the origin."""
    paint = tiled(s, c.border, h * 0.76 / c.border[1], f"translate(0 {h * 0.12:.1f})")
    lines = "".join(rect(0, y * h, w, h * 0.035, c.accent) for y in (0.05, 0.915))
    return rect(0, 0, w, h, c.trim) + rect(0, h * 0.12, w, h * 0.76, paint) + lines


def panel(s: Sheet, c: Cloth, w: float, h: float, scale: float = 1, edge: float = 80) -> str:
    """A piece of the cloth from the origin, its border along the bottom."""
    main = h - edge
    parts = rect(0, 0, w, h, c.base) + rect(0, 0, w, main, tiled(s, c.field, scale * c.size))
    if c.end:
        deep = min(main * 0.4, 150 * scale)
        paint = tiled(s, c.end, scale * 0.9, f"translate(0 {main - deep:.0f})")
        parts += rect(0, main - deep, w, deep, c.trim) + rect(0, main - deep, w, deep, paint)
        parts += rect(0, main - deep - 5, w, 5, c.accent)
    parts += group(strip(s, c, w, edge), transform=f"translate(0 {main:.0f})")
    return parts + rect(0, 0, w, h, weave(s))


def tassels(w: float, y: float, colours: tuple[str, ...], length: float = 34) -> str:
    """A knotted fringe that hangs from y."""
    count = round(w / 13)
    out = ""
    for i in range(count):
        x, colour = (i + 0.5) * w / count, colours[i % len(colours)]
        out += stroke(f"M{x:.0f},{y:.0f}l{-2 + i % 3 * 2},{length + i % 2 * 6:.0f}", colour, 5) + circle(x, y + 8, 4, colour)
    return out


def folded(s: Sheet, c: Cloth) -> None:
    """Folded to a rectangle, lying."""
    flat(s, c.base)
    w, h = s.vary(380, 430), s.vary(500, 545)
    box = straight([(0, 0), (w, 0), (w, h), (0, h)])
    side = group(strip(s, c, h, 62), transform=f"translate({w:.0f} 0)rotate(90)")
    body = panel(s, c, w, h, 1, 96)
    under = "".join(rect(i * 5, i * 7, w, h, dark(c.base, 0.12 * i), rx=5) for i in (3, 2, 1))
    sheen = s.linear((0, "#ffffff", 0.26), (0.32, "#ffffff", 0), (0.6, "#1c1220", 0.02), (1, "#1c1220", 0.28), x2=0.7, y2=1)
    folds = ""
    for at in (0.34, 0.67):
        y = h * at
        folds += rect(0, y, w, 3, "#1c1220", opacity=0.28) + rect(0, y + 3, w, 5, "#ffffff", opacity=0.16)
    corner = ""
    if s.chance(0.6):
        corner = path("M0,0L120,0L0,120Z", s.tint) + path("M120,0L0,120C16,110 104,110 114,104C116,80 112,14 120,0Z", light(c.trim, 0.12))
        corner += path("M120,0L0,120C30,116 60,112 70,110Z", "#1c1220", opacity=0.18) + stroke("M102,98C104,74 104,40 108,20", c.accent, 3)
    fringe = tassels(w, h, (c.base, c.accent), 30) if c.fringe else ""
    turn = s.pick((-9, -5, 4, 8))
    art = lying_shadow(box) + under + fringe + body + side + folds + rect(0, 0, w, h, sheen) + corner
    s.add(group(art, transform=f"translate(400 {404 - 12 * c.fringe:.0f})rotate({turn})translate({-w / 2:.0f} {-h / 2:.0f})"))
    _petals(s)


def _petals(s: Sheet) -> None:
    bloom = double_flower(11, *s.pick((("#f08a1c", "#f7b23c", "#c7541a"), ("#fdf6e6", "#fffdf5", "#e9c25a"), ("#d6417d", "#f08fb0", "#f3c64e"))))
    leaf = path(LEAF, "#4e7a45")
    x, y = s.pick(((92, 96), (712, 92), (92, 704), (716, 704)))
    s.add(place(leaf, x + 34, y + 24, 0.5, 120), place(leaf, x - 30, y + 30, 0.45, 220))
    s.add(place(bloom, x, y, 0.78, s.vary(0, 40)))


def pleated(s: Sheet, c: Cloth) -> None:
    """Hung in pleats from a rod."""
    stand(s, c.base)
    count = s.pick((8, 10))
    w, h, lean = 480 / count, s.vary(455, 500), 15
    left, top = 160, 128
    piece = s.keep(panel(s, c, w + 0.8, h, 0.8, 92))
    lit = s.linear((0, "#ffffff", 0.22), (0.5, "#ffffff", 0.02), (1, "#1c1220", 0.16))
    dim = s.linear((0, "#1c1220", 0.34), (0.6, "#1c1220", 0.14), (1, "#1c1220", 0.05))
    drop = tan(lean * pi / 180) * w
    s.add(shadow(s, 410, top + h + 72, 270, 20, 0.34))
    art = ""
    for i in range(count):
        even = i % 2 == 0
        move = f"translate({left + i * w:.1f} {top + (0 if even else drop):.1f})skewY({lean if even else -lean})"
        fringe = tassels(w, h, (c.trim, c.accent), 26) if c.fringe else ""
        art += group(fringe + f'<use href="#{piece}"/>' + rect(0, 0, w + 0.8, h, lit if even else dim), transform=move)
    fall = s.linear((0, "#1c1220", 0.3), (0.14, "#1c1220", 0), x2=0, y2=1)
    s.add(group(art, transform="translate(26 16)", opacity=0.16), art, rect(left, top, 480, 90, fall))
    wood = s.pick(("#8a5d3c", "#c9933f", "#5a3a28"))
    rod = s.linear((0, light(wood, 0.45)), (0.5, wood), (1, dark(wood, 0.4)), x2=0, y2=1)
    s.add(rect(104, top - 20, 592, 26, rod, rx=13), circle(100, top - 7, 24, rod), circle(700, top - 7, 24, rod))
    s.add(circle(94, top - 13, 7, light(wood, 0.6), opacity=0.7), circle(694, top - 13, 7, light(wood, 0.6), opacity=0.7))
    s.close_up = (400, 520, 1.9)


def fanned(s: Sheet, c: Cloth) -> None:
    """Pleated and opened like a fan."""
    flat(s, c.base)
    count, step = 11, 12.4
    long = 530
    near, far = 26, tan(step * pi / 360) * long * 2 + 1.5
    piece = panel(s, c, far, long, 0.85, 104)
    shape = s.clip(path(straight([(far / 2 - near / 2, 0), (far / 2 + near / 2, 0), (far, long), (0, long)]), "#000"))
    kept = s.keep(group(piece, clip_path=shape))
    lit = s.linear((0, "#ffffff", 0.2), (1, "#1c1220", 0.1))
    dim = s.linear((0, "#1c1220", 0.4), (1, "#1c1220", 0.08))
    art = ""
    outline = []
    for i in range(count):
        turn = (i - (count - 1) / 2) * step
        outline.append((400 + sin(turn * pi / 180) * long, 668 - sin((90 - abs(turn)) * pi / 180) * long))
        wedge = path(straight([(far / 2 - near / 2, 0), (far / 2 + near / 2, 0), (far, long), (0, long)]), lit if i % 2 else dim)
        art += group(f'<use href="#{kept}"/>' + wedge, transform=f"translate(400 668)rotate({180 + turn:.1f})translate({-far / 2:.1f} 0)")
    s.add(lying_shadow(straight([*outline, (420, 690), (380, 690)])), art)
    knot = s.linear((0, light(c.trim, 0.25)), (1, dark(c.trim, 0.35)))
    s.add(path("M352,640C372,664 428,664 448,640L440,694C424,706 376,706 360,694Z", knot))
    s.add(path("M366,690C340,720 330,748 336,762C380,772 420,772 464,762C470,748 460,720 434,690Z", c.base))
    for x in (-36, -12, 14, 38):
        s.add(stroke(f"M{400 + x * 0.5:.0f},694L{400 + x},762", dark(c.base, 0.4), 4, opacity=0.6))
    s.add(stroke("M354,652C380,672 420,672 446,652", c.accent, 5), stroke("M360,682C384,694 416,694 440,682", c.accent, 5))
    s.close_up = (400, 300, 1.7)


def stacked(s: Sheet, c: Cloth) -> None:
    """A pile of folded cloths, the top one hanging over the front."""
    stand(s, c.base)
    count = s.pick((4, 5))
    high, left, w = 64, 170, 460
    s.add(shadow(s, 410, 668, 290, 30))
    for i in range(count):
        base, trim, accent, _ = (c.base, c.trim, c.accent, "") if i == count - 1 else s.palette()
        y = 660 - (i + 1) * high
        shade = s.linear((0, light(base, 0.22)), (0.55, base), (1, dark(base, 0.32)), x2=0.1, y2=1)
        dx = s.vary(-10, 10)
        s.add(rect(left + dx, y, w, high - 3, shade, rx=26))
        s.add(stroke(f"M{left + dx + 14:.0f},{y + high / 2 - 1:.0f}h{w - 40}", dark(base, 0.45), 3, opacity=0.6))
        s.add(rect(left + dx + w - 100, y + 1, 44, high - 5, trim), rect(left + dx + w - 106, y + 1, 5, high - 5, accent), rect(left + dx + w - 55, y + 1, 5, high - 5, accent))
    top = 660 - count * high
    hang = s.vary(190, 230)
    piece = panel(s, c, 240, hang + 40, 0.62, 74)
    shade = s.linear((0, "#ffffff", 0.3), (0.2, "#ffffff", 0), (1, "#1c1220", 0.22), x2=0.5, y2=1)
    fringe = tassels(240, hang + 40, (c.trim, c.accent), 26) if c.fringe else ""
    body = rect(8, 10, 240, hang + 44, "#1c1220", opacity=0.22, rx=12) + fringe + piece + rect(0, 0, 240, hang + 40, shade)
    cut = s.clip(rect(-10, 0, 270, hang + 110, "#000", rx=20))
    s.add(group(group(body, clip_path=cut), transform=f"translate({left + 60} {top - 2})"))
    _bowl_of_flowers(s, left + 380, top)
    s.close_up = (360, 520, 1.8)


def _bowl_of_flowers(s: Sheet, x: float, y: float) -> None:
    if s.chance(0.5):
        return
    bloom = around(path("M0,0C-9,-8 -7,-20 0,-24C7,-20 9,-8 0,0Z", s.pick(("#f08a1c", "#fbf3e0", "#d6417d"))), 8) + circle(0, 0, 6, "#f3c64e")
    for dx, dy in ((-30, -44), (30, -44), (0, -58), (-12, -40), (16, -42)):
        s.add(place(bloom, x + dx, y + dy, 1.1))
    brass = s.linear((0, "#f3dc9a"), (0.5, "#c9933f"), (1, "#6e4416"))
    s.add(path(f"M{x - 62},{y - 40}C{x - 58},{y - 4} {x - 30},{y} {x},{y}C{x + 30},{y} {x + 58},{y - 4} {x + 62},{y - 40}Z", brass))


def near(s: Sheet, c: Cloth) -> None:
    """The cloth near to, filling the picture, with soft folds."""
    s.tint = s.main = c.base
    s.close_up = None
    art = panel(s, c, 1160, 860, 1.75, s.vary(170, 230))
    folds = ""
    for x in (180, 470, 800):
        at = x + s.vary(-60, 60)
        fold = s.linear((0, "#1c1220", 0), (0.42, "#1c1220", 0.26), (0.5, "#ffffff", 0.2), (1, "#ffffff", 0))
        folds += path(f"M{at - 90:.0f},0C{at - 40:.0f},300 {at - 140:.0f},560 {at - 60:.0f},900L{at + 150:.0f},900C{at + 60:.0f},560 {at + 150:.0f},300 {at + 90:.0f},0Z", fold)
    turn = s.pick((-14, -9, 8, 12))
    s.back(rect(0, 0, SIDE, SIDE, c.base))
    s.add(group(art + folds, transform=f"translate(400 400)rotate({turn})translate(-580 {-470 if turn > 0 else -440})"))
    bottom = group(rect(0, 0, 1400, 400, dark(c.trim, 0.55)), transform=f"translate(400 400)rotate({turn})translate(-700 {390 if turn > 0 else 420})")
    s.add(bottom)


Layout = Callable[[Sheet, Cloth], None]


def show(s: Sheet, c: Cloth, layouts: tuple[Layout, ...] = (folded, pleated, fanned, stacked)) -> None:
    """Draw the cloth whole in one of the layouts, or near to."""
    layout = s.pick(layouts)
    (near if s.detail else layout)(s, c)
    s.main = c.base
