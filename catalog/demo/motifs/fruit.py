"""Fruit: each kind drawn about 100 units across, shown in a basket, in a bowl, or cut."""

from .ground import shadow, stand
from .heap import basket_front, bowl, fill, kinds
from .ornament import LEAF
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, stroke

GREEN = "#5c8a3a"
STALK = stroke("M0,-44C0,-54 4,-58 8,-62", "#6a4a28", 6)
LEAFLET = place(path(LEAF, GREEN) + stroke("M0,-40V44", "#8fb86a", 4), 24, -54, 0.44, 62)


def ball(s: Sheet, colour: str, d: str = "") -> str:
    """A round body (or the path) lit from the top left."""
    paint = s.radial((0, light(colour, 0.5)), (0.45, colour), (1, dark(colour, 0.38)), cx=0.34, cy=0.28, r=0.8)
    return path(d, paint) if d else circle(0, 0, 48, paint)


def produce(s: Sheet, whole: str, cut: str, colour: str, big: float = 1, loose: bool = True) -> None:
    """Fruit or vegetables whole in a basket or bowl or lying free, one of them cut; or near to."""
    if s.detail:
        fill(s, kinds(s, whole, whole, cut or whole), colour, 2.2 * big)
        return
    stand(s, colour)
    s.grow = (400, 655, 1.12)
    s.main = colour
    one, half = s.keep(whole), s.keep(cut or whole)
    layout = s.random.randrange(4 if loose else 2)
    if layout == 0:
        stuff, v = s.pick((("brass", "#d0a040"), ("wood", "#8a5a34"), ("clay", "#b5593a"), ("white", "#f0ebe0"), ("stone", "#5f6670")))
        bowl(s, [one], colour, 0.1, 0, stuff)
        _pile(s, one, 400, 450, 1.24 * big, 3)
        s.add(path("M178,480C182,524 618,524 622,480L616,512C560,560 240,560 184,512Z", v))
        s.add(path("M178,480C182,524 618,524 622,480C618,500 560,532 400,532C240,532 182,500 178,480Z", light(v, 0.35)))
    elif layout == 1:
        cane = s.pick(("#c08a4a", "#a8743a", "#d0a56a"))
        s.add(shadow(s, 410, 662, 230, 26), ellipse(400, 486, 236, 50, dark(cane, 0.55)))
        for x in (240, 560):
            s.add(place(path(LEAF, dark(GREEN, 0.15)), x, 460, 1.4, -60 if x < 400 else 60))
        _pile(s, one, 400, 456, 1.3 * big, 4)
        s.add(basket_front(s, cane))
    elif layout == 2:
        s.add(shadow(s, 400, 660, 250, 26))
        for x, y, k in ((262, 500, 2.6), (530, 480, 2.9)):
            s.add(s.use(one, x, y, k * big, s.vary(-14, 14)))
        s.add(shadow(s, 400, 700, 110, 14), s.use(half, 400, 616, 2 * big, s.vary(-8, 8)))
        s.add(place(path(LEAF, GREEN), 600, 664, 0.9, 70), place(path(LEAF, dark(GREEN, 0.15)), 196, 668, 0.8, -70))
    else:
        s.add(shadow(s, 400, 662, 260, 26))
        for x, y in ((250, 585), (400, 575), (550, 585), (325, 472), (475, 472), (400, 366)):
            s.add(s.use(one, x, y, 1.6 * big, s.vary(-16, 16)))
        s.add(shadow(s, 590, 704, 66, 12), s.use(half, 590, 656, 1.1 * big, s.vary(-10, 10)))
    for x, k in s.pick((((150, 0.8),), ((664, 0.9),), ())) if layout != 2 else ():
        s.add(shadow(s, x, 706, 52, 12), s.use(one, x, 664, k * big, s.vary(-20, 20)))


def _pile(s: Sheet, one: str, x: float, y: float, k: float, rows: int) -> None:
    gap = 86 * k
    for row in range(rows - 1, -1, -1):
        count = max(1, rows - row) if rows > 3 else max(1, 4 - row)
        for i in range(count):
            at = x + (i - (count - 1) / 2) * gap * (0.96 - 0.04 * row)
            s.add(s.use(one, at, y - row * gap * 0.62, k, s.vary(-18, 18)))


def slice_of(skin: str, flesh: str, heart: str) -> str:
    """A round half with a differently coloured heart."""
    return circle(0, 0, 48, skin) + circle(0, 0, 43, flesh) + circle(0, 0, 20, heart)


