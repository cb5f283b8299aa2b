"""Glass: bangles, beads, blown vases, bottles of attar."""

from math import cos, pi, sin

from .ground import flat, shadow, stand
from .ornament import LEAF, double_flower, flower, lotus, mandala, petal, star
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, rect, smooth, stroke
from .vessel import varied

JEWEL = ("#c9246e", "#1d7a5a", "#d6361e", "#27489c", "#e3a01c", "#7a2a8c", "#129a9f", "#a31f3c")


def _bangle(s: Sheet, x: float, y: float, r: float, width: float, colour: str, kind: int) -> str:
    hoop = circle(0, 0, r, "none", stroke=dark(colour, 0.35), stroke_width=width) + circle(
        -1.5, -1.5, r, "none", stroke=colour, stroke_width=width * 0.8
    )
    if kind == 1:
        hoop += circle(
            0, 0, r, "none", stroke="#f3d27a", stroke_width=width * 0.34, stroke_dasharray=f"{width * 0.5:.0f} {width * 0.5:.0f}"
        )
    elif kind == 2:
        hoop += around(circle(0, -r, width * 0.3, "#fdf3d0"), 22)
    elif kind == 3:
        hoop += around(path(petal(width * 0.9, width * 0.35), "#f3d27a", transform=f"translate(0 {-r + width * 0.45:.0f})"), 18)
    a = f"M{-r * 0.94:.0f},{-r * 0.34:.0f}A{r},{r} 0 0 1 {-r * 0.34:.0f},{-r * 0.94:.0f}"
    return place(hoop + stroke(a, "#ffffff", width * 0.22, opacity=0.75), x, y)


def glass_bangles(s: Sheet) -> None:
    """Thin glass bangles in many colours."""
    _bangles(s, lac=False)


def _bangles(s: Sheet, lac: bool) -> None:
    """On a stand in a row, or rings lying over one another."""
    colours = s.random.sample(JEWEL, 4)
    if s.chance(0.5):
        flat(s, mix(colours[0], "#888888", 0.3))
        for i in range(9 if not lac else 6):
            x, y = 400 + 165 * cos(i * 2.4) * (i / 8) ** 0.5, 400 + 165 * sin(i * 2.4) * (i / 8) ** 0.5
            width = s.vary(30, 40) if lac else s.vary(13, 24)
            s.add(circle(x + 10, y + 14, 150, "none", stroke="#1c1220", stroke_width=round(width), stroke_opacity=0.16))
            s.add(_bangle(s, x, y, 150, width, colours[i % 4], (i + lac) % 4))
        s.close_up = (400, 340, 1.8)
    else:
        stand(s, mix(colours[0], "#888888", 0.3))
        s.add(shadow(s, 400, 662, 250, 24))
        wood = s.linear((0, "#b07a4a"), (0.4, "#8a5632"), (1, "#4a2a18"), x2=0, y2=1)
        s.add(
            path("M390,600H410L440,656H360Z", "#6a4022"),
            rect(240, 646, 320, 18, wood, rx=8),
            rect(120, 395, 560, 40, wood, rx=20),
        )
        count, x = 0, 150.0
        while x < 640:
            width = s.vary(30, 40) if lac or count % 5 == 0 else s.vary(11, 17)
            colour = s.pick(colours) if count % 5 else "#e0b052"
            hoop = s.linear(
                (0, light(colour, 0.35)), (0.3, colour), (0.55, light(colour, 0.12)), (1, dark(colour, 0.55)), x2=0, y2=1
            )
            s.add(rect(x, 275, width - 1.5, 290, hoop, rx=round(width / 2)))
            if width > 22:
                s.add("".join(circle(x + width / 2, y, width * 0.2, "#fdf3d0") for y in range(300, 560, 30)))
            x, count = x + width, count + 1
        s.add(circle(110, 415, 34, wood), circle(690, 415, 34, wood))
        s.close_up = (330, 420, 2)
    s.main = colours[0]


def lac_bangles(s: Sheet) -> None:
    """Broad lac bangles set with small stones."""
    _bangles(s, lac=True)


