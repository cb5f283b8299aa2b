"""Iron and machines: locks, hand tools, gears, wheels."""

from math import cos, pi, sin

from .ground import flat, shadow, stand
from .ornament import mandala
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, group, path, place, polygon, rect, stroke


def locks(s: Sheet) -> None:
    """A padlock with its key."""
    base = s.pick(("#cf9a3a", "#b4bcc5", "#b07a4a", "#8a5a3a"))
    stand(s, base)
    sheen = s.linear((0, light(base, 0.55)), (0.3, base), (0.6, light(base, 0.2)), (1, dark(base, 0.4)), x2=1, y2=0.5)
    bow = s.linear((0, "#e6eaee"), (0.4, "#9aa3ad"), (1, "#5b636d"))
    shapes = (
        "M250,430C250,404 270,396 400,396C530,396 550,404 550,430V590C550,636 520,652 400,652C280,652 250,636 250,590Z",
        "M400,392C520,392 556,440 552,500C548,590 470,652 400,652C330,652 252,590 248,500C244,440 280,392 400,392Z",
        (
            "M262,400H538C548,400 552,408 552,418V634C552,646 546,652 534,652H266C254,652 248,646 248,634"
            "V418C248,408 252,400 262,400Z"
        ),
    )
    line = dark(base, 0.5)
    s.add(
        shadow(s, 410, 660, 220, 24),
        path("M296,420V290C296,150 504,150 504,290V420H460V296C460,210 340,210 340,296V420Z", bow),
        path(s.pick(shapes), sheen),
    )
    s.add(
        circle(400, 520, 92, "none", stroke=line, stroke_width=5),
        place(mandala(line, base, light(base, 0.4), 12), 400, 520, 1.7),
        circle(400, 520, 34, light(base, 0.3)),
        path("M400,498C416,498 420,520 408,526L414,552H386L392,526C380,520 384,498 400,498Z", "#201a1c"),
    )
    for x, y in ((278, 426), (522, 426), (290, 626), (510, 626)):
        s.add(circle(x, y, 9, light(base, 0.5)), circle(x + 2, y + 2, 5, line))
    key = stroke("M-64,0H90M66,0V30M88,0V36", "#c9933f", 14) + circle(-96, 0, 34, "none", stroke="#c9933f", stroke_width=14)
    s.add(place(key, 640, 700, 0.8, -16))
    s.close_up = (400, 480, 1.7)


def tools(s: Sheet) -> None:
    """Hand tools and farm implements, lying."""
    base = s.pick(("#8f9aa5", "#7c8791"))
    flat(s, "#5d6a74")
    s.main = base
    steel_ = s.linear((0, light(base, 0.55)), (0.5, base), (1, dark(base, 0.4)), x2=1, y2=0.6)
    wood = s.linear((0, "#c58d57"), (0.5, "#a06a3c"), (1, "#6a4022"))
    sickle = path("M-20,60C-150,20 -150,-170 30,-200C-80,-140 -80,-20 14,40Z", steel_) + rect(-22, 44, 40, 190, wood, rx=16)
    hammer = rect(-18, -150, 36, 380, wood, rx=14) + path("M-100,-220H60C90,-220 110,-190 116,-160L60,-164H-100Z", steel_)
    trowel = (
        path("M0,-220C70,-150 70,-60 46,10H-46C-70,-60 -70,-150 0,-220Z", steel_)
        + rect(-9, 6, 18, 70, steel_)
        + rect(-22, 70, 44, 160, wood, rx=18)
    )
    spanner = path(
        (
            "M-26,-120L-60,-190C-50,-220 -30,-230 -24,-226L-22,-180L0,-168L22,-180L24,-226C40,-230 60,-210 "
            "60,-190L26,-120V200C26,236 -26,236 -26,200Z"
        ),
        steel_,
    ) + circle(0, 196, 11, dark(base, 0.6))
    tools_ = s.random.sample([sickle, hammer, trowel, spanner], 3)
    for art, x, turn in zip(tools_, (215, 405, 590), s.pick(((-8, 4, 10), (12, 0, -10), (0, -6, 8))), strict=True):
        s.add(group(place(art, x + 12, 412, 1.12, turn), opacity=0.2), place(art, x, 396, 1.12, turn))
    s.close_up = (400, 330, 1.6)


