"""Goods of the trade: coir, rubber, brushes, medicine, electronics, packed goods."""

from .ground import flat, shadow, stand
from .ornament import LEAF, flower, mandala, star
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import circle, ellipse, group, path, place, polygon, rect, stroke


def coir(s: Sheet) -> None:
    """A rolled coir mat, a brush and a coil of rope."""
    a = s.pick(("#a8743f", "#96633a", "#b5844a"))
    stand(s, a)
    s.grow = (400, 650, 1.14)
    band = s.pick(("#a8392b", "#1d5a44", "#27386b", "#3a2a22"))
    s.add(shadow(s, 410, 664, 270, 26))
    roll = s.linear((0, light(a, 0.35)), (0.4, a), (1, dark(a, 0.5)), x2=0, y2=1)
    s.add(
        rect(150, 420, 430, 230, roll, rx=20),
        *(stroke(f"M{x},426V644", dark(a, 0.35), 3, opacity=0.5, stroke_dasharray="5 5") for x in range(168, 570, 11)),
        rect(190, 420, 34, 230, band, opacity=0.85),
        rect(480, 420, 34, 230, band, opacity=0.85),
    )
    s.add(
        ellipse(580, 535, 58, 115, dark(a, 0.25)),
        *(
            ellipse(580, 535, 58 * k, 115 * k, "none", stroke=(light(a, 0.25), dark(a, 0.3))[i % 2], stroke_width=6)
            for i, k in enumerate((0.92, 0.76, 0.6, 0.44, 0.28, 0.12))
        ),
    )
    s.add(
        *(
            ellipse(330, 412 - i * 34, 130 - i * 5, 34, "none", stroke=c, stroke_width=26)
            for i, c in enumerate((dark(a, 0.1), light(a, 0.12), a, light(a, 0.2)))
        ),
        *(
            ellipse(
                330,
                412 - i * 34,
                130 - i * 5,
                34,
                "none",
                stroke=dark(a, 0.35),
                stroke_width=26,
                stroke_dasharray="3 11",
                stroke_opacity=0.6,
            )
            for i in range(4)
        ),
    )
    s.close_up = (400, 480, 1.7)
    s.main = a


def rubber(s: Sheet) -> None:
    """Sheets and rolls of rubber, boots and balls."""
    stand(s, "#3a3a40")
    a = s.pick(("#2f3238", "#c9a060", "#a8342a"))
    s.add(shadow(s, 410, 664, 250, 26))
    for i in range(6):
        c = mix(a, "#c9a060", 0.14 * i)
        s.add(
            path(
                (
                    f"M{150 + i * 6},{640 - i * 34}C{280},{620 - i * 34} {460},{664 - i * 34} {640 - i * 8},{636 - i * 34}"
                    f"V{608 - i * 34}C{460},{634 - i * 34} {280},{590 - i * 34} {150 + i * 6},{612 - i * 34}Z"
                ),
                s.linear((0, light(c, 0.35)), (0.5, c), (1, dark(c, 0.4))),
            )
        )
    s.add(
        *(
            circle(400, 330, r, "none", stroke=c, stroke_width=20)
            for r, c in ((110, dark(a, 0.1)), (90, light(a, 0.2)), (70, a), (50, light(a, 0.25)), (30, dark(a, 0.2)))
        )
    )
    s.main = a


def brushes(s: Sheet) -> None:
    """Brushes and brooms of several sizes."""
    flat(s, "#8a5632")
    s.main = "#8a5632"
    for x, c, hair, k, t in zip(
        (230, 400, 575),
        s.random.sample(("#c8342a", "#27489c", "#1d7a5a", "#e3a022", "#8a5632"), 3),
        ("#3a2a22", "#e8d4a8", "#7a5a38"),
        (1, 1.25, 0.9),
        (-8, 2, 10),
        strict=True,
    ):
        art = (
            path(
                "M-20,-40C-14,-180 -26,-230 0,-260C26,-230 14,-180 20,-40Z",
                s.linear((0, light(c, 0.45)), (0.4, c), (1, dark(c, 0.4))),
            )
            + rect(-44, -44, 88, 60, s.linear((0, "#f0f3f5"), (0.5, "#a9b2ba"), (1, "#6a737c")))
            + path("M-44,16H44C52,90 40,160 0,220C-40,160 -52,90 -44,16Z", hair)
            + "".join(
                stroke(f"M{i},20C{i * 1.1:.0f},90 {i * 0.7:.0f},150 {i * 0.2:.0f},200", light(hair, 0.35), 2, opacity=0.6)
                for i in range(-38, 40, 9)
            )
            + circle(0, -236, 7, dark(c, 0.6))
        )
        s.add(group(place(art, x + 14, 430, k, t), opacity=0.2), place(art, x, 416, k, t))
    s.close_up = (400, 480, 1.7)


