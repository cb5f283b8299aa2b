"""How a cloth is shown: folded, pleated on a rod, fanned out, stacked, spread, or near to."""

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin, tan

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


def threads(w: float, h: float) -> str:
    """Fine threads, to lay over a cloth seen near to."""
    across = "".join(f"M0,{y}h{w:.0f}" for y in range(0, round(h), 15))
    return stroke(across, "#1c1220", 3, opacity=0.08, stroke_linecap="butt")


def strip(s: Sheet, c: Cloth, w: float, h: float) -> str:
    """The border: w long, h high, from the origin."""
    tall = h * 0.74
    count = max(1, round(w / (c.border[0] * tall / c.border[1])))
    wide, kept = w / count, s.keep(c.border[2])
    scale = tall / c.border[1]
    row = "".join(s.use(kept, i * wide, h * 0.13, scale, 0, wide / c.border[0] / scale) for i in range(count))
    lines = "".join(rect(0, y * h, w, h * 0.035, c.accent) for y in (0.05, 0.915))
    return rect(0, 0, w, h, c.trim) + row + lines


def panel(s: Sheet, c: Cloth, w: float, h: float, scale: float = 1, edge: float = 80, cut: bool = True) -> str:
    """A piece of the cloth from the origin, its border along the bottom."""
    main = h - edge
    parts = rect(0, 0, w, h, c.base) + s.tile(*c.field, w, main, scale * c.size)
    if c.end:
        deep = min(main * 0.4, 150 * scale)
        count = max(1, round(w / (c.end[0] * scale * 0.9)))
        fit = w / count / c.end[0]
        deep = c.end[1] * fit * max(1, round(deep / c.end[1] / fit))
        rows = s.tile(*c.end, w - 1, deep - 1, fit)
        parts += rect(0, main - deep, w, deep, c.trim)
        parts += group(rows, transform=f"translate(0 {main - deep:.0f})") + rect(0, main - deep - 5, w, 5, c.accent)
    parts += group(strip(s, c, w, edge), transform=f"translate(0 {main:.0f})")
    return group(parts, clip_path=s.clip(rect(0, 0, w, h, "#000"))) if cut else parts


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
        corner = path("M0,0L120,0L0,120Z", s.tint) + path(
            "M120,0L0,120C16,110 104,110 114,104C116,80 112,14 120,0Z", light(c.trim, 0.12)
        )
        corner += path("M120,0L0,120C30,116 60,112 70,110Z", "#1c1220", opacity=0.18) + stroke(
            "M102,98C104,74 104,40 108,20", c.accent, 3
        )
    fringe = tassels(w, h, (c.base, c.accent), 30) if c.fringe else ""
    turn = s.pick((-9, -5, 4, 8))
    art = lying_shadow(box) + under + fringe + body + side + folds + rect(0, 0, w, h, sheen) + corner
    s.add(
        group(
            art, transform=f"translate(400 {404 - 14 * c.fringe:.0f})rotate({turn})scale(1.1)translate({-w / 2:.0f} {-h / 2:.0f})"
        )
    )
    _petals(s)


def _petals(s: Sheet) -> None:
    bloom = double_flower(
        11, *s.pick((("#f08a1c", "#f7b23c", "#c7541a"), ("#fdf6e6", "#fffdf5", "#e9c25a"), ("#d6417d", "#f08fb0", "#f3c64e")))
    )
    leaf = path(LEAF, "#4e7a45")
    x, y = s.pick(((92, 96), (712, 92), (92, 704), (716, 704)))
    s.add(place(leaf, x + 34, y + 24, 0.5, 120), place(leaf, x - 30, y + 30, 0.45, 220))
    s.add(place(bloom, x, y, 0.78, s.vary(0, 40)))


