"""Instruments: lute, drums, flutes."""

from .ground import flat, shadow, stand
from .ornament import double_flower, mandala
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, group, path, place, rect, stroke


def musical(s: Sheet) -> None:
    """A long-necked lute, a pair of drums, a barrel drum, or flutes."""
    s.pick((veena, tabla, dholak))(s)


def veena(s: Sheet) -> None:
    """A Saraswati veena: a bowl of one log, a long neck with 24 frets, a second gourd below it, a head carved as a yali."""
    wood = s.pick(("#8a4a24", "#a8652f", "#6a3420", "#b5763a"))
    flat(s, wood)
    ivory, gold = "#f3e6cc", "#dcae4b"
    grain = s.linear((0, light(wood, 0.35)), (0.5, wood), (1, dark(wood, 0.4)), x2=0.6, y2=1)
    gourd = s.radial((0, "#f0b45a"), (0.55, "#c9782a"), (1, "#6a3414"), cx=0.36, cy=0.3, r=0.8)
    turn = s.pick((-32, -36, -28))
    bowl = "M-352,0C-352,-86 -290,-126 -214,-126C-150,-126 -96,-92 -58,-34V34C-96,92 -150,126 -214,126C-290,126 -352,86 -352,0Z"
    neck = "M-80,-38H330C350,-38 362,-30 372,-18V18C362,30 350,38 330,38H-80Z"
    whole = path(bowl, "#1c1220") + path(neck, "#1c1220") + circle(236, 66, 74, "#1c1220")
    art = (
        circle(236, 66, 74, gourd)
        + circle(236, 66, 50, "none", stroke="#f6dca0", stroke_width=3, stroke_dasharray="3 7")
        + path(bowl, grain)
        + path(bowl, "none", stroke=gold, stroke_width=5)
        + circle(-214, 0, 104, "none", stroke=ivory, stroke_width=4, stroke_dasharray="3 8")
        + "".join(place(double_flower(9, ivory, gold, wood), x, y, 0.42) for x, y in ((-252, -72), (-252, 72)))
        + path(neck, grain)
        + rect(-66, -38, 402, 7, ivory)
        + rect(-66, 31, 402, 7, ivory)
        + rect(-70, -29, 410, 58, dark(wood, 0.55))
        + "".join(rect(round(334 - 402 * (1 - 0.944**fret) / 0.75), -30, 6, 60, gold, rx=3) for fret in range(24))
    )
    art += _yali(wood, ivory, gold, grain)
    art += (
        "".join(rect(x, y, 13, 34, ivory, rx=6) + circle(x + 6, y + (36 if y > 0 else -2), 9, gold) for x, y in _PEGS)
        + rect(-236, -46, 20, 92, ivory, rx=5)
        + rect(-232, -40, 6, 80, gold)
        + "".join(stroke(f"M-300,{y * 1.2:.0f}L-226,{y * 1.5:.0f}L366,{y}", "#fffaf0", 2) for y in (-20, -7, 7, 20))
        + "".join(stroke(f"M-226,{y}L120,{y - 4}", "#f3d99a", 1.6) for y in (-40, -44))
        + path("M-300,-30C-322,-14 -322,14 -300,30L-290,0Z", gold)
    )
    s.add(
        group(
            group(whole, opacity=0.2, transform="translate(6 22)") + art,
            transform=f"translate(396 400)rotate({turn})scale(.9)translate(-26 0)",
        )
    )
    s.main = wood
    s.close_up = (250, 500, 1.7)


_PEGS = ((352, -68), (384, -60), (352, 34), (384, 26))


def _yali(wood: str, ivory: str, gold: str, paint: str) -> str:
    """The lion's head at the end of the neck, bent down."""
    return (
        path("M362,-26C408,-40 452,-22 462,18C468,48 450,74 424,78C436,62 436,46 424,36C404,38 380,34 362,26Z", paint)
        + path("M404,-31C418,-58 440,-54 438,-28C452,-46 468,-36 458,-8Z", gold)
        + path("M424,36C434,46 436,62 424,78C412,72 406,62 410,52C418,54 424,48 424,36Z", "#a8392b")
        + "".join(path("M0,0L5,13L10,0Z", ivory, transform=f"translate({x} {y})") for x, y in ((412, 37), (424, 40)))
        + circle(432, 4, 10, ivory)
        + circle(434, 5, 5, "#1c1220")
        + stroke("M372,-16C384,-6 384,6 372,16M388,-22C400,-8 400,8 388,24", dark(wood, 0.45), 4)
    )


def _skin(x: float, y: float, rx: float, spot: str) -> str:
    ry = rx * 0.3
    return (
        ellipse(x, y, rx, ry, "#8a5a34")
        + ellipse(x, y - 2, rx * 0.95, ry * 0.92, "#f3e2c0")
        + ellipse(x, y - 2, rx * 0.74, ry * 0.72, "#fbf1dc")
        + ellipse(x + rx * 0.05, y - 2, rx * 0.38, ry * 0.38, spot)
    )


