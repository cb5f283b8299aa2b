"""Ornaments: small drawings around the origin, about 100 units across, in the colours handed in."""

from .svg import around, circle, ellipse, group, path, place, rect, ring, straight, stroke

PAISLEY = "M24,-50C2,-46 -36,-20 -36,14C-36,36 -19,50 0,50C21,50 35,34 35,15C35,-4 17,-8 12,-22C9,-33 16,-43 24,-50Z"
LEAF = "M0,-50C26,-24 26,20 0,50C-26,20 -26,-24 0,-50Z"
DROP = "M0,-50C10,-22 30,-4 30,20C30,38 17,50 0,50C-17,50 -30,38 -30,20C-30,-4 -10,-22 0,-50Z"


def petal(length: float, width: float) -> str:
    """Path data of a petal that starts at the origin and points up."""
    return (
        f"M0,0C{-width:.0f},{-length * 0.35:.0f} {-width * 0.7:.0f},{-length * 0.85:.0f} 0,{-length:.0f}"
        f"C{width * 0.7:.0f},{-length * 0.85:.0f} {width:.0f},{-length * 0.35:.0f} 0,0Z"
    )


def flower(count: int, fill: str, heart: str, line: str | None = None) -> str:
    """A flower seen from above with that many petals."""
    width = 150 / count + 3
    leaves = path(petal(48, width), fill, stroke=line, stroke_width=2 if line else None)
    return around(leaves, count) + circle(0, 0, 11, heart)


def double_flower(count: int, outer: str, inner: str, heart: str) -> str:
    """Two rings of petals."""
    return (
        around(path(petal(50, 180 / count), outer), count)
        + around(path(petal(32, 110 / count), inner), count, 180 / count)
        + circle(0, 0, 9, heart)
    )


def lotus(fill: str, inner: str) -> str:
    """A lotus from the side."""
    side = path(petal(62, 24), fill)
    middle = path(petal(56, 17), inner)
    back = "".join(group(side, transform=f"rotate({a})") for a in (-78, 78, -48, 48))
    front = "".join(group(middle, transform=f"rotate({a})") for a in (-25, 25, 0))
    return place(back + front, 0, 26, 0.85)


def paisley(fill: str, line: str, dot: str) -> str:
    """The mango shape with a flower in its belly."""
    return (
        path(PAISLEY, fill)
        + path(PAISLEY, "none", stroke=line, stroke_width=4, transform="translate(0 5) scale(.74)")
        + place(flower(6, dot, line), 0, 18, 0.36)
        + circle(6, -22, 4, dot)
    )


def sprig(stem: str, bloom: str, heart: str) -> str:
    """A small flower on a stem with two leaves: the classic buti."""
    leaf = path(LEAF, stem)
    return (
        stroke("M0,50C-6,30 4,14 0,-8", stem, 4)
        + place(leaf, -15, 24, 0.32, -55)
        + place(leaf, 15, 14, 0.32, 55)
        + place(flower(6, bloom, heart), 0, -20, 0.62)
    )


def diamond(outer: str, inner: str, heart: str) -> str:
    """Three diamonds in one another."""
    return "".join(
        path(f"M0,{-r}L{r * 0.72:.0f},0L0,{r}L{-r * 0.72:.0f},0Z", fill) for r, fill in ((50, outer), (32, inner), (15, heart))
    )


def star(points: int, outer: float, inner: float) -> str:
    """Path data of a star with that many points."""
    tips = ring(points, outer)
    dips = ring(points, inner, -90 + 180 / points)
    return straight([(x, y) for pair in zip(tips, dips, strict=True) for x, y, _ in pair])


def mandala(one: str, two: str, three: str, count: int = 12) -> str:
    """Rings of petals and dots, for medallions."""
    return (
        around(path(petal(50, 130 / count), one), count)
        + circle(0, 0, 34, two)
        + around(circle(0, -29, 3, three), count * 2)
        + around(path(petal(27, 90 / count), one), count)
        + circle(0, 0, 9, three)
    )


def elephant(fill: str, cloth: str, line: str) -> str:
    """A walking elephant with a saddle cloth, facing left."""
    body = (
        "M46,-8C46,-30 22,-34 2,-30C-8,-42 -30,-42 -38,-28C-46,-16 -42,0 -46,16C-48,26 -54,26 -54,20"
        "L-59,22C-58,36 -44,36 -40,22C-37,12 -36,4 -32,2C-27,6 -24,6 -22,6L-24,40L-8,40L-6,16"
        "C4,19 14,19 22,16L24,40L40,40L42,12C44,6 45,0 46,-4L50,14L53,12Z"
    )
    return (
        path(body, fill)
        + path("M-2,-31C10,-34 24,-32 32,-26L30,4C18,9 8,9 -2,5Z", cloth)
        + stroke("M-1,-2C10,2 20,2 30,-3", line, 3)
        + path("M-18,-28C-6,-30 -4,-10 -12,-2C-22,-4 -26,-18 -18,-28Z", cloth, opacity=0.75)
        + circle(-33, -18, 2.5, line)
        + circle(14, -14, 5, line)
    )


