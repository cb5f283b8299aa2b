"""For the stage: string puppets and painted masks."""

from .ground import shadow, stand
from .ornament import LEAF, double_flower, flower, mandala, petal
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, group, path, place, polygon, rect, stroke


def puppet(s: Sheet) -> None:
    """A string puppet in bright clothes, or a mask."""
    robe, trim, gold = s.pick(
        (
            ("#c2186b", "#f3b02c", "#fff3d6"),
            ("#d6361e", "#1d5a44", "#f7d35a"),
            ("#27489c", "#e0487f", "#f7d35a"),
            ("#f08a1c", "#a31f6c", "#fff3d6"),
        )
    )
    stand(s, robe)
    s.grow = (400, 400, 1)
    skin, hair = s.pick(("#c98a5a", "#b5764a", "#e0a878")), "#241a20"
    skirt = "M340,400H460L590,650C540,690 260,690 210,650Z"
    s.add(
        shadow(s, 400, 690, 170, 18),
        *(stroke(f"M{x},0V{y}", "#d9cdb8", 3) for x, y in ((400, 190), (268, 470), (532, 470))),
        rect(240, 30, 320, 16, "#7a4f34", rx=8),
    )
    s.add(
        stroke("M346,410C300,420 270,440 262,480M454,410C500,420 530,440 538,480", robe, 36),
        circle(260, 490, 17, skin),
        circle(540, 490, 17, skin),
        path(skirt, robe),
    )
    cut = s.clip(path(skirt, "#000"))
    bits = (
        "".join(place(flower(8, gold, trim), x, y, 0.44) for y in (500, 560) for x in range(250, 560, 62))
        + rect(190, 606, 420, 80, trim)
        + "".join(place(path(LEAF, gold), x, 640, 0.44) for x in range(220, 600, 34))
        + rect(190, 598, 420, 8, gold)
    )
    s.add(
        group(bits + stroke("M360,400L300,690M440,400L500,690M400,400V690", "#1c1220", 5, opacity=0.15), clip_path=cut),
        path("M336,350C360,330 440,330 464,350L470,420H330Z", trim),
        stroke("M372,350C380,384 420,384 428,350", gold, 7),
    )
    s.add(
        ellipse(400, 260, 78, 92, skin),
        path("M314,250C310,150 490,150 486,250C470,200 440,190 400,190C360,190 330,200 314,250Z", hair),
        path("M300,214C310,130 490,130 500,214C450,180 350,180 300,214Z", trim),
        *(circle(x, 192 - 22 * (1 - ((x - 400) / 100) ** 2), 7, gold) for x in range(316, 490, 24)),
        place(double_flower(9, gold, robe, trim), 400, 148, 0.5),
    )
    for x in (-1, 1):
        s.add(
            path(
                (
                    f"M{400 + x * 12},262C{400 + x * 24},238 {400 + x * 52},238 {400 + x * 62},262C{400 + x * 46},274 "
                    f"{400 + x * 24},274 {400 + x * 12},262Z"
                ),
                "#fffaf0",
            ),
            circle(400 + x * 36, 258, 10, "#241a20"),
            stroke(f"M{400 + x * 12},232C{400 + x * 26},218 {400 + x * 52},218 {400 + x * 64},234", "#241a20", 5),
            circle(400 + x * 80, 296, 12, gold),
        )
    s.add(
        stroke("M400,256C392,284 392,292 402,294", dark(skin, 0.35), 4),
        path("M376,316C390,308 410,308 424,316C412,334 388,334 376,316Z", "#b5302a"),
        circle(400, 226, 6, "#c2186b"),
    )
    s.main = robe
    s.close_up = (400, 300, 1.7)


def mask(s: Sheet) -> None:
    """A painted dance mask with a crown of feathers and beads."""
    face, one, two = s.pick(
        (
            ("#2f7fb3", "#e8b52e", "#c2186b"),
            ("#c9382a", "#f3c64e", "#1d5a64"),
            ("#e8952a", "#a31f3c", "#27489c"),
            ("#4f9a4a", "#e8b52e", "#c2382a"),
            ("#efdcc0", "#a31f3c", "#1d5a44"),
        )
    )
    stand(s, face)
    s.grow = (400, 420, 1)
    feather = path(petal(150, 30), two) + path(petal(120, 20), one) + circle(0, -104, 13, face) + circle(0, -104, 6, "#fffaf0")
    s.add(*(group(feather, transform=f"translate(400 330)rotate({a})translate(0 -110)") for a in range(-75, 80, 15)))
    paint = s.radial((0, light(face, 0.4)), (0.6, face), (1, dark(face, 0.4)), cx=0.38, cy=0.34, r=0.75)
    s.add(
        path("M400,190C520,190 570,270 560,390C552,520 480,650 400,660C320,650 248,520 240,390C230,270 280,190 400,190Z", paint),
        path("M244,330C250,240 310,180 400,180C490,180 550,240 556,330C520,270 460,250 400,250C340,250 280,270 244,330Z", one),
        *(circle(280 + i * 30, 276 - 42 * (1 - ((i - 4) / 4) ** 2), 11, "#fffaf0") for i in range(9)),
        place(mandala(two, one, "#fffaf0", 10), 400, 214, 0.6),
    )
    for x in (-1, 1):
        s.add(
            path(
                (
                    f"M{400 + x * 24},400C{400 + x * 50},360 {400 + x * 112},360 {400 + x * 136},392C{400 + x * 104},426 "
                    f"{400 + x * 50},426 {400 + x * 24},400Z"
                ),
                "#fffaf0",
            ),
            circle(400 + x * 80, 394, 22, "#241a20"),
            circle(400 + x * 74, 388, 6, "#ffffff"),
            stroke(f"M{400 + x * 20},352C{400 + x * 54},312 {400 + x * 114},312 {400 + x * 146},350", "#241a20", 11),
            circle(400 + x * 172, 440, 26, one),
            circle(400 + x * 172, 440, 12, two),
        )
    s.add(
        path("M400,300L416,344L400,356L384,344Z", two),
        stroke("M388,390C380,450 366,470 384,482C394,488 406,488 416,482C434,470 420,450 412,390", dark(face, 0.3), 6),
        path("M330,546C370,524 390,536 400,540C410,536 430,524 470,546C440,584 360,584 330,546Z", "#b5202a"),
        stroke("M336,546C380,554 420,554 464,546", "#fffaf0", 5),
        stroke("M300,514C340,500 370,506 396,514C430,506 460,500 500,514", "#241a20", 8),
        polygon([(390, 600), (410, 600), (400, 630)], one),
    )
    s.close_up = (400, 400, 1.6)
