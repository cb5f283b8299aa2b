"""What lies on a floor: carpets, durries, mats."""

from .drape import tassels
from .ground import flat, lying_shadow
from .ornament import LEAF, diamond, double_flower, flower, lotus, mandala, paisley, peacock, star, tree
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import group, path, place, polygon, rect, straight, stroke

DYES = (
    ("#8a1f2b", "#1f2c52", "#f0dfc0", "#d9a441"),
    ("#1f2c52", "#8a1f2b", "#f0dfc0", "#c98a5a"),
    ("#efe2c8", "#7a2a2a", "#2f5a5a", "#c9923a"),
    ("#2f5a52", "#e8d8b5", "#8a2a2f", "#d9a441"),
    ("#6a2f4a", "#e6d0a8", "#2f5a6a", "#d98a3a"),
    ("#c9693d", "#2a3348", "#f3e6cc", "#7a9a8a"),
    ("#3a4a6a", "#c2a878", "#f3e6cc", "#a8483a"),
)


def _frame(s: Sheet, w: float, h: float, tile: str, size: float, inset: float) -> str:
    """The motif all round, at a distance from the edge."""
    kept, out = s.keep(tile), ""
    across, down = round((w - 2 * inset) / (size * 1.1)), round((h - 2 * inset) / (size * 1.1))
    for i in range(across + 1):
        x = inset + (w - 2 * inset) * i / across
        out += s.use(kept, x, inset, size / 100) + s.use(kept, x, h - inset, size / 100, 180)
    for i in range(1, down):
        y = inset + (h - 2 * inset) * i / down
        out += s.use(kept, inset, y, size / 100, 270) + s.use(kept, w - inset, y, size / 100, 90)
    return out


def carpet(s: Sheet) -> None:
    """A knotted carpet: medallion, corners, borders, fringe."""
    base, edge, pale, gold = s.pick(DYES)
    flat(s, base)
    w, h = 430.0, 610.0
    tile = s.pick(
        (
            flower(8, pale, gold),
            double_flower(9, pale, gold, edge),
            paisley(pale, edge, gold),
            diamond(pale, base, gold),
            lotus(pale, gold),
        )
    )
    art = rect(0, 0, w, h, dark(edge, 0.25)) + rect(6, 6, w - 12, h - 12, edge) + _frame(s, w, h, tile, 38, 40)
    art += (
        rect(16, 16, w - 32, h - 32, "none", stroke=gold, stroke_width=4)
        + rect(64, 64, w - 128, h - 128, gold)
        + rect(69, 69, w - 138, h - 138, base)
    )
    art += _frame(s, w, h, path(LEAF, pale, transform="rotate(90)"), 13, 78) + rect(
        88, 88, w - 176, h - 176, "none", stroke=gold, stroke_width=3
    )
    bits = s.keep(s.pick((flower(6, pale, gold), path(LEAF, gold), diamond(gold, base, pale))))
    inner = "".join(s.use(bits, 112 + c * 41, 112 + r * 42, 0.2, (r + c) % 4 * 90) for r in range(10) for c in range(6))
    centre = place(
        path(star(16, 50, 42), edge) + path(star(16, 45, 37), gold) + path(star(16, 42, 34), mix(base, edge, 0.6)),
        w / 2,
        h / 2,
        2.3,
    )
    kind = s.random.randrange(3)
    if kind == 0:
        art += (
            inner
            + "".join(place(lotus(edge, gold), w / 2, h / 2 + dy, 1, t) for dy, t in ((-150, 0), (150, 180)))
            + centre
            + place(mandala(pale, edge, gold, 14), w / 2, h / 2, 1.35)
        )
    elif kind == 1:
        art += (
            place(tree(gold, pale, light(edge, 0.35)), w / 2, h / 2 + 14, 3.4)
            + place(peacock(edge, gold, pale, edge), 140, 440, 0.7)
            + place(peacock(edge, gold, pale, edge), 290, 440, 0.7, 0, -1)
        )
    else:
        medals = (h / 2 - 130, h / 2, h / 2 + 130)
        art += inner + "".join(
            place(diamond(edge, gold, edge), w / 2, y, 1.5) + place(diamond(pale, base, gold), w / 2, y, 0.8) for y in medals
        )
    for x, y, t in ((88, 88, 0), (w - 88, 88, 90), (w - 88, h - 88, 180), (88, h - 88, 270)):
        art += place(
            path("M0,0H92C70,20 76,40 46,46C40,76 20,70 0,92Z", edge)
            + path("M0,0H70C52,16 56,30 34,34C30,56 16,52 0,70Z", gold)
            + path("M0,0H56C40,12 42,24 26,26C24,42 12,40 0,56Z", dark(base, 0.2)),
            x,
            y,
            1,
            t,
        )
    fringe = tassels(w, h - 4, (pale, light(gold, 0.5)), 24) + group(tassels(w, -4, (pale,), 24), transform="scale(1 -1)")
    sheen = s.linear((0, "#ffffff", 0.16), (0.5, "#ffffff", 0), (1, "#1c1220", 0.2), x2=0.6, y2=1)
    _lay(s, fringe + art + rect(0, 0, w, h, sheen), w, h, base)


