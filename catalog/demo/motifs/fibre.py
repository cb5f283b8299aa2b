"""Fibres: jute, yarn, cotton."""

from .drape import tassels
from .ground import shadow, stand
from .ornament import LEAF, diamond, flower, paisley, peacock, star, tree
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, group, path, place, rect, stroke


def jute(s: Sheet) -> None:
    """A jute bag or a wall hanging with coloured bands."""
    jute_, one, two = s.pick(
        (
            ("#c9a26a", "#a8392b", "#27386b"),
            ("#b98f58", "#1d4f3c", "#e3a822"),
            ("#d6b98a", "#8a1a2b", "#0e6a79"),
            ("#c2a070", "#27386b", "#ef8b1f"),
        )
    )
    stand(s, jute_)
    motif = s.keep(
        s.pick(
            (
                flower(8, one, two),
                paisley(one, jute_, two),
                diamond(one, jute_, two),
                tree(one, two, two),
                peacock(one, two, jute_, one),
            )
        )
    )
    threads = stroke(
        "".join(f"M200,{y}H600" for y in range(300, 650, 9)) + "".join(f"M{x},296V656" for x in range(206, 600, 9)),
        dark(jute_, 0.35),
        2,
        opacity=0.32,
    )
    shade = s.linear((0, "#ffffff", 0.16), (0.4, "#ffffff", 0), (1, "#1c1220", 0.34))
    if s.chance(0.55):
        d = "M200,296H600L586,656H214Z"
        art = path(d, jute_) + group(
            threads
            + rect(190, 540, 420, 70, one)
            + "".join(place(path(star(8, 40, 20), two), x, 575, 0.6) for x in range(230, 600, 57)),
            clip_path=s.clip(path(d, "#000")),
        )
        s.add(
            shadow(s, 400, 660, 210, 22),
            stroke("M290,300C290,130 510,130 510,300", dark(one, 0.1), 17),
            art,
            s.use(motif, 400, 420, 1.9),
            path(d, shade),
            rect(196, 290, 408, 20, dark(jute_, 0.2), rx=5),
        )
        s.close_up = (400, 480, 1.8)
    else:
        s.grow = (400, 400, 1.06)
        s.add(
            rect(226, 110, 348, 16, "#7a4f34", rx=8),
            stroke("M240,114L400,60L560,114", dark(jute_, 0.2), 5),
            rect(258, 134, 300, 460, "#1c1220", opacity=0.18),
            rect(244, 120, 312, 460, jute_),
            group(threads, transform="translate(-56 -176)scale(1.13)", clip_path=s.clip(rect(265, 262, 275, 407, "#000"))),
        )
        s.add(
            rect(244, 130, 312, 44, one),
            rect(244, 500, 312, 60, two),
            "".join(place(diamond(jute_, one, jute_), x, 530, 0.5) for x in range(270, 556, 43)),
            s.use(motif, 400, 250, 1.3),
            s.use(motif, 400, 410, 1.3),
            rect(244, 120, 312, 460, shade),
            group(tassels(312, 580, (jute_, one, two), 60), transform="translate(244 0)"),
        )
        s.close_up = (400, 340, 1.9)
    s.main = jute_


def yarn(s: Sheet) -> None:
    """Skeins, cones and balls of yarn."""
    colours = s.random.sample(
        ("#c9246e", "#27386b", "#e3a822", "#1d5a44", "#f3ead8", "#d6361e", "#2a9fa2", "#7a4a82", "#e8a6ae"), 4
    )
    stand(s, colours[0])
    s.grow = (400, 650, 1.35)
    s.add(shadow(s, 410, 664, 270, 26))
    for x, y, r, c in (
        (260, 570, 96, colours[0]),
        (540, 575, 90, colours[1]),
        (400, 590, 76, colours[2]),
        (400, 446, 92, colours[3]),
    ):
        ball = s.radial((0, light(c, 0.4)), (0.5, c), (1, dark(c, 0.45)), cx=0.34, cy=0.28, r=0.8)
        turns = "".join(
            path(f"M-46,{k}C-20,{k - 24} 20,{k - 24} 46,{k}", stroke=dark(c, 0.28), stroke_width=2.5, fill="none")
            for k in range(-20, 44, 9)
        )
        cross = "".join(
            path(f"M{k},-44C{k + 22},-16 {k + 22},16 {k},44", stroke=light(c, 0.4), stroke_width=2.5, fill="none")
            for k in (-28, -20, -12, -4)
        )
        s.add(
            circle(x, y, r, ball),
            group(place(turns + cross, x, y, r / 48, s.vary(0, 180)), clip_path=s.clip(circle(x, y, r, "#000"))),
        )
    s.add(stroke("M620,620C690,640 700,690 640,694S560,712 500,704", colours[1], 5))
    s.close_up = (400, 500, 1.8)
    s.main = colours[0]


def cotton(s: Sheet) -> None:
    """Cotton bolls on their stems."""
    stand(s, "#f6f1e6")
    stem = "#7a5a38"
    boll = (
        path(
            "M-44,20C-60,-6 -40,-34 -20,-30C-14,-54 18,-54 22,-30C46,-34 60,-4 42,20C30,44 -30,44 -44,20Z",
            "#ded6c6",
            transform="translate(3 5)",
        )
        + path("M-44,20C-60,-6 -40,-34 -20,-30C-14,-54 18,-54 22,-30C46,-34 60,-4 42,20C30,44 -30,44 -44,20Z", "#fdfaf2")
        + stroke("M-20,-28C-8,-10 -10,10 -2,30M22,-28C8,-8 12,12 2,30", "#d9cfbc", 4)
        + path("M0,48C-30,44 -46,30 -50,16C-30,28 -12,28 0,40C12,28 30,28 50,16C46,30 30,44 0,48Z", "#8a6238")
    )
    kept, leaf = s.keep(boll), s.keep(path(LEAF, "#7a9a5a"))
    for x, y, k in ((250, 270, 1.3), (400, 180, 1.5), (556, 280, 1.35), (320, 420, 1.2), (490, 430, 1.25)):
        s.add(stroke(f"M400,640C400,{y + 200} {x},{y + 150} {x},{y + 40 * k:.0f}", stem, 9))
        s.add(s.use(leaf, x + 60 * k, y + 90, 0.8, 60), s.use(kept, x, y, k, s.vary(-12, 12)))
    clay = s.pick(("#b5593a", "#3f6a8a", "#d0a040"))
    s.add(
        shadow(s, 400, 662, 120, 18),
        path("M310,510H490L466,656H334Z", s.linear((0, light(clay, 0.35)), (0.4, clay), (1, dark(clay, 0.45)))),
        rect(300, 496, 200, 30, clay, rx=8),
    )
    s.close_up = (400, 260, 1.9)
    s.main = "#f6f1e6"
