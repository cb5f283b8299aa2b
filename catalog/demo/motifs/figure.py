"""Things that are one thing only: figures of elephants, peacocks, dancers; enamelled pendants, bindis, a carrom board."""

from .ground import flat, shadow, stand
from .ornament import double_flower, elephant, flower, mandala, peacock, petal, star
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, rect, stroke

ENAMEL = (("#f6d3dd", "#c2185b", "#1f7a5a"), ("#1f5aa8", "#e0487f", "#f3d27a"), ("#157a5a", "#e8648f", "#f6e0a0"))
GOLD = "#dca93f"


def _beast(s: Sheet, base: str, cloth: str, line: str) -> None:
    """An elephant with a saddle cloth of flowers, on a low stand."""
    stand(s, base)
    blooms = "".join(place(flower(6, line, cloth), x, y, 0.13) for x, y in ((6, -22), (22, -20), (6, -9), (22, -7)))
    tassels = "".join(circle(x, 5, 2, line) for x in (0, 7, 14, 21, 28))
    shade = path("M-46,16C-42,0 -46,-16 -38,-28C-30,-42 -8,-42 2,-30C-20,-34 -34,-20 -36,0Z", light(base, 0.5), opacity=0.35)
    s.add(
        shadow(s, 410, 660, 240, 26),
        rect(170, 624, 460, 34, mix(dark(base, 0.3), line, 0.25), rx=10),
        "".join(place(path(star(8, 18, 9), line), x, 641, 0.6) for x in range(196, 630, 34)),
        place(elephant(base, cloth, line) + shade + blooms + tassels, 404, 440, 4.7),
    )
    s.main = base
    s.close_up = (420, 450, 1.7)


def enamel_elephant(s: Sheet) -> None:
    """Pink enamel on gold."""
    base, one, _two = s.pick(ENAMEL)
    _beast(s, base, one, GOLD)


def papier_elephant(s: Sheet) -> None:
    """Painted papier mâché."""
    base, cloth, one, _two = s.palette()
    _beast(s, base, cloth, light(one, 0.3))


def clay_elephant(s: Sheet) -> None:
    """Burnt clay."""
    base = s.pick(("#c0623c", "#b5532f", "#cb7448"))
    _beast(s, base, dark(base, 0.25), "#f3e0c4")


def black_elephant(s: Sheet) -> None:
    """Black clay with silver lines."""
    _beast(s, "#2c2c31", "#3d3d44", "#c9d0d8")


def marble_elephant(s: Sheet) -> None:
    """White marble with inlaid flowers."""
    _beast(s, "#f1efe9", s.pick(("#2f7a6a", "#8a2a3a", "#27489c")), "#d9a441")


def enamel_peacock(s: Sheet) -> None:
    """A peacock of enamel on gold, its tail spread."""
    base, one, two = s.pick(
        (("#1f5aa8", "#157a5a", "#f3d27a"), ("#157a5a", "#1f7aa8", "#f6c8d6"), ("#c2185b", "#1f7a5a", "#f6e0a0"))
    )
    stand(s, base)
    s.add(
        shadow(s, 410, 660, 170, 24),
        path("M330,656C336,610 370,596 400,560C430,596 464,610 470,656Z", GOLD),
        rect(300, 644, 200, 20, dark(GOLD, 0.15), rx=8),
        place(peacock(GOLD, dark(GOLD, 0.2), GOLD, GOLD), 400, 410, 5.2),
        place(peacock(base, one, two, base), 400, 414, 5),
    )
    s.main = base
    s.close_up = (400, 360, 1.6)


def _velvet(s: Sheet) -> None:
    ground = s.pick(("#22264f", "#14403a", "#4a1838"))
    flat(s, ground)
    s.back(rect(0, 0, 800, 800, ground, opacity=0.75))
    s.tint = ground


def _enamelled(s: Sheet, base: str, one: str, two: str) -> str:
    """A round of enamel petals on gold, pearls below."""
    pearl = s.radial((0, "#ffffff"), (0.6, "#f3ead8"), (1, "#b8a88a"), cx=0.36, cy=0.3, r=0.8)
    drops = "".join(
        stroke(f"M{x},{y}V{y + 34}", GOLD, 5) + ellipse(x, y + 54, 19, 25, pearl) for x, y in ((-104, 150), (0, 184), (104, 150))
    )
    return (
        drops
        + circle(0, 0, 182, dark(GOLD, 0.2))
        + circle(-2, -2, 178, GOLD)
        + circle(0, 0, 160, base)
        + around(path(petal(138, 58), one, stroke=GOLD, stroke_width=5), 8)
        + around(path(petal(84, 30), two, stroke=GOLD, stroke_width=4), 8, 22.5)
        + circle(0, 0, 42, GOLD)
        + place(double_flower(9, one, base, GOLD), 0, 0, 0.6)
        + around(circle(0, -170, 8, "#fffaf0"), 24)
    )


