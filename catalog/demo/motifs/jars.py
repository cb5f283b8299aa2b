"""Food in jars, bottles and tins: honey, jaggery, pickle, oil, ghee, drinks, sweets, bread."""

from .ground import shadow, stand
from .heap import fill, kinds
from .ornament import LEAF, double_flower, flower, lotus, mandala, paisley
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, polygon, rect, stroke
from .vessel import Vessel, shine, turned, varied

JAR = "M270,330C270,312 300,306 400,306C500,306 530,312 530,330C552,350 560,372 560,400V610C560,644 530,656 400,656C270,656 240,644 240,610V400C240,372 248,350 270,330Z"
BOTTLE = "M362,230H438V330C438,360 500,380 500,440V620C500,648 480,656 400,656C320,656 300,648 300,620V440C300,380 362,360 362,330Z"
FLASK = "M370,220H430V360C470,390 530,450 530,540C530,620 490,656 400,656C310,656 270,620 270,540C270,450 330,390 370,360Z"


def label(s: Sheet, y: float, half: float, height: float) -> str:
    """A paper label with an emblem and no words."""
    paper, ink, two = s.pick((("#f6ecd8", "#a8392b", "#1d4f3c"), ("#f6ecd8", "#27386b", "#c98a2b"), ("#7a1f33", "#f3dc9a", "#f6ecd8"), ("#1d4f3c", "#f3dc9a", "#f6ecd8"), ("#f3d9a0", "#7a3a20", "#a8392b"), ("#efe3cb", "#4d2348", "#c9246e")))
    emblem = s.pick((lotus(ink, two), paisley(ink, paper, two), mandala(ink, two, paper, 12), double_flower(9, ink, two, paper), flower(8, ink, two)))
    box = rect(400 - half, y, half * 2, height, paper, rx=10)
    frame = rect(400 - half + 8, y + 8, half * 2 - 16, height - 16, "none", stroke=ink, stroke_width=3, rx=6)
    lines = "".join(rect(400 - w, y + height - 22 - k * 10, w * 2, 4, ink, opacity=0.6) for k, w in ((0, half * 0.3), (1, half * 0.5)))
    return box + frame + place(emblem, 400, y + height * 0.42, height / 165) + lines


def lid(s: Sheet, kind: str) -> str:
    """A lid on the jar: cloth tied with string, cork, or metal."""
    if kind == "cloth":
        base, line = s.pick((("#b5302a", "#f6ecd8"), ("#27386b", "#f6ecd8"), ("#f0d9a0", "#a8392b"), ("#1d5a44", "#f3dc9a")))
        d = "M262,250C262,214 330,206 400,206C470,206 538,214 538,250L540,306L574,352C540,340 520,352 500,344C470,356 440,344 400,352C360,344 330,356 300,344C280,352 260,340 226,352L260,306Z"
        dots = "".join(place(flower(6, line, base), x, y, 0.24) for x in range(270, 540, 40) for y in (234, 272, 322))
        return path(d, base) + group(dots, clip_path=s.clip(path(d, "#000"))) + path(d, s.linear((0, "#ffffff", 0.2), (1, "#1c1220", 0.35))) + stroke("M258,306C330,322 470,322 542,306", "#d9b06a", 9) + stroke("M470,312c30,-24 50,-8 20,4c34,2 30,26 -6,0", "#d9b06a", 6)
    colour = "#b98a56" if kind == "cork" else s.pick(("#d0a040", "#b4bcc5", "#3a3a40", "#a8392b"))
    paint = s.linear((0, light(colour, 0.4)), (0.3, light(colour, 0.15)), (0.6, colour), (1, dark(colour, 0.5)))
    grip = "".join(rect(x, 262, 3, 46, dark(colour, 0.4), opacity=0.4) for x in range(276, 526, 14)) if kind == "metal" else ""
    return path("M262,262C262,240 538,240 538,262V306C538,326 262,326 262,306Z", paint) + grip + ellipse(400, 260, 138, 17, light(colour, 0.35))