def _gear(teeth: int, r: float, fill: str, hole: str) -> str:
    points = []
    for i in range(teeth):
        for share, reach in ((-0.32, r), (-0.2, r * 1.16), (0.2, r * 1.16), (0.32, r)):
            a = 2 * pi * (i + share) / teeth
            points.append((reach * cos(a), reach * sin(a)))
    return (
        polygon(points, fill)
        + circle(0, 0, r * 0.8, "none", stroke=hole, stroke_width=4, opacity=0.3)
        + around(circle(0, -r * 0.54, r * 0.14, hole), 6)
        + circle(0, 0, r * 0.3, hole)
    )


def engineering(s: Sheet) -> None:
    """Machined parts: gears, bolts, bearings."""
    base = s.pick(("#9aa6b2", "#8794a0", "#b08a4f", "#7f8c8f"))
    flat(s, base)
    paint = s.linear((0, light(base, 0.6)), (0.45, base), (0.6, light(base, 0.3)), (1, dark(base, 0.4)), y2=1)
    paint2 = s.linear((0, "#f0d38a"), (0.5, "#c9933f"), (1, "#7a5018"), y2=1)
    hole = dark(s.tint, 0.25)
    big = _gear(s.pick((18, 22, 26)), 170, paint, hole)
    small = _gear(s.pick((12, 14)), 92, paint2, hole)
    bearing = (
        circle(0, 0, 84, paint)
        + circle(0, 0, 62, dark(base, 0.5))
        + around(circle(0, -50, 14, light(base, 0.55)), 10)
        + circle(0, 0, 38, paint)
        + circle(0, 0, 26, hole)
    )
    bolt = (
        polygon([(-46, -40), (46, -40), (52, 0), (46, 36), (-46, 36), (-52, 0)], paint)
        + rect(-24, 36, 48, 170, paint)
        + "".join(stroke(f"M-24,{y}l48,10", dark(base, 0.45), 4) for y in range(70, 200, 16))
    )
    for art, x, y, turn in (
        (big, 310, 370, s.vary(0, 20)),
        (small, 588, 300, s.vary(0, 30)),
        (bearing, 240, 632, 0),
        (bolt, 520, 510, s.pick((-24, 30))),
    ):
        s.add(group(place(art, x + 14, y + 18, 1, turn), opacity=0.2), place(art, x, y, 1, turn))
    s.close_up = (360, 380, 1.5)


def vehicle(s: Sheet) -> None:
    """Vehicle and cycle parts: a spoked or a cast wheel with its tyre, brake disc and spring."""
    base = s.pick(("#b4bcc5", "#9aa3ad", "#c9933f"))
    stand(s, "#33363c")
    s.main = base
    rim_ = s.linear((0, light(base, 0.6)), (0.5, base), (1, dark(base, 0.5)), y2=1)
    if s.chance(0.5):
        inner = around(stroke("M0,-16L16,-178", light(base, 0.3), 4), 18) + around(stroke("M0,-16L-16,-178", base, 4), 18)
    else:
        inner = around(path("M-26,-40L-14,-182H14L26,-40Z", rim_), s.pick((5, 6, 8)))
    tread = circle(0, 0, 236, "none", stroke="#15161a", stroke_width=16, stroke_dasharray="16 9")
    art = (
        tread
        + circle(0, 0, 230, "#26282d")
        + circle(0, 0, 196, rim_)
        + circle(0, 0, 178, dark(s.tint, 0.45))
        + circle(0, 0, 96, dark(base, 0.4), opacity=0.5)
        + inner
        + circle(0, 0, 46, rim_)
        + around(circle(0, -28, 7, "#26282d"), 5)
        + circle(0, 0, 13, "#26282d")
    )
    s.add(
        shadow(s, 400, 662, 190, 22), place(art, 400, 416), stroke("M206,360A206,206 0 0 1 330,226", "#ffffff", 8, opacity=0.25)
    )
    s.close_up = (400, 420, 1.6)