def enamel_pendant(s: Sheet) -> None:
    """A round pendant on a chain: enamel petals on gold, pearls below."""
    base, one, two = s.pick(ENAMEL)
    _velvet(s)
    links = "M130,-20C160,150 270,232 400,250C530,232 640,150 670,-20"
    s.add(
        stroke(links, "#1c1220", 12, opacity=0.25, transform="translate(8 12)"),
        stroke(links, GOLD, 10, stroke_dasharray="14 6"),
        circle(400, 258, 24, "none", stroke=GOLD, stroke_width=10),
        circle(410, 478, 182, "#1c1220", opacity=0.25),
        place(_enamelled(s, base, one, two), 400, 462),
    )
    s.main = base
    s.close_up = (400, 470, 1.8)


def enamel_earrings(s: Sheet) -> None:
    """A pair of enamelled earrings with hooks."""
    base, one, two = s.pick(ENAMEL)
    _velvet(s)
    jewel = _enamelled(s, base, one, two)
    hook = "M0,-104C0,-176 -66,-196 -70,-140C-70,-118 -58,-110 -50,-112"
    for x, y in ((262, 400), (538, 430)):
        s.add(circle(x + 8, y + 14, 112, "#1c1220", opacity=0.25), place(stroke(hook, GOLD, 8), x, y), place(jewel, x, y, 0.6))
    s.main = base
    s.grow = (400, 410, 1.3)
    s.close_up = (262, 400, 1.9)


def bronze_figure(s: Sheet) -> None:
    """A dancing figure cast in bronze, in a ring of flames."""
    base = s.pick(("#9a6f3c", "#8a6234", "#a87b46"))
    stand(s, base)
    flames = around(path("M0,-238C12,-256 10,-272 0,-286C-10,-272 -12,-256 0,-238Z", base), 26)
    s.add(
        shadow(s, 410, 662, 190, 24),
        path("M250,660C256,616 300,600 400,600C500,600 544,616 550,660Z", dark(base, 0.25)),
        "".join(
            place(path(petal(56, 40), light(base, 0.12), stroke=dark(base, 0.4), stroke_width=3), x, 656, 0.9)
            for x in range(280, 540, 40)
        ),
        place(circle(0, 0, 232, "none", stroke=dark(base, 0.15), stroke_width=12) + flames, 400, 378),
        place(_dancing(base), 400, 400),
    )
    s.main = base
    s.close_up = (400, 380, 1.7)


def _dancing(base: str) -> str:
    """Four arms, one leg lifted across, a tall crown."""
    glow, deep = light(base, 0.3), dark(base, 0.35)
    limb = {"stroke_linecap": "round", "stroke_linejoin": "round"}
    arms = (
        "M-8,-72C-60,-84 -92,-110 -120,-150",
        "M8,-72C60,-84 92,-110 120,-150",
        "M-6,-62C-50,-40 -70,-60 -60,-104",
        "M6,-62C50,-40 40,0 -40,14",
    )
    legs = ("M-8,44C-40,84 -34,120 -6,160L-12,216", "M10,44C70,48 96,70 74,104L-44,92")
    art = "".join(stroke(d, deep, 26, **limb) for d in legs) + "".join(stroke(d, base, 19, **limb) for d in legs)
    art += "".join(stroke(d, deep, 19, **limb) for d in arms) + "".join(stroke(d, base, 13, **limb) for d in arms)
    art += "".join(circle(x, y, 13, base) for x, y in ((-122, -152), (122, -152), (-60, -106), (-42, 15)))
    art += path("M-134,-158C-150,-186 -130,-196 -122,-170Z", deep) + path("M134,-158C150,-190 118,-200 122,-170Z", "#c9782a")
    art += path(
        "M-34,-84C-14,-96 14,-96 34,-84C26,-50 20,-26 30,10C36,34 26,54 0,56C-26,54 -36,34 -30,10C-20,-26 -26,-50 -34,-84Z", deep
    )
    art += path(
        "M-29,-81C-12,-91 10,-91 26,-81C20,-50 14,-24 23,10C28,32 20,49 -2,51C-24,49 -31,32 -26,10C-17,-24 -22,-50 -29,-81Z", base
    )
    art += stroke("M-22,18C-8,26 8,26 22,18M-24,30C-8,40 8,40 24,30", glow, 4) + stroke("M-24,-72C-10,-56 10,-56 24,-72", glow, 5)
    art += circle(0, -116, 29, deep) + circle(-2, -118, 26, base)
    art += path("M-27,-128C-24,-160 -12,-190 0,-206C12,-190 24,-160 27,-128C10,-138 -10,-138 -27,-128Z", deep)
    art += path("M-19,-136C-16,-160 -8,-180 0,-192C8,-180 16,-160 19,-136C8,-142 -8,-142 -19,-136Z", glow)
    art += stroke("M-12,-120H-5M5,-120H12M-6,-104C-2,-101 2,-101 6,-104", deep, 3)
    return art + path("M-70,228C-66,208 40,206 52,228Z", deep) + ellipse(-10, 226, 66, 9, base)