def glass_front(d: str) -> str:
    """Glints on the glass."""
    return path(d, "#ffffff", opacity=0.07) + stroke("M272,400V590", "#ffffff", 16, opacity=0.6) + stroke("M532,420V580", "#ffffff", 7, opacity=0.35)


def jarred(s: Sheet, colour: str, inside: str = "", lids: tuple[str, ...] = ("cloth", "metal", "cork")) -> None:
    """A glass jar full of something."""
    stand(s, colour)
    s.main = colour
    liquid = s.linear((0, dark(colour, 0.25)), (0.25, light(colour, 0.25)), (0.6, colour), (1, dark(colour, 0.45)))
    s.add(shadow(s, 410, 664, 190, 24), path(JAR, "#e8eef0"), path(JAR, liquid, transform="translate(400 654)scale(.96)translate(-400 -654)"))
    if inside:
        s.add(group(inside, clip_path=s.clip(path(JAR, "#000"))))
    s.add(glass_front(JAR), label(s, 432, 108, 150), lid(s, s.pick(lids)))
    s.close_up = (400, 500, 1.7)


def honey(s: Sheet) -> None:
    """Honey, with comb and dipper."""
    colour = s.pick(("#e0952a", "#c9741c", "#d9a02a", "#b5651c"))
    jarred(s, colour)
    if s.chance(0.6):
        cell = [(13 * c, 13 * d) for c, d in ((0, -1), (0.87, -0.5), (0.87, 0.5), (0, 1), (-0.87, 0.5), (-0.87, -0.5))]
        comb = "".join(place(polygon(cell, s.pick(("#f3bf3e", "#e8a52a", "#d98f1c")), stroke="#b5701a", stroke_width=3), x * 23 + y % 2 * 11.5, y * 20) for y in range(4) for x in range(6))
        s.add(shadow(s, 622, 706, 84, 14), place(comb, 560, 630, 1.1, -4))
    else:
        dipper = rect(-6, -150, 12, 150, "#a8703a", rx=5) + "".join(ellipse(0, y, 34 - abs(y - 28) * 0.5, 9, c) for y, c in ((4, "#c9924f"), (18, "#b57f3f"), (32, "#c9924f"), (46, "#b57f3f"), (58, "#c9924f")))
        s.add(shadow(s, 600, 708, 120, 14), place(dipper, 540, 690, 1.2, -74))


def preserve(s: Sheet) -> None:
    """Jam, pulp and murabba."""
    colour = s.pick(("#c4342a", "#e8962a", "#8a2a4a", "#d9b03a", "#a8452a", "#e0602a"))
    bits = "".join(ellipse(s.vary(250, 550), s.vary(350, 640), s.vary(12, 26), s.vary(10, 20), s.pick((light(colour, 0.25), dark(colour, 0.2)))) for _ in range(26))
    jarred(s, colour, bits)


def pickle(s: Sheet) -> None:
    """Pickle in oil: a glass jar or a stoneware jar."""
    colour = s.pick(("#b5522a", "#c9782a", "#8a8a2a", "#a8341f"))
    if s.chance(0.35):
        stand(s, "#d9cdb8")
        v = varied(s, "jar")
        top = Vessel([(y, v.radius(v.top) * 1.06) for y in (v.top - 4, v.top + 150)])
        glaze = s.pick(("#7a4a24", "#5a3420", "#8a5a2a"))
        s.add(shadow(s, 400, 660, 180, 24), turned(s, v, "#efe6d2", v.belt(v.top - 10, v.top + 150, glaze) + v.belt(v.top + 158, v.top + 164, glaze), "glaze", mouth=False))
        s.add(rect(400 - top.profile[0][1], v.top - 40, top.profile[0][1] * 2, 56, s.linear((0, light(glaze, 0.4)), (0.4, glaze), (1, dark(glaze, 0.4))), rx=14), ellipse(400, v.top - 52, 34, 18, glaze), place(paisley(glaze, "#efe6d2", colour), 400, 540, 1.2))
        _garnish(s, colour)
        return
    bits = "".join(path("M-30,10C-24,-22 24,-26 32,4C20,26 -16,26 -30,10Z", s.pick((colour, light(colour, 0.25), "#8f9a3a", dark(colour, 0.25))), transform=f"translate({s.vary(256, 544):.0f} {s.vary(350, 640):.0f})rotate({s.vary(0, 180):.0f})") for _ in range(34))
    seeds_ = "".join(circle(s.vary(250, 550), s.vary(340, 640), 4, "#3a2a1c") for _ in range(26))
    jarred(s, colour, bits + seeds_, ("cloth", "metal"))
    _garnish(s, colour)


