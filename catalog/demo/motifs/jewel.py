"""Jewellery: gold necklaces, silver filigree, cut gems."""

from math import cos, pi, sin

from .ground import flat, shadow, stand
from .ornament import DROP, LEAF, double_flower, lotus, peacock, petal
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, polygon, rect, ring, stroke

STONES = ("#c2182f", "#157a4a", "#1f4fa8", "#c9247a", "#7a2a9a", "#12929a", "#e0952a")
VELVETS = ("#3a1030", "#12303a", "#1a2550", "#5a1020", "#15392c", "#2a2228", "#e9dcc4")


def stone(colour: str) -> str:
    """A round stone in a gold setting, about 40 across."""
    return (
        circle(0, 0, 21, "#b5842a")
        + circle(0, 0, 19, "#f0cf78")
        + circle(0, 0, 15, dark(colour, 0.2))
        + path("M-13,-4L0,-14L13,-4L8,10H-8Z", colour)
        + path("M-8,-6L0,-12L4,-6Z", "#ffffff", opacity=0.75)
    )


def bust(s: Sheet, velvet: str) -> None:
    """A neck-shaped stand of velvet."""
    paint = s.linear((0, light(velvet, 0.3)), (0.4, velvet), (1, dark(velvet, 0.4)))
    s.add(
        shadow(s, 410, 664, 240, 26),
        path(
            (
                "M340,120C350,160 350,210 330,240C280,280 190,300 170,380C160,470 210,640 250,660H550C590,640 "
                "640,470 630,380C610,300 520,280 470,240C450,210 450,160 460,120C440,106 360,106 340,120Z"
            ),
            paint,
        ),
    )


def _arc(cx: float, cy: float, rx: float, ry: float, count: int, spread: float = 70) -> list[tuple[float, float, float]]:
    out = []
    for i in range(count):
        a = (90 - spread + 2 * spread * i / (count - 1)) * pi / 180
        out.append((cx + rx * cos(a), cy + ry * sin(a), 90 - a * 180 / pi))
    return out


def jewellery(s: Sheet) -> None:
    """A gold necklace with stones on a stand, or ear-rings."""
    velvet = s.pick(VELVETS)
    one, two = s.random.sample(STONES, 2)
    gold, pale = "#dca93f", "#f6e0a0"
    if s.chance(0.35):
        flat(s, gold)
        drop = around(path(petal(58, 16), gold), 10) + around(path(petal(40, 10), pale), 10, 18) + place(stone(one), 0, 0, 1)
        bell = (
            path("M-70,150C-70,84 -40,70 0,66C40,70 70,84 70,150Z", gold)
            + stroke("M-64,130H64M-58,110H58", dark(gold, 0.35), 4)
            + "".join(
                place(path(DROP, pale), x, 176, 0.3) + circle(x, 196, 8, s_)
                for x, s_ in zip(range(-60, 61, 20), (one, two, one, two, one, two, one), strict=True)
            )
            + circle(0, 64, 14, two)
        )
        s.add(
            *(
                group(
                    group(circle(x + 16, 310, 100, "#1c1220") + rect(x - 100, 430, 230, 170, "#1c1220", rx=60), opacity=0.14)
                    + place(drop + bell, x, 290, 1.9)
                )
                for x in (240, 560)
            )
        )
        s.main = gold
        s.close_up = (260, 400, 2)
        return
    stand(s, velvet)
    s.main = gold
    bust(s, velvet)
    layers = s.pick(
        (
            ((130, 130, 17, 0.8), (178, 220, 21, 1)),
            ((150, 170, 19, 1),),
            ((118, 100, 15, 0.7), (154, 170, 19, 0.85), (190, 250, 23, 0.95)),
        )
    )
    bit = s.keep(
        s.pick(
            (
                path(petal(40, 16), gold) + path(petal(28, 9), pale),
                path(LEAF, gold, transform="translate(0 -20)scale(.7)") + circle(0, -16, 7, one),
                circle(0, -14, 14, gold) + circle(0, -14, 9, pale) + circle(0, -30, 6, one),
            )
        )
    )
    gem = s.keep(stone(one))
    pearl = s.keep(circle(0, 0, 9, "#d9cdbc") + circle(-1, -1, 8, "#fbf6ec"))
    for rx, ry, count, k in layers:
        places = _arc(400, 262, rx, ry, count)
        s.add(stroke("M" + "L".join(f"{x:.0f},{y:.0f}" for x, y, _ in places), gold, 7))
        s.add(
            *(s.use(bit, x, y, k, 180 - a) for x, y, a in places),
            *(s.use(gem if i % 2 == 0 else pearl, x, y, 0.62 * k) for i, (x, y, a) in enumerate(places)),
        )
    x, y = 400, 262 + layers[-1][1]
    s.add(
        place(s.pick((double_flower(12, gold, pale, one), peacock(one, gold, two, pale), lotus(gold, pale))), x, y + 22, 1.15),
        place(stone(two), x, y + 22, 0.9),
        *(place(path(DROP, pale), x + dx, y + 84 - abs(dx) * 0.3, 0.4) for dx in (-36, 0, 36)),
    )
    s.close_up = (400, 440, 1.9)


