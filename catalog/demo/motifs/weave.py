"""Woven cloths: brocade, ikat, handloom, jamdani, shawls, and the tiles they share."""

from .drape import Cloth, Tile, fanned, folded, pleated, show, stacked
from .ornament import diamond, elephant, flower, lotus, mandala, paisley, peacock, sprig, tree, tusk_stripes, vine
from .palette import PIGMENTS, dark, light, mix
from .sheet import Sheet
from .svg import circle, place, polygon, rect, stroke


def half_drop(w: float, h: float, motif: str, other: str = "") -> Tile:
    """The motif in the middle of the tile, another (or the same) where four tiles meet."""
    return w, h, (other or motif) + place(motif, w / 2, h / 2)


def border_tile(s: Sheet, line: str, one: str, two: str) -> Tile:
    """A border by chance: vine, lotuses, mangoes, temple spires, elephants, peacocks."""
    kind = s.random.randrange(6)
    if kind == 0:
        return 200, 100, vine(200, 100, one, line, two)
    if kind == 1:
        return 130, 100, place(lotus(line, one), 65, 52, 0.95) + circle(0, 50, 9, two) + circle(130, 50, 9, two)
    if kind == 2:
        return 90, 100, place(paisley(line, two, one), 45, 50, 0.88)
    if kind == 3:
        return 100, 100, tusk_stripes(100, 62, line, 2) + rect(0, 70, 100, 8, one) + rect(0, 84, 100, 16, line)
    if kind == 4:
        return 140, 100, place(elephant(line, one, two), 72, 52, 1) + circle(4, 20, 6, one)
    return 120, 100, place(peacock(one, line, two, one), 60, 54, 0.92)


def end_tile(s: Sheet, line: str, one: str, two: str) -> Tile:
    """The rich end piece of a saree."""
    kind = s.random.randrange(4)
    if kind == 0:
        return 100, 120, place(paisley(line, one, two), 50, 60, 1.02)
    if kind == 1:
        return 110, 110, place(mandala(line, one, two), 55, 55, 0.98)
    if kind == 2:
        return 130, 120, place(peacock(one, line, two, one), 65, 62, 1.1)
    return 100, 116, place(tree(line, line, one), 50, 62, 1.04)


def brocade(s: Sheet) -> None:
    """A silk saree with gold woven butis."""
    base, trim, gold, other = s.palette()
    gold = PIGMENTS["gold"] if s.chance(0.7) else gold
    glint = light(gold, 0.5)
    motif = s.pick(
        (
            place(paisley(gold, base, glint), 0, 0, 0.6),
            place(sprig(gold, glint, base), 0, 0, 0.7),
            place(mandala(gold, base, glint, 10), 0, 0, 0.55),
            place(lotus(gold, glint), 0, 0, 0.6),
            place(diamond(gold, base, glint), 0, 0, 0.55),
            place(peacock(gold, gold, base, glint), 0, 0, 0.66),
        )
    )
    if s.chance(0.3):
        w = 90
        mesh = stroke(f"M0,{w / 2}L{w / 2},0L{w},{w / 2}L{w / 2},{w}Z", gold, 3) + place(motif, w / 2, w / 2, 0.8)
        tile: Tile = (w, w, mesh + circle(45, 0, 5, glint) + circle(0, 45, 5, glint))
    else:
        tile = half_drop(s.pick((100, 120)), s.pick((104, 126)), motif, circle(0, 0, 4, gold) if s.chance(0.3) else "")
    cloth = Cloth(
        base, trim, gold, tile, border_tile(s, gold, glint, mix(gold, base, 0.7)), end_tile(s, gold, glint, mix(base, gold, 0.2))
    )
    show(s, cloth, (folded, pleated, fanned, fanned, folded))


def _feathered(s: Sheet, w: float, half: float, colour: str) -> str:
    """A diamond of threads whose ends run out softly, as in ikat."""
    rows, high = 13, 2 * half / 13
    right, left = [], []
    for i in range(rows):
        reach = (1 - abs(i - 6) / 6.6) * w + s.vary(-4, 4)
        y = -half + i * high
        right += [(reach + 5, y), (reach + 5, y + high * 0.5), (reach, y + high * 0.5), (reach, y + high)]
        left += [(-reach - 5, y), (-reach - 5, y + high * 0.5), (-reach, y + high * 0.5), (-reach, y + high)]
    return polygon([*right, *left[::-1]], colour)


def ikat(s: Sheet) -> None:
    """Threads dyed before weaving: stepped diamonds with feathered edges."""
    base, trim, one, two = s.palette()
    layers = _feathered(s, 46, 54, one) + _feathered(s, 32, 38, trim) + _feathered(s, 18, 22, two) + _feathered(s, 6, 9, base)
    small = _feathered(s, 18, 24, two) + _feathered(s, 8, 11, trim)
    step = s.pick((124, 140))
    if s.chance(0.35):
        tile: Tile = half_drop(step, step * 1.1, layers)
    else:
        bars = "".join(rect(x, 0, 5, step, mix(base, one, 0.35), opacity=0.6) for x in (2, step - 7))
        tile = (step, step, bars + place(layers, step / 2, step / 2) + small)
    border: Tile = (60, 100, place(_feathered(s, 26, 44, one) + _feathered(s, 12, 22, two), 30, 50))
    show(s, Cloth(base, trim, one, tile, border, (step, step, place(layers, step / 2, step / 2)), size=0.9))


