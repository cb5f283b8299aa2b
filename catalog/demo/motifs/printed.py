"""Printed, dyed and painted cloths: block print, bandhani, leheriya, batik, kalamkari, ajrakh."""

from .drape import Cloth, Tile, fanned, folded, pleated, show, stacked
from .ground import stand
from .ornament import (
    DROP,
    LEAF,
    butterfly_knot,
    double_flower,
    elephant,
    flower,
    mandala,
    paisley,
    parrot,
    sprig,
    star,
    tree,
    vine,
)
from .palette import PIGMENTS, dark, light, mix
from .sheet import Sheet
from .svg import circle, group, path, place, polygon, rect, ring, stroke
from .weave import border_tile, half_drop


def block_print(s: Sheet) -> None:
    """Hand block print: flowers and mangoes in two vegetable colours."""
    base, line, one = s.pick(
        (
            ("#f5ead4", PIGMENTS["madder"], PIGMENTS["bottle"]),
            ("#f3e6d0", PIGMENTS["indigo"], PIGMENTS["madder"]),
            ("#f0d9a0", PIGMENTS["lac"], PIGMENTS["mehendi"]),
            (PIGMENTS["indigo"], "#f3e6d0", PIGMENTS["kesar"]),
            ("#e8c8b8", PIGMENTS["lac"], PIGMENTS["indigo"]),
            (PIGMENTS["madder"], "#f5ead4", "#2a2230"),
            ("#dfe5d2", PIGMENTS["bottle"], PIGMENTS["madder"]),
        )
    )
    motif = s.pick(
        (
            paisley(line, base, one),
            sprig(one, line, base),
            double_flower(10, line, one, base),
            mandala(line, one, base, 10),
            parrot(line, one, one),
        )
    )
    small = place(s.pick((flower(6, one, line), path(LEAF, one), path(star(8, 40, 20), one))), 0, 0, 0.26)
    tile = half_drop(s.pick((110, 124)), s.pick((112, 130)), place(motif, 0, 0, 0.72), small)
    cloth = Cloth(
        base,
        mix(base, line, 0.14),
        line,
        tile,
        (200, 100, vine(200, 100, one, line, base)),
        (96, 110, place(paisley(line, base, one), 48, 55, 0.95)),
    )
    show(s, cloth, (folded, stacked, pleated, fanned))


def ajrakh(s: Sheet) -> None:
    """Indigo and madder geometry of stars and circles."""
    base, one, two = s.pick(
        (
            (PIGMENTS["indigo"], PIGMENTS["madder"], "#f3e8d2"),
            (PIGMENTS["madder"], "#1d2238", "#f3e8d2"),
            ("#1d2238", PIGMENTS["madder"], "#d9b978"),
        )
    )
    art = (
        circle(60, 60, 50, two)
        + circle(60, 60, 46, one)
        + path(star(8, 44, 26), two, transform="translate(60 60)")
        + path(star(8, 34, 20), base, transform="translate(60 60)")
        + place(flower(8, two, one), 60, 60, 0.28)
    )
    corner = path(star(8, 26, 13), one) + circle(0, 0, 9, two)
    show(
        s,
        Cloth(
            base,
            one if one != base else two,
            two,
            (120, 120, corner + art),
            (100, 100, path(star(8, 46, 24), two, transform="translate(50 50)") + circle(50, 50, 14, base)),
        ),
        (folded, stacked, pleated, fanned),
    )


