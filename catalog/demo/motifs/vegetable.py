"""Vegetables, roots, mushrooms, herbs, flowers and cane."""

from .ground import shadow, stand
from .heap import fill, kinds
from .ornament import LEAF, petal
from .palette import dark, light
from .produce import GREEN, ball, produce, slice_of
from .sheet import Sheet
from .svg import around, circle, ellipse, group, path, place, rect, stroke
from .vessel import turned, varied


def tomato(s: Sheet) -> None:
    """Tomatoes."""
    a = s.pick(("#d6342a", "#e04a2a", "#c92a2a"))
    d = "M0,-38C30,-48 54,-24 50,6C46,36 22,48 0,46C-22,48 -46,36 -50,6C-54,-24 -30,-48 0,-38Z"
    cap = around(path("M0,0C-5,-12 -3,-24 0,-30C3,-24 5,-12 0,0Z", GREEN), 6)
    produce(
        s,
        ball(s, a, d) + ellipse(-24, -14, 10, 7, "#ffffff", opacity=0.55) + place(cap, 0, -38, 0.9),
        circle(0, 0, 48, a) + circle(0, 0, 42, light(a, 0.25)) + around(ellipse(0, -24, 10, 13, "#f2b04a"), 5),
        a,
    )


def onion(s: Sheet) -> None:
    """Onions."""
    a = s.pick(("#a83a5a", "#b5507a", "#c9823f", "#8f2f4f"))
    d = "M0,-54C6,-38 14,-34 28,-26C52,-10 50,34 6,46L0,54L-6,46C-50,34 -52,-10 -28,-26C-14,-34 -6,-38 0,-54Z"
    lines = stroke("M0,-44C-28,-20 -30,20 -4,44M0,-44C28,-20 30,20 4,44M0,-44C-8,-10 -8,20 0,44", light(a, 0.35), 2.5)
    produce(
        s,
        ball(s, a, d) + lines,
        circle(0, 4, 46, a)
        + "".join(
            circle(0, 4, r, c)
            for r, c in ((41, "#f7e3ea"), (33, "#d99ab5"), (29, "#f9ebf0"), (20, "#d99ab5"), (16, "#fbf2f4"), (7, "#d99ab5"))
        ),
        a,
    )


def potato(s: Sheet) -> None:
    """Potatoes, yams and other tubers."""
    a = s.pick(("#c9a06a", "#b98a56", "#a8743f"))
    d = "M-40,-20C-20,-44 28,-38 44,-12C56,14 32,40 -2,38C-36,42 -60,10 -40,-20Z"
    eyes = "".join(ellipse(x, y, 5, 3, dark(a, 0.25)) for x, y in ((-16, -12), (14, -4), (-4, 16), (28, 12), (-28, 8)))
    produce(s, ball(s, a, d) + eyes, path(d, a) + path(d, "#f3e2a8", transform="scale(.9)"), a)


def garlic(s: Sheet) -> None:
    """Garlic bulbs."""
    a = s.pick(("#efe6dc", "#e8d9dd"))
    d = "M-4,-54C-2,-36 -6,-28 -22,-16C-52,4 -44,44 0,46C44,44 52,4 22,-16C6,-28 4,-36 6,-54Z"
    produce(
        s,
        ball(s, a, d) + stroke("M-2,-40C-16,-14 -24,16 -14,44M2,-40C16,-14 24,16 14,44M0,-40V46", "#b594a8", 3),
        path("M0,-40C26,-20 26,30 4,40C-22,36 -24,-10 0,-40Z", "#d9c3cc")
        + path("M0,-34C20,-16 20,26 4,34C-12,30 -14,-8 0,-34Z", "#fbf6ea"),
        a,
    )


def ginger(s: Sheet) -> None:
    """Ginger roots."""
    a = s.pick(("#d0a568", "#c2955a"))
    d = (
        "M-52,6C-50,-10 -30,-10 -20,-8C-22,-26 -14,-42 -2,-40C10,-38 8,-20 8,-10C20,-18 26,-34 40,-30"
        "C52,-24 44,-8 34,0C46,2 56,10 50,20C40,30 20,22 8,18C10,32 0,44 -12,38C-22,32 -20,20 -22,16"
        "C-34,22 -52,20 -52,6Z"
    )
    rings = stroke(
        (
            "M-40,-6C-36,2 -38,10 -42,16M-16,-26C-8,-24 -2,-26 4,-28M24,-14C28,-8 34,-6 38,-8M-12,28C-6,26 "
            "0,28 4,30M30,4C28,12 30,18 34,22"
        ),
        dark(a, 0.28),
        3,
    )
    produce(s, ball(s, a, d) + rings, slice_of(a, "#f5e08a", "#ecd06a"), a, 1.1)