def _garnish(s: Sheet, colour: str) -> None:
    """A chilli and a slice beside the jar."""
    pod = path("M-52,22C-30,26 10,14 34,-16C40,-26 54,-18 50,-6C36,32 -12,42 -52,22Z", "#c4241c") + path("M32,-18C36,-30 52,-30 54,-12Z", "#5c7a2e")
    s.add(shadow(s, 630, 700, 60, 10), place(pod, 630, 684, 1.1, s.vary(-20, 20)), place(path(LEAF, "#5c8a3a"), 176, 692, 0.8, 70))


def oil(s: Sheet) -> None:
    """Oil in a bottle."""
    bottled(s, s.pick(("#e0a52a", "#d9b83a", "#c9861c", "#b5a83a")), "cork")


def bottled(s: Sheet, colour: str, stopper: str = "metal") -> None:
    """A filled bottle with a label."""
    stand(s, colour)
    s.main = colour
    d = s.pick((BOTTLE, FLASK, BOTTLE))
    liquid = s.linear((0, dark(colour, 0.25), 0.95), (0.25, light(colour, 0.4), 0.95), (0.6, colour, 0.95), (1, dark(colour, 0.45), 0.95))
    cap = "#b98a56" if stopper == "cork" else s.pick(("#3a3a40", "#a8392b", "#d0a040"))
    s.add(shadow(s, 410, 664, 150, 22), path(d, liquid), rect(360, 226, 80, 60, "#ffffff", opacity=0.3), rect(364, 176, 72, 60, s.linear((0, light(cap, 0.4)), (0.5, cap), (1, dark(cap, 0.4))), rx=6))
    s.add(rect(356, 282, 88, 16, "#f3dc9a", rx=6), label(s, 460, 84, 150), stroke("M322,450V610", "#ffffff", 12, opacity=0.6))
    if s.chance(0.5):
        s.add(shadow(s, 590, 704, 70, 12), ellipse(590, 668, 74, 16, dark(colour, 0.2)), path("M516,668C520,704 560,716 590,716C620,716 660,704 664,668C650,692 530,692 516,668Z", "#d0a040"), ellipse(590, 667, 64, 11, light(colour, 0.15)))
    s.grow = (400, 656, 1.14)
    s.close_up = (400, 480, 1.6)


def drink(s: Sheet) -> None:
    """Juice, wine, vinegar, feni: a bottle with a glass or fruit."""
    bottled(s, s.pick(("#8a2a3a", "#e8a52a", "#c9562a", "#b5c25a", "#7a3a5a", "#a8742a")))