def mango(s: Sheet) -> None:
    """Mangoes."""
    a, b = s.pick((("#f2a516", "#d9482a"), ("#f5bf2e", "#e0902a"), ("#8fae3a", "#e8b52e"), ("#f2b01e", "#8aa83a")))
    d = "M2,-46C34,-48 54,-16 44,18C36,40 10,52 -18,42C-32,38 -52,34 -48,22C-46,14 -48,6 -46,-6C-42,-30 -24,-44 2,-46Z"
    blush = path("M2,-46C34,-48 54,-16 44,18C40,-8 26,-34 2,-46Z", b, opacity=0.6)
    whole = ball(s, a, d) + blush + ellipse(-22, -10, 7, 13, "#fff6d8", opacity=0.55) + place(STALK + LEAFLET, 2, 0)
    cut = path(d, "#d98a1a") + path(d, "#fbc63e", transform="scale(.9)") + stroke("M-34,2L24,-30M-34,24L36,-8M-10,36L38,14M-24,-20L2,36M0,-36L30,26", "#e89a1e", 4)
    produce(s, whole, cut, a)


def apple(s: Sheet) -> None:
    """Apples, and by the same shape plums and peaches."""
    a = s.pick(("#c4282a", "#b01f2f", "#d94a2a", "#8fae3a"))
    d = "M0,-34C20,-54 52,-38 48,0C46,32 24,54 0,46C-24,54 -46,32 -48,0C-52,-38 -20,-54 0,-34Z"
    whole = ball(s, a, d) + stroke("M-16,-30C-24,-6 -22,20 -14,36", "#f3c23e", 4, opacity=0.5) + ellipse(-26, -14, 7, 12, "#ffffff", opacity=0.6) + place(STALK + LEAFLET, 0, 14)
    cut = path(d, a) + path(d, "#fbf0d2", transform="scale(.9)") + path("M0,-20C16,-10 16,16 0,24C-16,16 -16,-10 0,-20Z", "#ecd9a4") + ellipse(-6, 2, 3.5, 8, "#5a3018") + ellipse(6, 2, 3.5, 8, "#5a3018")
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
    pores = "".join(circle(x, y, 1.8, dark(a, 0.15)) for x, y in ((-10, 10), (8, 18), (22, -4), (-24, 20), (2, -16), (26, 18), (-4, 34), (14, 34)))
    produce(s, ball(s, a) + pores + ellipse(-20, -18, 9, 6, "#ffffff", opacity=0.5) + circle(0, -44, 5, GREEN) + LEAFLET, _segments(light(a, 0.12), a), a)


def lemon(s: Sheet) -> None:
    """Lemons and limes."""
    a = s.pick(("#f2d03a", "#e8d44a", "#a9c23a", "#f5c92e"))
    d = "M-54,4C-48,-4 -44,-8 -38,-18C-22,-42 24,-42 40,-16C46,-8 52,-4 54,2C50,10 44,14 38,22C20,42 -22,42 -38,22C-44,14 -50,10 -54,4Z"
    produce(s, ball(s, a, d) + ellipse(-16, -14, 12, 6, "#ffffff", opacity=0.5), _segments(light(a, 0.3), a), a)


def banana(s: Sheet) -> None:
    """Bananas in hands."""
    a = s.pick(("#f2c82e", "#f5d34a", "#d9c43a", "#c9683a"))
    one = path("M-6,-50C2,-54 10,-50 10,-42C22,-10 14,30 -16,48C-24,50 -28,44 -22,38C-2,18 0,-14 -8,-40Z", a) + stroke("M4,-38C12,-10 4,20 -14,40", light(a, 0.45), 4) + path("M-8,-50L8,-54L10,-42L-8,-40Z", "#7a6a24") + circle(-21, 44, 4, "#4a3a1c")
    bunch = "".join(place(one, x, y, 1, t) for x, y, t in ((-30, 6, 34), (-12, 2, 16), (8, 2, -2), (28, 8, -22))) + path("M-10,-62L18,-62L16,-40L-8,-40Z", "#6a6a2a")
    coin = circle(0, 0, 40, a) + circle(0, 0, 35, "#fdf0c8") + around(ellipse(0, -9, 3, 6, "#c9a45a"), 3)
    produce(s, bunch, coin, a)


def litchi(s: Sheet) -> None:
    """Litchis."""
    a = s.pick(("#c9324a", "#d6455a", "#b52a44"))
    bumps = "".join(path("M-6,5L0,-5L6,5Z", light(a, 0.28), transform=f"translate({x} {y})") for x in range(-32, 40, 14) for y in range(-32, 40, 12) if x * x + y * y < 1500)
    produce(s, ball(s, a) + bumps + STALK + LEAFLET, circle(0, 0, 48, a) + circle(0, -2, 42, "#fbf6f0") + ellipse(0, 4, 17, 22, "#5a2a1c") + ellipse(-6, -4, 4, 7, "#9a5a3c"), a, 0.92)