def pleated(s: Sheet, c: Cloth) -> None:
    """Hung in pleats from a rod."""
    stand(s, c.base)
    s.grow = (400, 400, 1.04)
    count = 8
    w, h, lean = 480 / count, s.vary(455, 500), 15
    left, top = 160, 128
    piece = s.keep(panel(s, c, w, h, w / c.field[0] / c.size, 92, cut=False))
    lit = s.linear((0, "#ffffff", 0.22), (0.5, "#ffffff", 0.02), (1, "#1c1220", 0.16))
    dim = s.linear((0, "#1c1220", 0.34), (0.6, "#1c1220", 0.14), (1, "#1c1220", 0.05))
    drop = tan(lean * pi / 180) * w
    s.add(shadow(s, 410, top + h + 72, 270, 20, 0.34))
    art = ""
    for i in range(count):
        even = i % 2 == 0
        move = f"translate({left + i * w:.1f} {top + (0 if even else drop):.1f})skewY({lean if even else -lean})"
        fringe = tassels(w, h, (c.trim, c.accent), 26) if c.fringe else ""
        cloth = f'<use href="#{piece}"/>'
        if i == 0:
            cloth = group(cloth, clip_path=s.clip(rect(0, 0, w * 2, h, "#000")))
        art += group(fringe + cloth + rect(0, 0, w + 0.8, h, lit if even else dim), transform=move)
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
    s.grow = (400, 430, 0.92)
    count, step, long = 11, 10.6, 470
    half = tan(step * pi / 360)
    wedge = straight([(-2, 14), (2, 14), (half * long + 0.8, long), (-half * long - 0.8, long)])
    kept = s.keep(_wedge(s, c, half, long))
    lit = s.linear((0, "#ffffff", 0.22), (1, "#1c1220", 0.1))
    dim = s.linear((0, "#1c1220", 0.4), (1, "#1c1220", 0.06))
    art, outline = "", []
    for i in range(count):
        turn = (i - (count - 1) / 2) * step
        outline.append((400 + sin(turn * pi / 180) * long, 640 - cos(turn * pi / 180) * long))
        shade = path(wedge, lit if i % 2 else dim)
        art += group(f'<use href="#{kept}"/>' + shade, transform=f"translate(400 640)rotate({180 + turn:.1f})")
    s.add(lying_shadow(straight([*outline, (420, 660), (380, 660)])), art)
    knot = s.linear((0, light(c.trim, 0.25)), (1, dark(c.trim, 0.35)))
    tie = path("M352,640C372,664 428,664 448,640L440,694C424,706 376,706 360,694Z", knot)
    tie += path("M366,690C340,720 330,748 336,762C380,772 420,772 464,762C470,748 460,720 434,690Z", c.base)
    for x in (-36, -12, 14, 38):
        tie += stroke(f"M{400 + x * 0.5:.0f},694L{400 + x},762", dark(c.base, 0.4), 4, opacity=0.6)
    tie += stroke("M354,652C380,672 420,672 446,652M360,682C384,694 416,694 440,682", c.accent, 5)
    s.add(group(tie, transform="translate(0 -28)"))
    s.close_up = (400, 300, 1.7)


def _wedge(s: Sheet, c: Cloth, half: float, long: float) -> str:
    """One pleat of a fan, opening downwards from the origin."""

    def band(r1: float, r2: float, fill: str) -> str:
        return path(straight([(-half * r1, r1), (half * r1, r1), (half * r2 + 0.8, r2), (-half * r2 - 0.8, r2)]), fill)

    def row(kept: str, tile: Tile, r: float) -> tuple[str, float]:
        scale = 2 * half * r / tile[0]
        return group(s.use(kept, -half * r, r, scale), transform=f"rotate(180 0 {r + scale * tile[1] / 2:.1f})"), scale * tile[1]

    art, field, r = band(14, long, c.base), s.keep(c.field[2]), 110.0
    edge = long - 84
    end = edge - 96 if c.end else edge
    while r < end - 20:
        piece, deep = row(field, c.field, r)
        art, r = art + piece, r + deep
    if c.end:
        art += band(end, edge, c.trim) + band(end - 6, end, c.accent) + row(s.keep(c.end[2]), c.end, end + 4)[0]
    art += band(edge, long, c.trim) + band(edge + 3, edge + 8, c.accent) + band(long - 9, long - 4, c.accent)
    high = 62 / c.border[1]
    across = 2 * half * edge / c.border[0] / high
    return art + group(
        s.use(s.keep(c.border[2]), -half * edge, edge + 11, high, 0, across), transform=f"rotate(180 0 {edge + 42:.0f})"
    )


