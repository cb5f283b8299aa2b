"""Embroidered cloths: chikankari, zardozi, phulkari, kantha, mirror work, applique, lace, crewel."""

from .drape import Cloth, Tile, fanned, folded, pleated, show, stacked
from .ornament import (
    DROP,
    LEAF,
    PAISLEY,
    diamond,
    double_flower,
    elephant,
    fish,
    flower,
    lotus,
    mandala,
    paisley,
    peacock,
    petal,
    star,
    vine,
)
from .palette import PASTELS, dark, mix
from .sheet import Sheet
from .svg import around, circle, path, place, polygon, rect, ring, stroke
from .weave import half_drop


def outlined(fill: str, line: str, dot: str) -> str:
    """A mango of threads: outline, inner line, dots along the edge."""
    dots = "".join(circle(x * 0.9, y * 0.9 + 14, 3, dot) for x, y, _ in ring(9, 34, -20))
    return path(PAISLEY, fill, stroke=line, stroke_width=5) + dots + place(flower(6, line, dot), 0, 16, 0.34)


def chikankari(s: Sheet) -> None:
    """White shadow work on a pastel muslin."""
    base = s.pick(PASTELS)
    line, soft = "#fffdf7", mix(base, "#fffdf7", 0.55)
    bloom = (
        around(path(petal(46, 15), soft, stroke=line, stroke_width=4), 6)
        + circle(0, 0, 9, line)
        + "".join(circle(x, y, 3.4, line) for x, y, _ in ring(12, 56))
    )
    mango = outlined(soft, line, line)
    leaf = path(LEAF, soft, stroke=line, stroke_width=8)
    spray = (
        stroke("M0,48C-8,24 6,6 0,-14", line, 4)
        + "".join(place(leaf, x, y, 0.28, t) for x, y, t in ((-16, 26, -55), (16, 16, 55), (-13, 2, -50)))
        + place(bloom, 0, -26, 0.44)
    )
    motif = s.pick((place(mango, 0, 0, 0.7), place(spray, 0, 0, 0.8), place(bloom, 0, 0, 0.6)))
    jaal = stroke("M0,0C40,20 20,44 60,60S80,100 120,120", soft, 4) if s.chance(0.5) else ""
    w, h, art = half_drop(120, 120, motif, place(bloom, 0, 0, 0.2))
    cloth = Cloth(
        base,
        mix(base, line, 0.2),
        line,
        (w, h, jaal + art),
        (200, 100, vine(200, 100, line, line, base)),
        (96, 110, place(mango, 48, 55, 0.92)),
    )
    show(s, cloth, (folded, pleated, fanned, stacked))


def coil(gold: str, glint: str) -> str:
    """A metal thread flower with a pearl heart."""
    return (
        around(path(petal(50, 17), gold) + stroke("M0,-12V-40", glint, 4), 8)
        + circle(0, 0, 13, "#fbf6ea")
        + circle(-3, -3, 4, "#ffffff")
    )


def zardozi(s: Sheet) -> None:
    """Heavy gold work with pearls on velvet."""
    base = s.pick(("#7a1029", "#14402f", "#22264f", "#40183f", "#2a1f24", "#8c1c4a", "#0f4a57"))
    gold, glint = "#d9a93f", "#f7e3a0"
    shade = dark(base, 0.25)
    mango = (
        path(PAISLEY, gold)
        + path(PAISLEY, shade, transform="translate(0 5) scale(.74)")
        + place(coil(gold, glint), 0, 18, 0.42)
        + "".join(circle(x, y + 14, 3.6, "#fbf6ea") for x, y, _ in ring(12, 42))
    )
    spray = (
        stroke("M0,50C-10,24 8,4 0,-12", gold, 5)
        + "".join(
            place(path(LEAF, gold) + stroke("M0,-34V34", glint, 4), x, y, 0.3, t)
            for x, y, t in ((-17, 28, -55), (17, 16, 55), (-14, 2, -50), (15, -6, 40))
        )
        + place(coil(gold, glint), 0, -26, 0.56)
    )
    motif = s.pick(
        (
            place(mango, 0, 0, 0.8),
            place(spray, 0, 0, 0.9),
            place(coil(gold, glint), 0, 0, 0.62),
            place(peacock(gold, gold, base, glint), 0, 0, 0.85),
        )
    )
    pip = circle(0, 0, 5, gold) + circle(-1, -1, 2, glint)
    border = s.pick(
        (
            (120, 100, place(mango, 36, 50, 0.82) + place(coil(gold, glint), 94, 50, 0.42)),
            (200, 100, vine(200, 100, gold, glint, base)),
            (110, 100, place(lotus(gold, glint), 55, 50, 0.9) + circle(0, 50, 8, "#fbf6ea")),
        )
    )
    show(
        s,
        Cloth(base, dark(base, 0.3), gold, half_drop(120, 124, motif, pip), border, (100, 116, place(spray, 50, 58, 1))),
        (folded, pleated, fanned, folded),
    )


