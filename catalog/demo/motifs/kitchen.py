"""From the kitchen: jaggery, sweets, bread, milk, and the healer's mortar."""

from .ground import shadow, stand
from .heap import fill, kinds
from .ornament import LEAF, flower
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, polygon, rect, stroke
from .vessel import Vessel, shine, turned


def jaggery(s: Sheet) -> None:
    """Blocks and balls of jaggery on a leaf."""
    base = s.pick(("#b5702a", "#9a5a20", "#c98a3a", "#8a4a1c"))
    if s.detail:
        crumbs = [
            path(d, c) + path("M-14,-18L18,-24L6,-4Z", light(c, 0.3))
            for d, c in (
                ("M-36,-14L6,-38L38,-8L26,30L-22,32Z", base),
                ("M-34,-4L-8,-34L34,-22L34,18L-6,36Z", light(base, 0.15)),
                ("M-30,-20L24,-30L36,10L0,34L-34,14Z", dark(base, 0.15)),
            )
        ]
        fill(s, kinds(s, *crumbs), base, 1.8)
        return
    stand(s, base)
    s.main = base
    leaf = path("M-290,10C-200,-60 200,-70 300,0C200,60 -200,70 -290,10Z", "#5c8a3a") + stroke(
        "M-280,8C-100,-6 100,-10 290,0", "#8fb86a", 6
    )
    s.add(shadow(s, 410, 672, 300, 30), place(leaf, 400, 650))
    if s.chance(0.5):
        ball_ = s.radial((0, light(base, 0.45)), (0.5, base), (1, dark(base, 0.45)), cx=0.34, cy=0.28, r=0.8)
        for x, y in ((270, 590), (400, 596), (530, 590), (335, 490), (465, 490), (400, 396)):
            s.add(
                circle(x, y, 66, ball_),
                *(circle(x + s.vary(-40, 40), y + s.vary(-40, 40), s.vary(2, 5), dark(base, 0.3)) for _ in range(7)),
            )
    else:
        for x, y, w in ((210, 540, 180), (410, 540, 180), (310, 420, 180)):
            top, side = light(base, 0.35), dark(base, 0.32)
            s.add(
                polygon([(x, y), (x + 40, y - 34), (x + w + 40, y - 34), (x + w, y)], top),
                polygon([(x + w, y), (x + w + 40, y - 34), (x + w + 40, y + 74), (x + w, y + 108)], side),
                rect(x, y, w, 108, base),
            )
            s.add(
                *(
                    circle(
                        x + s.vary(10, w - 10), y + s.vary(10, 98), s.vary(2, 6), s.pick((dark(base, 0.22), light(base, 0.25)))
                    )
                    for _ in range(14)
                )
            )
    s.close_up = (400, 500, 1.7)


def sweets(s: Sheet) -> None:
    """Sweets on a tray with silver leaf and pistachio."""
    kind, base = s.random.randrange(4), s.pick(("#e8cfa0", "#c98f4a", "#f3ead8", "#e0a83a", "#7a4a2a", "#d9b06a"))
    pista = "".join(ellipse(x, y, 6, 3, "#7fa04a") for x, y in ((-10, -6), (8, -8), (0, 4)))
    if kind == 0:
        one = (
            ellipse(0, 12, 50, 34, dark(base, 0.35))
            + ellipse(0, 0, 50, 36, base)
            + ellipse(-8, -8, 32, 20, light(base, 0.3))
            + circle(0, -4, 14, dark(base, 0.12))
            + pista
        )
    elif kind == 1:
        one = (
            polygon([(-50, 4), (0, -24), (50, 4), (0, 34)], light(base, 0.25))
            + polygon([(-50, 4), (0, 34), (0, 56), (-50, 26)], base)
            + polygon([(50, 4), (0, 34), (0, 56), (50, 26)], dark(base, 0.3))
            + polygon([(-20, 2), (4, -12), (26, 2), (2, 18)], "#e9edf0")
            + pista
        )
    elif kind == 2:
        one = (
            circle(0, 6, 46, dark(base, 0.35))
            + circle(0, 0, 46, base)
            + circle(-12, -14, 18, light(base, 0.4))
            + "".join(circle(x, y, 5, dark(base, 0.15)) for x, y in ((14, 10), (-20, 16), (22, -14), (0, 26)))
            + pista
        )
    else:
        one = stroke(
            "M0,0C20,0 20,-24 -4,-22C-34,-18 -32,26 2,28C44,28 48,-40 -4,-44C-60,-42 -58,50 6,48", "#e8861c", 13
        ) + stroke("M-4,-22C-34,-18 -32,26 2,28M-4,-44C-60,-42 -58,50 6,48", "#f8b85a", 4)
    if s.detail:
        fill(s, kinds(s, one), base, 2.2)
        return
    stand(s, base)
    s.main = base
    plate = s.pick(("#d0a040", "#c3cad1", "#b5593a"))
    paint = s.linear((0, light(plate, 0.6)), (0.5, plate), (1, dark(plate, 0.35)), y2=0.4)
    kept = s.keep(one)
    s.add(
        shadow(s, 410, 664, 300, 34),
        ellipse(400, 628, 300, 60, dark(plate, 0.45)),
        ellipse(400, 618, 300, 60, paint),
        ellipse(400, 614, 262, 47, light(plate, 0.2)),
    )
    for row, (y, count) in enumerate(((592, 4), (575, 5), (498, 4), (425, 3), (356, 2), (290, 1))):
        if row:
            s.add(*(s.use(kept, 400 + (i - (count - 1) / 2) * 104, y, 1.04) for i in range(count)))
    s.close_up = (400, 460, 1.7)


