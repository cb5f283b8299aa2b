"""Metal vessels and figures: brass, copper, bell metal, bidri, steel, dhokra, bells."""

from math import cos, sin

from .clay import bands
from .ground import flat, lying_shadow, shadow, stand
from .ornament import LEAF, elephant, flower, lotus, mandala, paisley, peacock, sprig, star
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, ellipse, group, path, place, rect, stroke
from .vessel import Vessel, turned, varied

BRASS = ("#d9a441", "#cf9a3a", "#e0b052")
BRONZE = ("#b98a4a", "#a97b46", "#c29a5a")


def _engraved(s: Sheet, base: str, line: str, shapes: tuple[str, ...], two: str) -> None:
    stand(s, base)
    v = varied(s, s.pick(shapes))
    motif = s.pick(
        (
            flower(8, line, two),
            paisley(line, two, line),
            mandala(line, two, line),
            lotus(line, two),
            path(LEAF, line),
            peacock(line, line, two, line),
        )
    )
    s.add(
        shadow(s, 400, 660, v.radius(v.foot - 80) + 30, 26),
        turned(s, v, base, bands(s, v, line, dark(base, 0.12), two, motif, 64), "metal"),
    )
    s.close_up = (360, v.top + (v.foot - v.top) * 0.55, 1.9)


def brass(s: Sheet) -> None:
    """Engraved brass: water pots, vases, lamps with wicks, plates."""
    kind = s.pick((brass_lamp, brass_tray, brass_vessel, brass_vessel, brass_vessel))
    kind(s)


def brass_lamp(s: Sheet) -> None:
    """A brass lamp with wicks."""
    oil_lamp(s, s.pick(BRASS))


def brass_tray(s: Sheet) -> None:
    """An engraved brass plate."""
    tray(s, s.pick(BRASS))


def brass_vessel(s: Sheet) -> None:
    """A brass pot, vase or bowl."""
    base = s.pick(BRASS)
    _engraved(
        s,
        base,
        dark(base, 0.55),
        ("lota", "vase", "surahi", "amphora", "goblet", "handi", "pot", "bowl"),
        s.pick((light(base, 0.5), "#8a2a2a", "#1f5a4a")),
    )


def oil_lamp(s: Sheet, base: str) -> None:
    """A tall brass lamp with five flames."""
    stand(s, base)
    tiers = s.pick((1, 2))
    foot = Vessel(((560, 30), (600, 60), (636, 120), (652, 132)))
    stem = Vessel(((250, 12), (280, 26), (310, 14), (350, 14), (372, 30), (394, 14), (450, 16), (480, 34), (510, 18), (565, 24)))
    s.add(
        shadow(s, 400, 660, 160, 24),
        turned(s, foot, base, "", "metal", mouth=False),
        turned(s, stem, base, "", "metal", mouth=False),
    )
    for i in range(tiers + 1):
        y, r = 250 + i * 118, 100 + i * 42
        dish = Vessel(((y, r), (y + 16, r * 0.9), (y + 34, r * 0.4), (y + 42, 18)))
        s.add(turned(s, dish, base, "", "metal"))
        for k in range(-2, 3):
            x, fy = 400 + r * 0.92 * sin(k * 0.6), y + r * 0.17 * cos(k * 0.6) - 4
            s.add(
                path("M0,-44C15,-22 16,0 2,10C-14,2 -14,-20 0,-44Z", "#ff9d2e", transform=f"translate({x:.0f} {fy:.0f})"),
                path("M0,-24C8,-12 8,0 1,6C-7,0 -7,-12 0,-24Z", "#fff0b0", transform=f"translate({x:.0f} {fy:.0f})"),
            )
    bird = peacock(base, light(base, 0.2), dark(base, 0.4), "#1f6a5a")
    s.add(place(bird, 400, 196, 1.15))
    s.close_up = (400, 290, 1.8)


def tray(s: Sheet, base: str, line: str = "") -> None:
    """A round engraved tray seen from above."""
    flat(s, base)
    line = line or dark(base, 0.5)
    paint = s.linear(
        (0, light(base, 0.6)),
        (0.3, base),
        (0.5, light(base, 0.35)),
        (0.75, dark(base, 0.25)),
        (1, light(base, 0.1)),
        x2=1,
        y2=0.9,
    )
    round_ = "M110,400A290,290 0 1 1 690,400A290,290 0 1 1 110,400Z"
    s.add(
        lying_shadow(round_),
        circle(400, 400, 290, dark(base, 0.4)),
        circle(397, 397, 288, paint),
        circle(400, 400, 252, "none", stroke=line, stroke_width=3),
        circle(400, 400, 160, "none", stroke=line, stroke_width=3),
    )
    rim = s.keep(
        s.pick(
            (
                paisley(line, base, light(base, 0.4)),
                lotus(line, light(base, 0.3)),
                elephant(line, base, line),
                sprig(line, line, base),
            )
        )
    )
    edge = s.keep(path(star(8, 18, 9), line))
    for i in range(14):
        s.add(group(s.use(rim, 0, -206, 0.68), transform=f"translate(400 400)rotate({i * 360 / 14:.1f})"))
    for i in range(36):
        s.add(group(s.use(edge, 0, -271, 0.7), transform=f"translate(400 400)rotate({i * 10})"))
    s.add(
        place(mandala(line, base, light(base, 0.5), 16), 400, 400, 2.9),
        path("M150,290A270,270 0 0 1 330,140L400,330Z", "#ffffff", opacity=0.16),
    )
    s.close_up = (330, 330, 1.8)