def bindi(s: Sheet) -> None:
    """Bindis on a card: rows of dots and drops, with gold and stones."""
    paper = s.pick(("#f6e6c8", "#f3d6d0", "#e3ecdc"))
    flat(s, "#a8392b")
    red = s.pick(("#a8142e", "#c2186b", "#7a1230"))
    card = rect(180, 110, 440, 580, paper, rx=22)
    s.add(group(card, opacity=1), rect(200, 130, 400, 540, "none", rx=14, stroke=red, stroke_width=4))
    s.add(place(mandala(red, paper, GOLD, 12), 400, 208, 1.2))
    for row in range(4):
        for column in range(4):
            x, y, r = 272 + column * 86, 336 + row * 90, 30 - row * 3
            tone = (red, "#1d2f6a", "#14603f", "#2a2026")[(row + column) % 4]
            drop = path(f"M0,{-r - 10}C{r},{-r * 0.2:.0f} {r},{r} 0,{r}C{-r},{r} {-r},{-r * 0.2:.0f} 0,{-r - 10}Z", tone)
            shape = circle(0, 0, r, tone) if row % 2 == 0 else drop
            jewel = circle(0, 2, r * 0.34, GOLD) + circle(-2, 0, r * 0.16, "#fffaf0")
            s.add(place(circle(4, 6, r, "#1c1220", opacity=0.15) + shape + jewel, x, y))
            s.add(place(around(circle(0, -r - 7, 2.6, GOLD), 12), x, y) if row % 2 == 0 else "")
    s.main = paper
    s.close_up = (400, 430, 1.8)


def carrom(s: Sheet) -> None:
    """A carrom board with its men and the striker."""
    wood = s.pick(("#6a3a1e", "#2a2026", "#7a4a24"))
    flat(s, wood)
    board = s.linear((0, "#f3dca8"), (1, "#d9b878"), x2=0.8)
    lines = "".join(
        rect(-190, 168, 380, 26, "none", rx=13, stroke="#7a1f2a", stroke_width=4, transform=f"rotate({turn})")
        + circle(-177, 181, 10, "#c2282f", transform=f"rotate({turn})")
        + circle(177, 181, 10, "#c2282f", transform=f"rotate({turn})")
        + stroke("M-206,206L-120,120", "#3a2a22", 3, transform=f"rotate({turn})")
        + circle(-238, -238, 27, "#1c1220", transform=f"rotate({turn})")
        for turn in (0, 90, 180, 270)
    )
    men = circle(0, 0, 13, "#c2282f") + around(circle(0, -31, 14, "#f6ead0", stroke="#8a6a3a", stroke_width=2), 3)
    men += around(circle(0, -31, 14, "#2a2026"), 3, 60) + around(
        circle(0, -62, 14, "#f6ead0", stroke="#8a6a3a", stroke_width=2), 6
    )
    men += around(circle(0, -62, 14, "#2a2026"), 6, 30)
    whole = (
        rect(-312, -312, 624, 624, wood, rx=26)
        + rect(-272, -272, 544, 544, board, rx=6)
        + lines
        + circle(0, 0, 84, "none", stroke="#7a1f2a", stroke_width=4)
        + around(path(petal(60, 18), "#c2282f", opacity=0.25), 8)
        + men
        + circle(60, 181, 20, "#e8e2d4", stroke="#27489c", stroke_width=5)
    )
    turn = s.pick((-9, 7, 12))
    s.add(rect(-312, -312, 624, 624, "#1c1220", rx=26, opacity=0.25, transform=f"translate(414 424)rotate({turn})"))
    s.add(place(whole, 400, 404, 1, turn))
    s.main = wood
    s.close_up = (400, 420, 1.7)