def stacked(s: Sheet, c: Cloth) -> None:
    """A pile of folded cloths, the top one hanging over the front."""
    stand(s, c.base)
    count = s.pick((4, 5))
    high, left, w = s.pick((76, 84)) - 2 * count, 130, 540
    s.add(shadow(s, 410, 690, 320, 32))
    for i in range(count):
        base, trim, accent, _ = (c.base, c.trim, c.accent, "") if i == count - 1 else s.palette()
        y = 684 - (i + 1) * high
        shade = s.linear((0, light(base, 0.22)), (0.55, base), (1, dark(base, 0.32)), x2=0.1, y2=1)
        dx = s.vary(-10, 10)
        s.add(rect(left + dx, y, w, high - 3, shade, rx=26))
        s.add(stroke(f"M{left + dx + 14:.0f},{y + high / 2 - 1:.0f}h{w - 40}", dark(base, 0.45), 3, opacity=0.6))
        s.add(
            rect(left + dx + w - 100, y + 1, 44, high - 5, trim),
            rect(left + dx + w - 106, y + 1, 5, high - 5, accent),
            rect(left + dx + w - 55, y + 1, 5, high - 5, accent),
        )
    top = 684 - count * high
    hang = s.vary(220, 260)
    piece = panel(s, c, 240, hang + 40, 0.62, 74)
    shade = s.linear((0, "#ffffff", 0.3), (0.2, "#ffffff", 0), (1, "#1c1220", 0.22), x2=0.5, y2=1)
    fringe = tassels(240, hang + 40, (c.trim, c.accent), 26) if c.fringe else ""
    body = rect(8, 10, 240, hang + 44, "#1c1220", opacity=0.22, rx=12) + fringe + piece + rect(0, 0, 240, hang + 40, shade)
    cut = s.clip(rect(-10, 0, 270, hang + 110, "#000", rx=20))
    s.add(group(group(body, clip_path=cut), transform=f"translate({left + 60} {top - 2})"))
    _bowl_of_flowers(s, left + 430, top)
    s.close_up = (360, 520, 1.8)


def _bowl_of_flowers(s: Sheet, x: float, y: float) -> None:
    if s.chance(0.5):
        return
    bloom = around(path("M0,0C-9,-8 -7,-20 0,-24C7,-20 9,-8 0,0Z", s.pick(("#f08a1c", "#fbf3e0", "#d6417d"))), 8) + circle(
        0, 0, 6, "#f3c64e"
    )
    for dx, dy in ((-30, -44), (30, -44), (0, -58), (-12, -40), (16, -42)):
        s.add(place(bloom, x + dx, y + dy, 1.1))
    brass = s.linear((0, "#f3dc9a"), (0.5, "#c9933f"), (1, "#6e4416"))
    s.add(
        path(f"M{x - 62},{y - 40}C{x - 58},{y - 4} {x - 30},{y} {x},{y}C{x + 30},{y} {x + 58},{y - 4} {x + 62},{y - 40}Z", brass)
    )


def near(s: Sheet, c: Cloth) -> None:
    """The cloth near to, filling the picture, with soft folds."""
    s.tint = s.main = c.base
    s.close_up = None
    art = panel(s, c, 1160, 860, 1.75, s.vary(170, 230), cut=False) + threads(1160, 860)
    folds = ""
    for x in (180, 470, 800):
        at = x + s.vary(-60, 60)
        fold = s.linear((0, "#1c1220", 0), (0.42, "#1c1220", 0.26), (0.5, "#ffffff", 0.2), (1, "#ffffff", 0))
        folds += path(
            (
                f"M{at - 90:.0f},0C{at - 40:.0f},300 {at - 140:.0f},560 {at - 60:.0f},900L{at + 150:.0f},900"
                f"C{at + 60:.0f},560 {at + 150:.0f},300 {at + 90:.0f},0Z"
            ),
            fold,
        )
    turn = s.pick((-14, -9, 8, 12))
    s.back(rect(0, 0, SIDE, SIDE, c.base))
    s.add(group(art + folds, transform=f"translate(400 400)rotate({turn})translate(-580 {-470 if turn > 0 else -440})"))
    bottom = group(
        rect(0, 0, 1400, 400, dark(c.trim, 0.55)),
        transform=f"translate(400 400)rotate({turn})translate(-700 {390 if turn > 0 else 420})",
    )
    s.add(bottom)


Layout = Callable[[Sheet, Cloth], None]


def show(s: Sheet, c: Cloth, layouts: tuple[Layout, ...] = (folded, pleated, fanned, stacked)) -> None:
    """Draw the cloth whole in one of the layouts, or near to."""
    layout = s.pick(layouts)
    (near if s.detail else layout)(s, c)
    s.main = c.base