def filigree(s: Sheet) -> None:
    """Silver wire curled to flowers, a peacock or a pendant."""
    velvet = s.pick(("#22264f", "#14403a", "#4a1838", "#2a2228", "#7a1f33"))
    flat(s, velvet)
    s.back(rect(0, 0, 800, 800, velvet, opacity=0.75))
    s.tint = velvet
    wire, glint = "#c9d0d8", "#f6f8fa"

    def curl(n: int, r: float) -> str:
        one = stroke(
            (
                f"M0,0C{-r * 0.36:.0f},{-r * 0.4:.0f} {-r * 0.3:.0f},{-r * 0.9:.0f} 0,{-r:.0f}C{r * 0.3:.0f},{-r * 0.9:.0f} "
                f"{r * 0.36:.0f},{-r * 0.4:.0f} 0,0M0,{-r * 0.3:.0f}"
                f"C{-r * 0.16:.0f},{-r * 0.5:.0f} {-r * 0.14:.0f},{-r * 0.78:.0f} "
                f"0,{-r * 0.8:.0f}C{r * 0.14:.0f},{-r * 0.78:.0f} {r * 0.16:.0f},{-r * 0.5:.0f} 0,{-r * 0.3:.0f}"
            ),
            wire,
            6,
        ) + circle(0, -r * 0.6, 4, glint)
        return around(one, n)

    kind = s.random.randrange(3)
    art = (
        circle(0, 0, 268, "none", stroke=wire, stroke_width=8)
        + curl(s.pick((12, 16)), 260)
        + circle(0, 0, 150, "none", stroke=glint, stroke_width=6)
        + around(circle(0, -285, 15, "none", stroke=wire, stroke_width=6) + circle(0, -285, 5, glint), 24)
        + curl(10, 140)
        + circle(0, 0, 34, wire)
        + circle(-4, -4, 26, glint)
    )
    if kind == 1:
        fan = "".join(
            group(
                stroke("M0,0C-34,-90 -34,-190 0,-250C34,-190 34,-90 0,0", wire, 6)
                + circle(0, -196, 24, "none", stroke=wire, stroke_width=5)
                + circle(0, -196, 14, "#1f4fa8")
                + stroke("M0,-160V-40M-14,-120L0,-100L14,-120M-12,-80L0,-62L12,-80", glint, 4),
                transform=f"rotate({a})",
            )
            for a in range(-84, 90, 21)
        )
        art = place(fan, 0, 150, 1.4) + place(
            path("M-36,130C-60,30 -4,10 -14,-54C-18,-92 26,-98 34,-64L56,-50L32,-44C38,10 64,40 36,130Z", wire)
            + circle(16, -62, 6, "#22264f")
            + stroke("M-20,110C-30,60 6,30 4,-20M14,112C22,70 10,40 14,0", "#8f98a3", 5),
            0,
            120,
            1.3,
        )
    elif kind == 2:
        art = (
            place(curl(8, 100), 0, -60, 1.3)
            + circle(0, -60, 134, "none", stroke=wire, stroke_width=8)
            + around(circle(0, 0, 10, glint, transform="translate(0 -148)"), 26)
            + "".join(
                place(
                    stroke("M0,0C-40,40 -40,110 0,130C40,110 40,40 0,0M0,30C-16,56 -16,96 0,104C16,96 16,56 0,30", wire, 6)
                    + circle(0, 142, 10, glint),
                    x,
                    y,
                )
                for x, y in ((-96, 60), (0, 86), (96, 60))
            )
            + place(stone("#1f4fa8"), 0, -60, 1.3)
            + stroke("M0,-200C-140,-240 -230,-300 -260,-390M0,-200C140,-240 230,-300 260,-390", wire, 7, stroke_dasharray="13 6")
        )
    s.add(place(art, 400, 400))
    s.main = wire
    s.close_up = (400, 330, 1.9)


def gems(s: Sheet) -> None:
    """Cut stones of several shapes on a dark or pale cloth."""
    flat(s, s.pick(("#2a2f4a", "#e6e0d6", "#3a2238")))
    colours = s.random.sample(STONES, 5)
    s.main = colours[0]

    def brilliant(n: int, colour: str, rx: float = 100, ry: float = 100) -> str:
        outer, inner, core = ring(n, 1), ring(n, 0.72, -90 + 180 / n), ring(n, 0.46)
        scale = [[(x * rx, y * ry) for x, y, _ in r] for r in (outer, inner, core)]
        out = polygon(scale[0], dark(colour, 0.25))
        for i in range(n):
            a, b = scale[0][i], scale[0][(i + 1) % n]
            p, q = scale[1][i], scale[2][i]
            tone = (a[0] + b[0] + a[1] + b[1]) / (rx * 4)
            shade = light(colour, max(0, -tone) * 0.7) if tone < 0 else dark(colour, tone * 0.5)
            out += (
                polygon([a, p, b], shade)
                + polygon([q, scale[1][i], scale[2][(i + 1) % n]], mix(shade, "#ffffff", 0.2))
                + polygon([scale[1][i - 1], a, p, q], mix(shade, colour, 0.5))
            )
        return (
            out
            + polygon(scale[2], light(colour, 0.25))
            + polygon(
                [(-rx * 0.4, -ry * 0.2), (0, -ry * 0.44), (rx * 0.1, -ry * 0.2), (-rx * 0.2, ry * 0.1)], "#ffffff", opacity=0.6
            )
        )

    cuts = [
        brilliant(8, colours[0], 150, 150),
        brilliant(6, colours[1]),
        brilliant(10, colours[2], 84, 118),
        brilliant(8, colours[3], 110, 78),
        brilliant(12, colours[4], 78, 78),
    ]
    for art, (x, y), turn in zip(
        cuts,
        s.pick(
            (
                ((360, 380), (610, 250), (620, 520), (300, 640), (170, 190)),
                ((430, 420), (190, 260), (660, 200), (610, 640), (210, 560)),
            )
        ),
        (0, 12, 24, -14, 8),
        strict=True,
    ):
        glow = s.radial((0, colours[0], 0), (0.5, "#1c1220", 0.3), (1, "#1c1220", 0))
        s.add(ellipse(x + 22, y + 30, 150, 140, glow), place(art, x, y, 1, turn))
    s.close_up = (380, 400, 1.8)
