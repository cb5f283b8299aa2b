"""Food in jars and bottles: honey, preserves, pickle, oil, ghee, drinks."""

from .ground import shadow, stand
from .ornament import LEAF, double_flower, flower, lotus, mandala, paisley
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, group, path, place, polygon, rect, stroke
from .vessel import Vessel, turned, varied

JAR = (
    "M270,330C270,312 300,306 400,306C500,306 530,312 530,330C552,350 560,372 560,400V610C560,644 "
    "530,656 400,656C270,656 240,644 240,610V400C240,372 248,350 270,330Z"
)
BOTTLE = (
    "M362,230H438V330C438,360 500,380 500,440V620C500,648 480,656 400,656C320,656 300,648 300,620V440C300,380 362,360 362,330Z"
)
FLASK = "M370,220H430V360C470,390 530,450 530,540C530,620 490,656 400,656C310,656 270,620 270,540C270,450 330,390 370,360Z"


def label(s: Sheet, y: float, half: float, height: float) -> str:
    """A paper label with an emblem and no words."""
    paper, ink, two = s.pick(
        (
            ("#f6ecd8", "#a8392b", "#1d4f3c"),
            ("#f6ecd8", "#27386b", "#c98a2b"),
            ("#7a1f33", "#f3dc9a", "#f6ecd8"),
            ("#1d4f3c", "#f3dc9a", "#f6ecd8"),
            ("#f3d9a0", "#7a3a20", "#a8392b"),
            ("#efe3cb", "#4d2348", "#c9246e"),
        )
    )
    emblem = s.pick(
        (
            lotus(ink, two),
            paisley(ink, paper, two),
            mandala(ink, two, paper, 12),
            double_flower(9, ink, two, paper),
            flower(8, ink, two),
        )
    )
    box = rect(400 - half, y, half * 2, height, paper, rx=10)
    frame = rect(400 - half + 8, y + 8, half * 2 - 16, height - 16, "none", stroke=ink, stroke_width=3, rx=6)
    lines = "".join(
        rect(400 - w, y + height - 22 - k * 10, w * 2, 4, ink, opacity=0.6) for k, w in ((0, half * 0.3), (1, half * 0.5))
    )
    return box + frame + place(emblem, 400, y + height * 0.42, height / 165) + lines


def lid(s: Sheet, kind: str) -> str:
    """A lid on the jar: cloth tied with string, cork, or metal."""
    if kind == "cloth":
        base, line = s.pick((("#b5302a", "#f6ecd8"), ("#27386b", "#f6ecd8"), ("#f0d9a0", "#a8392b"), ("#1d5a44", "#f3dc9a")))
        d = (
            "M262,250C262,214 330,206 400,206C470,206 538,214 538,250L540,306L574,352C540,340 520,352 500,344"
            "C470,356 440,344 400,352C360,344 330,356 300,344C280,352 260,340 226,352L260,306Z"
        )
        dots = "".join(place(flower(6, line, base), x, y, 0.24) for x in range(270, 540, 40) for y in (234, 272, 322))
        return (
            path(d, base)
            + group(dots, clip_path=s.clip(path(d, "#000")))
            + path(d, s.linear((0, "#ffffff", 0.2), (1, "#1c1220", 0.35)))
            + stroke("M258,306C330,322 470,322 542,306", "#d9b06a", 9)
            + stroke("M470,312c30,-24 50,-8 20,4c34,2 30,26 -6,0", "#d9b06a", 6)
        )
    colour = "#b98a56" if kind == "cork" else s.pick(("#d0a040", "#b4bcc5", "#3a3a40", "#a8392b"))
    paint = s.linear((0, light(colour, 0.4)), (0.3, light(colour, 0.15)), (0.6, colour), (1, dark(colour, 0.5)))
    grip = "".join(rect(x, 262, 3, 46, dark(colour, 0.4), opacity=0.4) for x in range(276, 526, 14)) if kind == "metal" else ""
    return (
        path("M262,262C262,240 538,240 538,262V306C538,326 262,326 262,306Z", paint)
        + grip
        + ellipse(400, 260, 138, 17, light(colour, 0.35))
    )


def glass_front(d: str) -> str:
    """Glints on the glass."""
    return (
        path(d, "#ffffff", opacity=0.07)
        + stroke("M272,400V590", "#ffffff", 16, opacity=0.6)
        + stroke("M532,420V580", "#ffffff", 7, opacity=0.35)
    )


def jarred(s: Sheet, colour: str, inside: str = "", lids: tuple[str, ...] = ("cloth", "metal", "cork")) -> None:
    """A glass jar full of something."""
    stand(s, colour)
    s.main = colour
    liquid = s.linear((0, dark(colour, 0.25)), (0.25, light(colour, 0.25)), (0.6, colour), (1, dark(colour, 0.45)))
    s.add(
        shadow(s, 410, 664, 190, 24),
        path(JAR, "#e8eef0"),
        path(JAR, liquid, transform="translate(400 654)scale(.96)translate(-400 -654)"),
    )
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
        comb = "".join(
            place(
                polygon(cell, s.pick(("#f3bf3e", "#e8a52a", "#d98f1c")), stroke="#b5701a", stroke_width=3),
                x * 23 + y % 2 * 11.5,
                y * 20,
            )
            for y in range(4)
            for x in range(6)
        )
        s.add(shadow(s, 622, 706, 84, 14), place(comb, 560, 630, 1.1, -4))
    else:
        dipper = rect(-6, -150, 12, 150, "#a8703a", rx=5) + "".join(
            ellipse(0, y, 34 - abs(y - 28) * 0.5, 9, c)
            for y, c in ((4, "#c9924f"), (18, "#b57f3f"), (32, "#c9924f"), (46, "#b57f3f"), (58, "#c9924f"))
        )
        s.add(shadow(s, 600, 708, 120, 14), place(dipper, 540, 690, 1.2, -74))


