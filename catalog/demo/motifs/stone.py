"""Stone: pierced screens, marble inlay, carved figures and boxes, slabs, agate."""

from math import cos, pi, sin

from .ground import flat, lying_shadow, shadow, stand
from .ornament import LEAF, double_flower, elephant, flower, lotus, mandala, petal, star
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, polygon, rect, smooth, stroke
from .vessel import turned, varied


def jali(s: Sheet) -> None:
    """A pierced stone screen."""
    base = s.pick(("#e8dcc6", "#d9a184", "#c98a6a", "#d9d5cc", "#c9b58f"))
    stand(s, base)
    hole = dark(s.tint, 0.35)
    kind = s.random.randrange(4)
    if kind == 0:
        cell = path(star(8, 36, 25), hole) + path(star(8, 18, 12), base)
    elif kind == 1:
        cell = around(path(petal(36, 13), hole), 6) + circle(0, 0, 8, base)
    elif kind == 2:
        cell = path(star(6, 38, 22), hole) + circle(0, 0, 10, base)
    else:
        cell = around(path("M0,-6L-14,-20L0,-38L14,-20Z", hole), 4) + around(circle(0, -30, 6, hole), 4, 45)
    d = (
        "M180,650V300C180,280 196,268 196,244C250,236 250,180 300,170C330,150 380,146 400,116C420,146 "
        "470,150 500,170C550,180 550,236 604,244C604,268 620,280 620,300V650Z"
    )
    stone = s.linear((0, light(base, 0.35)), (0.6, base), (1, dark(base, 0.2)), x2=1, y2=1)
    inner = (
        "M222,612V316C222,296 240,284 244,270C282,258 284,214 320,204C348,192 384,180 400,162C416,180 "
        "452,192 480,204C516,214 518,258 556,270C560,284 578,296 578,316V612Z"
    )
    cells = s.tile(72, 72, place(cell, 36, 36, 0.92) + circle(0, 0, 8, hole) + circle(-1, -1, 8, hole), 400, 500)
    s.add(shadow(s, 420, 660, 260, 24), path(d, dark(base, 0.45), transform="translate(16 6)"), path(d, stone))
    s.add(
        path(inner, mix(base, "#ffffff", 0.08)),
        group(group(cells, transform="translate(220 148)"), clip_path=s.clip(path(inner, "#000"))),
    )
    s.add(
        path(inner, "none", stroke=dark(base, 0.3), stroke_width=5),
        "".join(place(flower(8, dark(base, 0.22), base), x, 632, 0.28) for x in range(212, 600, 34)),
    )
    s.grow = (400, 650, 1.08)
    s.close_up = (400, 420, 1.7)


def _spray(one: str, two: str, leaf: str, gold: str) -> str:
    stems = stroke("M0,50C-4,10 4,-10 0,-40M0,24C-20,10 -30,-4 -30,-22M0,20C20,6 30,-8 30,-26", leaf, 3)
    blooms = "".join(
        place(double_flower(8, c, light(c, 0.45), gold), x, y, k)
        for x, y, k, c in ((0, -46, 0.36, one), (-30, -26, 0.28, two), (30, -30, 0.28, two))
    )
    return (
        stems
        + "".join(
            place(path(LEAF, leaf), x, y, 0.2, t)
            for x, y, t in ((-10, 28, -50), (11, 20, 50), (-20, 0, -30), (20, -4, 30), (-8, -8, -40), (8, -16, 40))
        )
        + blooms
    )