def pineapple(s: Sheet) -> None:
    """Pineapples."""
    a = s.pick(("#e3a02a", "#d98f2a", "#c9a03a"))
    crown = "".join(group(path("M0,0C-10,-20 -6,-44 0,-58C6,-44 10,-20 0,0Z", c), transform=f"translate(0 -26)rotate({t})scale(.8)") for t, c in ((-56, "#4a7a34"), (56, "#4a7a34"), (-30, "#5c9040"), (30, "#5c9040"), (0, "#6fa34a")))
    mesh = stroke("M-34,-10L14,52M-36,14L-6,54M-20,-26L32,38M4,-28L38,16M34,-10L-14,52M36,14L6,54M20,-26L-32,38M-4,-28L-38,16", dark(a, 0.3), 3)
    body = "M0,-30C32,-30 42,0 40,20C38,44 20,56 0,56C-20,56 -38,44 -40,20C-42,0 -32,-30 0,-30Z"
    produce(s, crown + ball(s, a, body) + mesh, circle(0, 6, 46, a) + circle(0, 6, 40, "#fbe07a") + around(path("M-3,-14L0,-36L3,-14Z", "#f0c43e"), 12) + circle(0, 6, 10, "#f0d060"), a, 1.08)


def coconut(s: Sheet) -> None:
    """Coconuts, one cut open."""
    a = s.pick(("#7a5030", "#8a5c38", "#6fa04a"))
    fibre = stroke("M-34,-20C-20,6 -20,20 -24,38M-10,-44C-4,-10 -6,20 -8,44M16,-42C12,-10 16,20 14,42M36,-20C26,0 28,20 28,32", light(a, 0.22), 3)
    produce(s, ball(s, a) + fibre + "".join(circle(x, y, 5, dark(a, 0.5)) for x, y in ((-8, -26), (8, -26), (0, -14))), circle(0, 0, 48, "#6a4226") + circle(0, 0, 42, "#fdfaf2") + circle(0, 4, 28, "#dfe9e6") + ellipse(-6, 10, 16, 8, "#f6fbfa"), a)


def papaya(s: Sheet) -> None:
    """Papayas."""
    a = s.pick(("#e8962a", "#a8b04a", "#d9a83a"))
    d = "M0,-50C20,-44 24,-20 32,4C40,30 22,54 0,54C-22,54 -40,30 -32,4C-24,-20 -20,-44 0,-50Z"
    cut = path(d, a) + path(d, "#f2804a", transform="scale(.9)") + path("M0,-16C14,0 16,32 0,40C-16,32 -14,0 0,-16Z", "#c9562a") + "".join(circle(x, y, 4, "#2a2320") for x, y in ((-4, 0), (4, 8), (-6, 14), (5, 20), (-3, 27), (1, -8), (2, 33)))
    produce(s, ball(s, a, d) + ellipse(-14, 6, 5, 20, "#ffffff", opacity=0.4), cut, a, 1.1)


def pomegranate(s: Sheet) -> None:
    """Pomegranates."""
    a = s.pick(("#b5273a", "#c93a3f", "#a81f3f"))
    seeds = "".join(ellipse(x, y, 6, 7, "#d6244a") + circle(x - 2, y - 2, 2, "#ffb3c0") for x in range(-28, 34, 13) for y in range(-28, 34, 13) if x * x + y * y < 1150)
    produce(s, ball(s, a) + path("M-14,-44L-18,-62L-6,-54L0,-64L6,-54L18,-62L14,-44Z", dark(a, 0.12)) + ellipse(-18, -14, 7, 12, "#ffffff", opacity=0.5), circle(0, 0, 48, a) + circle(0, 0, 43, "#f7e3b0") + seeds, a)


def strawberry(s: Sheet) -> None:
    """Strawberries, cherries-red."""
    a = s.pick(("#d6242e", "#c91f3a"))
    d = "M0,-34C36,-48 50,-16 38,10C28,34 10,50 0,52C-10,50 -28,34 -38,10C-50,-16 -36,-48 0,-34Z"
    pips = "".join(ellipse(x, y, 2.6, 4, "#f7d36a") for x, y in ((-22, -14), (0, -14), (22, -14), (-12, 4), (12, 4), (-22, 10), (22, 12), (0, 22), (-9, 34), (9, 32)))
    cap = around(path("M0,0C-9,-10 -6,-24 0,-30C6,-24 9,-10 0,0Z", "#4f8a34"), 7)
    produce(s, ball(s, a, d) + pips + place(cap, 0, -36, 0.9), path(d, a) + path(d, "#f7a8a0", transform="scale(.84)") + path(d, "#fff0e6", transform="scale(.44)"), a, 0.95)


