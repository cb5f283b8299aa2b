"""Leather: embroidered slippers, sandals, bags, saddles, puppets cut from hide."""

from .ground import flat, shadow, stand
from .ornament import LEAF, double_flower, flower, mandala, paisley, petal, star
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, group, path, place, polygon, rect, stroke

HIDES = ("#8a4f2a", "#6f3a22", "#a8652f", "#5a2f24", "#b5763a", "#3a2a26")


def shoes(s: Sheet) -> None:
    """A pair of juttis with curled toes and stitched flowers, or sandals."""
    hide = s.pick((*HIDES, "#a31f3c", "#1d5a44", "#27386b", "#c98a2b", "#4d2348"))
    gold, two = s.pick((("#e8bf5a", "#f6ecd8"), ("#f3a63b", "#e0487f"), ("#f6ecd8", "#d9a441"), ("#e8bf5a", "#3fae8f")))
    flat(s, hide)
    if s.chance(0.3):
        _sandals(s, hide, gold)
        return
    sole = "M0,-250C60,-250 92,-170 88,-80C86,-10 66,40 66,110C68,190 50,250 0,250C-50,250 -68,190 -66,110C-66,40 -86,-10 -88,-80C-92,-170 -60,-250 0,-250Z"
    vamp = "M0,-258C64,-256 96,-172 90,-84C86,-30 78,10 72,50C50,-10 -50,-10 -72,50C-78,10 -86,-30 -90,-84C-96,-172 -64,-256 0,-258Z"
    collar = "M-72,50C-66,120 -72,190 -44,236C-20,262 20,262 44,236C72,190 66,120 72,50L48,70C46,130 48,180 28,212C12,228 -12,228 -28,212C-48,180 -46,130 -48,70Z"
    inside = light("#b58a5a", 0.2)
    paint = s.linear((0, light(hide, 0.3)), (0.5, hide), (1, dark(hide, 0.35)))
    bloom = s.pick((mandala(gold, hide, two, 12), paisley(gold, hide, two), double_flower(9, gold, two, hide), path(star(8, 50, 24), gold) + circle(0, 0, 14, two)))
    art = path(sole, dark(hide, 0.5), transform="translate(4 8)") + path(sole, inside) + stroke("M-40,120C-40,190 -30,220 0,226C30,220 40,190 40,120", dark(inside, 0.25), 3, stroke_dasharray="7 6")
    art += path(collar, paint) + path(vamp, paint) + place(bloom, 0, -120, 1.25)
    art += "".join(place(path(LEAF, two), x, y, 0.32, t) for x, y, t in ((-58, -60, 30), (58, -60, -30), (-52, -180, -40), (52, -180, 40)))
    art += stroke("M-74,44C-50,-14 50,-14 74,44", gold, 7) + stroke("M-66,24C-46,-28 46,-28 66,24", two, 3, stroke_dasharray="2 9") + stroke("M-70,56C-64,120 -70,186 -44,232C-20,256 20,256 44,232C70,186 64,120 70,56", gold, 3, stroke_dasharray="9 6")
    art += path("M-22,-250C-14,-300 24,-310 26,-280C26,-266 10,-268 12,-278C-2,-280 8,-256 22,-250Z", gold)
    lean = s.pick((10, 6))
    for x, turn, mirror in ((292, -lean, 1), (508, lean, -1)):
        s.add(group(path(sole, "#1c1220", opacity=0.2, transform="translate(20 26)"), transform=f"translate({x} 424)rotate({turn})"), place(art, x, 424, 1.1, turn, mirror))
    s.main = hide
    s.close_up = (300, 330, 2)


