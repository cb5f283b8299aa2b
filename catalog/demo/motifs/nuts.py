"""Nuts, salt, ore and snacks in heaps."""

from .grains import MOST
from .heap import heaped, kinds
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, path, stroke


def makhana(s: Sheet) -> None:
    """Popped fox nuts, white with brown specks."""
    puff = path("M-38,6C-46,-22 -22,-42 4,-40C34,-42 48,-14 40,10C36,36 8,42 -8,38C-26,40 -38,24 -38,6Z", "#f4ead6")
    puff = path("M-34,14C-30,40 10,46 38,20C40,36 10,50 -10,46C-28,44 -38,28 -34,14Z", "#cdb892") + puff
    puff += "".join(circle(x, y, r, "#8a5a3a") for x, y, r in ((-18, -10, 4), (10, -20, 3), (18, 8, 5), (-6, 16, 3))) + ellipse(
        -12, -20, 10, 6, "#ffffff"
    )
    heaped(s, kinds(s, puff, puff.replace("#f4ead6", "#efe0c4")), "#efe3cb", 0.6, 130, ("bowl", "basket", "sack"))


def cashew(s: Sheet) -> None:
    """Cashew kernels."""
    nut = (
        path("M-34,-26C-6,-44 34,-30 38,6C40,30 20,38 12,24C10,4 -8,-2 -26,0C-46,0 -48,-18 -34,-26Z", "#ecd2a0")
        + stroke("M-28,-18C-4,-30 22,-20 26,6", "#fbeecd", 6)
        + stroke("M14,26C10,4 -8,0 -28,0", "#c29a5c", 4)
    )
    heaped(s, kinds(s, nut, nut.replace("#ecd2a0", "#e2c38c")), "#e6c890", 0.62, 130, ("bowl", "basket", "sack"))


def groundnut(s: Sheet) -> None:
    """Groundnuts in their shells."""
    nut = path("M-48,0C-50,-24 -22,-28 -4,-16C10,-26 48,-28 50,0C50,26 16,26 0,16C-20,28 -48,24 -48,0Z", "#d6a764") + stroke(
        "M-40,-6C-20,-14 -8,-6 0,-4C16,-14 30,-10 42,-4M-40,8C-22,14 -10,8 0,6C14,12 30,12 42,8M-26,-18V18M24,-20V18",
        "#a87638",
        3,
    )
    heaped(s, kinds(s, nut, nut.replace("#d6a764", "#c9965a")), "#d6a764", 0.66, 120, MOST)


def walnut(s: Sheet) -> None:
    """Walnuts and other hard nuts."""
    nut = (
        circle(3, 4, 40, "#6a4426")
        + circle(0, 0, 40, "#b0804a")
        + stroke(
            (
                "M0,-40C-8,-12 8,12 0,40M-20,-30C-34,-10 -10,4 -26,24M20,-30C34,-8 12,6 26,24M-8,-24C-16,-8 "
                "-4,8 -14,26M10,-20C4,-4 18,8 10,28"
            ),
            "#7f5428",
            4,
        )
        + ellipse(-16, -18, 8, 6, "#d0a468")
    )
    heaped(s, kinds(s, nut, nut.replace("#b0804a", "#a3733f")), "#b0804a", 0.7, 80, ("bowl", "basket", "sack"))


def arecanut(s: Sheet) -> None:
    """Areca nuts and betel leaves."""
    nut = (
        ellipse(2, 4, 34, 36, "#7a3a1c")
        + ellipse(0, 0, 34, 36, "#c9763a")
        + stroke("M-20,-10C-8,-20 8,-20 20,-8M-24,8C-8,0 8,0 24,10", "#e8b47a", 4)
    )
    leaf = path("M0,50C-40,20 -48,-14 -28,-34C-12,-42 -2,-30 0,-20C2,-30 12,-42 28,-34C48,-14 40,20 0,50Z", "#4f8a3f") + stroke(
        "M0,-18V48M0,0L-22,-14M0,0L22,-14M0,20L-20,6M0,20L20,6", "#8fbf6a", 3
    )
    heaped(s, kinds(s, nut, nut, leaf), "#a8703a", 0.72, 90, ("basket", "bowl"))