def kiwi(s: Sheet) -> None:
    """Kiwi fruit, cut."""
    cut = circle(0, 0, 48, "#8a6a3a") + circle(0, 0, 44, "#8fbf3f") + around(ellipse(0, -22, 2.4, 5, "#22221a"), 18) + around(path("M-2,-12L0,-40L2,-12Z", "#b5d96a"), 12) + circle(0, 0, 13, "#eef3c8")
    produce(s, ball(s, "#8a6a3a") + "".join(stroke(f"M{x},{y}l3,6", "#6a4c26", 2) for x in range(-30, 34, 14) for y in range(-30, 34, 14)), cut, "#7f9a3c", 0.98)


def jackfruit(s: Sheet) -> None:
    """Jackfruit and custard apples: knobbly and green."""
    a = s.pick(("#a3a84a", "#8fae5a", "#b5a84a"))
    d = "M0,-50C34,-46 46,-14 44,12C42,40 22,54 0,54C-22,54 -42,40 -44,12C-46,-14 -34,-46 0,-50Z"
    knobs = "".join(circle(x + (y % 24) / 3, y, 7, light(a, 0.2)) + circle(x + 2 + (y % 24) / 3, y + 2, 5, a) for y in range(-40, 52, 12) for x in range(-36, 32, 14) if (x / 40) ** 2 + (y / 50) ** 2 < 0.82)
    produce(s, ball(s, a, d) + knobs + STALK, path(d, a) + path(d, "#fbf3d8", transform="scale(.86)") + around(ellipse(0, -20, 8, 12, "#f2c23e"), 7), a, 1.08)


def amla(s: Sheet) -> None:
    """Indian gooseberries."""
    a = s.pick(("#b5c65a", "#c9d06a", "#a3b84a"))
    produce(s, ball(s, a) + stroke("M0,-48C-16,-20 -16,20 0,48M0,-48C16,-20 16,20 0,48M0,-48V48", light(a, 0.4), 2.5, opacity=0.8) + ellipse(-22, -18, 8, 6, "#ffffff", opacity=0.5), slice_of(a, "#eef0c0", "#c9b56a"), a, 0.86)


def grapes(s: Sheet) -> None:
    """Grapes."""
    a = s.pick(("#7a3a6a", "#9ab84a", "#4a2a5a"))
    berry = circle(0, 0, 13, a) + circle(-4, -4, 4, light(a, 0.55))
    bunch = "".join(place(berry, (i - (n - 1) / 2) * 21, y) for y, n in ((-26, 4), (-10, 5), (7, 4), (23, 3), (38, 2), (52, 1)) for i in range(n))
    produce(s, stroke("M0,-36V-58", "#6a5a2a", 6) + place(path("M0,-20C30,-30 40,0 20,14C10,24 -10,24 -20,14C-40,0 -30,-30 0,-20Z", GREEN), 20, -52, 0.7) + bunch, "", a, 1.1)


def sapota(s: Sheet) -> None:
    """Sapota, figs, dates."""
    a = s.pick(("#a8743f", "#96633a"))
    produce(s, ball(s, a) + ellipse(-18, -16, 9, 7, "#ffffff", opacity=0.3) + circle(0, -45, 5, "#5a3a20"), slice_of(a, "#e0a868", "#d09050") + ellipse(-8, 0, 4, 10, "#2a1a12") + ellipse(8, 2, 4, 10, "#2a1a12"), a, 0.92)


def melon(s: Sheet) -> None:
    """Watermelons and dragon fruit."""
    if s.chance(0.5):
        produce(s, ball(s, "#3f7a3a") + stroke("M0,-48C-14,-16 -14,16 0,48M-26,-40C-44,-10 -44,12 -26,40M26,-40C44,-10 44,12 26,40", "#8fbf5a", 6), circle(0, 0, 48, "#3f7a3a") + circle(0, 0, 43, "#eaf2c8") + circle(0, 0, 39, "#e0433f") + around(ellipse(0, -24, 3, 5, "#2a1a1a"), 9), "#3f7a3a", 1.1)
    else:
        scales = around(path("M0,-36C-8,-48 -4,-60 6,-64C6,-54 10,-46 8,-36Z", "#8fb84a"), 9)
        produce(s, scales + ball(s, "#d6347a"), circle(0, 0, 48, "#d6347a") + circle(0, 0, 42, "#fbf6f4") + "".join(circle(x, y, 2, "#2a2226") for x in range(-32, 36, 11) for y in range(-32, 36, 11) if x * x + y * y < 1300), "#d6347a")


def fruit(s: Sheet) -> None:
    """A fruit by chance, for mixed fruit."""
    s.pick((mango, apple, guava, orange, pomegranate, litchi, pineapple, grapes, papaya))(s)