def preserve(s: Sheet) -> None:
    """Jam, pulp and murabba."""
    colour = s.pick(("#c4342a", "#e8962a", "#8a2a4a", "#d9b03a", "#a8452a", "#e0602a"))
    bits = "".join(
        ellipse(
            s.vary(250, 550), s.vary(350, 640), s.vary(12, 26), s.vary(10, 20), s.pick((light(colour, 0.25), dark(colour, 0.2)))
        )
        for _ in range(26)
    )
    jarred(s, colour, bits)


def pickle(s: Sheet) -> None:
    """Pickle in oil: a glass jar or a stoneware jar."""
    colour = s.pick(("#b5522a", "#c9782a", "#8a8a2a", "#a8341f"))
    if s.chance(0.35):
        stand(s, "#d9cdb8")
        v = varied(s, "jar")
        top = Vessel([(y, v.radius(v.top) * 1.06) for y in (v.top - 4, v.top + 150)])
        glaze = s.pick(("#7a4a24", "#5a3420", "#8a5a2a"))
        s.add(
            shadow(s, 400, 660, 180, 24),
            turned(
                s,
                v,
                "#efe6d2",
                v.belt(v.top - 10, v.top + 150, glaze) + v.belt(v.top + 158, v.top + 164, glaze),
                "glaze",
                mouth=False,
            ),
        )
        s.add(
            rect(
                400 - top.profile[0][1],
                v.top - 40,
                top.profile[0][1] * 2,
                56,
                s.linear((0, light(glaze, 0.4)), (0.4, glaze), (1, dark(glaze, 0.4))),
                rx=14,
            ),
            ellipse(400, v.top - 52, 34, 18, glaze),
            place(paisley(glaze, "#efe6d2", colour), 400, 540, 1.2),
        )
        _garnish(s, colour)
        return
    bits = "".join(
        path(
            "M-30,10C-24,-22 24,-26 32,4C20,26 -16,26 -30,10Z",
            s.pick((colour, light(colour, 0.25), "#8f9a3a", dark(colour, 0.25))),
            transform=f"translate({s.vary(256, 544):.0f} {s.vary(350, 640):.0f})rotate({s.vary(0, 180):.0f})",
        )
        for _ in range(34)
    )
    seeds_ = "".join(circle(s.vary(250, 550), s.vary(340, 640), 4, "#3a2a1c") for _ in range(26))
    jarred(s, colour, bits + seeds_, ("cloth", "metal"))
    _garnish(s, colour)


def _garnish(s: Sheet, colour: str) -> None:
    """A chilli and a slice beside the jar."""
    pod = path("M-52,22C-30,26 10,14 34,-16C40,-26 54,-18 50,-6C36,32 -12,42 -52,22Z", "#c4241c") + path(
        "M32,-18C36,-30 52,-30 54,-12Z", "#5c7a2e"
    )
    s.add(
        shadow(s, 630, 700, 60, 10), place(pod, 630, 684, 1.1, s.vary(-20, 20)), place(path(LEAF, "#5c8a3a"), 176, 692, 0.8, 70)
    )


def oil(s: Sheet) -> None:
    """Oil in a bottle."""
    bottled(s, s.pick(("#e0a52a", "#d9b83a", "#c9861c", "#b5a83a")), "cork")


def bottled(s: Sheet, colour: str, stopper: str = "metal") -> None:
    """A filled bottle with a label."""
    stand(s, colour)
    s.main = colour
    d = s.pick((BOTTLE, FLASK, BOTTLE))
    liquid = s.linear(
        (0, dark(colour, 0.25), 0.95), (0.25, light(colour, 0.4), 0.95), (0.6, colour, 0.95), (1, dark(colour, 0.45), 0.95)
    )
    cap = "#b98a56" if stopper == "cork" else s.pick(("#3a3a40", "#a8392b", "#d0a040"))
    s.add(
        shadow(s, 410, 664, 150, 22),
        path(d, liquid),
        rect(360, 226, 80, 60, "#ffffff", opacity=0.3),
        rect(364, 176, 72, 60, s.linear((0, light(cap, 0.4)), (0.5, cap), (1, dark(cap, 0.4))), rx=6),
    )
    s.add(rect(356, 282, 88, 16, "#f3dc9a", rx=6), label(s, 460, 84, 150), stroke("M322,450V610", "#ffffff", 12, opacity=0.6))
    if s.chance(0.5):
        s.add(
            shadow(s, 590, 704, 70, 12),
            ellipse(590, 668, 74, 16, dark(colour, 0.2)),
            path("M516,668C520,704 560,716 590,716C620,716 660,704 664,668C650,692 530,692 516,668Z", "#d0a040"),
            ellipse(590, 667, 64, 11, light(colour, 0.15)),
        )
    s.grow = (400, 656, 1.14)
    s.close_up = (400, 480, 1.6)


def drink(s: Sheet) -> None:
    """Juice, wine, vinegar, feni: a bottle with a glass or fruit."""
    bottled(s, s.pick(("#8a2a3a", "#e8a52a", "#c9562a", "#b5c25a", "#7a3a5a", "#a8742a")))


def ghee(s: Sheet) -> None:
    """Golden clarified butter in a jar."""
    grains_ = "".join(circle(s.vary(250, 550), s.vary(420, 645), s.vary(3, 7), "#f9e6a0") for _ in range(60))
    jarred(s, s.pick(("#e8bf4a", "#efc85a", "#dcae3a")), grains_, ("metal", "cloth"))