def _sandals(s: Sheet, hide: str, gold: str) -> None:
    sole = "M0,-250C70,-250 96,-170 84,-60C78,0 62,40 66,120C70,200 50,250 0,250C-50,250 -70,200 -66,120C-62,40 -78,0 -84,-60C-96,-170 -70,-250 0,-250Z"
    tan = light(hide, 0.35)
    art = path(sole, dark(hide, 0.4), transform="translate(4 10)") + path(sole, tan) + path(sole, "none", stroke=dark(hide, 0.1), stroke_width=5, stroke_dasharray="10 7", transform="scale(.92)")
    art += place(double_flower(9, dark(tan, 0.14), dark(tan, 0.06), tan), 0, 150, 0.8)
    art += path("M-92,-70C-60,-20 60,-20 92,-70L86,0C56,40 -56,40 -86,0Z", hide) + path("M-10,-190C-26,-150 -30,-90 -24,-40H24C30,-90 26,-150 10,-190C6,-198 -6,-198 -10,-190Z", hide) + circle(-46, -196, 26, "none", stroke=hide, stroke_width=15)
    art += "".join(stroke(f"M-84,{y}C-50,{y + 38} 50,{y + 38} 84,{y}", gold, 3, stroke_dasharray="6 5") for y in (-54, -8)) + place(flower(10, gold, hide), 0, -14, 0.6) + circle(0, -180, 9, gold)
    for x, turn, mirror in ((292, -7, 1), (508, 7, -1)):
        s.add(group(path(sole, "#1c1220", opacity=0.2, transform="translate(20 26)"), transform=f"translate({x} 408)rotate({turn})"), place(art, x, 408, 1.12, turn, mirror))
    s.main = hide
    s.close_up = (300, 360, 2)


def bags(s: Sheet) -> None:
    """A leather bag with a tooled flap."""
    hide = s.pick((*HIDES, "#7a2430", "#2f4a44", "#c98a4a"))
    stand(s, hide)
    gold = "#dcae4b"
    body = s.linear((0, light(hide, 0.3)), (0.45, hide), (1, dark(hide, 0.4)), x2=0.8, y2=1)
    flap = s.linear((0, light(hide, 0.4)), (1, dark(hide, 0.15)), x2=0.4, y2=1)
    motif = s.pick((mandala(dark(hide, 0.35), hide, light(hide, 0.3), 12), paisley(dark(hide, 0.35), light(hide, 0.2), light(hide, 0.35)), double_flower(10, dark(hide, 0.3), light(hide, 0.2), gold)))
    kind = s.random.randrange(3)
    if kind == 0:
        box, front = "M190,330C190,312 204,300 222,300H578C596,300 610,312 610,330L626,620C626,646 612,658 588,658H212C188,658 174,646 174,620Z", "M186,326C186,306 200,296 222,296H578C600,296 614,306 614,326L606,470C600,540 480,560 400,560C320,560 200,540 194,470Z"
        strap = "M230,300C190,60 610,60 570,300"
    elif kind == 1:
        box, front = "M150,360H650L626,640C624,652 616,658 604,658H196C184,658 176,652 174,640Z", "M150,360H650L644,430H156Z"
        strap = "M290,360C290,170 510,170 510,360"
    else:
        box, front = "M230,250H570C590,250 600,262 600,280V630C600,648 590,658 570,658H230C210,658 200,648 200,630V280C200,262 210,250 230,250Z", "M196,280C196,256 210,246 232,246H568C590,246 604,256 604,280V430L400,520L196,430Z"
        strap = "M340,250V210C340,180 460,180 460,210V250"
    s.add(shadow(s, 410, 664, 240, 26), stroke(strap, dark(hide, 0.3), 24), stroke(strap, light(hide, 0.12), 14), path(box, body), path(box, "none", stroke=light(hide, 0.5), stroke_width=3, stroke_dasharray="10 7", transform="translate(400 480)scale(.93)translate(-400 -480)"))
    s.add(path(front, "#1c1220", opacity=0.25, transform="translate(5 9)"), path(front, flap), place(motif, 400, {0: 420, 1: 530, 2: 360}[kind], 1.35))
    y = {0: 560, 1: 428, 2: 520}[kind]
    s.add(rect(374, y - 44, 52, 84, hide, rx=8), rect(366, y - 14, 68, 48, "none", stroke=gold, stroke_width=9, rx=8), circle(400, y + 8, 6, gold))
    s.close_up = (400, 430, 1.7)


