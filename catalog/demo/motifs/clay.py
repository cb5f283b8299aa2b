"""Clay: terracotta, blue pottery, black pottery, glazed ware, and terracotta horses."""

from .ground import shadow, stand
from .ornament import LEAF, double_flower, fish, flower, lotus, mandala, paisley, sprig
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, path, place, polygon, rect, smooth, stroke
from .vessel import Vessel, turned, varied


def zigzag(colour: str) -> str:
    """One tooth of a zigzag band."""
    return stroke("M-50,30L0,-30L50,30", colour, 16)


def bands(s: Sheet, v: Vessel, line: str, one: str, two: str, motif: str, size: float) -> str:
    """A belt with motifs on the belly, lines above and below, teeth on the shoulder."""
    tall = v.foot - v.top
    top, low = v.top + tall * s.vary(0.42, 0.5), v.top + tall * s.vary(0.68, 0.76)
    middle = (top + low) / 2
    count = max(8, round(v.radius(middle) * 6.28 / (size * 1.12)))
    art = v.belt(top, low, one)
    for y in (top - 14, low + 6):
        art += v.belt(y, y + 8, line)
    art += v.round(s, motif, middle, count, size / 100)
    teeth = s.pick((zigzag(line), path(LEAF, line), circle(0, 0, 30, line), polygon([(-50, 30), (0, -40), (50, 30)], line)))
    art += v.round(s, teeth, top - 34, 26, 0.3) + v.belt(low + 24, low + 30, two)
    return art + v.round(s, teeth, low + 50, 20, 0.26)


def terracotta(s: Sheet) -> None:
    """Baked clay painted with white and dark lines."""
    base = s.pick(("#c0623c", "#b5532f", "#cb7448", "#a94c33"))
    stand(s, base)
    line, two = "#f4e4cb", dark(base, 0.5)
    v = varied(s, s.pick(("pot", "vase", "amphora", "lota", "surahi", "handi", "jar")))
    motif = s.pick(
        (
            flower(8, line, two),
            fish(line, two),
            zigzag(line),
            path(LEAF, line),
            lotus(line, light(base, 0.5)),
            mandala(line, base, two),
        )
    )
    art = bands(s, v, line, dark(base, 0.18) if s.chance(0.7) else base, two, motif, 62)
    s.add(shadow(s, 400, 660, v.radius(500) + 30, 26), turned(s, v, base, art, "matt"))
    if s.chance(0.45):
        diya(s, 590, 690, base)
    s.close_up = (370, v.top + (v.foot - v.top) * 0.55, 1.9)


def diya(s: Sheet, x: float, y: float, base: str, scale: float = 1) -> None:
    """A small clay lamp with a flame."""
    body = s.linear((0, light(base, 0.3)), (1, dark(base, 0.4)))
    glow = s.radial((0, "#ffd873", 0.75), (1, "#ffb03a", 0))
    art = ellipse(0, 2, 78, 12, "#1c1220", opacity=0.25)
    art += path("M-70,-34C-60,0 -30,6 0,6C30,6 50,-4 66,-34Z", body) + ellipse(-2, -34, 68, 13, dark(base, 0.1))
    art += ellipse(-2, -33, 56, 9, "#e0a53a") + circle(44, -66, 46, glow)
    art += path("M44,-100C60,-78 62,-52 46,-40C28,-50 30,-76 44,-100Z", "#ffb52e") + path(
        "M45,-80C54,-66 54,-52 46,-44C38,-52 38,-66 45,-80Z", "#fff1b8"
    )
    s.add(place(art, x, y, scale))


