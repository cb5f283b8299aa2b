"""Fruit with scales, stones and seeds: pineapple, coconut, papaya, melon and others."""

from .fruit import apple, guava, litchi, mango, orange
from .palette import dark, light
from .produce import GREEN, STALK, ball, produce, slice_of
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, stroke


def pineapple(s: Sheet) -> None:
    """Pineapples."""
    a = s.pick(("#e3a02a", "#d98f2a", "#c9a03a"))
    crown = "".join(
        group(path("M0,0C-10,-20 -6,-44 0,-58C6,-44 10,-20 0,0Z", c), transform=f"translate(0 -26)rotate({t})scale(.8)")
        for t, c in ((-56, "#4a7a34"), (56, "#4a7a34"), (-30, "#5c9040"), (30, "#5c9040"), (0, "#6fa34a"))
    )
    mesh = stroke(
        "M-34,-10L14,52M-36,14L-6,54M-20,-26L32,38M4,-28L38,16M34,-10L-14,52M36,14L6,54M20,-26L-32,38M-4,-28L-38,16",
        dark(a, 0.3),
        3,
    )
    body = "M0,-30C32,-30 42,0 40,20C38,44 20,56 0,56C-20,56 -38,44 -40,20C-42,0 -32,-30 0,-30Z"
    produce(
        s,
        crown + ball(s, a, body) + mesh,
        circle(0, 6, 46, a)
        + circle(0, 6, 40, "#fbe07a")
        + around(path("M-3,-14L0,-36L3,-14Z", "#f0c43e"), 12)
        + circle(0, 6, 10, "#f0d060"),
        a,
        1.08,
    )


def coconut(s: Sheet) -> None:
    """Coconuts, one cut open."""
    a = s.pick(("#7a5030", "#8a5c38", "#6fa04a"))
    fibre = stroke(
        "M-34,-20C-20,6 -20,20 -24,38M-10,-44C-4,-10 -6,20 -8,44M16,-42C12,-10 16,20 14,42M36,-20C26,0 28,20 28,32",
        light(a, 0.22),
        3,
    )
    produce(
        s,
        ball(s, a) + fibre + "".join(circle(x, y, 5, dark(a, 0.5)) for x, y in ((-8, -26), (8, -26), (0, -14))),
        circle(0, 0, 48, "#6a4226")
        + circle(0, 0, 42, "#fdfaf2")
        + circle(0, 4, 28, "#dfe9e6")
        + ellipse(-6, 10, 16, 8, "#f6fbfa"),
        a,
    )


def papaya(s: Sheet) -> None:
    """Papayas."""
    a = s.pick(("#e8962a", "#a8b04a", "#d9a83a"))
    d = "M0,-50C20,-44 24,-20 32,4C40,30 22,54 0,54C-22,54 -40,30 -32,4C-24,-20 -20,-44 0,-50Z"
    cut = (
        path(d, a)
        + path(d, "#f2804a", transform="scale(.9)")
        + path("M0,-16C14,0 16,32 0,40C-16,32 -14,0 0,-16Z", "#c9562a")
        + "".join(circle(x, y, 4, "#2a2320") for x, y in ((-4, 0), (4, 8), (-6, 14), (5, 20), (-3, 27), (1, -8), (2, 33)))
    )
    produce(s, ball(s, a, d) + ellipse(-14, 6, 5, 20, "#ffffff", opacity=0.4), cut, a, 1.1)


def pomegranate(s: Sheet) -> None:
    """Pomegranates."""
    a = s.pick(("#b5273a", "#c93a3f", "#a81f3f"))
    seeds = "".join(
        ellipse(x, y, 6, 7, "#d6244a") + circle(x - 2, y - 2, 2, "#ffb3c0")
        for x in range(-28, 34, 13)
        for y in range(-28, 34, 13)
        if x * x + y * y < 1150
    )
    produce(
        s,
        ball(s, a)
        + path("M-14,-44L-18,-62L-6,-54L0,-64L6,-54L18,-62L14,-44Z", dark(a, 0.12))
        + ellipse(-18, -14, 7, 12, "#ffffff", opacity=0.5),
        circle(0, 0, 48, a) + circle(0, 0, 43, "#f7e3b0") + seeds,
        a,
    )


def strawberry(s: Sheet) -> None:
    """Strawberries, cherries-red."""
    a = s.pick(("#d6242e", "#c91f3a"))
    d = "M0,-34C36,-48 50,-16 38,10C28,34 10,50 0,52C-10,50 -28,34 -38,10C-50,-16 -36,-48 0,-34Z"
    pips = "".join(
        ellipse(x, y, 2.6, 4, "#f7d36a")
        for x, y in ((-22, -14), (0, -14), (22, -14), (-12, 4), (12, 4), (-22, 10), (22, 12), (0, 22), (-9, 34), (9, 32))
    )
    cap = around(path("M0,0C-9,-10 -6,-24 0,-30C6,-24 9,-10 0,0Z", "#4f8a34"), 7)
    produce(
        s,
        ball(s, a, d) + pips + place(cap, 0, -36, 0.9),
        path(d, a) + path(d, "#f7a8a0", transform="scale(.84)") + path(d, "#fff0e6", transform="scale(.44)"),
        a,
        0.95,
    )