def pharma(s: Sheet) -> None:
    """Tablets, capsules and a bottle, without any name."""
    a, b = s.pick((("#2f8fa8", "#f08a5a"), ("#c8465a", "#f3d06a"), ("#3f9a6a", "#f6f3ec"), ("#5a6ab5", "#f0a0b0")))
    stand(s, a)
    s.main = a
    glass = s.linear((0, "#c9762a"), (0.3, "#f0b060"), (0.6, "#b5621c"), (1, "#6a3410"))
    s.add(
        shadow(s, 330, 662, 140, 22),
        path(
            (
                "M230,360C230,320 270,316 276,290H384C390,316 430,320 430,360V630C430,650 418,656 400,656H260"
                "C242,656 230,650 230,630Z"
            ),
            glass,
        ),
        rect(264, 226, 132, 70, "#f6f3ec", rx=10),
        *(rect(x, 232, 4, 58, "#c9c2b4") for x in range(274, 392, 12)),
        rect(230, 420, 200, 150, "#f6f3ec"),
        rect(230, 436, 200, 12, a),
        place(path(LEAF, a), 330, 508, 0.9, 30),
        stroke("M250,380V630", "#ffffff", 10, opacity=0.4),
    )
    capsule = (
        rect(-60, -24, 120, 48, b, rx=24)
        + path("M0,-24H36A24,24 0 0 1 36,24H0Z", a)
        + rect(-44, -16, 80, 9, "#ffffff", rx=4, opacity=0.5)
    )
    tablet = ellipse(0, 7, 46, 30, "#c9c2b4") + ellipse(0, 0, 46, 30, "#fbf8f0") + stroke("M-30,-10L30,10", "#d9d2c4", 4)
    s.add(
        place(capsule, 560, 620, 1, -18),
        place(capsule, 640, 560, 0.9, 34),
        place(capsule, 520, 690, 0.9, 8),
        place(tablet, 640, 680),
        place(tablet, 500, 560, 0.8),
    )
    s.close_up = (420, 500, 1.6)


def electronics(s: Sheet) -> None:
    """A circuit board with chips."""
    a = s.pick(("#1d5a44", "#1f3f7a", "#2a2a32", "#7a2030"))
    flat(s, a)
    s.main = a
    gold, chip = "#dcae4b", "#22242a"
    d = "M150,150H650V650H150Z"
    traces = "".join(
        stroke(f"M{x},{y}h{s.vary(30, 90):.0f}l24,{s.pick((24, -24))}h{s.vary(30, 90):.0f}", light(a, 0.3), 5)
        for x, y in (
            (170, 200),
            (180, 250),
            (170, 560),
            (190, 610),
            (470, 190),
            (480, 240),
            (470, 570),
            (480, 620),
            (170, 380),
            (500, 400),
        )
    )
    pads = "".join(circle(s.vary(170, 630), s.vary(170, 630), 8, gold) for _ in range(24))
    pins = "".join(rect(x, 288, 10, 224, gold) for x in range(304, 500, 22)) + "".join(
        rect(288, y, 224, 10, gold) for y in range(304, 500, 22)
    )
    s.add(
        group(
            path(d, "#1c1220", opacity=0.22, transform="translate(18 22)")
            + path(d, a)
            + traces
            + pads
            + pins
            + rect(302, 302, 196, 196, chip, rx=10)
            + rect(322, 322, 156, 156, light(chip, 0.1), rx=6)
            + circle(342, 342, 9, gold)
            + place(mandala(gold, chip, gold, 10), 400, 400, 0.9)
            + "".join(
                rect(x, y, w, h, c, rx=6)
                for x, y, w, h, c in (
                    (180, 290, 60, 90, chip),
                    (560, 290, 60, 110, chip),
                    (340, 180, 110, 50, "#b4bcc5"),
                    (330, 570, 130, 46, "#e3a022"),
                    (560, 470, 56, 56, "#27489c"),
                )
            ),
            transform=f"rotate({s.pick((-8, 6, 10))} 400 400)",
        )
    )


def goods_boxes(s: Sheet) -> None:
    """Packed goods: cartons, drums and bags of the trade, without any name."""
    a, b, c = s.pick(
        (
            ("#c99a62", "#27489c", "#e8e2d4"),
            ("#b5844f", "#1d7a5a", "#d9cdb8"),
            ("#c99a62", "#c8342a", "#e8e2d4"),
            ("#a8743f", "#e3a022", "#d5dade"),
        )
    )
    stand(s, a)
    s.main = a
    s.grow = (400, 650, 1.1)
    s.add(shadow(s, 410, 664, 290, 28))
    drum = s.linear((0, dark(b, 0.2)), (0.25, light(b, 0.4)), (0.5, b), (1, dark(b, 0.5)))
    s.add(
        rect(140, 360, 190, 290, drum, rx=10),
        ellipse(235, 650, 95, 18, dark(b, 0.5)),
        ellipse(235, 360, 95, 20, light(b, 0.2)),
        *(rect(136, y, 198, 14, light(b, 0.12), rx=7) for y in (440, 540)),
        circle(265, 358, 11, dark(b, 0.3)),
    )
    for x, y, w, h in ((330, 480, 190, 176), (350, 340, 160, 140)):
        s.add(
            rect(x, y, w, h, a),
            polygon([(x + w, y), (x + w + 60, y - 40), (x + w + 60, y + h - 40), (x + w, y + h)], dark(a, 0.3)),
            polygon([(x, y), (x + 60, y - 40), (x + w + 60, y - 40), (x + w, y)], light(a, 0.25)),
            rect(x + w / 2 - 14, y, 28, h, light(a, 0.4), opacity=0.6),
            place(s.pick((path(star(8, 44, 24), dark(a, 0.35)), flower(6, dark(a, 0.35), a))), x + 34, y + h - 34, 0.4),
        )
    s.add(
        path(
            "M560,500C560,480 690,480 690,500C706,560 706,620 690,650C650,664 600,664 560,650C544,620 544,560 560,500Z",
            s.linear((0, light(c, 0.4)), (0.5, c), (1, dark(c, 0.35))),
        ),
        stroke("M566,510C600,524 650,524 684,510", dark(c, 0.3), 5, stroke_dasharray="10 6"),
        place(path(star(8, 44, 24), b), 625, 580, 0.7),
    )
    s.close_up = (420, 480, 1.6)