def jaggery(s: Sheet) -> None:
    """Blocks and balls of jaggery on a leaf."""
    base = s.pick(("#b5702a", "#9a5a20", "#c98a3a", "#8a4a1c"))
    if s.detail:
        crumbs = [path(d, c) + path("M-14,-18L18,-24L6,-4Z", light(c, 0.3)) for d, c in (("M-36,-14L6,-38L38,-8L26,30L-22,32Z", base), ("M-34,-4L-8,-34L34,-22L34,18L-6,36Z", light(base, 0.15)), ("M-30,-20L24,-30L36,10L0,34L-34,14Z", dark(base, 0.15)))]
        fill(s, kinds(s, *crumbs), base, 1.8)
        return
    stand(s, base)
    s.main = base
    leaf = path("M-290,10C-200,-60 200,-70 300,0C200,60 -200,70 -290,10Z", "#5c8a3a") + stroke("M-280,8C-100,-6 100,-10 290,0", "#8fb86a", 6)
    s.add(shadow(s, 410, 672, 300, 30), place(leaf, 400, 650))
    if s.chance(0.5):
        ball_ = s.radial((0, light(base, 0.45)), (0.5, base), (1, dark(base, 0.45)), cx=0.34, cy=0.28, r=0.8)
        for x, y in ((270, 590), (400, 596), (530, 590), (335, 490), (465, 490), (400, 396)):
            s.add(circle(x, y, 66, ball_), *(circle(x + s.vary(-40, 40), y + s.vary(-40, 40), s.vary(2, 5), dark(base, 0.3)) for _ in range(7)))
    else:
        for x, y, w in ((210, 540, 180), (410, 540, 180), (310, 420, 180)):
            top, side = light(base, 0.35), dark(base, 0.32)
            s.add(polygon([(x, y), (x + 40, y - 34), (x + w + 40, y - 34), (x + w, y)], top), polygon([(x + w, y), (x + w + 40, y - 34), (x + w + 40, y + 74), (x + w, y + 108)], side), rect(x, y, w, 108, base))
            s.add(*(circle(x + s.vary(10, w - 10), y + s.vary(10, 98), s.vary(2, 6), s.pick((dark(base, 0.22), light(base, 0.25)))) for _ in range(14)))
    s.close_up = (400, 500, 1.7)


def sweets(s: Sheet) -> None:
    """Sweets on a tray with silver leaf and pistachio."""
    kind, base = s.random.randrange(4), s.pick(("#e8cfa0", "#c98f4a", "#f3ead8", "#e0a83a", "#7a4a2a", "#d9b06a"))
    pista = "".join(ellipse(x, y, 6, 3, "#7fa04a") for x, y in ((-10, -6), (8, -8), (0, 4)))
    if kind == 0:
        one = ellipse(0, 12, 50, 34, dark(base, 0.35)) + ellipse(0, 0, 50, 36, base) + ellipse(-8, -8, 32, 20, light(base, 0.3)) + circle(0, -4, 14, dark(base, 0.12)) + pista
    elif kind == 1:
        one = polygon([(-50, 4), (0, -24), (50, 4), (0, 34)], light(base, 0.25)) + polygon([(-50, 4), (0, 34), (0, 56), (-50, 26)], base) + polygon([(50, 4), (0, 34), (0, 56), (50, 26)], dark(base, 0.3)) + polygon([(-20, 2), (4, -12), (26, 2), (2, 18)], "#e9edf0") + pista
    elif kind == 2:
        one = circle(0, 6, 46, dark(base, 0.35)) + circle(0, 0, 46, base) + circle(-12, -14, 18, light(base, 0.4)) + "".join(circle(x, y, 5, dark(base, 0.15)) for x, y in ((14, 10), (-20, 16), (22, -14), (0, 26))) + pista
    else:
        one = stroke("M0,0C20,0 20,-24 -4,-22C-34,-18 -32,26 2,28C44,28 48,-40 -4,-44C-60,-42 -58,50 6,48", "#e8861c", 13) + stroke("M-4,-22C-34,-18 -32,26 2,28M-4,-44C-60,-42 -58,50 6,48", "#f8b85a", 4)
    if s.detail:
        fill(s, kinds(s, one), base, 2.2)
        return
    stand(s, base)
    s.main = base
    plate = s.pick(("#d0a040", "#c3cad1", "#b5593a"))
    paint = s.linear((0, light(plate, 0.6)), (0.5, plate), (1, dark(plate, 0.35)), y2=0.4)
    kept = s.keep(one)
    s.add(shadow(s, 410, 664, 300, 34), ellipse(400, 628, 300, 60, dark(plate, 0.45)), ellipse(400, 618, 300, 60, paint), ellipse(400, 614, 262, 47, light(plate, 0.2)))
    for row, (y, count) in enumerate(((592, 4), (575, 5), (498, 4), (425, 3), (356, 2), (290, 1))):
        if row:
            s.add(*(s.use(kept, 400 + (i - (count - 1) / 2) * 104, y, 1.04) for i in range(count)))
    s.close_up = (400, 460, 1.7)