def blue_pottery(s: Sheet) -> None:
    """Quartz ware with cobalt and turquoise flowers."""
    base = s.pick(("#f2efe6", "#f2efe6", "#2f8fb3", "#21407f", "#e8f0ee"))
    blue, sea, warm = "#20458f", "#2ba3b5", s.pick(("#e0a42f", "#d9dff0", "#7fb04c"))
    if base in ("#2f8fb3", "#21407f"):
        blue, sea = "#f5f1e6", s.pick(("#f0c24a", "#8fd3d8"))
    stand(s, base)
    bloom = s.pick(
        (
            double_flower(9, blue, sea, warm),
            flower(6, sea, warm, blue),
            paisley(blue, sea, warm),
            sprig(blue, sea, warm),
            lotus(blue, sea),
        )
    )
    if s.chance(0.3):
        plate(s, base, blue, sea, warm, bloom)
        return
    v = varied(s, s.pick(("vase", "amphora", "surahi", "jar", "lota", "tall", "bowl", "goblet")))
    tall = v.foot - v.top
    art = v.belt(v.top, v.top + tall * 0.09, blue) + v.belt(v.foot - tall * 0.07, v.foot + 30, blue)
    low = v.top + tall * 0.68
    size = min(0.95, tall / 520)
    art += v.round(s, bloom, low - tall * 0.12, 9, size) + v.round(
        s, place(path(LEAF, sea), 0, 0, 0.4, 30), low - tall * 0.1, 9, size, 0.35
    )
    art += v.round(s, path(LEAF, blue), low + tall * 0.13, 22, 0.42) + v.belt(low + 4, low + 9, blue)
    art += v.belt(v.top + tall * 0.34, v.top + tall * 0.36, sea) + v.round(s, flower(5, sea, warm), v.top + tall * 0.24, 12, 0.4)
    s.add(shadow(s, 400, 660, v.radius(v.foot - 60) + 40, 26), turned(s, v, base, art, "glaze"))
    s.close_up = (370, low - tall * 0.1, 1.9)


def plate(s: Sheet, base: str, blue: str, sea: str, warm: str, bloom: str) -> None:
    """A painted plate that stands upright."""
    shade = s.linear((0, "#ffffff", 0.35), (0.5, "#ffffff", 0), (1, "#1c1220", 0.3), x2=0.8, y2=1)
    art = circle(0, 0, 250, blue) + circle(0, 0, 242, base)
    kept, leaf = s.keep(bloom), s.keep(path(LEAF, sea))
    for i in range(14):
        art += f'<g transform="rotate({i * 360 / 14:.1f})">{s.use(kept, 0, -202, 0.62)}{s.use(leaf, 45, -196, 0.3, 80)}</g>'
    art += circle(0, 0, 160, blue) + circle(0, 0, 152, base)
    art += place(mandala(blue, sea, warm, 14), 0, 0, 2.8) + circle(0, 0, 160, "none", stroke=dark(base, 0.3), stroke_width=2)
    s.add(shadow(s, 410, 662, 230, 24), place(art, 400, 405), place(circle(0, 0, 250, shade), 400, 405))
    s.add(path("M300,640L330,600L350,668L290,668Z M500,640L470,600L450,668L510,668Z", "#5a3a28"))
    s.close_up = (330, 330, 1.9)


def black_pottery(s: Sheet) -> None:
    """Smoked black clay with silver lines."""
    base = s.pick(("#2a2a2e", "#26262b", "#322e31"))
    stand(s, base)
    v = varied(s, s.pick(("vase", "amphora", "surahi", "pot", "lota", "goblet", "tall")))
    silver = "#d9dde2"
    motif = s.pick(
        (
            flower(8, silver, base),
            paisley(silver, base, silver),
            sprig(silver, silver, base),
            mandala(silver, base, silver),
            lotus(silver, "#8d949c"),
        )
    )
    art = bands(s, v, silver, base, "#8d949c", motif, 66)
    s.add(shadow(s, 400, 660, v.radius(500) + 30, 26), turned(s, v, base, art, "glaze"))
    s.close_up = (370, v.top + (v.foot - v.top) * 0.55, 1.9)