def marble_inlay(s: Sheet) -> None:
    """White marble inlaid with flowers of coloured stone: a plate or a box."""
    base = s.pick(("#f6f3ec", "#f1efe9", "#2a2b2f"))
    one, two = s.pick((("#b5302a", "#d98a2a"), ("#27489c", "#2a9fa2"), ("#a8295a", "#7a4a9a"), ("#c9562a", "#27489c")))
    leaf, gold = "#3f7a52", "#dcae4b"
    spray = s.keep(_spray(one, two, leaf, gold))
    if s.chance(0.55):
        flat(s, base)
        eight = star(8, 300, 277) if s.chance(0.5) else "M100,400A300,300 0 1 1 700,400A300,300 0 1 1 100,400Z"
        centre = "" if eight.startswith("M100") else "translate(400 400)"
        shine = s.linear((0, "#ffffff", 0.5), (0.4, "#ffffff", 0), (1, "#1c1220", 0.16), x2=0.9, y2=1)
        s.add(
            group(lying_shadow(eight), transform=centre),
            path(eight, base, transform=centre),
            *(
                stroke(
                    f"M{s.vary(140, 500):.0f},{s.vary(160, 600):.0f}q60,{s.vary(-50, 50):.0f} "
                    f"{s.vary(90, 150):.0f},{s.vary(-50, 50):.0f}",
                    dark(base, 0.12),
                    2,
                    opacity=0.6,
                )
                for _ in range(6)
            ),
        )
        s.add(
            circle(400, 400, 262, "none", stroke=one, stroke_width=4), circle(400, 400, 252, "none", stroke=gold, stroke_width=3)
        )
        s.add(
            *(group(s.use(spray, 0, -186, 1.02), transform=f"translate(400 400)rotate({i * 45})") for i in range(8)),
            *(
                group(
                    path(LEAF, leaf, transform="translate(0 -230)scale(.3)"),
                    transform=f"translate(400 400)rotate({i * 45 + 22.5})",
                )
                for i in range(8)
            ),
        )
        s.add(
            circle(400, 400, 112, "none", stroke=gold, stroke_width=3),
            place(mandala(one, base, gold, 12), 400, 400, 1.9),
            place(double_flower(10, two, light(two, 0.4), gold), 400, 400, 0.9),
            path(eight, shine, transform=centre),
        )
        s.close_up = (400, 300, 1.9)
    else:
        stand(s, base)
        s.add(
            shadow(s, 420, 662, 270, 26),
            polygon([(150, 430), (210, 350), (650, 350), (590, 430)], light(base, 0.3)),
            polygon([(590, 430), (650, 350), (650, 590), (590, 660)], dark(base, 0.3)),
            rect(150, 430, 440, 230, base),
        )
        s.add(
            rect(162, 442, 416, 206, "none", stroke=one, stroke_width=4),
            rect(172, 452, 396, 186, "none", stroke=gold, stroke_width=3),
            rect(150, 496, 440, 3, dark(base, 0.25)),
        )
        s.add(
            s.use(spray, 370, 560, 1.35),
            s.use(spray, 250, 572, 1),
            s.use(spray, 490, 572, 1),
            group(s.use(spray, 0, 0, 1.1), transform="translate(400 392)skewX(-37)scale(1.4 .5)"),
        )
        s.close_up = (380, 540, 1.8)
    s.main = base


def stone_elephant(s: Sheet) -> None:
    """An elephant with lattice, cut from one stone."""
    stone_carving(s, 0)


def stone_bowl(s: Sheet) -> None:
    """A bowl of carved petals."""
    stone_carving(s, 1)


