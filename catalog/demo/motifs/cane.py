"""Cane, bamboo and grass: lamps, tall baskets, coiled trays and lidded pots, baskets with a handle."""

from .ground import flat, shadow, stand
from .heap import basket_front
from .ornament import petal
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, polygon, rect, smooth, stroke
from .vessel import Vessel, turned, varied


def bamboo(s: Sheet) -> None:
    """Cane and bamboo: a lamp shade, a tall basket, or a tray."""
    cane = s.pick(("#c99a52", "#b5823f", "#d6b070", "#a8763a"))
    stand(s, cane)
    shade = s.linear((0, "#ffffff", 0.2), (0.35, "#ffffff", 0), (1, "#1c1220", 0.45))
    if s.chance(0.5):
        v = Vessel(
            s.pick(
                (
                    ((210, 60), (280, 150), (400, 210), (500, 150), (560, 70)),
                    ((200, 110), (330, 150), (470, 200), (560, 210)),
                    ((210, 140), (300, 196), (400, 120), (490, 196), (570, 140)),
                )
            )
        )
        glow = s.radial((0, "#ffd98a", 0.9), (1, "#ffb84a", 0))
        s.grow = (400, 400, 1.04)
        cross = ""
        for k in range(-9, 10):
            pts = [(400 + v.radius(y) * (k / 9), y) for y in range(round(v.top), round(v.foot) + 1, 24)]
            cross += stroke(smooth(pts), cane, 7)
        hoops = "".join(
            stroke(
                f"M{400 - v.radius(y):.0f},{y}Q400,{y + v.radius(y) * 0.2:.0f} {400 + v.radius(y):.0f},{y}", light(cane, 0.3), 7
            )
            for y in range(round(v.top) + 12, round(v.foot), 27)
        )
        s.add(
            stroke(f"M400,0V{v.top:.0f}", "#3a2a22", 6),
            circle(400, 400, 330, glow),
            path(v.outline(), "#f7d690"),
            circle(400, 390, 70, "#fff6da"),
            cross,
            hoops,
            path(v.outline(), shade),
        )
        s.close_up = (400, 390, 1.7)
        return
    v = varied(s, s.pick(("tall", "jar", "lota", "bottle")))
    art = ""
    tall = v.foot - v.top
    dye = s.pick(("#a8392b", "#1d5a44", "#27386b", dark(cane, 0.35)))
    step = s.keep(rect(-50, -40, 46, 76, light(cane, 0.28), rx=12) + rect(4, -40, 46, 76, dark(cane, 0.14), rx=12))
    coloured = s.keep(rect(-50, -40, 46, 76, light(dye, 0.2), rx=12) + rect(4, -40, 46, 76, dye, rx=12))
    rows = int(tall / 19)
    for row in range(rows):
        y = v.top + (row + 0.6) * tall / rows
        used = coloured if row % 9 in (3, 4) else step
        art += v.round(s, f'<use href="#{used}"/>', y, 26, 0.26, row % 2 * 0.121, max(0.6, v.radius(y) / 100))
    body = group(art, clip_path=s.clip(path(v.outline(), "#000")))
    r = v.profile[0][1]
    s.add(
        shadow(s, 400, 660, v.radius(v.foot - 60) + 30, 24),
        path(v.outline(), dark(cane, 0.4)),
        body,
        path(v.outline(), shade),
        ellipse(400, v.top, r, r * 0.2, dark(cane, 0.65)),
        ellipse(400, v.top, r, r * 0.2, "none", stroke=light(cane, 0.25), stroke_width=13, stroke_dasharray="16 5"),
    )
    s.close_up = (380, v.top + tall * 0.5, 1.8)


def moonj(s: Sheet) -> None:
    """Coiled grass: a lidded basket, or a round tray with a pattern in colours."""
    straw, one, two = s.pick(
        (
            ("#e0bf72", "#c2186b", "#1d5a44"),
            ("#d9b05a", "#a8392b", "#27386b"),
            ("#ecd08a", "#7a2a8c", "#1d7a5a"),
            ("#d6a84a", "#c2461e", "#3a2a4a"),
        )
    )
    if s.chance(0.45):
        flat(s, straw)
        s.add(circle(416, 424, 290, "#1c1220", opacity=0.2), circle(400, 400, 292, dark(straw, 0.2)))
        for i in range(14):
            r, colour = 282 - i * 20, (straw, straw, one, straw, two, straw, one)[i % 7]
            s.add(circle(400, 400, r, "none", stroke=light(colour, 0.12), stroke_width=17, stroke_dasharray=f"{9 + i % 3 * 4} 3"))
        petals = (
            around(path(petal(150, 34), one, transform="translate(0 -60)"), 8)
            + around(path(petal(100, 20), light(straw, 0.3), transform="translate(0 -72)"), 8)
            + circle(0, 0, 52, two)
            + circle(0, 0, 34, light(straw, 0.2))
            + circle(0, 0, 14, one)
        )
        coils = "".join(
            circle(0, 0, r, "none", stroke=dark(straw, 0.4), stroke_width=2, stroke_opacity=0.4) for r in range(20, 220, 20)
        )
        s.add(place(petals + coils, 400, 400))
        s.close_up = (360, 360, 1.7)
        return
    stand(s, straw)
    v = varied(s, s.pick(("jar", "handi", "lota", "pot")))
    tall, art = v.foot - v.top, ""
    rows = round(tall / 15)
    start = s.random.randrange(4)
    for row in range(rows):
        height = v.top + row * tall / rows
        colour = one if row % 10 in (3, 4) else two if row % 10 == 7 else straw
        art += v.belt(height, height + tall / rows - 2, light(colour, 0.14 if row % 2 else 0))
    tooth = polygon([(-50, 40), (0, -40), (50, 40)], s.pick((one, two)))
    art += v.round(s, tooth, v.top + tall * (0.45 + 0.04 * start), 18, 0.5)
    mouth = v.profile[0][1]
    s.grow = (400, 652, min(s.grow[2], 560 / (v.foot - v.top + 120)))
    s.add(shadow(s, 400, 660, v.radius(v.foot - 60) + 30, 24), turned(s, v, dark(straw, 0.3), art, "matt", mouth=False))
    top = v.top
    for i in range(6):
        half = mouth * (1.08 - i * 0.17)
        s.add(rect(400 - half, top - 8 - i * 15, half * 2, 15, light((straw, one, straw, two, straw, one)[i], 0.1), rx=7))
    s.add(circle(400, top - 104, 15, one))
    s.close_up = (380, v.top + tall * 0.5, 1.8)


def cane_basket(s: Sheet) -> None:
    """A basket of split cane with a handle."""
    cane = s.pick(("#c08a4a", "#a8743a", "#d0a56a", "#8a5a30"))
    stand(s, cane)
    s.add(
        shadow(s, 410, 662, 230, 26),
        stroke("M176,486C176,180 624,180 624,486", dark(cane, 0.25), 26),
        stroke("M176,480C176,174 624,174 624,480", light(cane, 0.3), 10, stroke_dasharray="20 9"),
        ellipse(400, 486, 236, 50, dark(cane, 0.6)),
        basket_front(s, cane),
    )
    s.grow = (400, 650, 1.14)
    s.close_up = (400, 560, 1.9)