def ceramics(s: Sheet) -> None:
    """Glazed cups, bowls and a jug with painted rims."""
    base, line, one = s.pick(
        (
            ("#f3ede0", "#27386b", "#c9563c"),
            ("#7fa6a0", "#f3ede0", "#274a4a"),
            ("#e6b35a", "#7a3420", "#f6ecd8"),
            ("#d9e2e6", "#b5485d", "#3c6a7a"),
            ("#3f6a6a", "#f0d9a8", "#e08a4a"),
            ("#c9745a", "#f6ecd8", "#4a2a28"),
        )
    )
    stand(s, base)
    motif = s.pick(
        (flower(6, line, one), path(LEAF, line), circle(0, 0, 26, line), zigzag(line), double_flower(10, line, one, base))
    )
    for shape, x, scale, y in s.pick(
        (
            (("jar", 300, 0.86, 640), ("cup", 520, 0.9, 690)),
            (("bottle", 270, 1, 630), ("bowl", 480, 0.7, 690)),
            (("cup", 290, 1.06, 668), ("cup", 530, 1.06, 690)),
        )
    ):
        v = varied(s, shape)
        v = Vessel([(y - (652 - py) * scale, r * scale) for py, r in v.profile], x)
        tall = v.foot - v.top
        if shape == "cup":
            s.add(
                stroke(
                    f"M{x + v.radius(v.top + 40):.0f},{v.top + tall * 0.25:.0f}c70,-10 76,{tall * 0.5:.0f} -14,{tall * 0.46:.0f}",
                    dark(base, 0.15),
                    24,
                )
            )
        art = (
            v.belt(v.top, v.top + tall * 0.1, line)
            + v.round(s, motif, v.top + tall * 0.52, 12, 0.5)
            + v.belt(v.top + tall * 0.8, v.top + tall * 0.83, one)
        )
        s.add(shadow(s, x, y + 8, v.radius(v.foot - 40) + 26, 20), turned(s, v, base, art, "glaze"))
    s.grow = (400, 640, 1.1)
    s.close_up = (330, 520, 1.8)


def clay_horse(s: Sheet) -> None:
    """The long-necked terracotta horse."""
    base = s.pick(("#b8562f", "#c9693d", "#9c4630", "#3a3130"))
    stand(s, base)
    line = light(base, 0.62)
    paint = s.linear((0, light(base, 0.3)), (0.5, base), (1, dark(base, 0.4)), x2=0.8, y2=0.4)
    leg = "M{x},480L{x1},652C{x2},664 {x3},664 {x4},652L{x5},480Z"
    s.add(shadow(s, 410, 662, 220, 26))
    for x, shade in ((330, 0.3), (520, 0.3), (270, 0), (460, 0)):
        d = leg.format(x=x, x1=x - 4, x2=x + 4, x3=x + 40, x4=x + 48, x5=x + 52)
        s.add(
            path(d, paint),
            path(d, "#1c1220", opacity=shade) if shade else "",
            rect(x - 3, 610, 50, 8, line),
            rect(x - 4, 632, 52, 8, line),
        )
    s.add(stroke("M556,410C610,430 606,520 590,570", dark(base, 0.25), 24))
    body = smooth(
        [
            (262, 500),
            (250, 420),
            (262, 320),
            (250, 220),
            (214, 236),
            (184, 250),
            (174, 216),
            (220, 160),
            (262, 126),
            (262, 84),
            (282, 118),
            (298, 82),
            (310, 130),
            (340, 190),
            (352, 300),
            (378, 372),
            (470, 386),
            (556, 380),
            (590, 430),
            (570, 500),
            (420, 516),
        ],
        closed=True,
    )
    s.add(path(body, paint))
    dots = "".join(circle(266 + i * 9, 180 + i * i * 1.1 + i * 14, 7, line) for i in range(9))
    collar = "".join(
        stroke(f"M{262 - k * 2},{300 + k * 26}C{290},{318 + k * 26} {330},{312 + k * 26} {356 + k * 6},{296 + k * 26}", line, 7)
        for k in range(3)
    )
    saddle = path("M400,380C440,392 500,392 530,382L536,470C500,482 430,482 396,470Z", dark(base, 0.35)) + place(
        mandala(line, base, line, 10), 466, 430, 0.66
    )
    s.add(dots, collar, saddle, circle(232, 182, 9, line), circle(232, 182, 4, dark(base, 0.6)))
    s.add(stroke("M190,232C214,226 240,210 258,196 M204,200L216,236", line, 6))
    s.close_up = (360, 330, 1.8)