def pumpkin(s: Sheet) -> None:
    """Pumpkins and gourds."""
    a = s.pick(("#e08a2a", "#7a9a3f", "#d9742a"))
    ribs = "".join(ellipse(x, 4, 22, 44, light(a, 0.06 * k), opacity=0.8) for k, x in enumerate((-30, 30, -15, 15, 0)))
    produce(
        s,
        ball(s, a, "M0,-38C34,-48 60,-20 56,8C52,38 28,48 0,46C-28,48 -52,38 -56,8C-60,-20 -34,-48 0,-38Z")
        + ribs
        + path("M-6,-38C-8,-54 0,-62 12,-62L10,-54C6,-52 4,-46 6,-38Z", "#5a6a2a"),
        slice_of(a, "#f5b54a", "#e8952e"),
        a,
        1.05,
    )


def vegetables(s: Sheet) -> None:
    """Peas, beans, okra, carrots or aubergines."""
    kind = s.random.randrange(4)
    if kind == 0:
        pod = path("M-56,10C-30,-26 30,-26 56,-8C40,26 -24,34 -56,10Z", "#6fa03f") + "".join(
            circle(x, 1 - abs(x) * 0.04, 10, "#9ac75a") + circle(x - 3, -3, 3, "#cfe6a0") for x in (-30, -10, 10, 30)
        )
        produce(s, pod, pod, "#6fa03f", 1, loose=False)
    elif kind == 1:
        body = path("M0,58C-10,30 -22,-10 -18,-30C-10,-40 10,-40 18,-30C22,-10 10,30 0,58Z", "#e8782a") + stroke(
            "M-14,-16h14M2,0h12M-8,16h10", "#c25a1c", 3
        )
        produce(
            s,
            place(path(LEAF, GREEN), -10, -52, 0.4, -20) + place(path(LEAF, GREEN), 10, -52, 0.4, 20) + body,
            "",
            "#e8782a",
            1,
            loose=False,
        )
    elif kind == 2:
        d = "M0,-30C30,-30 44,10 32,36C20,56 -20,56 -32,36C-44,10 -30,-30 0,-30Z"
        produce(
            s,
            ball(s, "#5a2a5e", d)
            + path("M-20,-24C-12,-44 12,-44 20,-24L8,-16L0,-26L-8,-16Z", GREEN)
            + stroke("M0,-38V-54", GREEN, 7)
            + ellipse(-16, 8, 5, 16, "#ffffff", opacity=0.4),
            path(d, "#5a2a5e") + path(d, "#f3ebc8", transform="scale(.88)"),
            "#5a2a5e",
        )
    else:
        okra = (
            path("M0,58C-12,20 -16,-16 -12,-34H12C16,-16 12,20 0,58Z", "#7fa84a")
            + stroke("M-4,-30L-2,44M5,-30L2,40", "#a9c978", 3)
            + path("M-14,-34C-8,-46 8,-46 14,-34Z", "#4f7a30")
            + stroke("M0,-42V-54", "#4f7a30", 5)
        )
        produce(s, okra, "", "#7fa84a", 1, loose=False)


def mushroom(s: Sheet) -> None:
    """Mushrooms."""
    a = s.pick(("#f0e6d6", "#c9a27a", "#e3d0b0"))
    body = (
        path("M-16,4C-14,30 -20,44 -14,50H14C20,44 14,30 16,4Z", light(a, 0.4))
        + ball(s, a, "M-50,8C-52,-30 -24,-46 0,-46C24,-46 52,-30 50,8C30,16 -30,16 -50,8Z")
        + stroke("M-40,10C-20,16 20,16 40,10", dark(a, 0.3), 3)
    )
    produce(s, body, body, a)