def dry_fruit(s: Sheet) -> None:
    """Raisins, almonds, apricots and figs."""
    almond = path("M0,-46C26,-20 26,26 0,46C-26,26 -26,-20 0,-46Z", "#a8622f") + stroke("M-8,-24V26M6,-28V26", "#7a4320", 3)
    raisin = ellipse(0, 0, 18, 27, "#8a6a2a") + stroke("M-8,-14C-2,0 -8,8 -4,18M8,-16C2,0 10,8 4,18", "#5e4418", 3)
    apricot = circle(0, 0, 34, "#e8923a") + stroke("M0,-32C10,-10 -6,10 2,32", "#b5601c", 4) + ellipse(-12, -12, 8, 7, "#f7bf7a")
    heaped(s, kinds(s, almond, raisin, apricot), "#b5763a", 0.6, 130, ("bowl", "bowl", "basket"))


def salt(s: Sheet) -> None:
    """White crystals."""
    crystal = [
        path(d, c) + path(d, "#ffffff", transform="translate(-4 -5)scale(.5)")
        for d, c in (
            ("M-26,-10L4,-32L30,-6L20,26L-16,28Z", "#dfe6ea"),
            ("M-30,4L-6,-28L26,-20L28,16L-4,30Z", "#eef2f3"),
            ("M-22,-20L20,-26L30,10L0,30L-28,14Z", "#c9d3da"),
        )
    ]
    heaped(s, kinds(s, *crystal), "#e3e9ec", 0.45, 230, ("sack", "bowl"))


def minerals(s: Sheet) -> None:
    """Ore, coal, mica and crystals in lumps."""
    base = s.pick(("#3a3c42", "#b09a7a", "#c9bfb0", "#8a6a8a", "#7a8a8f", "#b5784a"))
    shapes = (
        "M-40,4L-22,-34L18,-40L42,-8L30,30L-20,34Z",
        "M-34,-18L8,-40L40,-14L34,24L-6,38L-40,16Z",
        "M-42,-4L-10,-36L34,-28L40,14L4,38L-30,28Z",
    )
    lumps = [
        path(d, base)
        + path("M-22,-34L18,-40L6,-6L-30,4Z", light(base, 0.35))
        + path("M6,-6L42,-8L30,30L-2,34Z", dark(base, 0.35))
        for d in shapes
    ]
    heaped(s, kinds(s, *lumps), base, 0.85, 76, ("sack", "basket", "bowl"))


def namkeen(s: Sheet) -> None:
    """Crisp fried snacks: strands, rings and nuts."""
    gold = "#e3a23a"
    strand = stroke("M-40,10C-20,-20 0,20 40,-12", gold, 10)
    curl = stroke("M-30,-10C-6,-30 30,-10 20,12C10,30 -20,22 -16,4", "#c9822a", 9)
    pea = circle(0, 0, 18, "#8fa84a") + circle(-5, -6, 5, "#c3d68a")
    nut = ellipse(0, 0, 15, 24, "#b5642f") + ellipse(-5, -8, 4, 6, "#e0a06a")
    heaped(s, kinds(s, strand, strand, curl, pea, nut), gold, 0.55, 230, ("bowl",))


def feed(s: Sheet) -> None:
    """Pellets and meal for animals."""
    pellet = path("M-30,-12H30V12H-30Z", "#a8834a") + ellipse(30, 0, 6, 12, "#8a6a38") + ellipse(-30, 0, 6, 12, "#c29c5c")
    heaped(s, kinds(s, pellet, pellet.replace("#a8834a", "#96733e")), "#a8834a", 0.5, 190, ("sack",))