def stone_carving(s: Sheet, kind: int | None = None) -> None:
    """Carved stone: an elephant with lattice, a lotus bowl, or a stepped tower."""
    base = s.pick(("#c9b08a", "#b5845f", "#8a8f92", "#d6cdbc", "#6f7a74", "#a8a29a"))
    stand(s, base)
    line, deep = light(base, 0.4), dark(base, 0.35)
    kind = s.random.randrange(3) if kind is None else kind
    if kind == 0:
        mesh = "".join(circle(x, y, 2.2, dark(base, 0.6)) for x in range(-12, 40, 6) for y in range(-24, 10, 6))
        beast = elephant(base, mix(base, line, 0.35), deep) + mesh
        calf = elephant(dark(base, 0.15), base, deep)
        s.add(
            shadow(s, 410, 660, 250, 26),
            place(beast, 390, 450, 4.6),
            place(calf, 620, 586, 1.6),
            rect(140, 634, 540, 30, deep, rx=6),
            "".join(place(flower(8, line, deep), x, 649, 0.2) for x in range(160, 680, 30)),
        )
        s.add(path("M300,300C380,290 470,300 520,330", "none", stroke=line, stroke_width=5, stroke_opacity=0.5))
        s.grow = (400, 650, 1)
    elif kind == 1:
        v = varied(s, s.pick(("bowl", "goblet")))
        tall = v.foot - v.top
        art = (
            v.round(s, path(petal(100, 40), light(base, 0.18), stroke=deep, stroke_width=5), v.foot - tall * 0.12, 14, tall / 150)
            + v.belt(v.top, v.top + 26, deep)
            + v.round(s, flower(6, line, deep), v.top + 14, 30, 0.22)
        )
        s.add(
            shadow(s, 400, 660, 190, 24), turned(s, v, base, art, "matt"), place(lotus("#e48aa1", "#f6c2cf"), 400, v.top - 8, 0.8)
        )
    else:
        paint = s.linear((0, light(base, 0.4)), (0.5, base), (1, dark(base, 0.45)))
        s.add(shadow(s, 400, 664, 210, 24))
        for i in range(9):
            half, y = 190 - i * 17, 636 - i * 46
            s.add(
                path(
                    (
                        f"M{400 - half},{y}Q{400 - half + 3},{y - 40} {400 - half + 15},{y - 46}"
                        f"H{400 + half - 15}Q{400 + half - 3},{y - 40} "
                        f"{400 + half},{y}Z"
                    ),
                    paint,
                ),
                rect(400 - half, y - 6, half * 2, 8, deep),
            )
            s.add(
                *(
                    place(
                        path("M-8,20V-4C-8,-16 8,-16 8,-4V20Z", deep),
                        400 + (k - (5 - i // 2) / 2) * half * 1.7 / (6 - i // 2),
                        y - 26,
                        0.8,
                    )
                    for k in range(6 - i // 2)
                )
            )
        s.add(
            ellipse(400, 218, 62, 26, paint),
            path("M380,200C380,170 420,170 420,200Z M396,176L400,136L404,176Z", base),
            rect(190, 636, 420, 28, dark(base, 0.2), rx=4),
        )
        s.grow = (400, 650, 1.06)
    s.close_up = (400, 480, 1.7)


def slabs(s: Sheet) -> None:
    """Polished slabs and tiles of marble, granite or sandstone."""
    base = s.pick(("#f0ede6", "#2c2d33", "#b5705a", "#d9b88a", "#8f9a94", "#c98f7a", "#5a6670", "#e3c88a"))
    stand(s, base)
    s.main = base
    s.add(shadow(s, 420, 664, 270, 26))
    for i, (x, y) in enumerate(((300, 190), (240, 230), (180, 270))):
        tone = (dark(base, 0.2), mix(base, "#b58a6a", 0.25), base)[i]
        paint = s.linear((0, light(tone, 0.4)), (0.45, tone), (0.55, light(tone, 0.16)), (1, dark(tone, 0.18)), x2=1, y2=0.8)
        w, h = 320, 656 - y
        s.add(
            polygon([(x + w, y), (x + w + 22, y - 12), (x + w + 22, y + h - 12), (x + w, y + h)], dark(tone, 0.4)),
            polygon([(x, y), (x + 22, y - 12), (x + w + 22, y - 12), (x + w, y)], light(tone, 0.5)),
            rect(x, y, w, h, paint),
        )
        if s.chance(0.5):
            veins = "".join(
                stroke(
                    (
                        f"M{x + 6},{y + s.vary(10, h - 10):.0f}C{x + 100},{y + s.vary(10, h - 10):.0f} "
                        f"{x + 200},{y + s.vary(10, h - 10):.0f} "
                        f"{x + w - 6},{y + s.vary(10, h - 10):.0f}"
                    ),
                    s.pick((dark(tone, 0.3), light(tone, 0.5))),
                    s.vary(1.5, 5),
                    opacity=0.55,
                )
                for _ in range(6)
            )
        else:
            veins = "".join(
                circle(
                    x + s.vary(4, w - 4),
                    y + s.vary(4, h - 4),
                    s.vary(1.5, 5),
                    s.pick((dark(tone, 0.35), light(tone, 0.5), mix(tone, "#c98a5a", 0.5))),
                )
                for _ in range(80)
            )
        s.add(veins)
    s.close_up = (340, 460, 1.7)


def agate(s: Sheet) -> None:
    """Cut agate: rings of colour round a crystal heart."""
    base = s.pick(("#3f7a8a", "#a8562f", "#7a4a82", "#4a8a6a", "#b5485d", "#8a7a5a"))
    flat(s, base)
    points = [(s.vary(0.86, 1.1)) for _ in range(14)]

    def ringed(x: float, y: float, r: float) -> str:
        out = ""
        for i in range(12):
            reach = r * (1 - i * 0.072)
            d = smooth(
                [
                    (x + reach * k * cos(2 * pi * n / 14) * 1.1, y + reach * k * sin(2 * pi * n / 14))
                    for n, k in enumerate(points)
                ],
                closed=True,
            )
            colour = (
                "#f3ece0"
                if i == 11
                else (dark(base, 0.45), base, light(base, 0.25), light(base, 0.6), mix(base, "#d98a3a", 0.35))[i % 5]
            )
            out += (lying_shadow(d) if i == 0 else "") + path(d, colour)
        return out + "".join(
            polygon(
                [(x + dx, y + dy - 9), (x + dx + 8, y + dy), (x + dx, y + dy + 9), (x + dx - 8, y + dy)], "#ffffff", opacity=0.8
            )
            for dx, dy in ((-12, -8), (8, 4), (-4, 14), (14, -12))
        )

    for x, y, r in s.pick((((350, 340, 215), (600, 610, 110)), ((440, 420, 230), (170, 190, 90)), ((400, 400, 255),))):
        s.add(ringed(x, y, r))
    s.close_up = (360, 360, 1.8)