def bakery(s: Sheet) -> None:
    """Bread, biscuits and rusks."""
    base = s.pick(("#c98f4a", "#b5762f", "#d9a860"))
    biscuit = circle(3, 5, 44, dark(base, 0.4)) + circle(0, 0, 44, base) + circle(0, 0, 37, light(base, 0.18)) + around(circle(0, -25, 4, dark(base, 0.25)), 8) + place(flower(6, dark(base, 0.15), base), 0, 0, 0.4)
    if s.detail:
        fill(s, kinds(s, biscuit), base, 2)
        return
    stand(s, base)
    s.main = base
    loaf = s.linear((0, light(base, 0.35)), (0.5, base), (1, dark(base, 0.4)), x2=0.5, y2=1)
    s.add(shadow(s, 400, 664, 280, 28), rect(130, 630, 540, 34, "#7a4f34", rx=10))
    s.add(path("M180,632C150,520 170,430 260,400C380,370 520,380 590,430C640,470 630,580 610,632Z", loaf))
    for x in (270, 370, 470, 560):
        s.add(stroke(f"M{x - 34},{430 + abs(x - 400) * 0.12:.0f}q34,26 50,84", light(base, 0.55), 15), stroke(f"M{x - 28},{436 + abs(x - 400) * 0.12:.0f}q30,26 46,80", dark(base, 0.25), 4))
    one = s.keep(biscuit)
    s.add(s.use(one, 200, 676, 1.2), s.use(one, 292, 690, 1.2), s.use(one, 244, 640, 1.2))
    s.close_up = (420, 500, 1.6)


def dairy(s: Sheet) -> None:
    """Milk in a can, with paneer or curd in a clay bowl."""
    base = s.pick(("#c3cad1", "#d0a040", "#b4bcc5"))
    stand(s, "#f3eee2")
    v = Vessel(((270, 84), (296, 72), (340, 74), (390, 130), (440, 142), (620, 142), (648, 130), (654, 126)), 330)
    s.add(shadow(s, 330, 660, 160, 22), turned(s, v, base, v.belt(430, 438, dark(base, 0.3)) + v.belt(600, 608, dark(base, 0.3)), "metal"), ellipse(330, 272, 70, 13, "#fbf8f0"))
    s.add(stroke("M206,420C150,330 190,250 256,290", dark(base, 0.2), 12))
    clay = "#b5593a"
    dish = Vessel(((600, 108), (630, 104), (670, 76), (690, 54), (698, 58)), 560)
    s.add(shadow(s, 560, 704, 90, 14), turned(s, dish, clay, dish.belt(622, 628, "#f4e4cb"), "matt"), ellipse(560, 602, 94, 17, "#fdfaf2"), path("M480,602C500,570 540,590 556,572C580,560 620,580 640,602C610,616 510,616 480,602Z", "#fffdf8"))
    s.main = "#f3eee2"
    s.close_up = (440, 500, 1.6)


def ghee(s: Sheet) -> None:
    """Golden clarified butter in a jar."""
    grains_ = "".join(circle(s.vary(250, 550), s.vary(420, 645), s.vary(3, 7), "#f9e6a0") for _ in range(60))
    jarred(s, s.pick(("#e8bf4a", "#efc85a", "#dcae3a")), grains_, ("metal", "cloth"))


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
    s.add(group(path("M-22,-230C-30,-250 30,-250 22,-230L30,40C34,70 -34,70 -30,40Z", pestle), transform="translate(456 380)rotate(28)"))
    s.add(path(v.outline(), base), v.belt(470, 480, dark(base, 0.25)) + v.round(s, path(LEAF, light(base, 0.35)), 530, 14, 0.5), shine(s, v, "metal" if base == "#d0a040" else "matt", base))
    s.add(path("M224,420C230,462 570,462 576,420C566,448 500,458 400,458C300,458 234,448 224,420Z", light(base, 0.35)))
    s.add(s.use(leaf, 190, 690, 0.8, 70), s.use(leaf, 620, 690, 0.9, -60))
    s.close_up = (400, 480, 1.6)
