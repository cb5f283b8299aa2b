"""Sport and play: bats and balls, stuffed toys, crackers."""

from .ground import flat, shadow, stand
from .ornament import flower, star
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, polygon, rect, stroke


def sports(s: Sheet, kind: int | None = None) -> None:
    """A cricket bat and ball, a football, or shuttlecocks."""
    kind = s.random.randrange(3) if kind is None else kind
    if kind == 0:
        flat(s, "#d9b070")
        wood = s.linear((0, "#f3dcae"), (0.5, "#e0bd80"), (1, "#b58a4a"))
        grip, trim = s.pick((("#27489c", "#e8731c"), ("#a8392b", "#f2b020"), ("#1d5a44", "#f2b020"), ("#2a2a32", "#c2186b")))
        blade = "M-62,-90C-62,-120 -26,-140 -22,-170H22C26,-140 62,-120 62,-90V270C62,300 40,312 0,312C-40,312 -62,300 -62,270Z"
        bat = (
            path(blade, wood)
            + path("M-62,-40L0,10L62,-40V0L0,50L-62,0Z", trim)
            + path("M-62,8L0,58L62,8V22L0,72L-62,22Z", grip)
            + stroke("M0,80V290", "#c9a05f", 4, opacity=0.6)
            + stroke("M-30,100V280M30,110V270", "#c9a05f", 2, opacity=0.5)
            + rect(-20, -350, 40, 190, grip, rx=12)
            + "".join(stroke(f"M-20,{y}L20,{y - 10}", light(grip, 0.3), 4) for y in range(-330, -170, 20))
        )
        ball = s.radial((0, "#f07a6a"), (0.5, "#b5202a"), (1, "#5a0f18"), cx=0.34, cy=0.28, r=0.8)
        s.add(
            group(
                path(blade, "#1c1220") + rect(-20, -350, 40, 190, "#1c1220"),
                opacity=0.18,
                transform="translate(400 420)rotate(24)scale(1.02)",
            ),
            place(bat, 386, 400, 1.02, 24),
            circle(616, 610, 84, "#1c1220", opacity=0.2),
            circle(604, 594, 84, ball),
            stroke("M556,528C590,580 590,610 566,666", "#fbeedd", 5, stroke_dasharray="9 7"),
            stroke("M568,522C604,576 604,616 580,670", "#fbeedd", 5, stroke_dasharray="9 7"),
        )
        s.close_up = (470, 500, 1.6)
    elif kind == 1:
        a, b = s.pick((("#f6f3ec", "#26262c"), ("#f2b020", "#27489c"), ("#f6f3ec", "#c8342a")))
        stand(s, b)
        ball = s.radial((0, "#ffffff", 0.5), (0.5, "#ffffff", 0), (1, "#1c1220", 0.5), cx=0.34, cy=0.28, r=0.8)
        five = polygon([(0, -62), (59, -19), (36, 50), (-36, 50), (-59, -19)], b)
        side = around(polygon([(-40, -228), (40, -228), (54, -176), (0, -138), (-54, -176)], b), 5, 36)
        seams = around(stroke("M0,-62V-138M-54,-176L-112,-156M54,-176L112,-156", b, 5, transform="rotate(36)"), 5) + around(
            stroke("M0,-62L0,-136", b, 5), 5
        )
        cut = s.clip(circle(0, 0, 216, "#000"))
        s.add(
            shadow(s, 410, 664, 190, 26),
            place(circle(0, 0, 216, a) + group(five + side + seams, clip_path=cut) + circle(0, 0, 216, ball), 400, 440),
        )
    else:
        stand(s, "#f3efe6")
        tone = s.pick(("#c8342a", "#27489c", "#1d7a5a"))
        vane = "".join(
            path("M-8,0L-34,-210C-30,-240 30,-240 34,-210L8,0Z", c, transform=f"rotate({t})", stroke="#c9c2b4", stroke_width=3)
            for t, c in ((-28, "#e8e2d6"), (28, "#e8e2d6"), (-14, "#f6f2ea"), (14, "#f6f2ea"), (0, "#fffdf8"))
        )
        cork = path("M-44,-6H44C50,60 24,84 0,84C-24,84 -50,60 -44,-6Z", "#f3e9d6") + rect(-46, -20, 92, 24, tone, rx=8)
        net = stroke("M-84,-130C-40,-150 40,-150 84,-130M-64,-80C-30,-94 30,-94 64,-80", tone, 5)
        s.add(
            shadow(s, 300, 664, 110, 18),
            shadow(s, 560, 664, 100, 16),
            place(vane + net + cork, 300, 576, 1.25),
            place(vane + net + cork, 560, 590, 0.9, 12),
        )
    s.main = "#d9b070"


def cricket(s: Sheet) -> None:
    """A cricket bat and ball."""
    sports(s, 0)


def football(s: Sheet) -> None:
    """A football."""
    sports(s, 1)


def badminton(s: Sheet) -> None:
    """Shuttlecocks."""
    sports(s, 2)