def phulkari(s: Sheet) -> None:
    """Darned silk diamonds and flowers that nearly hide the madder ground."""
    base = s.pick(("#8e2a20", "#a8392b", "#1d2a4a", "#2c4a2c", "#7a1f3a"))
    one, two, three = s.pick(
        (("#f08a1c", "#f7c948", "#e0487f"), ("#f7c948", "#e85a9a", "#fff3d6"), ("#fff3d6", "#f08a1c", "#3fa06a"))
    )

    def lozenge(a: str, b: str) -> str:
        out = ""
        for i in range(6):
            r = 54 - i * 9
            out += path(f"M0,{-r}L{r},0L0,{r}L{-r},0Z", a if i % 2 == 0 else b)
        return out + stroke("M-54,0H54M0,-54V54", base, 3)

    kind = s.random.randrange(3)
    if kind == 0:
        tile: Tile = (112, 112, lozenge(two, three) + place(lozenge(one, two), 56, 56))
    elif kind == 1:
        star8 = around(polygon([(0, -6), (14, -26), (0, -52), (-14, -26)], one), 4) + around(
            polygon([(0, -6), (11, -22), (0, -42), (-11, -22)], two), 4, 45
        )
        tile = (116, 116, place(lozenge(three, one), 0, 0, 0.4) + place(star8, 58, 58))
    else:
        tile = (100, 100, place(lozenge(one, three), 50, 50, 0.8) + place(flower(8, two, base), 0, 0, 0.5))
    border: Tile = (60, 100, polygon([(0, 96), (30, 6), (60, 96)], one) + polygon([(14, 96), (30, 46), (46, 96)], three))
    show(s, Cloth(base, dark(base, 0.2), two, tile, border, None, fringe=s.chance(0.4)), (folded, pleated, fanned, stacked))


def kantha(s: Sheet) -> None:
    """Running stitch in coloured threads on soft white cotton."""
    base = s.pick(("#f4ead8", "#efe3cd", "#e9dfe0", "#d9e2dc", "#c9553e", "#2f4a6a"))
    inks = s.pick((("#b5302a", "#27527a", "#2f6b45"), ("#c9246e", "#e3892a", "#1d5a64"), ("#7a3a6a", "#d9572a", "#4d7a3a")))
    if base in ("#c9553e", "#2f4a6a"):
        inks = ("#fbf0da", "#f3c04a", "#f3a9a0")
    run = "".join(f"M{4 + (y // 22 % 2) * 6},{y}h132" for y in range(5, 140, 22))
    ground = stroke(run, mix(base, inks[1], 0.28), 3, stroke_dasharray="8 9")
    motif = s.pick(
        (
            fish(inks[0], base),
            elephant(inks[0], inks[1], base),
            lotus(inks[0], inks[2]),
            peacock(inks[2], inks[1], inks[0], base),
            paisley(inks[0], base, inks[1]),
        )
    )
    tile = (140, 140, ground + place(flower(6, inks[1], inks[0]), 6, 8, 0.3) + place(motif, 74, 72, 0.86))
    show(
        s,
        Cloth(base, mix(base, inks[0], 0.12), inks[0], tile, (200, 100, vine(200, 100, inks[2], inks[0], inks[1]))),
        (folded, stacked, pleated),
    )


def mirror_work(s: Sheet) -> None:
    """Desert embroidery: bright flowers around small mirrors."""
    base, one, two, three = s.pick(
        (
            ("#2a1f2e", "#e0487f", "#f3b02c", "#3fae8f"),
            ("#a31f3c", "#f3b02c", "#2a9fa2", "#fff3d6"),
            ("#1d4a52", "#f08a1c", "#e0487f", "#f7d35a"),
            ("#e08a1c", "#a31f6c", "#1d5a64", "#fff3d6"),
        )
    )
    glass = circle(0, 0, 15, three) + circle(0, 0, 11, "#dfe9ee") + path("M-7,4L4,-8L8,-4L-3,8Z", "#ffffff")
    bloom = around(path(petal(50, 16), one), 8) + around(path(petal(34, 9), two), 8, 22.5) + glass
    small = around(path(petal(28, 10), two), 6) + place(glass, 0, 0, 0.7)
    tile = half_drop(128, 128, bloom, small)
    border: Tile = (
        90,
        100,
        polygon([(0, 0), (45, 50), (0, 100)], one) + polygon([(90, 0), (45, 50), (90, 100)], two) + place(glass, 45, 50, 1.2),
    )
    show(s, Cloth(base, dark(base, 0.35), two, tile, border), (folded, pleated, stacked, folded))


