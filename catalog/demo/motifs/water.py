"""From water and yard: fish, prawns, eggs."""

from .ground import flat
from .heap import fill, heaped, kinds
from .ornament import LEAF
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, rect, stroke


def seafood(s: Sheet) -> None:
    """Fish on a leaf with lemon, or prawns."""
    if s.chance(0.35):
        prawns(s)
        return
    body, back = s.pick((("#b9c6cf", "#5f7a8a"), ("#e0a090", "#b5554a"), ("#c9c2a0", "#6f6a3f"), ("#aebfc9", "#3f5a7a")))
    d = "M-230,0C-160,-90 20,-110 130,-20L220,-86C204,-30 204,30 220,86L130,20C20,100 -160,90 -230,0Z"
    scales = "".join(
        stroke(f"M{x},{y}q13,9 0,20", back, 2.5, opacity=0.6)
        for x in range(-110, 110, 24)
        for y in range(-46, 36, 21)
        if abs(y) < 52 - abs(x) * 0.2
    )
    paint = s.linear((0, back), (0.42, body), (0.7, light(body, 0.55)), (1, body), x2=0, y2=1)
    fish_ = (
        path(d, paint)
        + path("M-40,-80C0,-140 70,-120 90,-58C50,-80 0,-86 -40,-80Z M-50,74C-20,110 20,104 30,70Z", back)
        + scales
        + stroke("M-140,-52C-112,-20 -112,20 -140,50", back, 5)
        + circle(-176, -14, 15, "#fffaf0")
        + circle(-178, -14, 8, "#241a20")
        + stroke("M-228,4C-210,14 -200,14 -190,10", back, 4)
        + stroke("M140,-14L204,-60M142,0H200M140,14L204,60", light(back, 0.3), 3)
    )
    if s.detail:
        fill(s, kinds(s, place(fish_, 0, 0, 0.3)), body, 2.6)
        return
    flat(s, body)
    s.main = body
    plank = s.linear((0, "#c99a68"), (1, "#9a6a3f"), x2=0.3, y2=1)
    s.add(
        rect(96, 186, 630, 470, "#1c1220", opacity=0.2, rx=40),
        rect(84, 170, 630, 470, plank, rx=40),
        *(stroke(f"M110,{y}H690", "#7a4f2c", 2, opacity=0.35) for y in (260, 350, 440, 530)),
    )
    s.add(place(path(LEAF, "#4f8a4a"), 400, 410, 4.6, 84), stroke("M180,430C320,400 480,400 630,396", "#8fbf7a", 5))
    for y, k, t in ((310, 1.1, -4), (500, 1.0, 3)):
        s.add(
            group(path(d, "#1c1220"), transform=f"translate(410 {y + 16})rotate({t})scale({k})", opacity=0.2),
            place(fish_, 400, y, k, t),
        )
    lemon = (
        circle(0, 0, 48, "#e8c42e")
        + circle(0, 0, 42, "#fdf3c0")
        + around(path("M0,-6L-12,-34C-6,-40 6,-40 12,-34Z", "#f5d84a"), 8)
    )
    s.add(place(lemon, 190, 560, 1.05), place(lemon, 620, 240, 0.9))


def prawns(s: Sheet) -> None:
    """Prawns in a bowl of leaves."""
    a = s.pick(("#e8795a", "#d9694a", "#c98a8f"))
    prawn = (
        stroke("M30,-30C-20,-60 -60,-10 -30,26C-10,46 26,40 34,20", dark(a, 0.2), 30)
        + stroke("M30,-30C-20,-60 -60,-10 -30,26C-10,46 26,40 34,20", a, 25)
        + stroke("M-6,-52L-4,-26M-34,-36L-18,-18M-50,0L-26,0M-42,28L-22,18M-14,46L-8,26", light(a, 0.45), 5)
        + path("M34,20L62,4L58,24L66,40Z", dark(a, 0.1))
        + stroke("M40,-34C60,-50 64,-20 84,-46M40,-28C62,-30 66,-6 88,-18", dark(a, 0.2), 3)
        + circle(30, -36, 4, "#241a20")
    )
    if s.detail:
        fill(s, kinds(s, prawn), a, 2)
        return
    heaped(s, kinds(s, prawn, prawn.replace(a, light(a, 0.12))), a, 0.95, 46, ("bowl", "basket"))


def poultry(s: Sheet) -> None:
    """Eggs in a basket of straw."""
    a = s.pick(("#e8c9a0", "#f6efe2", "#d9a878"))
    d = "M0,-48C26,-48 38,-8 36,14C34,36 18,48 0,48C-18,48 -34,36 -36,14C-38,-8 -26,-48 0,-48Z"
    egg = path(d, dark(a, 0.3), transform="translate(3 4)") + path(d, a) + ellipse(-12, -14, 8, 14, light(a, 0.6))
    other = path(d, dark(a, 0.4), transform="translate(3 4)") + path(d, dark(a, 0.1)) + ellipse(-12, -14, 8, 14, light(a, 0.4))
    heaped(s, kinds(s, egg, egg, other), a, 1.05, 26, ("basket",))