def plush_elephant(s: Sheet) -> None:
    """A stuffed elephant."""
    soft_toys(s, trunk=True)


def teddy(s: Sheet) -> None:
    """A stuffed bear."""
    soft_toys(s, trunk=False)


def soft_toys(s: Sheet, *, trunk: bool | None = None) -> None:
    """A stuffed elephant or bear of printed cotton."""
    base, one, two = s.pick(
        (
            ("#e8a6ae", "#c2186b", "#fff3d6"),
            ("#8fb9d1", "#27489c", "#fff3d6"),
            ("#f2b86a", "#c8462a", "#fff3d6"),
            ("#b6ca9c", "#1d5a44", "#fff3d6"),
            ("#c9a07a", "#6a3a22", "#f6ecd8"),
        )
    )
    stand(s, base)
    s.grow = (400, 650, 1.1)

    def puff(x: float, y: float, rx: float, ry: float, c: str, turn: float = 0) -> str:
        paint = s.radial((0, light(c, 0.45)), (0.6, c), (1, dark(c, 0.3)), cx=0.36, cy=0.3, r=0.8)
        return ellipse(x, y, rx, ry, paint, transform=f"rotate({turn} {x} {y})")

    s.add(
        shadow(s, 400, 662, 210, 24),
        puff(290, 610, 74, 48, base, -14),
        puff(510, 610, 74, 48, base, 14),
        puff(400, 530, 128, 126, base),
        ellipse(400, 546, 78, 80, two),
        *(place(flower(6, one, base), x, y, 0.36) for x, y in ((380, 510), (424, 540), (386, 574), (430, 590), (352, 548))),
    )
    s.add(puff(274, 500, 42, 74, base, 34), puff(526, 500, 42, 74, base, -34))
    if s.chance(0.5) if trunk is None else trunk:
        s.add(
            puff(268, 330, 88, 104, base),
            ellipse(262, 334, 54, 70, one),
            puff(532, 330, 88, 104, base),
            ellipse(538, 334, 54, 70, one),
            puff(400, 330, 122, 114, base),
            path(
                "M368,366C366,440 350,480 390,490C426,494 436,462 424,452C414,448 416,464 406,464C396,462 424,420 430,366Z", base
            ),
            stroke("M374,396H424M372,420H418M372,444H402", dark(base, 0.25), 4),
        )
    else:
        s.add(
            puff(310, 250, 46, 46, base),
            circle(310, 252, 26, one),
            puff(490, 250, 46, 46, base),
            circle(490, 252, 26, one),
            puff(400, 330, 118, 108, base),
            ellipse(400, 368, 54, 42, two),
            ellipse(400, 350, 20, 14, "#3a2a2a"),
            stroke("M400,364V380M380,386C390,396 410,396 420,386", "#3a2a2a", 5),
        )
    s.add(
        circle(358, 312, 12, "#2a2026"),
        circle(354, 308, 4, "#ffffff"),
        circle(442, 312, 12, "#2a2026"),
        circle(438, 308, 4, "#ffffff"),
        path("M400,436L350,410V462Z M400,436L450,410V462Z", one),
        circle(400, 436, 13, dark(one, 0.2)),
    )
    s.main = base
    s.close_up = (400, 360, 1.7)


def crackers(s: Sheet) -> None:
    """Festive sparklers, wheels and rockets."""
    stand(s, "#c8342a")
    colours = s.random.sample(("#d6361e", "#f2b020", "#1d7a5a", "#27489c", "#e8731c", "#c2186b"), 4)
    spark = (
        around(stroke("M0,-20V-120", "#ffd873", 4), 16)
        + around(stroke("M0,-30V-80", "#fff3c0", 4), 16, 11)
        + around(circle(0, -134, 5, "#ffb03a"), 16)
    )
    s.add(
        place(spark, 250, 250, 1.15),
        stroke("M250,260L330,640", "#8a8f92", 7),
        place(spark, 570, 200, 0.8),
        stroke("M570,210L520,640", "#8a8f92", 7),
    )
    s.add(shadow(s, 420, 664, 220, 24))
    for x, top, c, d in (
        (350, 430, colours[0], colours[1]),
        (440, 390, colours[2], colours[3]),
        (530, 450, colours[1], colours[0]),
    ):
        s.add(
            rect(x - 38, top, 76, 654 - top, s.linear((0, dark(c, 0.2)), (0.3, light(c, 0.4)), (0.6, c), (1, dark(c, 0.45)))),
            path(f"M{x - 48},{top}L{x},{top - 84}L{x + 48},{top}Z", d),
            rect(x - 38, top + 70, 76, 26, d),
            place(path(star(8, 44, 20), "#ffe9a0"), x, top + 150, 0.7),
        )
    wheel = "".join(circle(0, 0, r, "none", stroke=colours[(r // 14) % 4], stroke_width=13) for r in range(14, 90, 14))
    s.add(place(wheel, 210, 620, 0.9))
    s.close_up = (420, 480, 1.6)