def bakery(s: Sheet) -> None:
    """Bread, biscuits and rusks."""
    base = s.pick(("#c98f4a", "#b5762f", "#d9a860"))
    biscuit = (
        circle(3, 5, 44, dark(base, 0.4))
        + circle(0, 0, 44, base)
        + circle(0, 0, 37, light(base, 0.18))
        + around(circle(0, -25, 4, dark(base, 0.25)), 8)
        + place(flower(6, dark(base, 0.15), base), 0, 0, 0.4)
    )
    if s.detail:
        fill(s, kinds(s, biscuit), base, 2)
        return
    stand(s, base)
    s.main = base
    loaf = s.linear((0, light(base, 0.35)), (0.5, base), (1, dark(base, 0.4)), x2=0.5, y2=1)
    s.add(shadow(s, 400, 664, 280, 28), rect(130, 630, 540, 34, "#7a4f34", rx=10))
    s.add(path("M180,632C150,520 170,430 260,400C380,370 520,380 590,430C640,470 630,580 610,632Z", loaf))
    for x in (270, 370, 470, 560):
        s.add(
            stroke(f"M{x - 34},{430 + abs(x - 400) * 0.12:.0f}q34,26 50,84", light(base, 0.55), 15),
            stroke(f"M{x - 28},{436 + abs(x - 400) * 0.12:.0f}q30,26 46,80", dark(base, 0.25), 4),
        )
    one = s.keep(biscuit)
    s.add(s.use(one, 200, 676, 1.2), s.use(one, 292, 690, 1.2), s.use(one, 244, 640, 1.2))
    s.close_up = (420, 500, 1.6)


def dairy(s: Sheet) -> None:
    """Milk in a can, with paneer or curd in a clay bowl."""
    base = s.pick(("#c3cad1", "#d0a040", "#b4bcc5"))
    stand(s, "#f3eee2")
    v = Vessel(((270, 84), (296, 72), (340, 74), (390, 130), (440, 142), (620, 142), (648, 130), (654, 126)), 330)
    s.add(
        shadow(s, 330, 660, 160, 22),
        turned(s, v, base, v.belt(430, 438, dark(base, 0.3)) + v.belt(600, 608, dark(base, 0.3)), "metal"),
        ellipse(330, 272, 70, 13, "#fbf8f0"),
    )
    s.add(stroke("M206,420C150,330 190,250 256,290", dark(base, 0.2), 12))
    clay = "#b5593a"
    dish = Vessel(((600, 108), (630, 104), (670, 76), (690, 54), (698, 58)), 560)
    s.add(
        shadow(s, 560, 704, 90, 14),
        turned(s, dish, clay, dish.belt(622, 628, "#f4e4cb"), "matt"),
        ellipse(560, 602, 94, 17, "#fdfaf2"),
        path("M480,602C500,570 540,590 556,572C580,560 620,580 640,602C610,616 510,616 480,602Z", "#fffdf8"),
    )
    s.main = "#f3eee2"
    s.close_up = (440, 500, 1.6)


def ayurveda(s: Sheet) -> None:
    """Mortar and pestle with healing leaves."""
    base = s.pick(("#5f6670", "#d0a040", "#8a5a34", "#e8e2d4"))
    stand(s, base)
    v = Vessel(((420, 176), (460, 168), (540, 140), (590, 96), (620, 84), (654, 118)))
    leaf = s.keep(path(LEAF, "#5c8a3a") + stroke("M0,-40V44", "#a9c978", 4))
    s.add(shadow(s, 400, 662, 160, 22), ellipse(400, 420, 176, 36, dark(base, 0.6)))
    for x, y, t in ((300, 380, -40), (350, 356, -14), (460, 366, 24), (510, 386, 50), (410, 370, 8)):
        s.add(s.use(leaf, x, y, 1.1, t))
    pestle = s.linear((0, light(base, 0.45)), (0.5, base), (1, dark(base, 0.4)))
    s.add(
        group(
            path("M-22,-230C-30,-250 30,-250 22,-230L30,40C34,70 -34,70 -30,40Z", pestle),
            transform="translate(456 380)rotate(28)",
        )
    )
    s.add(
        path(v.outline(), base),
        v.belt(470, 480, dark(base, 0.25)) + v.round(s, path(LEAF, light(base, 0.35)), 530, 14, 0.5),
        shine(s, v, "metal" if base == "#d0a040" else "matt", base),
    )
    s.add(path("M224,420C230,462 570,462 576,420C566,448 500,458 400,458C300,458 234,448 224,420Z", light(base, 0.35)))
    s.add(s.use(leaf, 190, 690, 0.8, 70), s.use(leaf, 620, 690, 0.9, -60))
    s.close_up = (400, 480, 1.6)
