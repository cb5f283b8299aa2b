"""Wood and grass: carved boxes, furniture, cane and bamboo, moonj baskets, papier mache."""

from .ground import flat, shadow, stand
from .heap import basket_front
from .ornament import LEAF, double_flower, elephant, flower, lotus, mandala, peacock, petal, star, tree
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, polygon, rect, smooth, stroke
from .vessel import Vessel, turned, varied

WOODS = ("#8a5632", "#6f4326", "#a8703f", "#5a3422", "#b5824f")


def grain(s: Sheet, x: float, y: float, w: float, h: float, base: str) -> str:
    """Lines of the grain."""
    return "".join(stroke(f"M{x},{y + h * i / 6 + s.vary(-4, 4):.0f}q{w * 0.25:.0f},{s.vary(-8, 8):.0f} {w * 0.5:.0f},0t{w * 0.5:.0f},{s.vary(-4, 4):.0f}", dark(base, 0.3), 2, opacity=0.35) for i in range(1, 6))


def wood_carving(s: Sheet) -> None:
    """A carved box, or a carved panel that stands."""
    base = s.pick(WOODS)
    stand(s, base)
    line, deep = light(base, 0.42), dark(base, 0.45)
    motif = s.pick((mandala(line, deep, line, 12), lotus(line, light(base, 0.25)), peacock(line, light(base, 0.3), deep, line), elephant(line, deep, light(base, 0.2)), tree(line, line, light(base, 0.25)), double_flower(10, line, light(base, 0.25), deep)))
    edge = s.keep(s.pick((flower(6, line, deep), path(LEAF, line), path(star(8, 40, 20), line))))
    if s.chance(0.6):
        front = s.linear((0, light(base, 0.2)), (1, dark(base, 0.25)), x2=0.8, y2=1)
        s.add(shadow(s, 420, 664, 280, 26), polygon([(140, 420), (214, 336), (670, 336), (596, 420)], light(base, 0.25)), polygon([(596, 420), (670, 336), (670, 586), (596, 660)], dark(base, 0.4)), rect(140, 420, 456, 240, front), rect(140, 492, 456, 5, deep))
        s.add(rect(160, 508, 416, 138, deep), place(motif, 368, 577, 1.28), *(s.use(edge, x, 577, 0.62) for x in (210, 262, 474, 526)), *(s.use(edge, 168 + i * 33, 456, 0.3) for i in range(13)))
        s.add(group(place(motif, 0, 0, 1.2), transform="translate(404 378)skewX(-40)scale(1.5 .5)"), rect(346, 476, 44, 44, "#d0a040", rx=6), circle(368, 500, 6, "#3a2a1a"), grain(s, 604, 440, 60, 160, base))
        s.close_up = (368, 560, 1.9)
    else:
        d = "M210,654V330C210,220 300,150 400,130C500,150 590,220 590,330V654Z"
        s.add(shadow(s, 410, 662, 230, 24), path(d, dark(base, 0.4), transform="translate(14 5)"), path(d, s.linear((0, light(base, 0.3)), (1, dark(base, 0.2)), x2=1, y2=1)), path("M252,614V344C252,260 320,196 400,178C480,196 548,260 548,344V614Z", deep), place(motif, 400, 400, 2.7))
        s.add(*(s.use(edge, 231, 340 + i * 44, 0.34) for i in range(7)), *(s.use(edge, 569, 340 + i * 44, 0.34) for i in range(7)), *(s.use(edge, 260 + i * 40, 634, 0.34) for i in range(8)))
        s.close_up = (400, 400, 1.8)


