"""Scent, light and soap: incense, candles, soap bars."""

from .ground import shadow, stand
from .ornament import LEAF, flower, lotus
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, path, place, rect, stroke
from .vessel import Vessel, turned


def incense(s: Sheet) -> None:
    """Burning sticks in a brass holder."""
    stand(s, "#9a5a3a")
    base = "#d0a040"
    v = Vessel(((540, 110), (570, 128), (610, 96), (636, 70), (652, 90)))
    haze = light(s.tint, 0.6)
    for i, x in enumerate((-60, -30, 0, 32, 62)):
        top = 230 + abs(i - 2) * 26
        s.add(
            stroke(f"M{400 + x * 0.6:.0f},545L{400 + x * 1.7:.0f},{top}", s.pick(("#6a3a2a", "#4a2a2a", "#8a4a3a")), 9),
            circle(400 + x * 1.7, top, 7, "#ff7a2a"),
        )
        if i % 2 == 0:
            s.add(stroke(f"M{400 + x * 1.7:.0f},{top - 8}c-40,-40 40,-70 4,-110c-24,-30 20,-50 0,-80", haze, 8, opacity=0.5))
    s.add(shadow(s, 400, 660, 150, 22), turned(s, v, base, v.round(s, flower(8, dark(base, 0.5), base), 592, 14, 0.4), "metal"))
    cone = path("M-26,0L0,-70L26,0Z", s.linear((0, "#a06a4a"), (1, "#4a2a1a")))
    s.add(*(place(cone, x, 690, 0.8) for x in (570, 622)), place(flower(8, "#f08a1c", "#f7c948"), 200, 690, 0.7))
    s.main = "#9a5a3a"


def candles(s: Sheet) -> None:
    """Three candles of different heights."""
    colours = s.random.sample(("#f6ecd8", "#e8a6ae", "#c8362a", "#e3a822", "#7fa6a0", "#b09ac9"), 3)
    stand(s, "#3a2a35")
    for x, top, r, colour in zip(
        (270, 410, 545), s.pick(((420, 320, 480), (340, 450, 400), (470, 380, 300))), (68, 76, 62), colours, strict=True
    ):
        body = s.linear((0, light(colour, 0.5)), (0.4, colour), (1, dark(colour, 0.4)))
        glow = s.radial((0, "#ffd873", 0.7), (1, "#ffb03a", 0))
        s.add(
            shadow(s, x, 660, r + 16, 18),
            path(f"M{x - r},{top}V640C{x - r},664 {x + r},664 {x + r},640V{top}Z", body),
            ellipse(x, top, r, r * 0.22, light(colour, 0.45)),
            ellipse(x, top + 2, r * 0.7, r * 0.13, "#f7d98a"),
        )
        s.add(
            circle(x, top - 46, 90, glow),
            stroke(f"M{x},{top}v-22", "#3a2a22", 5),
            path(
                (
                    f"M{x},{top - 92}C{x + 24},{top - 54} {x + 22},{top - 22} {x},{top - 16}C{x - 22},{top - 22} "
                    f"{x - 24},{top - 54} {x},{top - 92}Z"
                ),
                "#ff9d2e",
            ),
            path(
                (
                    f"M{x},{top - 62}C{x + 12},{top - 42} {x + 10},{top - 24} {x},{top - 20}C{x - 10},{top - 24} "
                    f"{x - 12},{top - 42} {x},{top - 62}Z"
                ),
                "#fff3b8",
            ),
        )
    s.main = colours[0]


def soap(s: Sheet) -> None:
    """Handmade soap bars tied with string, with herbs."""
    colours = s.random.sample(("#e3c88a", "#b5c99a", "#e8b5a6", "#c9a5c4", "#d99a4a", "#8fb3a6", "#f1e6d0"), 3)
    stand(s, colours[0])
    for i, colour in enumerate(colours):
        y, x = 560 - i * 96, 210 + s.vary(-14, 14) + i * 10
        face = s.linear((0, light(colour, 0.3)), (1, dark(colour, 0.2)), x2=0.6, y2=1)
        if i == 0:
            s.add(shadow(s, 410, 660, 240, 24))
        s.add(
            path(f"M{x},{y}L{x + 50},{y - 34}H{x + 410}L{x + 360},{y}Z", light(colour, 0.45)),
            path(f"M{x + 360},{y}L{x + 410},{y - 34}V{y + 58}L{x + 360},{y + 96}Z", dark(colour, 0.35)),
            rect(x, y, 360, 96, face, rx=8),
        )
        s.add(
            place(
                s.pick(
                    (
                        lotus(dark(colour, 0.25), dark(colour, 0.12)),
                        flower(8, dark(colour, 0.22), colour),
                        path(LEAF, dark(colour, 0.25)),
                    )
                ),
                x + 180,
                y + 48,
                0.72,
            )
        )
        s.add("".join(circle(x + s.vary(20, 340), y + s.vary(12, 86), 3, dark(colour, 0.35)) for _ in range(9)))
    s.add(*(place(path(LEAF, "#5c8a4a"), 620 + 22 * i, 680 - 16 * (i % 2), 0.6, 60 + 30 * i) for i in range(3)))
    s.main = colours[0]
