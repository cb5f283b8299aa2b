"""Wood: carved boxes and panels, turned chairs and tables."""

from .ground import shadow, stand
from .ornament import LEAF, double_flower, elephant, flower, lotus, mandala, peacock, star, tree
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import circle, ellipse, group, path, place, polygon, rect, stroke
from .vessel import Vessel, turned, varied

WOODS = ("#8a5632", "#6f4326", "#a8703f", "#5a3422", "#b5824f")


def grain(s: Sheet, x: float, y: float, w: float, h: float, base: str) -> str:
    """Lines of the grain."""
    return "".join(
        stroke(
            (
                f"M{x},{y + h * i / 6 + s.vary(-4, 4):.0f}q{w * 0.25:.0f},{s.vary(-8, 8):.0f} {w * 0.5:.0f},0"
                f"t{w * 0.5:.0f},{s.vary(-4, 4):.0f}"
            ),
            dark(base, 0.3),
            2,
            opacity=0.35,
        )
        for i in range(1, 6)
    )


def wood_carving(s: Sheet) -> None:
    """A carved box, or a carved panel that stands."""
    base = s.pick(WOODS)
    stand(s, base)
    line, deep = light(base, 0.42), dark(base, 0.45)
    motif = s.pick(
        (
            mandala(line, deep, line, 12),
            lotus(line, light(base, 0.25)),
            peacock(line, light(base, 0.3), deep, line),
            elephant(line, deep, light(base, 0.2)),
            tree(line, line, light(base, 0.25)),
            double_flower(10, line, light(base, 0.25), deep),
        )
    )
    edge = s.keep(s.pick((flower(6, line, deep), path(LEAF, line), path(star(8, 40, 20), line))))
    if s.chance(0.6):
        front = s.linear((0, light(base, 0.2)), (1, dark(base, 0.25)), x2=0.8, y2=1)
        s.add(
            shadow(s, 420, 664, 280, 26),
            polygon([(140, 420), (214, 336), (670, 336), (596, 420)], light(base, 0.25)),
            polygon([(596, 420), (670, 336), (670, 586), (596, 660)], dark(base, 0.4)),
            rect(140, 420, 456, 240, front),
            rect(140, 492, 456, 5, deep),
        )
        s.add(
            rect(160, 508, 416, 138, deep),
            place(motif, 368, 577, 1.28),
            *(s.use(edge, x, 577, 0.62) for x in (210, 262, 474, 526)),
            *(s.use(edge, 168 + i * 33, 456, 0.3) for i in range(13)),
        )
        s.add(
            group(place(motif, 0, 0, 1.2), transform="translate(404 378)skewX(-40)scale(1.5 .5)"),
            rect(346, 476, 44, 44, "#d0a040", rx=6),
            circle(368, 500, 6, "#3a2a1a"),
            grain(s, 604, 440, 60, 160, base),
        )
        s.close_up = (368, 560, 1.9)
    else:
        d = "M210,654V330C210,220 300,150 400,130C500,150 590,220 590,330V654Z"
        s.add(
            shadow(s, 410, 662, 230, 24),
            path(d, dark(base, 0.4), transform="translate(14 5)"),
            path(d, s.linear((0, light(base, 0.3)), (1, dark(base, 0.2)), x2=1, y2=1)),
            path("M252,614V344C252,260 320,196 400,178C480,196 548,260 548,344V614Z", deep),
            place(motif, 400, 400, 2.7),
        )
        s.add(
            *(s.use(edge, 231, 340 + i * 44, 0.34) for i in range(7)),
            *(s.use(edge, 569, 340 + i * 44, 0.34) for i in range(7)),
            *(s.use(edge, 260 + i * 40, 634, 0.34) for i in range(8)),
        )
        s.close_up = (400, 400, 1.8)


def furniture(s: Sheet) -> None:
    """A turned chair or a low table with a painted or inlaid top."""
    base = s.pick((*WOODS, "#b5302a", "#7a2430"))
    stand(s, base)
    gold, cloth = "#dcae4b", s.pick(("#a8392b", "#1d5a44", "#27386b", "#e3a822", "#f0e2c8"))
    post = s.linear((0, light(base, 0.4)), (0.4, base), (1, dark(base, 0.45)))

    def leg(x: float, y1: float, y2: float, w: float = 26) -> str:
        rings = "".join(rect(x - 4, y1 + (y2 - y1) * f, w + 8, 9, gold, rx=4) for f in (0.14, 0.48, 0.82))
        return rect(x, y1, w, y2 - y1, post, rx=8) + rings + ellipse(x + w / 2, y2 - 4, w * 0.62, 9, dark(base, 0.3))

    if s.chance(0.55):
        s.add(shadow(s, 410, 668, 220, 26), leg(262, 480, 640, 22), leg(516, 480, 640, 22))
        s.add(
            leg(240, 150, 520, 24),
            leg(536, 150, 520, 24),
            rect(250, 190, 300, 26, post, rx=10),
            rect(250, 390, 300, 22, post, rx=8),
            *(rect(x, 214, 14, 180, post, rx=6) for x in (300, 350, 436, 486)),
            rect(372, 214, 56, 180, mix(base, cloth, 0.6)),
            place(mandala(gold, base, gold, 10), 400, 300, 0.5),
        )
        s.add(*(circle(x, 142, 20, post) for x in (252, 548)))
        s.add(
            path("M232,494L262,450H538L568,494Z", cloth),
            path("M232,494H568V514H232Z", dark(cloth, 0.25)),
            *(place(flower(8, gold, cloth), x, 474, 0.3) for x in range(290, 530, 44)),
            rect(226, 510, 348, 24, post, rx=8),
            leg(232, 520, 668),
            leg(542, 520, 668),
        )
        s.close_up = (400, 380, 1.6)
    else:
        s.grow = (400, 650, 1.1)
        s.add(
            shadow(s, 410, 664, 290, 26),
            leg(262, 470, 620, 22),
            leg(516, 470, 620, 22),
            leg(170, 470, 664, 30),
            leg(600, 470, 664, 30),
        )
        s.add(
            path("M150,470C200,516 600,516 650,470L640,500C590,536 210,536 160,500Z", base),
            ellipse(400, 460, 262, 64, post),
            ellipse(400, 454, 250, 57, light(base, 0.12)),
            ellipse(400, 454, 214, 47, "none", stroke=gold, stroke_width=4),
            group(place(mandala(gold, dark(base, 0.2), gold, 16), 0, 0, 2.6), transform="translate(400 454)scale(1 .23)"),
        )
        v = varied(s, "vase")
        small = Vessel([(440 - (652 - y) * 0.42, r * 0.42) for y, r in v.profile])
        s.grow = (400, 650, 1.1)
        s.add(turned(s, small, cloth, small.belt(360, 364, gold), "glaze"))
        s.close_up = (400, 450, 1.6)
