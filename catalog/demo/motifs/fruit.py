"""Fruit: mango, apple, guava, citrus, banana, litchi; each drawn about 100 units across."""

from .palette import dark, light
from .produce import GREEN, LEAFLET, STALK, ball, produce
from .sheet import Sheet
from .svg import around, circle, ellipse, path, place, stroke


def mango(s: Sheet) -> None:
    """Mangoes."""
    a, b = s.pick((("#f2a516", "#d9482a"), ("#f5bf2e", "#e0902a"), ("#8fae3a", "#e8b52e"), ("#f2b01e", "#8aa83a")))
    d = "M2,-46C34,-48 54,-16 44,18C36,40 10,52 -18,42C-32,38 -52,34 -48,22C-46,14 -48,6 -46,-6C-42,-30 -24,-44 2,-46Z"
    blush = path("M2,-46C34,-48 54,-16 44,18C40,-8 26,-34 2,-46Z", b, opacity=0.6)
    whole = ball(s, a, d) + blush + ellipse(-22, -10, 7, 13, "#fff6d8", opacity=0.55) + place(STALK + LEAFLET, 2, 0)
    cut = (
        path(d, "#d98a1a")
        + path(d, "#fbc63e", transform="scale(.9)")
        + stroke("M-34,2L24,-30M-34,24L36,-8M-10,36L38,14M-24,-20L2,36M0,-36L30,26", "#e89a1e", 4)
    )
    produce(s, whole, cut, a)


def apple(s: Sheet) -> None:
    """Apples, and by the same shape plums and peaches."""
    a = s.pick(("#c4282a", "#b01f2f", "#d94a2a", "#8fae3a"))
    d = "M0,-34C20,-54 52,-38 48,0C46,32 24,54 0,46C-24,54 -46,32 -48,0C-52,-38 -20,-54 0,-34Z"
    whole = (
        ball(s, a, d)
        + stroke("M-16,-30C-24,-6 -22,20 -14,36", "#f3c23e", 4, opacity=0.5)
        + ellipse(-26, -14, 7, 12, "#ffffff", opacity=0.6)
        + place(STALK + LEAFLET, 0, 14)
    )
    cut = (
        path(d, a)
        + path(d, "#fbf0d2", transform="scale(.9)")
        + path("M0,-20C16,-10 16,16 0,24C-16,16 -16,-10 0,-20Z", "#ecd9a4")
        + ellipse(-6, 2, 3.5, 8, "#5a3018")
        + ellipse(6, 2, 3.5, 8, "#5a3018")
    )
    produce(s, whole, cut, a)


def guava(s: Sheet) -> None:
    """Guavas and pears."""
    a, flesh = s.pick((("#a9c25a", "#f2958a"), ("#c9cf6a", "#f7ecd0"), ("#b5c95a", "#ef8a8f")))
    d = "M-4,-46C14,-50 22,-30 34,-14C52,10 46,48 2,50C-42,50 -52,12 -34,-14C-24,-28 -20,-44 -4,-46Z"
    whole = ball(s, a, d) + ellipse(-18, -4, 7, 15, "#ffffff", opacity=0.45) + LEAFLET + path("M-6,46L0,54L6,46Z", "#5a4a28")
    produce(s, whole, path(d, a) + path(d, flesh, transform="scale(.88)") + around(ellipse(0, 22, 3, 5, "#f7e6b8"), 10), a)


def _segments(flesh: str, skin: str) -> str:
    wedge = path("M0,-6L-13,-34C-6,-40 6,-40 13,-34Z", flesh)
    return circle(0, 0, 48, skin) + circle(0, 0, 43, "#fdf0d0") + around(wedge, 8)


def orange(s: Sheet) -> None:
    """Oranges, mandarins, kinnow."""
    a = s.pick(("#f08a1c", "#ee7a1a", "#f3a02a"))
    pores = "".join(
        circle(x, y, 1.8, dark(a, 0.15))
        for x, y in ((-10, 10), (8, 18), (22, -4), (-24, 20), (2, -16), (26, 18), (-4, 34), (14, 34))
    )
    produce(
        s,
        ball(s, a) + pores + ellipse(-20, -18, 9, 6, "#ffffff", opacity=0.5) + circle(0, -44, 5, GREEN) + LEAFLET,
        _segments(light(a, 0.12), a),
        a,
    )


def lemon(s: Sheet) -> None:
    """Lemons and limes."""
    a = s.pick(("#f2d03a", "#e8d44a", "#a9c23a", "#f5c92e"))
    d = (
        "M-54,4C-48,-4 -44,-8 -38,-18C-22,-42 24,-42 40,-16C46,-8 52,-4 54,2C50,10 44,14 38,22C20,42 "
        "-22,42 -38,22C-44,14 -50,10 -54,4Z"
    )
    produce(s, ball(s, a, d) + ellipse(-16, -14, 12, 6, "#ffffff", opacity=0.5), _segments(light(a, 0.3), a), a)


def banana(s: Sheet) -> None:
    """Bananas in hands."""
    a = s.pick(("#f2c82e", "#f5d34a", "#d9c43a", "#c9683a"))
    one = (
        path("M-6,-50C2,-54 10,-50 10,-42C22,-10 14,30 -16,48C-24,50 -28,44 -22,38C-2,18 0,-14 -8,-40Z", a)
        + stroke("M4,-38C12,-10 4,20 -14,40", light(a, 0.45), 4)
        + path("M-8,-50L8,-54L10,-42L-8,-40Z", "#7a6a24")
        + circle(-21, 44, 4, "#4a3a1c")
    )
    bunch = "".join(place(one, x, y, 1, t) for x, y, t in ((-30, 6, 34), (-12, 2, 16), (8, 2, -2), (28, 8, -22))) + path(
        "M-10,-62L18,-62L16,-40L-8,-40Z", "#6a6a2a"
    )
    coin = circle(0, 0, 40, a) + circle(0, 0, 35, "#fdf0c8") + around(ellipse(0, -9, 3, 6, "#c9a45a"), 3)
    produce(s, bunch, coin, a)


def litchi(s: Sheet) -> None:
    """Litchis."""
    a = s.pick(("#c9324a", "#d6455a", "#b52a44"))
    bumps = "".join(
        path("M-6,5L0,-5L6,5Z", light(a, 0.28), transform=f"translate({x} {y})")
        for x in range(-32, 40, 14)
        for y in range(-32, 40, 12)
        if x * x + y * y < 1500
    )
    produce(
        s,
        ball(s, a) + bumps + STALK + LEAFLET,
        circle(0, 0, 48, a) + circle(0, -2, 42, "#fbf6f0") + ellipse(0, 4, 17, 22, "#5a2a1c") + ellipse(-6, -4, 4, 7, "#9a5a3c"),
        a,
        0.92,
    )
