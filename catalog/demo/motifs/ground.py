"""What lies behind and under the product: wall and table, niche, jali light, cloth, boards."""

from .ornament import LEAF, flower, star
from .palette import DARK_GROUNDS, LIGHT_GROUNDS, MIDDLE_GROUNDS, brightness, dark, light, mix
from .sheet import SIDE, Sheet
from .svg import circle, ellipse, group, path, place, rect, stroke

HORIZON = 560
FLOOR = 655
ARCH = (
    "M{l},{b}L{l},330C{l},300 {m},290 {m},258C{n},258 {n},214 {o},206C{o},176 {p},160 400,118"
    "C{q},160 {r},176 {r},206C{s},214 {s},258 {t},258C{t},290 {u},300 {u},330L{u},{b}Z"
)


def tint_for(s: Sheet, product: str) -> str:
    """A ground colour that the product stands out from; kept as the sheet's tint."""
    bright = brightness(product)
    grounds = list(LIGHT_GROUNDS + MIDDLE_GROUNDS) if bright < 0.55 else list(MIDDLE_GROUNDS + DARK_GROUNDS)
    if 0.35 < bright < 0.75:
        grounds = list(LIGHT_GROUNDS + DARK_GROUNDS[:4])
    s.tint = s.pick([g for g in grounds if abs(brightness(g) - bright) > 0.16] or grounds)
    s.main = product
    return s.tint


def stand(s: Sheet, product: str) -> None:
    """A wall and a table for something that stands; its foot belongs near y = FLOOR."""
    tint = tint_for(s, product)
    s.grow = (400, 640, 1.12)
    wall = s.linear((0, light(tint, 0.28)), (1, dark(tint, 0.08)), x2=0.6, y2=1)
    s.back(rect(0, 0, SIDE, HORIZON + 60, wall))
    s.pick((_sun, _niche, _jali_light, _plain, _leaf_shade, _dado))(s, tint)
    s.pick((_cloth_table, _board_table, _plain_table, _plain_table))(s, tint)


def flat(s: Sheet, product: str) -> None:
    """A surface seen from above, for something that lies."""
    tint = tint_for(s, product)
    paint = s.linear((0, light(tint, 0.22)), (1, dark(tint, 0.1)), x2=0.8, y2=1)
    s.back(rect(0, 0, SIDE, SIDE, paint))
    s.pick((_planks, _linen, _plaster, _halves, _leaf_shade))(s, tint)


def shadow(s: Sheet, x: float, y: float, rx: float, ry: float, strength: float = 0.42) -> str:
    """A soft shadow on the table, a little to the right."""
    paint = s.radial((0, "#1c1220", strength), (0.55, "#1c1220", strength * 0.55), (1, "#1c1220", 0))
    return ellipse(x + rx * 0.1, y, rx * 1.2, ry * 1.25, paint)


def lying_shadow(d: str) -> str:
    """The soft shadow of a flat thing with that outline."""
    layers = ((5, 6, 0.13), (10, 13, 0.09), (16, 21, 0.06), (24, 30, 0.04))
    return "".join(path(d, "#1c1220", opacity=o, transform=f"translate({x} {y})") for x, y, o in layers)


def _plain(s: Sheet, tint: str) -> None:
    s.back(path("M0,0L520,0L250,560L0,560Z", light(tint, 0.4), opacity=0.35))


def _sun(s: Sheet, tint: str) -> None:
    colour = mix(light(tint, 0.4), s.pick(("#e8a24a", "#d9785a", "#8fb3a6", "#c9909d", "#e3c27a")), 0.5)
    s.back(circle(400, 360, s.vary(235, 280), colour, opacity=0.75))


def _niche(s: Sheet, tint: str) -> None:
    def arch(inset: float, bottom: float) -> str:
        half = 270 - inset
        keys = {k: f"{400 - half * f:.0f}" for k, f in zip("lmnop", (1, 0.93, 0.72, 0.5, 0.25), strict=True)}
        keys |= {k: f"{400 + half * f:.0f}" for k, f in zip("utsrq", (1, 0.93, 0.72, 0.5, 0.25), strict=True)}
        return ARCH.format(b=f"{bottom:.0f}", **keys)

    inner = s.linear((0, dark(tint, 0.3)), (1, dark(tint, 0.1)), x2=0.9, y2=0.5)
    s.back(
        path(arch(-26, HORIZON + 2), light(tint, 0.35), transform="translate(0 -14)"),
        path(arch(0, HORIZON + 2), inner),
        path(arch(0, HORIZON + 2), mix(tint, "#ffffff", 0.1), transform="translate(16 12)", opacity=0.55),
    )


def _jali_light(s: Sheet, tint: str) -> None:
    glow = mix(light(tint, 0.12), "#fff1cc", 0.42)
    cell = s.pick(
        (
            path(star(8, 30, 18), glow, transform="translate(40 40)"),
            path(star(6, 32, 20), glow, transform="translate(40 40)"),
            place(flower(6, glow, glow), 40, 40, 0.64),
        )
    )
    lattice = s.tile(80, 80, cell + circle(0, 0, 9, glow), 640, 480)
    s.back(group(lattice, transform=f"translate({s.vary(60, 300):.0f} 40)skewX(-16)"))