def copper(s: Sheet) -> None:
    """Beaten copper."""
    base = s.pick(("#c4693c", "#b85f3a", "#cf7a4a"))
    if s.chance(0.2):
        tray(s, base)
        return
    stand(s, base)
    v = varied(s, s.pick(("lota", "jar", "tall", "handi", "surahi", "pot", "bottle")))
    tall = v.foot - v.top
    dent = s.keep(ellipse(0, 0, 10, 9, dark(base, 0.22)) + ellipse(2, 2, 8, 7, light(base, 0.2)))
    art = ""
    for row in range(int(tall * 0.55 / 24)):
        art += v.round(s, f'<use href="#{dent}"/>', v.top + tall * 0.32 + row * 24, 44, 1, row * 0.07)
    for at in (0.24, 0.9):
        art += v.belt(v.top + tall * at, v.top + tall * at + 12, "#d9a441")
    s.add(shadow(s, 400, 660, v.radius(v.foot - 80) + 30, 26), turned(s, v, base, art, "metal"))


def bell_metal(s: Sheet) -> None:
    """Bronze bowls, and bells that hang from a beam."""
    (bell_metal_bowl if s.chance(0.45) else bells)(s)


def bell_metal_bowl(s: Sheet) -> None:
    """A bronze bowl, cup or water pot."""
    base = s.pick(BRONZE)
    _engraved(s, base, dark(base, 0.5), ("bowl", "cup", "lota", "handi", "goblet"), light(base, 0.4))


def temple_lamp(s: Sheet) -> None:
    """A bronze lamp with wicks."""
    oil_lamp(s, s.pick(BRONZE))


def bells(s: Sheet) -> None:
    """Three bells on cords, or anklets of small bells."""
    base = s.pick(("#d3a045", "#b98a4a"))
    stand(s, base)
    s.grow = (400, 400, 1)
    s.add(rect(130, 110, 540, 26, s.linear((0, "#9a6a42"), (1, "#5a3a28"), x2=0, y2=1), rx=8))
    for x, drop, k in s.pick(
        (((250, 90, 0.8), (400, 40, 1.15), (560, 120, 0.7)), ((220, 60, 0.7), (400, 110, 1.2), (580, 60, 0.7)))
    ):
        v = Vessel(((0, 22), (20, 54), (70, 86), (150, 100), (210, 128), (240, 150)), 0)
        art = (
            v.belt(64, 70, dark(base, 0.4))
            + v.belt(176, 184, dark(base, 0.4))
            + v.round(s, flower(8, dark(base, 0.4), light(base, 0.4)), 116, 12, 0.36)
        )
        body = (
            circle(0, 268, 20, dark(base, 0.3))
            + turned(s, v, base, art, "metal", mouth=False)
            + ellipse(0, -14, 16, 20, "none", stroke=base, stroke_width=9)
        )
        s.add(stroke(f"M{x},130V{130 + drop + 8}", s.pick(("#a8392b", "#c9246e", "#e3a822")), 8), place(body, x, 150 + drop, k))
    s.close_up = (400, 350, 1.7)


def bidri(s: Sheet) -> None:
    """Blackened alloy with silver inlay."""
    base = "#25262c"
    if s.chance(0.3):
        tray(s, base, "#e3e7ec")
    else:
        _engraved(s, base, "#e3e7ec", ("vase", "surahi", "amphora", "goblet", "jar", "tall"), "#8f98a3")


def steel(s: Sheet) -> None:
    """Steel and aluminium kitchen ware: stacked pots and a tumbler."""
    base = s.pick(("#c3cad1", "#b4bcc5", "#cfd3d6"))
    stand(s, base)
    for shape, x, y, k in s.pick(
        (
            (("handi", 320, 650, 0.95), ("cup", 560, 685, 0.75)),
            (("tall", 250, 630, 0.85), ("bowl", 470, 680, 0.8)),
            (("lota", 300, 640, 0.9), ("tall", 540, 684, 0.62)),
        )
    ):
        v = varied(s, shape)
        v = Vessel([(y - (652 - py) * k, r * k) for py, r in v.profile], x)
        tall = v.foot - v.top
        art = v.belt(v.top + tall * 0.3, v.top + tall * 0.32, dark(base, 0.3)) + v.belt(
            v.top + tall * 0.7, v.top + tall * 0.72, dark(base, 0.3)
        )
        s.add(shadow(s, x, y + 6, v.radius(v.foot - 30) + 24, 20), turned(s, v, base, art, "metal"))
    s.grow = (400, 640, 1.1)


def dhokra(s: Sheet) -> None:
    """Lost-wax figures: an elephant of coiled wires."""
    base = s.pick(("#a57c3f", "#8f6a3a", "#b58a4a"))
    stand(s, base)
    line = light(base, 0.42)
    beast = elephant(base, dark(base, 0.25), line)
    coils = "".join(
        circle(x, y, r, "none", stroke=line, stroke_width=1.6)
        for x, y, r in ((14, -14, 9), (14, -14, 4.5), (38, -14, 6), (-12, 14, 5))
    )
    bars = "".join(stroke(f"M{x},{y}h14", line, 1.8) for x in (-23, 25) for y in (20, 26, 32, 37))
    rider = (
        circle(14, -62, 9, base)
        + path("M2,-32C4,-48 8,-54 14,-54C20,-54 24,-48 26,-32Z", base)
        + stroke("M4,-44h20M3,-38h22", line, 1.8)
        + stroke("M6,-48L-4,-38M22,-48L32,-38", base, 5)
    )
    s.add(
        shadow(s, 400, 654, 230, 26),
        place(
            rect(-40, 38, 88, 10, dark(base, 0.25), rx=4) + stroke("M-36,43h80", line, 1.6) + rider + beast + coils + bars,
            410,
            440,
            4.3,
            0,
            s.pick((1, -1)),
        ),
    )
    s.close_up = (400, 400, 1.6)