def tabla(s: Sheet) -> None:
    """A pair of drums on rings."""
    metal, wood = s.pick((("#b4bcc5", "#7a4528"), ("#c9783f", "#5a3020"), ("#d0a040", "#8a4f2a")))
    stand(s, wood)
    s.grow = (400, 650, 1.1)
    ring_ = s.pick(("#a8392b", "#1d5a44", "#27386b"))
    for x, w, top, base, body in (
        (250, 136, 420, metal, "M114,420C96,520 120,650 250,652C380,650 404,520 386,420Z"),
        (535, 104, 380, wood, "M431,380C420,480 420,600 440,640C470,660 600,660 630,640C650,600 650,480 639,380Z"),
    ):
        paint = s.linear((0, dark(base, 0.25)), (0.25, light(base, 0.5)), (0.5, base), (1, dark(base, 0.5)))
        s.add(shadow(s, x, 656, w + 26, 22), ellipse(x, 648, w * 0.9, 20, ring_), path(body, paint))
        s.add(
            *(
                stroke(f"M{x + w * f:.0f},{top + 16}L{x + w * f * 0.84 + 14:.0f},626", light("#b58a5a", 0.3), 6)
                for f in (-0.86, -0.55, -0.2, 0.18, 0.5, 0.82)
            )
        )
        s.add(
            stroke(f"M{x - w},{top + 4}C{x - w * 0.6},{top + 56} {x + w * 0.6},{top + 56} {x + w},{top + 4}", "#d9b98a", 22),
            stroke(
                f"M{x - w},{top + 4}C{x - w * 0.6},{top + 56} {x + w * 0.6},{top + 56} {x + w},{top + 4}",
                "#8a5a34",
                7,
                stroke_dasharray="12 8",
            ),
            _skin(x, top, w, "#2a2226"),
        )
        s.add(*(rect(x + w * f - 12, 520, 26, 40, light(wood, 0.2), rx=9) for f in (-0.55, 0.1, 0.6)) if x > 400 else ())
    s.main = wood
    s.close_up = (480, 480, 1.7)


def dholak(s: Sheet) -> None:
    """A barrel drum."""
    wood = s.pick(("#a8522a", "#7a2f22", "#c98a3a", "#2f5a4a"))
    stand(s, wood)
    s.grow = (400, 650, 1.14)
    paint = s.linear((0, light(wood, 0.45)), (0.35, wood), (1, dark(wood, 0.5)), x2=0, y2=1)
    rope = "#f3e6cc"
    s.add(
        shadow(s, 400, 660, 270, 26),
        path("M200,400C300,330 500,330 600,400C640,440 640,590 600,630C500,690 300,690 200,630C160,590 160,440 200,400Z", paint),
    )
    zig = "M206,410" + "".join(f"L{230 + i * 56},{(652, 392)[i % 2]}" for i in range(7)) + "L596,624"
    s.add(
        stroke(zig, rope, 7),
        *(ellipse(250 + i * 56, 520, 13, 17, "#dcae4b") for i in range(6)),
        place(mandala("#f3d27a", wood, rope, 12), 400, 520, 0.9),
    )
    for x, near in ((600, 0), (200, 1)):
        s.add(
            ellipse(x, 515, 50, 122, "#8a5a34"),
            ellipse(x, 515, 42, 108, "#f3e2c0" if near else dark(wood, 0.2)),
            ellipse(x, 515, 32, 82, "#fbf1dc") if near else "",
            ellipse(x, 515, 15, 38, "#2a2226") if near else "",
        )
    s.add(stroke("M226,420C300,250 500,250 580,410", "#a8392b", 10))
    s.main = wood
    s.close_up = (340, 500, 1.6)


def flute(s: Sheet) -> None:
    """Bamboo flutes tied with thread and a peacock feather."""
    flat(s, "#c99a52")
    threads = s.random.sample(("#c2186b", "#1d7a5a", "#d6361e", "#27489c", "#e8a12a"), 3)
    cane = s.linear((0, "#f0d49a"), (0.4, "#d0a055"), (1, "#8a5f28"), x2=0, y2=1)
    feather = (
        stroke("M-300,80C-100,40 60,30 200,-40", "#5f7a3a", 6)
        + ellipse(230, -52, 80, 56, "#2f8a4f", transform="rotate(-22 230 -52)")
        + ellipse(238, -54, 52, 38, "#c9a03a", transform="rotate(-22 238 -54)")
        + ellipse(244, -56, 36, 27, "#129a9f", transform="rotate(-22 244 -56)")
        + ellipse(248, -57, 20, 15, "#27306f", transform="rotate(-22 248 -57)")
    )
    s.add(group(feather, transform="translate(380 210)rotate(-8)scale(1.15)"))
    for y, length, turn, c in ((400, 600, -14, threads[0]), (520, 540, -10, threads[1]), (640, 470, -16, threads[2])):
        holes = "".join(ellipse(-length * 0.1 + i * 44, 0, 8, 6, "#2a1a12") for i in range(6)) + ellipse(
            -length * 0.34, 0, 11, 8, "#2a1a12"
        )
        rings = "".join(
            rect(x, -19, 22, 38, c) + stroke(f"M{x + 5},-19V19M{x + 11},-19V19M{x + 17},-19V19", dark(c, 0.3), 2)
            for x in (-length * 0.46, -length * 0.22, length * 0.42)
        )
        s.add(
            group(
                rect(-length / 2 + 8, -6, length, 36, "#1c1220", rx=18, opacity=0.2)
                + rect(-length / 2, -18, length, 36, cane, rx=14)
                + rings
                + holes,
                transform=f"translate(400 {y - 20})rotate({turn})",
            )
        )
    s.main = "#c99a52"
    s.close_up = (420, 430, 1.7)
