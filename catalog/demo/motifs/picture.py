"""Pictures and paper: framed folk paintings, scrolls, handmade paper, kites."""

from .ground import flat, lying_shadow, shadow, stand
from .ornament import LEAF, dancer, double_flower, elephant, fish, flower, lotus, mandala, parrot, peacock, star, sun, tree
from .palette import dark, light
from .sheet import Sheet
from .svg import around, circle, group, path, place, polygon, rect, ring, straight, stroke


def framed(s: Sheet, art: str, paper: str, w: float = 420, h: float = 500, frame: str = "") -> None:
    """A painting in a frame on a wall; the art is drawn around its centre."""
    wood = frame or s.pick(("#5a3422", "#2a2226", "#a8703f", "#c9933f"))
    stand(s, paper)
    s.grow = (400, 400, 1)
    x, y = 400 - w / 2, 372 - h / 2
    paint = s.linear((0, light(wood, 0.35)), (0.5, wood), (1, dark(wood, 0.3)), x2=1, y2=1)
    inside = group(art, clip_path=s.clip(rect(-w / 2, -h / 2, w, h, "#000")))
    s.add(
        rect(x - 16, y - 4, w + 60, h + 60, "#1c1220", opacity=0.14),
        rect(x - 30, y - 30, w + 60, h + 60, paint),
        rect(x - 8, y - 8, w + 16, h + 16, dark(wood, 0.35)),
        rect(x, y, w, h, paper),
        group(inside, transform="translate(400 372)"),
    )
    s.add(path(f"M{x},{y}H{x + w * 0.4:.0f}L{x},{y + h * 0.55:.0f}Z", "#ffffff", opacity=0.1))
    s.main = paper
    s.close_up = (400, 372, 1.75)


def _edge(s: Sheet, w: float, h: float, bit: str, size: float, line: str) -> str:
    kept, out = s.keep(bit), rect(-w / 2 + size, -h / 2 + size, w - 2 * size, h - 2 * size, "none", stroke=line, stroke_width=5)
    across, down = round(w / size), round(h / size)
    for i in range(across):
        x = -w / 2 + (i + 0.5) * w / across
        out += s.use(kept, x, -h / 2 + size / 2, size / 110) + s.use(kept, x, h / 2 - size / 2, size / 110, 180)
    for i in range(1, down - 1):
        y = -h / 2 + (i + 0.5) * h / down
        out += s.use(kept, -w / 2 + size / 2, y, size / 110, 270) + s.use(kept, w / 2 - size / 2, y, size / 110, 90)
    return out


def painting(s: Sheet) -> None:
    """Folk painting with strong outlines: fish, birds, trees, filled with lines."""
    paper = s.pick(("#f5e8c8", "#f3e2bd", "#fbf1dc", "#7a2a22", "#23365e"))
    ink = "#2a1d22" if paper[1] == "f" else "#f6e6c0"
    one, two, three = s.pick(
        (
            ("#c8342a", "#27638a", "#e3a022"),
            ("#c2185b", "#2f7f4f", "#f08a1c"),
            ("#1f7a7a", "#c8562a", "#e3b52e"),
            ("#a81f3c", "#3f7f3a", "#e8a12a"),
        )
    )
    kind = s.random.randrange(5)
    if kind == 0:
        one_fish = (
            path(
                "M-100,0C-66,-50 20,-56 60,-8L104,-46C94,-14 94,14 104,46L60,8C20,56 -66,50 -100,0Z",
                one,
                stroke=ink,
                stroke_width=5,
            )
            + "".join(
                stroke(f"M{x},-{abs(24 - abs(x) * 0.1):.0f}C{x + 14},-10 {x + 14},10 {x},{abs(24 - abs(x) * 0.1):.0f}", ink, 3)
                for x in range(-40, 50, 13)
            )
            + circle(-66, -6, 10, "#fffaf0", stroke=ink, stroke_width=4)
            + circle(-66, -6, 4, ink)
        )
        kept, other = s.keep(one_fish), s.keep(one_fish.replace(one, two))
        art = "".join(
            s.use((kept, other)[i % 2], x, y, 0.98, t, k)
            for i, (x, y, t, k) in enumerate(((-60, -130, -10, 1), (60, -30, 8, -1), (-60, 70, -6, 1), (62, 160, 6, -1)))
        ) + "".join(place(lotus(one, three), x, y, 0.62) for x, y in ((110, -150), (-120, -20), (120, 80), (-124, 160)))
        art += "".join(
            stroke(f"M{x},{y}q8,-10 16,0t16,0", two, 3)
            for x, y in ((-20, -60), (80, -90), (-140, 120), (20, 120), (-110, -190), (30, 210))
        )
    elif kind == 1:
        art = (
            place(tree(ink, two, one), 0, 10, 3.6)
            + "".join(
                place(parrot(c, three, one), x, y, 0.62, 0, m)
                for x, y, c, m in ((-110, 40, two, 1), (110, 30, two, -1), (-70, -170, one, -1), (80, -166, one, 1))
            )
            + "".join(place(flower(8, three, one), x, 190, 0.44) for x in range(-150, 160, 50))
        )
    elif kind == 2:
        art = (
            place(peacock(two, one, three, two), 0, 20, 3.3)
            + "".join(circle(x * 1.55, y * 1.1 + 60, 5, ink) for x, y, _ in ring(30, 100))
            + "".join(place(double_flower(9, three, one, two), x, 196, 0.5) for x in (-140, -84, 84, 140))
            + place(sun(three, one), -126, -176, 0.7)
        )
    elif kind == 3:
        art = (
            place(sun(three, one), 0, -130, 1.7)
            + stroke("M-22,-138q8,-10 16,0M8,-138q8,-10 16,0M-12,-112q12,10 24,0", ink, 4)
            + place(elephant(two, one, three), 0, 96, 2.6)
            + "".join(place(path(LEAF, two), x, 204, 0.42, 20) for x in range(-160, 170, 32))
        )
    else:
        art = (
            place(mandala(one, paper, two, 16), 0, 0, 3)
            + around(place(lotus(two, three), 0, -172, 0.66), 8)
            + around(
                place(fish(one, paper), 0, 0, 0.6) if s.chance(0.4) else path(LEAF, one, transform="translate(0 -200)scale(.3)"),
                8,
                22.5,
            )
        )
    bit = s.pick(
        (
            flower(7, one, three),
            path(LEAF, two, transform="rotate(90)"),
            path(star(8, 46, 22), one) + circle(0, 0, 14, three),
            polygon([(-52, 40), (0, -40), (52, 40)], two) + circle(0, 14, 10, three),
        )
    )
    framed(s, art + _edge(s, 420, 500, bit, 42, ink), paper)


