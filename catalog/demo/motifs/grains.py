"""Dry goods in heaps: rice, millet, maize, pulses, spices, tea, coffee."""

from .heap import Kinds, heaped, kinds
from .ornament import LEAF
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, group, path, stroke

MOST = ("sack", "sack", "bowl", "basket")


def seeds(s: Sheet, colour: str, rx: float, ry: float, line: str = "") -> Kinds:
    """Oval seeds in three shades with a glint and, if wanted, a line along."""
    out = []
    for shade in (light(colour, 0.22), colour, dark(colour, 0.16)):
        art = ellipse(2, 4, rx, ry, dark(shade, 0.4)) + ellipse(0, 0, rx, ry, shade)
        art += stroke(f"M0,{-ry * 0.7:.0f}V{ry * 0.7:.0f}", line, 4) if line else ""
        out.append(art + ellipse(-rx * 0.35, -ry * 0.3, rx * 0.25, ry * 0.3, light(shade, 0.6)))
    return kinds(s, *out)


def rice(s: Sheet) -> None:
    """White, red or golden rice."""
    colour = s.pick(("#f2e9d6", "#f5efe0", "#e6cf9f", "#b5654a"))
    heaped(s, seeds(s, colour, 9, 34), colour, 0.36, 330, MOST)


def black_rice(s: Sheet) -> None:
    """Dark aromatic rice."""
    heaped(s, seeds(s, s.pick(("#3a2738", "#2d2430")), 9, 34), "#3a2738", 0.36, 330, MOST)


def millet(s: Sheet) -> None:
    """Small round millets."""
    colour = s.pick(("#d9b25f", "#a8553a", "#e6cf8f", "#8a5a3a"))
    heaped(s, seeds(s, colour, 26, 25), colour, 0.3, 380, MOST)


def wheat(s: Sheet) -> None:
    """Wheat and other cereals."""
    heaped(s, seeds(s, "#d6a655", 17, 34, "#8a5a24"), "#d6a655", 0.36, 320, MOST)


def maize(s: Sheet) -> None:
    """Maize cobs with their husk."""
    gold, green = s.pick((("#f2bf35", "#8aa84a"), ("#e8a52a", "#7a9a44")))
    body = path("M0,-60C24,-56 32,-10 28,40H-28C-32,-10 -24,-56 0,-60Z", gold)
    body += "".join(
        circle(x, y, 5.5, light(gold, 0.3) if (x + y) % 3 else dark(gold, 0.12))
        for y in range(-48, 40, 11)
        for x in range(-20, 22, 10)
        if abs(x) < 26 - max(0, -y - 20) * 0.5
    )
    leaf = (
        path("M-30,56C-50,20 -40,-10 -30,-26C-24,10 -10,36 0,60Z", green)
        + path("M30,56C50,20 40,-14 30,-30C24,10 10,36 0,60Z", dark(green, 0.15))
        + path("M-16,62C-14,30 14,30 16,62Z", light(green, 0.2))
    )
    heaped(s, kinds(s, body + leaf), gold, 0.95, 34, ("basket", "bowl"))


def pulses(s: Sheet) -> None:
    """Lentils, gram, beans: yellow, green, red, black."""
    colour, rx, ry = s.pick(
        (
            ("#e8b03a", 25, 22),
            ("#7f9a44", 26, 22),
            ("#d96a3a", 24, 21),
            ("#3b3238", 26, 22),
            ("#8a5a3a", 26, 23),
            ("#a8342f", 22, 34),
            ("#e3c48a", 27, 25),
        )
    )
    heaped(s, seeds(s, colour, rx, ry), colour, 0.4, 290, MOST)


def oilseed(s: Sheet) -> None:
    """Mustard, sesame, soya and flax seed."""
    colour, rx, ry = s.pick((("#5a3326", 22, 21), ("#d99a2a", 22, 21), ("#efe3c4", 14, 24), ("#e3c27a", 25, 24)))
    heaped(s, seeds(s, colour, rx, ry), colour, 0.32, 360, MOST)


def turmeric(s: Sheet) -> None:
    """Turmeric: fingers or bright powder."""
    gold = "#e59a1c"
    finger = (
        path("M-44,-8C-30,-22 20,-20 40,-12C52,-6 50,14 38,16C10,18 -30,22 -44,14C-52,8 -50,-2 -44,-8Z", "#c98a3a")
        + path("M4,-14C-2,-34 12,-40 18,-34C24,-26 18,-18 16,-12Z", "#b5762c")
        + stroke("M-26,-14v28M-8,-16v32M12,-14v30M28,-12v26", "#8f5a20", 3)
        + ellipse(42, 2, 7, 11, gold)
    )
    other = (
        path("M-40,-12C-20,-24 30,-16 42,-4C48,10 30,20 8,18C-20,18 -48,14 -40,-12Z", "#d69a45")
        + stroke("M-22,-14v28M-4,-16v32M16,-14v30", "#9a6424", 3)
        + ellipse(-40, 2, 7, 12, gold)
    )
    if s.chance(0.45):
        _powder(s, gold)
        return
    heaped(s, kinds(s, finger, other), gold, 0.7, 90, ("basket", "bowl", "sack"))


def _powder(s: Sheet, colour: str) -> None:
    """A ground spice."""
    dust = [circle(0, 0, 16, c) for c in (light(colour, 0.25), colour, colour, dark(colour, 0.18))]
    heaped(s, kinds(s, *dust), colour, 0.42, 420, ("bowl", "bowl", "sack"))