def _leaf_shade(s: Sheet, tint: str) -> None:
    leaves = "".join(
        place(path(LEAF, dark(tint, 0.5)), 150 - 40 * i, 60 + 62 * i + side * 26, 1.5, 60 * side - 30)
        for i in range(5)
        for side in (-1, 1)
    )
    stem = stroke("M190,-20C130,120 40,260 -20,330", dark(tint, 0.5), 6)
    turn = f"translate({s.vary(-20, 60):.0f} {s.vary(-40, 20):.0f})"
    mirrored = "translate(800 0)scale(-1 1)" if s.chance(0.5) else ""
    s.back(group(leaves + stem, transform=mirrored + turn, opacity=0.13))


def _dado(s: Sheet, tint: str) -> None:
    line = mix(dark(tint, 0.3), s.pick(("#a8392b", "#27386b", "#1d4f3c", "#c98a2b")), 0.5)
    line = mix(tint, line, 0.42)
    bit = s.pick((flower(8, line, tint), path(star(8, 46, 26), line), path("M0,-46L40,0L0,46L-40,0Z", line)))
    row = s.tile(60, 60, place(bit, 30, 30, 0.4), SIDE, 60)
    s.back(group(row, transform=f"translate(-10 {HORIZON - 110})"))
    for y in (HORIZON - 122, HORIZON - 44):
        s.back(rect(0, y, SIDE, 5, line))


def _plain_table(s: Sheet, tint: str) -> None:
    top = mix(dark(tint, 0.1), light(tint, 0.2), s.random.random())
    top = mix(top, s.pick(("#c79a6b", "#e9dcc4", "#8a6a58", "#c9b6a6")), 0.3)
    paint = s.linear((0, light(top, 0.12)), (1, dark(top, 0.14)), x2=0.3, y2=1)
    s.back(rect(0, HORIZON, SIDE, SIDE - HORIZON, paint), rect(0, HORIZON, SIDE, 3, light(top, 0.4), opacity=0.6))


def _board_table(s: Sheet, tint: str) -> None:
    wood = s.pick(("#9a6a42", "#b58555", "#7a4f34", "#c39a6c"))
    paint = s.linear((0, light(wood, 0.15)), (1, dark(wood, 0.22)), x2=0.2, y2=1)
    s.back(rect(0, HORIZON, SIDE, SIDE - HORIZON, paint))
    for down, gap in ((44, 2), (110, 3), (194, 4)):
        s.back(rect(0, HORIZON + down, SIDE, gap, dark(wood, 0.45), opacity=0.6))
    for _ in range(9):
        x, y, length = s.vary(-40, 700), s.vary(HORIZON + 8, SIDE), s.vary(90, 260)
        s.back(stroke(f"M{x:.0f},{y:.0f}q{length / 2:.0f},{s.vary(-5, 5):.0f} {length:.0f},0", dark(wood, 0.3), 2, opacity=0.35))
    s.back(rect(0, HORIZON, SIDE, 4, light(wood, 0.45), opacity=0.6))


def _cloth_table(s: Sheet, tint: str) -> None:
    cloth, line, _, _ = s.palette()
    cloth = mix(cloth, tint, 0.35)
    line = mix(line, light(tint, 0.5), 0.3)
    soft = mix(cloth, line, 0.5)
    bit = s.pick((flower(8, soft, cloth), path("M0,-40L40,0L0,40L-40,0Z", soft), path(star(8, 46, 24), soft)))
    shade = s.linear((0, light(cloth, 0.1)), (1, dark(cloth, 0.22)), x2=0.2, y2=1)
    cells = s.tile(74, 74, place(bit, 37, 37, 0.42) + circle(0, 0, 6, soft), SIDE + 40, 400)
    s.back(rect(0, HORIZON, SIDE, SIDE - HORIZON, shade), group(cells, transform=f"translate(-12 {HORIZON + 8})scale(1 .62)"))


def _planks(s: Sheet, tint: str) -> None:
    wood = mix(s.pick(("#a87a50", "#8a5d3c", "#c9a57c", "#e0cfb8")), tint, 0.35)
    s.tint = wood
    for i in range(6):
        shade = dark(wood, s.vary(0, 0.14))
        s.back(rect(i * 134 - 2, 0, 136, SIDE, shade), rect(i * 134 - 2, 0, 3, SIDE, dark(wood, 0.45), opacity=0.7))
        for _ in range(3):
            x = i * 134 + s.vary(20, 116)
            s.back(stroke(f"M{x:.0f},{s.vary(-60, 500):.0f}q{s.vary(-9, 9):.0f},150 0,300", dark(wood, 0.3), 2, opacity=0.3))


def _linen(s: Sheet, tint: str) -> None:
    across = "".join(f"M0,{y}h800" for y in range(4, 800, 9))
    down = "".join(f"M{x},0v800" for x in range(4, 800, 9))
    s.back(
        stroke(across, dark(tint, 0.07), 3, stroke_linecap="butt"),
        stroke(down, light(tint, 0.22), 2, opacity=0.5, stroke_linecap="butt"),
    )


def _plaster(s: Sheet, tint: str) -> None:
    for _ in range(26):
        blot = s.pick((dark(tint, 0.16), light(tint, 0.4)))
        s.back(ellipse(s.vary(0, SIDE), s.vary(0, SIDE), s.vary(30, 130), s.vary(14, 60), blot, opacity=0.16))


def _halves(s: Sheet, tint: str) -> None:
    other = mix(tint, s.pick(("#c9785a", "#d9a84a", "#6f9a8c", "#8a6a90", "#ffffff")), 0.32)
    edge = s.vary(240, 560)
    s.back(path(f"M0,{edge:.0f}L800,{edge - s.vary(-160, 160):.0f}L800,800L0,800Z", other))