def saddlery(s: Sheet) -> None:
    """A saddle on a stand."""
    hide = s.pick(HIDES)
    stand(s, hide)
    seat = s.linear((0, light(hide, 0.4)), (0.5, hide), (1, dark(hide, 0.4)), x2=0.6, y2=1)
    cloth, gold = s.pick((("#a31f3c", "#e8bf5a"), ("#1d5a44", "#e8bf5a"), ("#27386b", "#f6ecd8")))
    s.add(shadow(s, 410, 664, 200, 24), path("M340,430L290,660H330L400,470L470,660H510L460,430Z", "#7a4f34"))
    s.add(path("M170,330C250,300 560,300 640,330L660,500C560,540 240,540 150,500Z", cloth), stroke("M164,486C250,524 560,524 648,486", gold, 8), *(place(flower(8, gold, cloth), x, 470 + 8 * (1 - abs(x - 405) / 240), 0.34) for x in range(190, 640, 44)))
    s.add(path("M210,260C220,220 262,216 290,250C340,300 460,306 530,250C570,210 620,226 620,270C610,330 560,350 530,360L560,470C500,500 440,480 430,400L380,400C370,480 310,500 250,470L270,350C230,330 206,300 210,260Z", seat), stroke("M236,268C300,330 480,340 590,262", light(hide, 0.5), 3, stroke_dasharray="9 7"))
    s.add(stroke("M330,430V560", dark(hide, 0.3), 15), path("M290,560C290,520 370,520 370,560V590H290Z", "none", stroke="#b4bcc5", stroke_width=12))
    s.close_up = (400, 350, 1.7)


def puppet(s: Sheet) -> None:
    """A string puppet in bright clothes, or a mask."""
    robe, trim, gold = s.pick((("#c2186b", "#f3b02c", "#fff3d6"), ("#d6361e", "#1d5a44", "#f7d35a"), ("#27489c", "#e0487f", "#f7d35a"), ("#f08a1c", "#a31f6c", "#fff3d6")))
    stand(s, robe)
    s.grow = (400, 400, 1)
    skin, hair = s.pick(("#c98a5a", "#b5764a", "#e0a878")), "#241a20"
    skirt = "M340,400H460L590,650C540,690 260,690 210,650Z"
    s.add(shadow(s, 400, 690, 170, 18), *(stroke(f"M{x},0V{y}", "#d9cdb8", 3) for x, y in ((400, 190), (268, 470), (532, 470))), rect(240, 30, 320, 16, "#7a4f34", rx=8))
    s.add(stroke("M346,410C300,420 270,440 262,480M454,410C500,420 530,440 538,480", robe, 36), circle(260, 490, 17, skin), circle(540, 490, 17, skin), path(skirt, robe))
    cut = s.clip(path(skirt, "#000"))
    bits = "".join(place(flower(8, gold, trim), x, y, 0.44) for y in (500, 560) for x in range(250, 560, 62)) + rect(190, 606, 420, 80, trim) + "".join(place(path(LEAF, gold), x, 640, 0.44) for x in range(220, 600, 34)) + rect(190, 598, 420, 8, gold)
    s.add(group(bits + stroke("M360,400L300,690M440,400L500,690M400,400V690", "#1c1220", 5, opacity=0.15), clip_path=cut), path("M336,350C360,330 440,330 464,350L470,420H330Z", trim), stroke("M372,350C380,384 420,384 428,350", gold, 7))
    s.add(ellipse(400, 260, 78, 92, skin), path("M314,250C310,150 490,150 486,250C470,200 440,190 400,190C360,190 330,200 314,250Z", hair), path("M300,214C310,130 490,130 500,214C450,180 350,180 300,214Z", trim), *(circle(x, 192 - 22 * (1 - ((x - 400) / 100) ** 2), 7, gold) for x in range(316, 490, 24)), place(double_flower(9, gold, robe, trim), 400, 148, 0.5))
    for x in (-1, 1):
        s.add(path(f"M{400 + x * 12},262C{400 + x * 24},238 {400 + x * 52},238 {400 + x * 62},262C{400 + x * 46},274 {400 + x * 24},274 {400 + x * 12},262Z", "#fffaf0"), circle(400 + x * 36, 258, 10, "#241a20"), stroke(f"M{400 + x * 12},232C{400 + x * 26},218 {400 + x * 52},218 {400 + x * 64},234", "#241a20", 5), circle(400 + x * 80, 296, 12, gold))
    s.add(stroke("M400,256C392,284 392,292 402,294", dark(skin, 0.35), 4), path("M376,316C390,308 410,308 424,316C412,334 388,334 376,316Z", "#b5302a"), circle(400, 226, 6, "#c2186b"))
    s.main = robe
    s.close_up = (400, 300, 1.7)


