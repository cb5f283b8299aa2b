"""Lacquered and painted things: turned toys, papier mache."""

from .ground import shadow, stand
from .ornament import LEAF, double_flower, flower
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, path, place, rect, smooth, stroke
from .vessel import Vessel, turned, varied


def wooden_dolls(s: Sheet) -> None:
    """A family of turned dolls."""
    lacquer_toys(s, 0)


def ring_tower(s: Sheet) -> None:
    """A tower of rings to stack, and tops."""
    lacquer_toys(s, 1)


def toy_on_wheels(s: Sheet) -> None:
    """An animal on wheels."""
    lacquer_toys(s, 2)


def lacquer_toys(s: Sheet, kind: int | None = None) -> None:
    """Turned and lacquered toys: a family of dolls, a stacker, tops, a horse on wheels."""
    colours = s.random.sample(("#d6361e", "#f2b020", "#1d7a5a", "#27489c", "#e8731c", "#c2186b", "#6aa03a"), 5)
    stand(s, colours[0])
    s.grow = (400, 650, 1.16)
    kind = s.random.randrange(3) if kind is None else kind
    if kind == 0:
        for x, k, c, d in (
            (260, 1, colours[0], colours[1]),
            (420, 0.8, colours[2], colours[3]),
            (550, 0.62, colours[4], colours[1]),
        ):
            v = Vessel(
                [
                    (660 - (652 - y) * k, r * k)
                    for y, r in ((380, 60), (420, 66), (460, 58), (500, 84), (580, 104), (630, 92), (652, 80))
                ],
                x,
            )
            face = circle(x, 660 - 290 * k, 78 * k, "#e8b88a") + path(
                (
                    f"M{x - 80 * k:.0f},{660 - 285 * k:.0f}C{x - 80 * k:.0f},{660 - 400 * k:.0f} "
                    f"{x + 80 * k:.0f},{660 - 400 * k:.0f} "
                    f"{x + 80 * k:.0f},{660 - 285 * k:.0f}C{x + 50 * k:.0f},{660 - 340 * k:.0f} "
                    f"{x - 50 * k:.0f},{660 - 340 * k:.0f} "
                    f"{x - 80 * k:.0f},{660 - 285 * k:.0f}Z"
                ),
                "#2a2026",
            )
            eyes = (
                "".join(ellipse(x + e * 26 * k, 660 - 284 * k, 8 * k, 5 * k, "#2a2026") for e in (-1, 1))
                + stroke(f"M{x - 12 * k:.0f},{660 - 250 * k:.0f}q{12 * k:.0f},{10 * k:.0f} {24 * k:.0f},0", "#a8392b", 4)
                + circle(x, 660 - 306 * k, 6 * k, "#c2186b")
            )
            low = 660 - 110 * k
            bands_ = (
                v.belt(low, low + 12, d)
                + v.belt(low + 60 * k, low + 68 * k, d)
                + v.round(s, double_flower(8, d, "#fff3d6", c), low + 38 * k, 10, 0.4 * k)
            )
            s.add(shadow(s, x, 662, 100 * k, 16), turned(s, v, c, bands_, "glaze", mouth=False), face, eyes)
        s.close_up = (320, 450, 1.7)
    elif kind == 1:
        s.add(shadow(s, 400, 662, 170, 22))
        y = 640.0
        for i, c in enumerate((*colours, colours[1])):
            half, tall = 150 - i * 20, 62 - i * 3
            y -= tall
            s.add(
                rect(
                    400 - half,
                    y,
                    half * 2,
                    tall,
                    s.linear((0, dark(c, 0.2)), (0.25, light(c, 0.45)), (0.5, c), (1, dark(c, 0.45))),
                    rx=round(tall / 2),
                ),
                ellipse(400 - half * 0.5, y + tall * 0.3, half * 0.24, 5, "#ffffff", opacity=0.5),
            )
        head = s.radial((0, light(colours[0], 0.5)), (0.5, colours[0]), (1, dark(colours[0], 0.4)), cx=0.34, cy=0.28, r=0.8)
        s.add(circle(400, y - 44, 52, head), rect(230, 636, 340, 24, colours[2], rx=12), place(_top(colours), 640, 640, 0.8))
    else:
        a, b, c = colours[:3]
        paint = s.linear((0, light(a, 0.4)), (0.5, a), (1, dark(a, 0.35)), x2=0.7, y2=1)
        body = smooth(
            [
                (250, 470),
                (236, 400),
                (250, 320),
                (200, 330),
                (176, 310),
                (196, 268),
                (250, 220),
                (290, 214),
                (330, 260),
                (350, 360),
                (440, 384),
                (540, 372),
                (580, 430),
                (566, 500),
                (400, 516),
            ],
            closed=True,
        )
        s.add(
            shadow(s, 400, 664, 240, 24),
            *(
                path(f"M{x},470L{x - 6},610H{x + 50}L{x + 56},470Z", dark(a, k))
                for x, k in ((300, 0.25), (510, 0.25), (256, 0.05), (464, 0.05))
            ),
        )
        s.add(
            stroke("M576,410C640,440 620,520 600,560", b, 24),
            path(body, paint),
            path("M270,214C340,214 370,300 366,366L336,360C330,300 310,250 256,240Z", b),
            path("M380,366C430,384 480,384 520,372L526,470C480,490 420,490 384,470Z", c),
            place(double_flower(9, b, "#fff3d6", a), 452, 426, 0.8),
        )
        s.add(
            rect(200, 600, 420, 22, c, rx=10),
            *(circle(x, 630, 36, b) + circle(x, 630, 24, a) + circle(x, 630, 8, "#fff3d6") for x in (270, 550)),
            circle(228, 268, 9, "#fff3d6"),
            circle(228, 268, 4, "#2a2026"),
        )
        s.add(stroke("M190,318C220,312 250,300 262,276", b, 7))
    s.main = colours[0]