def _lay(s: Sheet, art: str, w: float, h: float, base: str) -> None:
    turn = s.pick((-8, -4, 4, 7, 90))
    outline = lying_shadow(straight([(0, 0), (w, 0), (w, h), (0, h)]))
    s.add(group(outline + art, transform=f"translate(400 400)rotate({turn})scale(1.1)translate({-w / 2:.0f} {-h / 2:.0f})"))
    s.main = base
    s.close_up = (330, 330, 2)


def durrie(s: Sheet) -> None:
    """A flat woven rug: stripes, steps and diamonds."""
    one, two, three, four = s.pick(
        DYES + (("#c9246e", "#f3a63b", "#f6ecd8", "#1d5a64"), ("#27386b", "#f6ecd8", "#a8392b", "#e3a822"))
    )
    flat(s, one)
    w, h = 420.0, 600.0
    art = rect(0, 0, w, h, one)
    kind = s.random.randrange(3)
    if kind == 0:
        y = 0.0
        while y < h:
            band, colour = s.pick((16, 26, 44)), s.pick((one, two, three, four))
            art += rect(0, y, w, min(band, h - y), colour)
            if band == 44 and y + 44 < h:
                art += "".join(
                    polygon(
                        [(x, y + 22), (x + 21, y + 4), (x + 42, y + 22), (x + 21, y + 40)],
                        s.pick((three, four)) if colour in (one, two) else one,
                    )
                    for x in range(0, 420, 42)
                )
            y += band
    elif kind == 1:
        for r, c in ((0, two), (1, three), (2, four), (3, one)):
            art += "".join(
                polygon([(210, y + 20 * r - 100), (210 + 180 - 44 * r, y), (210, y - 20 * r + 100), (30 + 44 * r, y)], c)
                for y in (110, 300, 490)
            )
        art += rect(0, 0, 24, h, four) + rect(w - 24, 0, 24, h, four)
    else:
        step = 60
        art += "".join(
            polygon([(x, y), (x + step, y), (x, y + step)], two if (x + y) // step % 2 else three)
            for x in range(0, 420, step)
            for y in range(0, 600, step)
        )
        art += rect(0, 0, w, 30, four) + rect(0, h - 30, w, 30, four)
    ribs = stroke("".join(f"M0,{y}h{w:.0f}" for y in range(5, 600, 8)), "#1c1220", 2, opacity=0.12, stroke_linecap="butt")
    _lay(
        s,
        tassels(w, h - 4, (three, four), 26) + group(tassels(w, -4, (three,), 26), transform="scale(1 -1)") + art + ribs,
        w,
        h,
        one,
    )


def mat(s: Sheet) -> None:
    """A plaited reed mat with a coloured border."""
    cane, ink = s.pick((("#d6b878", "#8a3a2a"), ("#c9a860", "#2f5a4a"), ("#e0c890", "#27386b"), ("#b59a5c", "#5a2a3a")))
    flat(s, cane)
    w, h = 430.0, 590.0
    cell = (
        rect(0, 0, 40, 40, light(cane, 0.2))
        + stroke("M0,10H40M0,20H40M0,30H40", dark(cane, 0.2), 2, opacity=0.6)
        + rect(40, 40, 40, 40, light(cane, 0.2))
        + stroke("M40,50H80M40,60H80M40,70H80", dark(cane, 0.2), 2, opacity=0.6)
        + stroke("M50,0V40M60,0V40M70,0V40M10,40V80M20,40V80M30,40V80", dark(cane, 0.3), 2, opacity=0.6)
    )
    art = rect(0, 0, w, h, cane) + group(s.tile(80, 80, cell, w, h, 0.6), clip_path=s.clip(rect(0, 0, w, h, "#000")))
    art += "".join(
        rect(0, y, w, 44, mix(cane, ink, 0.85))
        + "".join(
            polygon([(x, y + 22), (x + 18, y + 5), (x + 36, y + 22), (x + 18, y + 39)], light(cane, 0.25))
            for x in range(8, 420, 42)
        )
        for y in (24, h - 68)
    )
    art += place(
        s.pick((diamond(ink, cane, ink), mandala(ink, cane, ink, 12), lotus(ink, mix(ink, cane, 0.4)))), w / 2, h / 2, 1.9
    ) + rect(0, 0, w, h, "none", stroke=ink, stroke_width=12)
    _lay(s, art, w, h, cane)