def mask(s: Sheet) -> None:
    """A painted dance mask with a crown of feathers and beads."""
    face, one, two = s.pick((("#2f7fb3", "#e8b52e", "#c2186b"), ("#c9382a", "#f3c64e", "#1d5a64"), ("#e8952a", "#a31f3c", "#27489c"), ("#4f9a4a", "#e8b52e", "#c2382a"), ("#efdcc0", "#a31f3c", "#1d5a44")))
    stand(s, face)
    s.grow = (400, 420, 1)
    feather = path(petal(150, 30), two) + path(petal(120, 20), one) + circle(0, -104, 13, face) + circle(0, -104, 6, "#fffaf0")
    s.add(*(group(feather, transform=f"translate(400 330)rotate({a})translate(0 -110)") for a in range(-75, 80, 15)))
    paint = s.radial((0, light(face, 0.4)), (0.6, face), (1, dark(face, 0.4)), cx=0.38, cy=0.34, r=0.75)
    s.add(path("M400,190C520,190 570,270 560,390C552,520 480,650 400,660C320,650 248,520 240,390C230,270 280,190 400,190Z", paint), path("M244,330C250,240 310,180 400,180C490,180 550,240 556,330C520,270 460,250 400,250C340,250 280,270 244,330Z", one), *(circle(280 + i * 30, 276 - 42 * (1 - ((i - 4) / 4) ** 2), 11, "#fffaf0") for i in range(9)), place(mandala(two, one, "#fffaf0", 10), 400, 214, 0.6))
    for x in (-1, 1):
        s.add(path(f"M{400 + x * 24},400C{400 + x * 50},360 {400 + x * 112},360 {400 + x * 136},392C{400 + x * 104},426 {400 + x * 50},426 {400 + x * 24},400Z", "#fffaf0"), circle(400 + x * 80, 394, 22, "#241a20"), circle(400 + x * 74, 388, 6, "#ffffff"), stroke(f"M{400 + x * 20},352C{400 + x * 54},312 {400 + x * 114},312 {400 + x * 146},350", "#241a20", 11), circle(400 + x * 172, 440, 26, one), circle(400 + x * 172, 440, 12, two))
    s.add(path("M400,300L416,344L400,356L384,344Z", two), stroke("M388,390C380,450 366,470 384,482C394,488 406,488 416,482C434,470 420,450 412,390", dark(face, 0.3), 6), path("M330,546C370,524 390,536 400,540C410,536 430,524 470,546C440,584 360,584 330,546Z", "#b5202a"), stroke("M336,546C380,554 420,554 464,546", "#fffaf0", 5), stroke("M300,514C340,500 370,506 396,514C430,506 460,500 500,514", "#241a20", 8), polygon([(390, 600), (410, 600), (400, 630)], one))
    s.close_up = (400, 400, 1.6)