def applique(s: Sheet) -> None:
    """Cut cloth sewn on cloth: suns, elephants, parrots of bright cotton."""
    base, one, two, three = s.pick(
        (
            ("#f6ecd8", "#c8362a", "#1d5a44", "#e8a42a"),
            ("#c8362a", "#f6ecd8", "#f0b02c", "#1d3a6a"),
            ("#1d5a44", "#f0b02c", "#f6ecd8", "#c8362a"),
            ("#22305f", "#f08a1c", "#f6ecd8", "#d6417d"),
        )
    )
    motif = s.pick(
        (
            elephant(one, two, three),
            peacock(one, two, three, base),
            lotus(one, three),
            path(star(12, 50, 34), one) + circle(0, 0, 24, three) + circle(0, 0, 14, base),
        )
    )
    frame = rect(8, 8, 124, 124, "none", stroke=two, stroke_width=7, stroke_dasharray="14 5")
    border: Tile = (60, 100, polygon([(0, 0), (60, 0), (30, 84)], one) + circle(30, 26, 11, three))
    show(s, Cloth(base, two, three, (140, 140, frame + place(motif, 70, 72, 0.86)), border), (folded, stacked, folded, pleated))


def lace(s: Sheet) -> None:
    """Crochet: openwork rosettes."""
    base = s.pick(("#f3a9a0", "#7fa6b8", "#4f6a5c", "#a8506a", "#c9a15a", "#4a4a72"))
    thread = "#fffaf0"
    rosette = "".join(circle(0, 0, r, "none", stroke=thread, stroke_width=4) for r in (12, 28, 46)) + around(
        stroke("M0,-12C-8,-24 -6,-36 0,-46C6,-36 8,-24 0,-12", thread, 4), 10
    )
    tile: Tile = (98, 98, place(rosette, 49, 49, 0.98) + circle(0, 0, 12, "none", stroke=thread, stroke_width=4))
    border: Tile = (
        60,
        100,
        stroke("M0,10H60M0,26H60M0,26C4,70 20,92 30,92C40,92 56,70 60,26M14,26C16,54 24,68 30,68C36,68 44,54 46,26", thread, 5)
        + circle(30, 50, 5, thread),
    )
    show(s, Cloth(base, dark(base, 0.1), thread, tile, border), (folded, pleated, stacked))


def crewel(s: Sheet) -> None:
    """Wool chain stitch: curling stems and large leaves."""
    base = s.pick(("#f1e6d0", "#e6dcc8", "#2d2a3a", "#5a2330", "#24463f"))
    one, two, three = s.pick(
        (("#b5485d", "#5c8a5a", "#e0a84a"), ("#c9693d", "#3f7a7f", "#8a4f7a"), ("#4a6fa5", "#7a9a4a", "#d9785a"))
    )
    stem = stroke("M0,130C40,110 20,60 65,65S100,30 130,0", two, 6)
    art = (
        stem
        + place(double_flower(8, one, three, base), 68, 62, 0.7)
        + place(path(LEAF, two), 26, 92, 0.4, -30)
        + place(path(LEAF, three), 104, 40, 0.4, 70)
        + place(path(DROP, one), 24, 28, 0.34, 120)
        + place(path(DROP, three), 108, 106, 0.34, -40)
    )
    show(
        s,
        Cloth(base, mix(base, two, 0.2), one, (130, 130, art), (200, 100, vine(200, 100, two, one, three)), fringe=s.chance(0.5)),
        (folded, pleated, stacked),
    )


def patchwork(s: Sheet) -> None:
    """Patchwork: joined diamonds of many cloths."""
    base, trim, one, two = s.palette()
    bits = "".join(
        polygon([(x, y), (x + 60, y), (x + 60, y + 60), (x, y + 60)], c) + place(b, x + 30, y + 30, 0.42)
        for x, y, c, b in (
            (0, 0, trim, flower(8, one, two)),
            (60, 0, one, diamond(trim, base, two)),
            (0, 60, two, path(star(8, 44, 22), trim)),
            (60, 60, base, mandala(one, trim, two, 10)),
        )
    )
    show(
        s,
        Cloth(base, trim, one, (120, 120, bits), (60, 100, polygon([(0, 100), (30, 10), (60, 100)], one)), size=1.05),
        (folded, stacked, pleated),
    )