def spices(s: Sheet) -> None:
    """Pepper, coriander, cumin, clove, cinnamon, or a ground spice."""
    pick = s.random.randrange(5)
    if pick == 0:
        _powder(s, s.pick(("#b5342a", "#e59a1c", "#a8622f", "#8f7a3a")))
    elif pick == 1:
        heaped(s, seeds(s, "#3a302c", 25, 25), "#3a302c", 0.36, 330, MOST)
    elif pick == 2:
        heaped(s, seeds(s, "#c2a35a", 25, 25, "#9a7a34"), "#c2a35a", 0.36, 330, MOST)
    elif pick == 3:
        star = "".join(
            group(ellipse(0, -24, 11, 24, "#7a4426") + ellipse(0, -22, 5, 9, "#c98a4a"), transform=f"rotate({a})")
            for a in range(0, 360, 45)
        )
        heaped(s, kinds(s, star), "#7a4426", 0.62, 100, ("bowl", "basket"))
    else:
        quill = (
            path("M-48,-10H48V12H-48Z", "#a8622f")
            + stroke("M-48,-4H48M-48,5H48", "#7a4320", 3)
            + ellipse(48, 1, 6, 11, "#6a3a1c")
        )
        heaped(s, kinds(s, quill, quill.replace("#a8622f", "#bd7a3f")), "#a8622f", 0.9, 70, ("bowl", "basket"))


def cumin(s: Sheet) -> None:
    """Cumin, fennel, ajwain: thin ribbed seeds."""
    colour = s.pick(("#9a7a3f", "#a8b06a", "#7f6a3a"))
    heaped(s, seeds(s, colour, 10, 36, dark(colour, 0.3)), colour, 0.38, 320, MOST)


def cardamom(s: Sheet) -> None:
    """Cardamom pods, green or large black."""
    colour = s.pick(("#9ab56a", "#6a3f30", "#6a3f30", "#5c3a2e"))
    pod = (
        path("M0,-50C24,-36 28,24 0,48C-28,24 -24,-36 0,-50Z", colour)
        + stroke("M-10,-34C-16,-8 -14,20 -6,38M10,-34C16,-8 14,20 6,38M0,-40V42", dark(colour, 0.3), 3)
        + ellipse(-8, -10, 4, 16, light(colour, 0.4))
    )
    heaped(s, kinds(s, pod, pod.replace(colour, light(colour, 0.15))), colour, 0.62, 120, MOST)


def chilli(s: Sheet) -> None:
    """Chillies, red or green."""
    colour, cap = s.pick((("#c4241c", "#5c7a2e"), ("#a81e1e", "#6a7a3a"), ("#5f8f33", "#3f6a24"), ("#d63a1c", "#4f7a2e")))
    pod = (
        path("M-52,22C-30,26 10,14 34,-16C40,-26 54,-18 50,-6C36,32 -12,42 -52,22Z", colour)
        + stroke("M-30,24C0,24 24,8 38,-8", light(colour, 0.45), 4)
        + path("M32,-18C36,-30 52,-30 54,-12C46,-18 40,-18 32,-18Z", cap)
        + stroke("M46,-24C50,-34 56,-38 62,-40", cap, 6)
    )
    heaped(s, kinds(s, pod, pod.replace(colour, dark(colour, 0.15))), colour, 0.95, 76, ("basket", "bowl", "sack"))


def saffron(s: Sheet) -> None:
    """Red threads of saffron."""
    thread = "".join(
        stroke(d, c, w)
        for d, c, w in (
            ("M-44,6C-20,-12 10,14 44,-8", "#b51f1a", 7),
            ("M-36,-6C-10,8 20,-14 40,6", "#d6401c", 6),
            ("M-20,12C0,-4 20,12 36,14", "#8f1414", 6),
        )
    )
    heaped(s, kinds(s, thread, thread.replace("#b51f1a", "#e8861c")), "#b51f1a", 0.6, 170, ("bowl",))


def tamarind(s: Sheet) -> None:
    """Tamarind and other brown pods."""
    pod = path(
        (
            "M-56,8C-44,-20 -24,-12 -12,-20C2,-28 16,-14 28,-18C48,-20 58,-2 50,14C34,24 20,12 6,16C-8,22 "
            "-24,16 -36,24C-50,28 -60,20 -56,8Z"
        ),
        "#8a5630",
    ) + stroke("M-44,6C-20,-6 10,-6 44,0", "#b07a48", 5)
    heaped(s, kinds(s, pod, pod.replace("#8a5630", "#75452a")), "#8a5630", 0.9, 70, ("basket", "sack"))


def tea(s: Sheet) -> None:
    """Tea: dark curled leaves with green tips."""
    curl = stroke("M-34,8C-16,-14 10,14 36,-6", "#33261f", 13)
    pale = stroke("M-30,-6C-8,12 10,-10 32,4", "#54402c", 12)
    tip = path(LEAF, "#6f9a4a", transform="rotate(80)scale(.7)") + stroke("M-30,0H30", "#4f7a35", 3)
    heaped(s, kinds(s, curl, pale, curl, tip), "#4a3a28", 0.5, 210, ("bowl", "basket", "sack"))


def coffee(s: Sheet) -> None:
    """Roasted coffee beans."""
    out = []
    for c in ("#5a3420", "#6e432a", "#472818"):
        out.append(
            ellipse(2, 4, 25, 35, dark(c, 0.4))
            + ellipse(0, 0, 25, 35, c)
            + stroke("M2,-32C-10,-12 12,10 -2,32", dark(c, 0.55), 5)
            + ellipse(-12, -12, 4, 9, light(c, 0.4))
        )
    heaped(s, kinds(s, *out), "#5a3420", 0.52, 180, ("sack", "bowl", "sack"))