def _top(colours: list[str]) -> str:
    """A spinning top."""
    a, b, c = colours[:3]
    return (
        path("M-60,-70C-60,-100 60,-100 60,-70C60,-40 20,-10 0,26C-20,-10 -60,-40 -60,-70Z", a)
        + path("M-60,-70C-40,-54 40,-54 60,-70C58,-60 54,-52 46,-42C20,-30 -20,-30 -46,-42C-54,-52 -58,-60 -60,-70Z", b)
        + rect(-7, -136, 14, 46, c, rx=5)
        + path("M-5,14L0,40L5,14Z", "#8a8f92")
    )


def papier_mache(s: Sheet) -> None:
    """Painted papier mache: eggs, boxes and vases covered with gold flowers."""
    base, one, two = s.pick(
        (
            ("#1f2c52", "#d9a441", "#c9485d"),
            ("#7a1f2b", "#e8bf6a", "#3f8a7f"),
            ("#123f3a", "#e8bf6a", "#d9785a"),
            ("#efe2c8", "#a8392b", "#27527a"),
            ("#2a2026", "#e8bf6a", "#b5485d"),
        )
    )
    stand(s, base)
    bloom = double_flower(9, one, light(one, 0.5), two)
    v = varied(s, s.pick(("amphora", "vase", "jar", "tall")))
    tall = v.foot - v.top
    art = ""
    for row in range(6):
        art += v.round(
            s,
            bloom if row % 2 == 0 else flower(6, two, one),
            v.top + tall * (0.16 + row * 0.14),
            12,
            0.4 if row % 2 == 0 else 0.32,
            row % 2 * 0.26,
        )
        art += v.round(
            s, path(LEAF, light("#4f8a5a", 0.1), transform="rotate(40)"), v.top + tall * (0.23 + row * 0.14), 14, 0.22, row * 0.2
        )
    art += v.belt(v.top, v.top + 12, one) + v.belt(v.foot - 16, v.foot + 20, one)
    s.add(shadow(s, 400, 660, v.radius(v.foot - 60) + 30, 24), turned(s, v, base, art, "glaze"))
    s.close_up = (380, v.top + tall * 0.5, 1.9)
