"""Small precious things: enamel, horn, bone."""

from math import pi

from .ground import flat, shadow, stand
from .ornament import LEAF, flower, mandala, petal
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, group, path, place
from .vessel import turned, varied


def enamel(s: Sheet) -> None:
    """Pink enamel on gold and silver: small boxes, birds, vases."""
    base, one, two = s.pick(
        (
            ("#fbf3ee", "#e0487f", "#2f8f6a"),
            ("#f6d3dd", "#c2185b", "#1f7a5a"),
            ("#1f5aa8", "#e0487f", "#f3d27a"),
            ("#157a5a", "#e8648f", "#f6e0a0"),
        )
    )
    stand(s, base)
    gold = "#dca93f"
    v = varied(s, s.pick(("jar", "lota", "vase", "goblet")))
    tall = v.foot - v.top
    bloom = around(path(petal(46, 20), one), 5) + around(path(petal(30, 12), light(one, 0.45)), 5, 36) + circle(0, 0, 8, gold)
    art = (
        v.round(s, bloom, v.top + tall * 0.5, 10, 0.72)
        + v.round(s, path(LEAF, two), v.top + tall * 0.5, 10, 0.3, pi / 10)
        + v.round(s, path(LEAF, two), v.top + tall * 0.68, 20, 0.28)
        + v.round(s, flower(5, light(one, 0.2), gold), v.top + tall * 0.3, 14, 0.34)
    )
    for at in (0.16, 0.38, 0.62, 0.8):
        art += v.belt(v.top + tall * at, v.top + tall * at + 6, gold)
    art += v.belt(v.top, v.top + tall * 0.07, gold) + v.belt(v.foot - tall * 0.1, v.foot + 20, gold)
    s.add(shadow(s, 400, 660, v.radius(v.foot - 60) + 30, 24), turned(s, v, base, art, "glaze"))
    s.close_up = (380, v.top + tall * 0.5, 1.9)


def horn_bone(s: Sheet) -> None:
    """Combs and buttons of horn, bone and shell."""
    base = s.pick(("#6a4a34", "#3f322c", "#e0d0b0", "#8a6a4a"))
    flat(s, base)
    paint = s.linear((0, light(base, 0.45)), (0.35, base), (0.6, light(base, 0.22)), (1, dark(base, 0.35)), x2=1, y2=0.7)
    comb = "M-190,-90C-160,-150 160,-150 190,-90V-10H-190Z"
    teeth = "".join(
        path(
            (
                f"M{x},-14H{x + 9}L{x + 7},{130 - abs(x) * 0.12:.0f}Q{x + 4.5},{138 - abs(x) * 0.12:.0f} "
                f"{x + 2},{130 - abs(x) * 0.12:.0f}"
                "Z"
            ),
            base,
        )
        for x in range(-188, 184, 16)
    )
    art = (
        path(comb, paint)
        + teeth
        + place(mandala(light(base, 0.6), base, dark(base, 0.4), 12), 0, -72, 0.76)
        + "".join(place(flower(6, light(base, 0.6), base), x, -62, 0.3) for x in (-120, -80, 80, 120))
    )
    button = (
        circle(3, 5, 52, "#1c1220", opacity=0.25)
        + circle(0, 0, 50, paint)
        + circle(0, 0, 36, "none", stroke=dark(base, 0.3), stroke_width=4)
        + "".join(circle(x, y, 6, dark(base, 0.65)) for x, y in ((-10, -10), (10, -10), (-10, 10), (10, 10)))
    )
    s.add(
        group(
            path(comb, "#1c1220") + teeth.replace(base, "#1c1220"),
            transform="translate(414 318)rotate(-8)scale(1.2)",
            opacity=0.18,
        ),
        place(art, 400, 300, 1.2, -8),
        *(place(button, x, y, k) for x, y, k in ((230, 610, 1.2), (400, 640, 0.9), (560, 590, 1.3))),
    )
    s.close_up = (400, 250, 1.8)