def kiwi(s: Sheet) -> None:
    """Kiwi fruit, cut."""
    cut = (
        circle(0, 0, 48, "#8a6a3a")
        + circle(0, 0, 44, "#8fbf3f")
        + around(ellipse(0, -22, 2.4, 5, "#22221a"), 18)
        + around(path("M-2,-12L0,-40L2,-12Z", "#b5d96a"), 12)
        + circle(0, 0, 13, "#eef3c8")
    )
    produce(
        s,
        ball(s, "#8a6a3a")
        + "".join(stroke(f"M{x},{y}l3,6", "#6a4c26", 2) for x in range(-30, 34, 14) for y in range(-30, 34, 14)),
        cut,
        "#7f9a3c",
        0.98,
    )


def jackfruit(s: Sheet) -> None:
    """Jackfruit and custard apples: knobbly and green."""
    a = s.pick(("#a3a84a", "#8fae5a", "#b5a84a"))
    d = "M0,-50C34,-46 46,-14 44,12C42,40 22,54 0,54C-22,54 -42,40 -44,12C-46,-14 -34,-46 0,-50Z"
    knobs = "".join(
        circle(x + (y % 24) / 3, y, 7, light(a, 0.2)) + circle(x + 2 + (y % 24) / 3, y + 2, 5, a)
        for y in range(-40, 52, 12)
        for x in range(-36, 32, 14)
        if (x / 40) ** 2 + (y / 50) ** 2 < 0.82
    )
    produce(
        s,
        ball(s, a, d) + knobs + STALK,
        path(d, a) + path(d, "#fbf3d8", transform="scale(.86)") + around(ellipse(0, -20, 8, 12, "#f2c23e"), 7),
        a,
        1.08,
    )


def amla(s: Sheet) -> None:
    """Indian gooseberries."""
    a = s.pick(("#b5c65a", "#c9d06a", "#a3b84a"))
    produce(
        s,
        ball(s, a)
        + stroke("M0,-48C-16,-20 -16,20 0,48M0,-48C16,-20 16,20 0,48M0,-48V48", light(a, 0.4), 2.5, opacity=0.8)
        + ellipse(-22, -18, 8, 6, "#ffffff", opacity=0.5),
        slice_of(a, "#eef0c0", "#c9b56a"),
        a,
        0.86,
    )


def grapes(s: Sheet) -> None:
    """Grapes."""
    a = s.pick(("#7a3a6a", "#9ab84a", "#4a2a5a"))
    berry = circle(0, 0, 13, a) + circle(-4, -4, 4, light(a, 0.55))
    bunch = "".join(
        place(berry, (i - (n - 1) / 2) * 21, y)
        for y, n in ((-26, 4), (-10, 5), (7, 4), (23, 3), (38, 2), (52, 1))
        for i in range(n)
    )
    produce(
        s,
        stroke("M0,-36V-58", "#6a5a2a", 6)
        + place(path("M0,-20C30,-30 40,0 20,14C10,24 -10,24 -20,14C-40,0 -30,-30 0,-20Z", GREEN), 20, -52, 0.7)
        + bunch,
        "",
        a,
        1.1,
    )


def sapota(s: Sheet) -> None:
    """Sapota, figs, dates."""
    a = s.pick(("#a8743f", "#96633a"))
    produce(
        s,
        ball(s, a) + ellipse(-18, -16, 9, 7, "#ffffff", opacity=0.3) + circle(0, -45, 5, "#5a3a20"),
        slice_of(a, "#e0a868", "#d09050") + ellipse(-8, 0, 4, 10, "#2a1a12") + ellipse(8, 2, 4, 10, "#2a1a12"),
        a,
        0.92,
    )


def melon(s: Sheet) -> None:
    """Watermelons and dragon fruit."""
    if s.chance(0.5):
        produce(
            s,
            ball(s, "#3f7a3a")
            + stroke("M0,-48C-14,-16 -14,16 0,48M-26,-40C-44,-10 -44,12 -26,40M26,-40C44,-10 44,12 26,40", "#8fbf5a", 6),
            circle(0, 0, 48, "#3f7a3a")
            + circle(0, 0, 43, "#eaf2c8")
            + circle(0, 0, 39, "#e0433f")
            + around(ellipse(0, -24, 3, 5, "#2a1a1a"), 9),
            "#3f7a3a",
            1.1,
        )
    else:
        scales = around(path("M0,-36C-8,-48 -4,-60 6,-64C6,-54 10,-46 8,-36Z", "#8fb84a"), 9)
        produce(
            s,
            scales + ball(s, "#d6347a"),
            circle(0, 0, 48, "#d6347a")
            + circle(0, 0, 42, "#fbf6f4")
            + "".join(circle(x, y, 2, "#2a2226") for x in range(-32, 36, 11) for y in range(-32, 36, 11) if x * x + y * y < 1300),
            "#d6347a",
        )


def fruit(s: Sheet) -> None:
    """A fruit by chance, for mixed fruit."""
    s.pick((mango, apple, guava, orange, pomegranate, litchi, pineapple, grapes, papaya))(s)