def tribal_art(s: Sheet) -> None:
    """White figures on an earth wall: a dance in a ring, huts, trees."""
    paper, ink = s.pick(
        (("#8a3f2a", "#fbf1dc"), ("#6a3a2a", "#fbf1dc"), ("#2f4a3f", "#f6ecd0"), ("#c9a878", "#5a2a1c"), ("#3a2a35", "#f3d9a0"))
    )
    figure = s.keep(dancer(ink))
    art = ""
    for count, r, k in ((22, 150, 0.62), (12, 88, 0.52)):
        art += "".join(s.use(figure, x, y + 20, k, a + 90) for x, y, a in ring(count, r))
    art += circle(0, 20, 20, "none", stroke=ink, stroke_width=4) + place(dancer(ink), 0, 20, 0.44)
    hut = path("M-40,0L0,-44L40,0Z M-30,4H30V44H-30Z", ink) + rect(-9, 16, 18, 28, paper)
    art += (
        place(hut, -140, -184, 0.8)
        + place(tree(ink, ink, ink), 140, -178, 0.9)
        + place(sun(ink, paper), 0, -200, 0.5)
        + place(elephant(ink, paper, paper), -130, 206, 0.6)
        + place(elephant(ink, paper, paper), 130, 206, 0.6, 0, -1)
        + place(tree(ink, ink, ink), 0, 212, 0.6)
    )
    framed(s, art + _edge(s, 420, 500, polygon([(-52, 36), (0, -36), (52, 36)], ink), 26, ink), paper)


def scroll(s: Sheet) -> None:
    """A hanging painted scroll with several scenes."""
    paper, one, two, three = s.pick(
        (
            ("#f3e2bd", "#b5302a", "#27527a", "#e0a02a"),
            ("#b5302a", "#f6e3b0", "#1d5a44", "#f0b02c"),
            ("#f6ead0", "#1d5a44", "#c2461e", "#d99a2a"),
        )
    )
    stand(s, paper)
    s.grow = (400, 400, 1)
    rod = s.linear((0, "#b07a4a"), (1, "#4a2a18"), x2=0, y2=1)
    s.add(rect(256, 90, 320, 590, "#1c1220", opacity=0.16), rect(240, 76, 320, 590, one), rect(256, 86, 288, 570, paper))
    scenes = s.random.sample(
        [
            elephant(one if paper != one else two, two, three),
            peacock(two, one if paper != "#b5302a" else three, three, two),
            tree(two, two, three),
            lotus(one if paper != "#b5302a" else three, three),
            place(parrot(two, three, one), 0, 0, 1),
            sun(three, two),
            fish(two, paper),
        ],
        3,
    )
    for i, scene in enumerate(scenes):
        y = 180 + i * 190
        s.add(
            rect(268, y - 86, 264, 172, "none", stroke=two, stroke_width=5),
            place(scene, 400, y, 1.45),
            *(place(flower(6, three, two), x, y + 66, 0.26) for x in range(292, 530, 36)),
        )
    s.add(rect(214, 60, 372, 24, rod, rx=12), rect(214, 654, 372, 24, rod, rx=12), stroke("M240,64L400,14L560,64", "#8a6a4a", 4))
    s.main = paper
    s.close_up = (400, 280, 2)