def bandhani(s: Sheet) -> None:
    """Tie and dye: thousands of small rings in circles and diamonds."""
    base, trim = s.pick(
        (
            ("#b51f3a", "#1d4f3c"),
            ("#d6361e", "#f2b020"),
            ("#1d5a44", "#b51f3a"),
            ("#f0a21c", "#c2185b"),
            ("#54224f", "#e0a526"),
            ("#c2186b", "#f0a21c"),
            ("#1f3a78", "#c9246e"),
        )
    )
    dot, two = "#fff3d6", s.pick(("#f7c948", "#fff3d6", "#8fd0b0"))
    pip = s.keep(circle(0, 0, 5, dot) + circle(0, 0, 1.8, base))
    ringed = "".join(s.use(pip, *at[:2]) for at in _rings(((14, 6), (30, 12), (46, 18))))
    knot = place(butterfly_knot(two), 0, 0, 0.5)
    kind = s.random.randrange(3)
    if kind == 0:
        tile: Tile = (130, 130, knot + place(ringed, 65, 65))
    elif kind == 1:
        mesh = "".join(s.use(pip, x * 15, abs(60 - x * 15)) + s.use(pip, x * 15, 120 - abs(60 - x * 15)) for x in range(8))
        tile = (120, 120, mesh + place(butterfly_knot(two), 60, 60, 0.9) + place(butterfly_knot(dot), 0, 0, 0.6))
    else:
        tile = (60, 60, place(butterfly_knot(dot), 30, 30, 0.55) + circle(0, 0, 5, two))
    border: Tile = (80, 100, place(ringed, 40, 50, 0.8) + circle(0, 12, 5, two) + circle(0, 88, 5, two))
    show(s, Cloth(base, trim, two, tile, border, (120, 120, place(ringed, 60, 60, 1.1))), (folded, pleated, fanned, stacked))


def _rings(rings: tuple[tuple[int, int], ...]) -> list[tuple[float, float, float]]:
    return [at for radius, count in rings for at in ring(count, radius)]


def leheriya(s: Sheet) -> None:
    """Diagonal waves of bright stripes."""
    one, two, three, four = s.pick(
        (
            ("#f3a63b", "#c9246e", "#fff3d6", "#1d5a44"),
            ("#2a9fa2", "#f6ecd8", "#e3a822", "#27386b"),
            ("#d6361e", "#fff3d6", "#f3a63b", "#9c1c3c"),
            ("#5f9a3e", "#f6ecd8", "#c9246e", "#1d4f3c"),
        )
    )
    w = 96
    art = "".join(
        polygon([(0, y), (w / 2, y - 40), (w, y), (w, y + 9), (w / 2, y - 31), (0, y + 9)], c)
        for y, c in ((20, two), (36, three), (52, four), (76, two), (92, three), (104, two))
    )
    show(
        s,
        Cloth(one, four, two, (w, 96, art), (50, 100, polygon([(0, 60), (25, 20), (50, 60), (50, 84), (25, 44), (0, 84)], two))),
        (pleated, pleated, fanned, folded),
    )


def batik(s: Sheet) -> None:
    """Wax resist: veined grounds with large pale flowers."""
    base, one, two = s.pick(
        (
            ("#2a3f73", "#f1e3c4", "#d98a3a"),
            ("#7a2b2b", "#f3d9a0", "#2a2230"),
            ("#2d5a52", "#f1e3c4", "#e0a04a"),
            ("#5a3358", "#f0cfd0", "#e3a822"),
        )
    )
    cracks = "".join(
        stroke(
            f"M{s.vary(0, 150):.0f},{s.vary(0, 150):.0f}"
            f"l{s.vary(-30, 30):.0f},{s.vary(8, 40):.0f}l{s.vary(-30, 30):.0f},{s.vary(8, 40):.0f}",
            light(base, 0.2),
            1.6,
        )
        for _ in range(9)
    )
    bloom = s.pick((double_flower(9, one, two, base), paisley(one, base, two), place(tree(one, two, one), 0, 0, 1.1)))
    show(
        s,
        Cloth(
            base,
            dark(base, 0.3),
            two,
            (150, 150, cracks + place(path(LEAF, two), 8, 8, 0.4, 40) + place(bloom, 78, 78, 0.95)),
            (100, 100, path(DROP, one, transform="translate(50 50)scale(.8)") + circle(0, 50, 8, two)),
        ),
        (folded, pleated, stacked),
    )