def lacquer_toys(s: Sheet) -> None:
    """Turned and lacquered toys: a family of dolls, a stacker, tops, a horse on wheels."""
    colours = s.random.sample(("#d6361e", "#f2b020", "#1d7a5a", "#27489c", "#e8731c", "#c2186b", "#6aa03a"), 5)
    stand(s, colours[0])
    s.grow = (400, 650, 1.16)
    kind = s.random.randrange(3)
    if kind == 0:
        for x, k, c, d in ((260, 1, colours[0], colours[1]), (420, 0.8, colours[2], colours[3]), (550, 0.62, colours[4], colours[1])):
            v = Vessel([(660 - (652 - y) * k, r * k) for y, r in ((380, 60), (420, 66), (460, 58), (500, 84), (580, 104), (630, 92), (652, 80))], x)
            face = circle(x, 660 - 290 * k, 78 * k, "#e8b88a") + path(f"M{x - 80 * k:.0f},{660 - 285 * k:.0f}C{x - 80 * k:.0f},{660 - 400 * k:.0f} {x + 80 * k:.0f},{660 - 400 * k:.0f} {x + 80 * k:.0f},{660 - 285 * k:.0f}C{x + 50 * k:.0f},{660 - 340 * k:.0f} {x - 50 * k:.0f},{660 - 340 * k:.0f} {x - 80 * k:.0f},{660 - 285 * k:.0f}Z", "#2a2026")
            eyes = "".join(ellipse(x + e * 26 * k, 660 - 284 * k, 8 * k, 5 * k, "#2a2026") for e in (-1, 1)) + stroke(f"M{x - 12 * k:.0f},{660 - 250 * k:.0f}q{12 * k:.0f},{10 * k:.0f} {24 * k:.0f},0", "#a8392b", 4) + circle(x, 660 - 306 * k, 6 * k, "#c2186b")
            low = 660 - 110 * k
            bands_ = v.belt(low, low + 12, d) + v.belt(low + 60 * k, low + 68 * k, d) + v.round(s, double_flower(8, d, "#fff3d6", c), low + 38 * k, 10, 0.4 * k)
            s.add(shadow(s, x, 662, 100 * k, 16), turned(s, v, c, bands_, "glaze", mouth=False), face, eyes)
        s.close_up = (320, 450, 1.7)
    elif kind == 1:
        s.add(shadow(s, 400, 662, 170, 22))
        y = 640.0
        for i, c in enumerate((*colours, colours[1])):
            half, tall = 150 - i * 20, 62 - i * 3
            y -= tall
            s.add(rect(400 - half, y, half * 2, tall, s.linear((0, dark(c, 0.2)), (0.25, light(c, 0.45)), (0.5, c), (1, dark(c, 0.45))), rx=round(tall / 2)), ellipse(400 - half * 0.5, y + tall * 0.3, half * 0.24, 5, "#ffffff", opacity=0.5))
        head = s.radial((0, light(colours[0], 0.5)), (0.5, colours[0]), (1, dark(colours[0], 0.4)), cx=0.34, cy=0.28, r=0.8)
        s.add(circle(400, y - 44, 52, head), rect(230, 636, 340, 24, colours[2], rx=12), place(_top(colours), 640, 640, 0.8))
    else:
        a, b, c = colours[:3]
        paint = s.linear((0, light(a, 0.4)), (0.5, a), (1, dark(a, 0.35)), x2=0.7, y2=1)
        body = smooth([(250, 470), (236, 400), (250, 320), (200, 330), (176, 310), (196, 268), (250, 220), (290, 214), (330, 260), (350, 360), (440, 384), (540, 372), (580, 430), (566, 500), (400, 516)], closed=True)
        s.add(shadow(s, 400, 664, 240, 24), *(path(f"M{x},470L{x - 6},610H{x + 50}L{x + 56},470Z", dark(a, k)) for x, k in ((300, 0.25), (510, 0.25), (256, 0.05), (464, 0.05))))
        s.add(stroke("M576,410C640,440 620,520 600,560", b, 24), path(body, paint), path("M270,214C340,214 370,300 366,366L336,360C330,300 310,250 256,240Z", b), path("M380,366C430,384 480,384 520,372L526,470C480,490 420,490 384,470Z", c), place(double_flower(9, b, "#fff3d6", a), 452, 426, 0.8))
        s.add(rect(200, 600, 420, 22, c, rx=10), *(circle(x, 630, 36, b) + circle(x, 630, 24, a) + circle(x, 630, 8, "#fff3d6") for x in (270, 550)), circle(228, 268, 9, "#fff3d6"), circle(228, 268, 4, "#2a2026"))
        s.add(stroke("M190,318C220,312 250,300 262,276", b, 7))
    s.main = colours[0]