def stationery(s: Sheet) -> None:
    """Handmade paper: bound notebooks, tied with thread, with a pen."""
    one, two, gold = s.pick(
        (
            ("#a8392b", "#f3e6cc", "#e0b050"),
            ("#27486b", "#efe0c0", "#d9a441"),
            ("#2f6a52", "#f3e6cc", "#e8bf6a"),
            ("#d9a03a", "#f6ecd8", "#a8392b"),
            ("#7a3a6a", "#f3e6cc", "#e8bf6a"),
        )
    )
    flat(s, one)
    box = straight([(0, 0), (340, 0), (340, 460), (0, 460)])
    bits = "".join(rect(s.vary(10, 320), s.vary(10, 440), s.vary(6, 18), 2, dark(two, 0.2), opacity=0.6) for _ in range(26))
    cover = (
        rect(0, 0, 340, 460, two, rx=6)
        + bits
        + place(path(LEAF, "#7a9a5a"), 120, 360, 0.9, 40)
        + place(double_flower(8, one, gold, two), 150, 320, 0.6)
    )
    top = (
        rect(0, 0, 340, 460, one, rx=8)
        + rect(44, 26, 270, 408, "none", stroke=gold, stroke_width=4, rx=6)
        + place(
            s.pick(
                (
                    mandala(gold, one, light(gold, 0.4), 14),
                    peacock(gold, gold, one, light(gold, 0.5)),
                    tree(gold, gold, light(gold, 0.4)),
                )
            ),
            180,
            210,
            2,
        )
        + rect(0, 0, 30, 460, dark(one, 0.25), rx=8)
        + rect(40, 326, 300, 12, gold)
        + circle(190, 332, 16, light(gold, 0.3))
    )
    s.add(
        group(lying_shadow(box) + cover, transform="translate(330 130)rotate(11)"),
        group(lying_shadow(box) + rect(6, 6, 340, 462, "#efe6d2", rx=6) + top, transform="translate(160 170)rotate(-7)"),
    )
    s.add(
        group(
            rect(-9, -170, 18, 300, s.linear((0, "#c98d57"), (1, "#7a4a26")), rx=7)
            + path("M-9,130H9L0,168Z", gold)
            + rect(-9, -90, 18, 10, gold),
            transform="translate(654 560)rotate(24)",
        )
    )
    s.close_up = (350, 380, 1.8)


def kite(s: Sheet) -> None:
    """Paper kites in the sky with a reel of string."""
    colours = s.random.sample(("#d6361e", "#f2b020", "#1d7a5a", "#27489c", "#e8731c", "#c2186b", "#fff3d6"), 4)
    stand(s, "#c9562a")
    s.grow = (400, 400, 1)
    for (x, y, k, t), a, b in zip(
        s.pick((((330, 330, 2.1, 18), (610, 190, 0.9, -14)), ((460, 340, 2.2, -12), (180, 200, 0.8, 20)))),
        colours[:2],
        colours[2:],
        strict=True,
    ):
        art = (
            path("M0,-100L90,0L0,100L-90,0Z", a)
            + path("M0,-100L90,0L0,0Z", b)
            + path("M0,100L-90,0L0,0Z", b)
            + circle(0, 0, 36, a)
            + circle(0, 0, 22, b)
            + stroke("M0,-98V98M-88,0C-50,-60 50,-60 88,0", "#7a4a26", 3)
            + path("M0,96L26,134H-26Z", a)
        )
        s.add(
            group(
                path("M0,-100L90,0L0,100L-90,0Z", "#1c1220", opacity=0.14, transform="translate(10 14)") + art,
                transform=f"translate({x} {y})rotate({t})scale({k})",
            ),
            stroke(f"M{x},{y}C{x - 20},{y + 240} {560 - x * 0.2:.0f},560 600,650", "#fffaf0", 3),
        )
    s.add(
        shadow(s, 604, 706, 74, 12),
        rect(540, 640, 130, 56, s.linear((0, "#f7d35a"), (0.5, "#e0952a"), (1, "#a85f1a"), x2=0, y2=1), rx=14),
        rect(506, 660, 200, 16, "#7a4a26", rx=8),
    )
    s.main = colours[0]