def peacock(body: str, tail: str, eye: str, spot: str) -> str:
    """A peacock with its tail spread."""
    feathers = ""
    for i in range(9):
        turn = -72 + 18 * i
        feathers += group(
            path(petal(56, 13), tail) + circle(0, -44, 6.5, eye) + circle(0, -45, 3, spot),
            transform=f"rotate({turn})",
        )
    neck = "M-10,30C-16,8 -2,2 -4,-12C-5,-22 6,-24 8,-15L15,-12L8,-9C10,6 16,14 10,30Z"
    return place(feathers, 0, 18) + path(neck, body) + circle(3, -16, 1.8, spot)


def parrot(body: str, wing: str, beak: str) -> str:
    """A perched parrot facing left."""
    return (
        path("M-30,-22C-30,-42 -6,-46 4,-30C18,-10 22,8 40,46C20,34 6,30 -6,22C-24,10 -28,-6 -30,-22Z", body)
        + path("M-4,-12C12,-6 18,10 22,26C6,20 -6,6 -4,-12Z", wing)
        + path("M-30,-26C-40,-26 -42,-16 -36,-10C-34,-16 -32,-18 -28,-18Z", beak)
        + circle(-18, -27, 3, wing)
    )


def fish(body: str, fin: str) -> str:
    """A fish facing left with scales."""
    scales = "".join(stroke(f"M{x},-10C{x + 7},-4 {x + 7},4 {x},10", fin, 2.5) for x in (-16, -4, 8))
    return (
        path("M-50,0C-34,-24 6,-26 26,-4L46,-20C42,-6 42,6 46,20L26,4C6,26 -34,24 -50,0Z", body)
        + scales
        + circle(-34, -4, 3.5, fin)
    )


def tree(trunk: str, leaf: str, bloom: str) -> str:
    """A tree of life with curling boughs."""
    boughs = "".join(
        stroke(d, trunk, 4)
        for d in (
            "M0,50C4,20 -4,0 0,-34",
            "M0,26C-22,22 -34,8 -30,-8",
            "M0,22C22,18 34,6 30,-12",
            "M0,4C-14,0 -20,-14 -16,-26",
            "M0,2C14,-2 20,-16 16,-28",
        )
    )
    tops = ((-30, -12), (30, -16), (-16, -30), (16, -32), (0, -40))
    leaves = "".join(
        place(path(LEAF, leaf), x + dx, y + dy, 0.2, turn)
        for x, y in tops
        for dx, dy, turn in ((-8, 6, -60), (8, 6, 60), (-7, -4, -120), (7, -4, 120))
    )
    return boughs + leaves + "".join(place(flower(5, bloom, trunk), x, y, 0.17) for x, y in tops)


def dancer(fill: str) -> str:
    """A dancing figure of two triangles, arms raised."""
    return (
        circle(0, -38, 8, fill)
        + path("M-18,-28L18,-28L0,0Z M0,-4L16,20L-16,20Z", fill)
        + stroke("M-18,-28L-32,-12 M18,-28L32,-42 M-8,20L-14,48 M8,20L18,46", fill, 4)
    )


def sun(fill: str, face: str) -> str:
    """A sun with flames."""
    return around(path("M-7,-28L0,-50L7,-28Z", fill), 14) + circle(0, 0, 29, fill) + circle(0, 0, 22, face)


def butterfly_knot(fill: str) -> str:
    """Four dots and a centre: a tie-dye knot."""
    return "".join(circle(x, y, 7, fill) for x, y in ((-18, 0), (18, 0), (0, -18), (0, 18))) + circle(0, 0, 5, fill)


def tusk_stripes(width: float, height: float, fill: str, count: int) -> str:
    """A row of temple spires that stand on the bottom edge of the box."""
    step = width / count
    steps = "".join(
        path(f"M{i * step:.1f},{height}L{(i + 0.5) * step:.1f},0L{(i + 1) * step:.1f},{height}Z", fill) for i in range(count)
    )
    return steps + rect(0, height - 1, width, 2, fill)


def vine(width: float, height: float, stem: str, bloom: str, heart: str) -> str:
    """A flowering vine that can be repeated sideways: one wave long."""
    h, w = height, width
    wave = f"M0,{h / 2:.0f}C{w * 0.2:.0f},{-h * 0.1:.0f} {w * 0.3:.0f},{-h * 0.1:.0f} {w / 2:.0f},{h / 2:.0f}"
    wave += f"S{w * 0.8:.0f},{h * 1.1:.0f} {w:.0f},{h / 2:.0f}"
    size = h / 100
    leaf = path(LEAF, stem)
    return (
        stroke(wave, stem, h * 0.045)
        + place(flower(7, bloom, heart), w * 0.25, h * 0.62, size * 0.6)
        + place(flower(7, bloom, heart), w * 0.75, h * 0.38, size * 0.6)
        + place(leaf, w * 0.5, h * 0.26, size * 0.26, 40)
        + place(leaf, w * 0.5, h * 0.76, size * 0.26, 40)
        + place(leaf, w * 0.05, h * 0.28, size * 0.22, -50)
        + place(leaf, w * 0.95, h * 0.74, size * 0.22, -50)
    )


def beads(width: float, y: float, fill: str, step: float, size: float) -> str:
    """A row of dots."""
    count = max(1, round(width / step))
    return "".join(ellipse((i + 0.5) * width / count, y, size, size, fill) for i in range(count))