def kalamkari(s: Sheet) -> None:
    """Pen-drawn trees of life, birds and flowers in earth colours."""
    base, line, one, two = s.pick(
        (
            ("#f2e3c2", "#8a2f24", "#27527a", "#c9922e"),
            ("#efdcb4", "#2c3a2c", "#a8392b", "#d9a23a"),
            ("#7d2a24", "#f2e3c2", "#e0a94a", "#7fa6a0"),
            ("#26405f", "#f2e3c2", "#d9783f", "#e3b85a"),
        )
    )
    art = (
        place(tree(line, one, two), 80, 84, 1.5)
        + place(parrot(one, two, line), 132, 60, 0.4)
        + place(parrot(two, line, line), 28, 60, 0.4, 0, -1)
        + place(flower(7, two, line), 0, 6, 0.4)
    )
    if s.chance(0.4):
        art = (
            place(elephant(one, two, line), 80, 40, 0.8)
            + place(flower(8, line, two), 22, 104, 0.42)
            + place(sprig(one, line, two), 122, 112, 0.62)
            + place(flower(5, two, line), 68, 120, 0.3)
        )
    show(
        s,
        Cloth(
            base,
            mix(base, line, 0.75),
            two,
            (160, 162, art),
            (200, 100, vine(200, 100, one if one != line else two, base, two)),
            None,
        ),
        (folded, pleated, folded, stacked),
    )


def garment(s: Sheet) -> None:
    """A kurta on a hanger, printed or embroidered."""
    base, trim, gold, other = s.palette()
    if s.detail:
        show(
            s,
            Cloth(
                base, trim, gold, half_drop(90, 96, place(sprig(gold, other, gold), 0, 0, 0.5)), border_tile(s, gold, other, gold)
            ),
        )
        return
    stand(s, base)
    s.grow = (400, 400, 1.08)
    d = "M320,150C350,176 450,176 480,150L540,176L640,420L572,452L520,330L556,660L244,660L280,330L228,452L160,420L260,176Z"
    cut = s.clip(path(d, "#000"))
    motif = place(s.pick((sprig(gold, other, gold), flower(8, gold, other), paisley(gold, base, other))), 0, 0, 0.42)
    field = s.tile(*half_drop(78, 84, motif, circle(0, 0, 4, gold) if s.chance(0.5) else ""), 520, 540)
    hem = (
        rect(200, 606, 400, 60, trim)
        + rect(200, 600, 400, 6, gold)
        + "".join(place(flower(8, gold, trim), x, 634, 0.4) for x in range(230, 600, 44))
    )
    cuffs = path("M160,420L228,452L240,426L174,392Z M640,420L572,452L560,426L626,392Z", trim)
    yoke = (
        path("M352,166C360,200 372,250 374,330L426,330C428,250 440,200 448,166C420,178 380,178 352,166Z", trim)
        + stroke("M400,180V330", gold, 4)
        + "".join(circle(400, y, 6, gold) for y in (200, 236, 272, 308))
    )
    shade = s.linear((0, "#ffffff", 0.16), (0.4, "#ffffff", 0), (1, "#1c1220", 0.32))
    folds = stroke(
        "M300,360C296,460 286,560 282,650M360,400C358,480 350,580 350,650M470,380C476,470 486,570 490,650",
        "#1c1220",
        7,
        opacity=0.14,
    )
    art = (
        path(d, base)
        + group(group(field, transform="translate(150 140)") + hem + cuffs + yoke + folds, clip_path=cut)
        + path(d, shade)
    )
    s.add(path(d, "#1c1220", opacity=0.16, transform="translate(16 14)"))
    s.add(
        stroke("M400,140V112C400,92 426,94 424,76C422,60 398,60 396,74", "#8a6a4a", 7),
        stroke("M300,172L400,136L500,172", "#8a5d3c", 12),
        art,
    )


def hosiery(s: Sheet) -> None:
    """Towels and knitted goods: a pile of striped folds."""
    base = s.pick(("#f4efe4", "#8fb9d1", "#e8a6ae", "#b6ca9c", "#e3c27a", "#3c6a7a"))
    trim = s.pick(("#27386b", "#a8392b", "#1d4f3c", "#c98a2b"))
    loops = "".join(stroke(f"M{x},{y}l5,8l5,-8", dark(base, 0.13), 2) for x in range(0, 60, 14) for y in range(2, 60, 14))
    show(
        s,
        Cloth(
            base,
            trim,
            light(base, 0.4),
            (56, 56, loops),
            (40, 100, rect(0, 20, 40, 18, base) + rect(0, 62, 40, 18, base)),
            fringe=True,
        ),
        (stacked, stacked, folded),
    )