def _top(colours: list[str]) -> str:
    """A spinning top."""
    a, b, c = colours[:3]
    return path("M-60,-70C-60,-100 60,-100 60,-70C60,-40 20,-10 0,26C-20,-10 -60,-40 -60,-70Z", a) + path("M-60,-70C-40,-54 40,-54 60,-70C58,-60 54,-52 46,-42C20,-30 -20,-30 -46,-42C-54,-52 -58,-60 -60,-70Z", b) + rect(-7, -136, 14, 46, c, rx=5) + path("M-5,14L0,40L5,14Z", "#8a8f92")


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
        s.add(leg(240, 150, 520, 24), leg(536, 150, 520, 24), rect(250, 190, 300, 26, post, rx=10), rect(250, 390, 300, 22, post, rx=8), *(rect(x, 214, 14, 180, post, rx=6) for x in (300, 350, 436, 486)), rect(372, 214, 56, 180, mix(base, cloth, 0.6)), place(mandala(gold, base, gold, 10), 400, 300, 0.5))
        s.add(*(circle(x, 142, 20, post) for x in (252, 548)))
        s.add(path("M232,494L262,450H538L568,494Z", cloth), path("M232,494H568V514H232Z", dark(cloth, 0.25)), *(place(flower(8, gold, cloth), x, 474, 0.3) for x in range(290, 530, 44)), rect(226, 510, 348, 24, post, rx=8), leg(232, 520, 668), leg(542, 520, 668))
        s.close_up = (400, 380, 1.6)
    else:
        s.grow = (400, 650, 1.1)
        s.add(shadow(s, 410, 664, 290, 26), leg(262, 470, 620, 22), leg(516, 470, 620, 22), leg(170, 470, 664, 30), leg(600, 470, 664, 30))
        s.add(path("M150,470C200,516 600,516 650,470L640,500C590,536 210,536 160,500Z", base), ellipse(400, 460, 262, 64, post), ellipse(400, 454, 250, 57, light(base, 0.12)), ellipse(400, 454, 214, 47, "none", stroke=gold, stroke_width=4), group(place(mandala(gold, dark(base, 0.2), gold, 16), 0, 0, 2.6), transform="translate(400 454)scale(1 .23)"))
        v = varied(s, "vase")
        small = Vessel([(440 - (652 - y) * 0.42, r * 0.42) for y, r in v.profile])
        s.grow = (400, 650, 1.1)
        s.add(turned(s, small, cloth, small.belt(360, 364, gold), "glaze"))
        s.close_up = (400, 450, 1.6)


def bamboo(s: Sheet) -> None:
    """Cane and bamboo: a lamp shade, a tall basket, or a tray."""
    cane = s.pick(("#c99a52", "#b5823f", "#d6b070", "#a8763a"))
    stand(s, cane)
    shade = s.linear((0, "#ffffff", 0.2), (0.35, "#ffffff", 0), (1, "#1c1220", 0.45))
    if s.chance(0.5):
        v = Vessel(s.pick((((210, 60), (280, 150), (400, 210), (500, 150), (560, 70)), ((200, 110), (330, 150), (470, 200), (560, 210)), ((210, 140), (300, 196), (400, 120), (490, 196), (570, 140)))))
        glow = s.radial((0, "#ffd98a", 0.9), (1, "#ffb84a", 0))
        s.grow = (400, 400, 1.04)
        cross = ""
        for k in range(-9, 10):
            pts = [(400 + v.radius(y) * (k / 9), y) for y in range(round(v.top), round(v.foot) + 1, 24)]
            cross += stroke(smooth(pts), cane, 7)
        hoops = "".join(stroke(f"M{400 - v.radius(y):.0f},{y}Q400,{y + v.radius(y) * 0.2:.0f} {400 + v.radius(y):.0f},{y}", light(cane, 0.3), 7) for y in range(round(v.top) + 12, round(v.foot), 27))
        s.add(stroke(f"M400,0V{v.top:.0f}", "#3a2a22", 6), circle(400, 400, 330, glow), path(v.outline(), "#f7d690"), circle(400, 390, 70, "#fff6da"), cross, hoops, path(v.outline(), shade))
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
    s.add(shadow(s, 400, 660, v.radius(v.foot - 60) + 30, 24), path(v.outline(), dark(cane, 0.4)), body, path(v.outline(), shade), ellipse(400, v.top, r, r * 0.2, dark(cane, 0.65)), ellipse(400, v.top, r, r * 0.2, "none", stroke=light(cane, 0.25), stroke_width=13, stroke_dasharray="16 5"))
    s.close_up = (380, v.top + tall * 0.5, 1.8)