def herbs(s: Sheet) -> None:
    """Bunches of mint, basil, betel or fenugreek in a brass pot."""
    a = s.pick(("#5f9a4a", "#6fa85a", "#4f8a3f", "#7aa04a"))
    leaf = path("M0,50C-34,24 -38,-18 0,-50C38,-18 34,24 0,50Z", a) + stroke(
        "M0,-40V46M0,-14L-16,-26M0,-14L16,-26M0,8L-20,-4M0,8L20,-4M0,28L-16,18M0,28L16,18", light(a, 0.35), 3
    )
    other = leaf.replace(f'"{a}"', f'"{dark(a, 0.18)}"')
    if s.detail:
        fill(s, kinds(s, leaf, other), a, 2.6)
        return
    stand(s, a)
    s.main = a
    one, two = s.keep(leaf), s.keep(other)
    for _ in range(70):
        turn = s.vary(-74, 74)
        reach = s.vary(60, 260)
        s.add(
            group(
                s.use(s.pick((one, two)), 0, -reach, s.vary(0.7, 1.15), s.vary(-30, 30)),
                transform=f"translate(400 450)rotate({turn:.0f})",
            )
        )
    v = varied(s, "cup")
    base = s.pick(("#d0a040", "#b5593a", "#e8e2d4"))
    s.add(
        shadow(s, 400, 660, 140, 20),
        turned(s, v, base, v.belt(470, 482, dark(base, 0.3)), "metal" if base == "#d0a040" else "matt", mouth=False),
    )
    s.grow = (400, 650, 1.1)
    s.close_up = (400, 320, 1.6)


def flowers(s: Sheet) -> None:
    """Cut flowers in a vase: roses, orchids, anthuriums, marigolds."""
    a, b = s.pick(
        (("#d6417d", "#f3c64e"), ("#c4282a", "#f3d27a"), ("#f08a1c", "#c7541a"), ("#b59ad0", "#f3e3a0"), ("#f6ecd8", "#e9b93a"))
    )
    bloom = (
        around(path(petal(50, 22), dark(a, 0.12)), 8)
        + around(path(petal(38, 16), a), 8, 22)
        + around(path(petal(24, 10), light(a, 0.3)), 6)
        + circle(0, 0, 8, b)
    )
    if s.detail:
        fill(s, kinds(s, bloom, bloom, path(LEAF, GREEN)), a, 2)
        return
    stand(s, a)
    s.main = a
    one, leaf = s.keep(bloom), s.keep(path(LEAF, GREEN) + stroke("M0,-40V44", "#8fb86a", 4))
    heads = [(-130, -150), (130, -160), (0, -230), (-70, -80), (76, -84), (0, -140)]
    for x, y in heads:
        s.add(stroke(f"M400,480C{400 + x * 0.3:.0f},420 {400 + x},{470 + y + 60} {400 + x},{450 + y}", "#4f7a3a", 8))
        s.add(s.use(leaf, 400 + x * 0.7 + 26, 470 + y * 0.5, 0.9, 60), s.use(leaf, 400 + x * 0.7 - 30, 480 + y * 0.55, 0.9, -60))
    for x, y in heads:
        s.add(s.use(one, 400 + x, 450 + y, s.vary(1.3, 1.55), s.vary(0, 45)))
    v = varied(s, s.pick(("cup", "cup")))
    base = s.pick(("#d0a040", "#3f6a8a", "#e8e2d4", "#b5593a"))
    s.add(
        shadow(s, 400, 660, 130, 20),
        turned(s, v, base, v.belt(480, 488, light(base, 0.4)) + v.belt(600, 606, light(base, 0.4)), "glaze", mouth=False),
    )
    s.grow = (400, 650, 1.08)
    s.close_up = (400, 280, 1.7)


def sugarcane(s: Sheet) -> None:
    """Sugar cane in a bundle."""
    a = s.pick(("#8fa84a", "#7a3f5a", "#a8b05a"))
    stand(s, a)
    s.main = a
    s.add(shadow(s, 400, 664, 230, 24))
    for i in range(9):
        x, lean = 268 + i * 33, (i - 4) * 1.7
        cane = s.linear((0, light(a, 0.45)), (0.4, a), (1, dark(a, 0.4)))
        joints = "".join(rect(-19, y, 38, 9, light(a, 0.5), rx=4) for y in range(-380 + (i % 3) * 30, -20, 100))
        s.add(
            group(
                path(
                    (
                        "M0,-410C-20,-480 -60,-500 -90,-490C-60,-460 -30,-440 0,-400Z M0,-410C20,-490 50,-520 84,-516"
                        "C60,-480 34,-440 0,-400Z"
                    ),
                    GREEN,
                )
                + rect(-17, -430, 34, 430, cane, rx=6)
                + joints,
                transform=f"translate({x} 662)rotate({lean:.1f})",
            )
        )
    s.add(stroke("M236,500C320,530 480,530 568,500M234,516C320,546 480,546 570,516", "#c9a06a", 12))
    s.close_up = (400, 440, 1.7)