def beads(s: Sheet) -> None:
    """A necklace of glass beads lying in a loop."""
    colours = s.random.sample(JEWEL, 3)
    flat(s, mix(colours[0], "#777777", 0.2))
    ball = [
        s.keep(
            circle(4, 7, 20, "#1c1220", opacity=0.2)
            + circle(0, 0, 20, dark(c, 0.3))
            + circle(-2, -2, 17, c)
            + ellipse(-7, -8, 6, 4.5, "#ffffff", opacity=0.8)
        )
        for c in (*colours, "#e0b052")
    ]
    for loop, (rx, ry, size) in enumerate(
        s.pick(
            (
                ((270, 290, 1.15), (205, 215, 0.9), (145, 150, 0.75)),
                ((270, 285, 1.5), (180, 190, 1)),
                ((260, 280, 1.1), (220, 225, 0.6), (170, 170, 1.2)),
            )
        )
    ):
        around_ = pi * (3 * (rx + ry) - ((3 * rx + ry) * (rx + 3 * ry)) ** 0.5)
        count = int(around_ / (40 * size) / 4) * 4
        for i in range(count):
            a = 2 * pi * i / count + pi / 2
            which = 3 if i % 4 == 3 else (i // 4 + loop) % 3 if s.main else 0
            s.add(s.use(ball[which], 400 + rx * cos(a), 390 + ry * sin(a), size * (0.7 if which == 3 else 1)))
    s.add(place(lotus("#e0b052", light(colours[0], 0.3)), 400, 694, 1.1))
    s.close_up = (400, 560, 1.8)
    s.main = colours[0]


def glass(s: Sheet) -> None:
    """Blown glass: vases, decanters, hanging lamps."""
    colour = s.pick(JEWEL + ("#7fb3c4", "#8fc4a8"))
    stand(s, mix(colour, "#ffffff", 0.2))
    v = varied(s, s.pick(("vase", "amphora", "surahi", "goblet", "tall", "bottle", "bowl")))
    tall = v.foot - v.top
    d = v.outline()
    paint = s.linear(
        (0, dark(colour, 0.2), 0.9),
        (0.2, light(colour, 0.5), 0.6),
        (0.5, colour, 0.72),
        (0.85, dark(colour, 0.2), 0.9),
        (1, light(colour, 0.3), 0.85),
    )
    line = s.pick(("#f3d27a", "#ffffff"))
    bits = (
        v.round(
            s,
            s.pick(
                (flower(8, line, colour), path(LEAF, line), path(star(8, 46, 20), line), path("M0,-50L34,0L0,50L-34,0Z", line))
            ),
            v.top + tall * 0.6,
            14,
            0.5,
        )
        + v.belt(v.top + tall * 0.44, v.top + tall * 0.455, line)
        + v.belt(v.top + tall * 0.74, v.top + tall * 0.755, line)
    )
    tint = s.radial((0, colour, 0.4), (1, colour, 0))
    s.add(
        ellipse(470, 676, 260, 34, tint),
        shadow(s, 400, 660, v.radius(v.foot - 60) + 20, 18, 0.3),
        path(d, paint),
        group(bits, clip_path=s.clip(path(d, "#000"))),
    )
    glints = [(v.x - v.radius(v.top + tall * t) * 0.7, v.top + tall * t) for t in (0.2, 0.35, 0.5, 0.62)]
    s.add(
        stroke(smooth(glints), "#ffffff", 13, opacity=0.7),
        stroke(smooth([(2 * v.x - x - 8, y) for x, y in glints]), "#ffffff", 5, opacity=0.5),
    )
    r = v.profile[0][1]
    s.add(ellipse(400, v.top, r, r * 0.2, "none", stroke=light(colour, 0.5), stroke_width=6))
    s.close_up = (380, v.top + tall * 0.5, 1.8)


def perfume(s: Sheet) -> None:
    """A cut bottle of attar with a tall stopper, and petals."""
    colour = s.pick(("#d98a1c", "#c96a7a", "#9c5a2a", "#7a9a4a", "#b5485d", "#5a7fa8", "#e0b03a", "#8a5a9a"))
    stand(s, colour)
    body = s.pick(
        (
            (
                "M300,420C300,380 350,372 360,350H440C450,372 500,380 500,420L530,610C532,640 516,652 490,652"
                "H310C284,652 268,640 270,610Z"
            ),
            "M400,350C520,370 548,470 520,560C500,620 470,652 400,652C330,652 300,620 280,560C252,470 280,370 400,350Z",
            (
                "M290,380H510C524,380 530,390 530,402V630C530,644 522,652 508,652H292C278,652 270,644 270,630"
                "V402C270,390 276,380 290,380Z"
            ),
            "M340,356H460L560,500L470,652H330L240,500Z",
        )
    )
    paint = s.linear((0, light(colour, 0.55)), (0.35, colour), (0.7, light(colour, 0.2)), (1, dark(colour, 0.4)), x2=1, y2=0.7)
    facets = stroke("M340,356L330,652M460,356L470,652M240,500H560", "#ffffff", 4, opacity=0.35) + path(
        "M270,350L400,500L280,660L200,500Z", "#ffffff", opacity=0.2
    )
    gold = s.linear((0, "#f8e7b0"), (0.5, "#d0a040"), (1, "#7a5018"))
    s.add(
        shadow(s, 410, 660, 190, 22),
        path(body, paint),
        group(facets + rect(200, 340, 420, 70, "#ffffff", opacity=0.22), clip_path=s.clip(path(body, "#000"))),
    )
    s.add(
        place(
            s.pick(
                (
                    mandala("#f3dc9a", colour, "#fff6e0", 12),
                    double_flower(10, "#f3dc9a", "#fff6e0", "#d0a040"),
                    lotus("#f3dc9a", "#fff6e0"),
                )
            ),
            400,
            530,
            1.3,
        )
    )
    s.add(
        rect(352, 318, 96, 40, gold, rx=6),
        path(
            s.pick(
                (
                    "M400,150C440,210 440,270 416,318H384C360,270 360,210 400,150Z",
                    "M400,190C450,190 450,262 420,286L424,318H376L380,286C350,262 350,190 400,190Z",
                    "M370,318L352,230L400,170L448,230L430,318Z",
                )
            ),
            gold,
        ),
        stroke("M386,300C376,270 380,230 394,210", "#ffffff", 7, opacity=0.6),
    )
    bloom = double_flower(
        s.pick((8, 11)),
        *s.pick((("#d6417d", "#f08fb0", "#f3c64e"), ("#fdf6e6", "#fffdf5", "#e9c25a"), ("#f08a1c", "#f7b23c", "#c7541a"))),
    )
    for x, y, k in ((600, 676, 1), (668, 706, 0.7), (176, 694, 0.85)):
        s.add(place(path(LEAF, "#4e7a45"), x - 34, y + 14, 0.6, 70), place(bloom, x, y, k, s.vary(0, 40)))