def moonj(s: Sheet) -> None:
    """Coiled grass: a lidded basket, or a round tray with a pattern in colours."""
    straw, one, two = s.pick((("#e0bf72", "#c2186b", "#1d5a44"), ("#d9b05a", "#a8392b", "#27386b"), ("#ecd08a", "#7a2a8c", "#1d7a5a"), ("#d6a84a", "#c2461e", "#3a2a4a")))
    if s.chance(0.45):
        flat(s, straw)
        s.add(circle(416, 424, 290, "#1c1220", opacity=0.2), circle(400, 400, 292, dark(straw, 0.2)))
        for i in range(14):
            r, colour = 282 - i * 20, (straw, straw, one, straw, two, straw, one)[i % 7]
            s.add(circle(400, 400, r, "none", stroke=light(colour, 0.12), stroke_width=17, stroke_dasharray=f"{9 + i % 3 * 4} 3"))
        petals = around(path(petal(150, 34), one, transform="translate(0 -60)"), 8) + around(path(petal(100, 20), light(straw, 0.3), transform="translate(0 -72)"), 8) + circle(0, 0, 52, two) + circle(0, 0, 34, light(straw, 0.2)) + circle(0, 0, 14, one)
        coils = "".join(circle(0, 0, r, "none", stroke=dark(straw, 0.4), stroke_width=2, stroke_opacity=0.4) for r in range(20, 220, 20))
        s.add(place(petals + coils, 400, 400))
        s.close_up = (360, 360, 1.7)
        return
    stand(s, straw)
    v = varied(s, s.pick(("jar", "handi", "lota", "pot")))
    tall, art = v.foot - v.top, ""
    rows = round(tall / 15)
    start = s.random.randrange(4)
    for row in range(rows):
        y = v.top + row * tall / rows
        colour = one if row % 10 in (3, 4) else two if row % 10 == 7 else straw
        art += v.belt(y, y + tall / rows - 2, light(colour, 0.14 if row % 2 else 0))
    tooth = polygon([(-50, 40), (0, -40), (50, 40)], s.pick((one, two)))
    art += v.round(s, tooth, v.top + tall * (0.45 + 0.04 * start), 18, 0.5)
    r = v.profile[0][1]
    s.grow = (400, 652, min(s.grow[2], 560 / (v.foot - v.top + 120)))
    s.add(shadow(s, 400, 660, v.radius(v.foot - 60) + 30, 24), turned(s, v, dark(straw, 0.3), art, "matt", mouth=False))
    top = v.top
    for i in range(6):
        half = r * (1.08 - i * 0.17)
        s.add(rect(400 - half, top - 8 - i * 15, half * 2, 15, light((straw, one, straw, two, straw, one)[i], 0.1), rx=7))
    s.add(circle(400, top - 104, 15, one))
    s.close_up = (380, v.top + tall * 0.5, 1.8)


def papier_mache(s: Sheet) -> None:
    """Painted papier mache: eggs, boxes and vases covered with gold flowers."""
    base, one, two = s.pick((("#1f2c52", "#d9a441", "#c9485d"), ("#7a1f2b", "#e8bf6a", "#3f8a7f"), ("#123f3a", "#e8bf6a", "#d9785a"), ("#efe2c8", "#a8392b", "#27527a"), ("#2a2026", "#e8bf6a", "#b5485d")))
    stand(s, base)
    bloom = double_flower(9, one, light(one, 0.5), two)
    v = varied(s, s.pick(("amphora", "vase", "jar", "tall")))
    tall = v.foot - v.top
    art = ""
    for row in range(6):
        art += v.round(s, bloom if row % 2 == 0 else flower(6, two, one), v.top + tall * (0.16 + row * 0.14), 12, 0.4 if row % 2 == 0 else 0.32, row % 2 * 0.26)
        art += v.round(s, path(LEAF, light("#4f8a5a", 0.1), transform="rotate(40)"), v.top + tall * (0.23 + row * 0.14), 14, 0.22, row * 0.2)
    art += v.belt(v.top, v.top + 12, one) + v.belt(v.foot - 16, v.foot + 20, one)
    s.add(shadow(s, 400, 660, v.radius(v.foot - 60) + 30, 24), turned(s, v, base, art, "glaze"))
    s.close_up = (380, v.top + tall * 0.5, 1.9)


def cane_basket(s: Sheet) -> None:
    """A basket of split cane with a handle."""
    cane = s.pick(("#c08a4a", "#a8743a", "#d0a56a", "#8a5a30"))
    stand(s, cane)
    s.add(shadow(s, 410, 662, 230, 26), stroke("M176,486C176,180 624,180 624,486", dark(cane, 0.25), 26), stroke("M176,480C176,174 624,174 624,480", light(cane, 0.3), 10, stroke_dasharray="20 9"), ellipse(400, 486, 236, 50, dark(cane, 0.6)), basket_front(s, cane))
    s.grow = (400, 650, 1.14)
    s.close_up = (400, 560, 1.9)