def handloom(s: Sheet) -> None:
    """Cotton by the loom: stripes and checks, a plain coloured border."""
    base, trim, one, two = s.palette()
    if s.chance(0.5):
        base = s.pick(("#f4ead6", "#ead9bb", "#dfe4d2", "#f1d9cd", "#d4e0e6"))
    kind, w = s.random.randrange(4), 84
    if kind == 0:
        art = rect(10, 0, 6, w, trim) + rect(24, 0, 16, w, trim, opacity=0.5) + rect(60, 0, 4, w, one)
    elif kind == 1:
        art = (
            rect(0, 0, 30, w, trim, opacity=0.45)
            + rect(0, 0, w, 30, trim, opacity=0.45)
            + rect(52, 0, 5, w, one)
            + rect(0, 52, w, 5, one)
        )
    elif kind == 2:
        art = "".join(rect(0, y, w, 3, trim, opacity=0.7) + rect(y, 0, 3, w, trim, opacity=0.7) for y in (0, 28, 56))
    else:
        art = rect(0, 8, w, 4, trim, opacity=0.5) + place(flower(6, trim, one), 42, 50, 0.24)
    border: Tile = s.pick(
        (
            (40, 100, rect(0, 0, 40, 30, one) + rect(0, 40, 40, 8, two) + rect(0, 60, 40, 40, mix(trim, one, 0.4))),
            (44, 100, tusk_stripes(44, 56, one, 1) + rect(0, 66, 44, 34, two)),
            (48, 100, polygon([(24, 4), (44, 50), (24, 96), (4, 50)], one) + circle(24, 50, 8, trim)),
        )
    )
    show(s, Cloth(base, trim, one, (w, w, art), border, fringe=s.chance(0.6)), (folded, stacked, pleated, stacked))


def jamdani(s: Sheet) -> None:
    """Fine muslin with inlaid flowers in slanting rows."""
    base = s.pick(("#f5eddc", "#efd9d6", "#d5e2e6", "#e5e8cf", "#3a2a55", "#7c1f33", "#f0cf9a"))
    line = s.pick((PIGMENTS["madder"], PIGMENTS["indigo"], PIGMENTS["bottle"], PIGMENTS["gold"], "#ffffff"))
    if abs(sum(int(base[i : i + 2], 16) - int(line[i : i + 2], 16) for i in (1, 3, 5))) < 150:
        line = PIGMENTS["gold"] if base < "#9" else PIGMENTS["lac"]
    two = s.pick((PIGMENTS["gold"], PIGMENTS["firozi"], line))
    bud = place(s.pick((sprig(line, two, line), diamond(line, base, two), flower(6, line, two))), 0, 0, 0.46)
    tile: Tile = (104, 104, place(bud, 26, 26) + place(bud, 78, 78) + circle(78, 26, 3, line) + circle(26, 78, 3, line))
    border = border_tile(s, line, two, line)
    show(
        s,
        Cloth(base, mix(base, line, 0.16), line, tile, border, (80, 100, place(diamond(line, base, two), 40, 50, 0.9))),
        (folded, pleated, fanned),
    )


def shawl(s: Sheet) -> None:
    """Wool with a paisley border and a fringe."""
    base = s.pick(("#e9ddc6", "#8a1a2b", "#3b2b4e", "#1d4f3c", "#2b2a33", "#b58a5a", "#c9bca9", "#5d2a3a", "#26405f"))
    one, two, three = s.pick(
        (("#c0392b", "#e0a526", "#1d6a6f"), ("#d98a3a", "#8a1a2b", "#2f6f5e"), ("#e8c27a", "#b5485d", "#4f7d8c"))
    )
    if s.chance(0.4):
        bands = "".join(rect(0, y, 120, 7, c) for y, c in ((4, one), (14, two), (24, three)))
        steps = "".join(
            polygon([(x, 60), (x + 20, 40), (x + 40, 60), (x + 20, 80)], c)
            + polygon([(x + 10, 60), (x + 20, 50), (x + 30, 60), (x + 20, 70)], base)
            for x, c in ((0, one), (40, two), (80, three))
        )
        border: Tile = (120, 100, bands + steps + rect(0, 88, 120, 9, one))
        field: Tile = (40, 40, stroke("M0,40L20,20L40,40 M0,20L20,0L40,20", dark(base, 0.14), 3))
    else:
        border = (94, 100, place(paisley(one, two, three), 47, 50, 0.92))
        field = half_drop(130, 140, place(paisley(one, base, two), 0, 0, 0.36))
    show(
        s,
        Cloth(
            base, mix(base, one, 0.12), two, field, border, (94, 110, place(paisley(three, two, one), 47, 55, 0.95)), fringe=True
        ),
        (folded, pleated, stacked),
    )


def silk(s: Sheet) -> None:
    """Plain lustrous silk: tussar, eri, muga; a narrow woven edge."""
    base = s.pick(("#c99a52", "#e3cfa2", "#b5793b", "#d8b25f", "#a8435a", "#7f8f6a", "#e7dcc4", "#5e4a7a", "#c9744e"))
    line = s.pick((PIGMENTS["madder"], PIGMENTS["bottle"], PIGMENTS["jamun"], PIGMENTS["gold"]))
    slub = "".join(rect(s.vary(0, 90), s.vary(0, 118), s.vary(20, 60), 2, dark(base, 0.25), opacity=0.35) for _ in range(9))
    border: Tile = (50, 100, place(diamond(line, base, line), 25, 50, 0.7) + rect(0, 0, 50, 8, line) + rect(0, 92, 50, 8, line))
    show(
        s,
        Cloth(base, mix(base, line, 0.2), line, (120, 120, slub), border, fringe=s.chance(0.5)),
        (fanned, pleated, stacked, folded),
    )
