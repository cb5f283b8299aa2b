"""Leather: embroidered slippers, sandals, bags, saddles."""

from .ground import flat, shadow, stand
from .ornament import LEAF, double_flower, flower, mandala, paisley, star
from .palette import dark, light
from .sheet import Sheet
from .svg import circle, group, path, place, rect, stroke

HIDES = ("#8a4f2a", "#6f3a22", "#a8652f", "#5a2f24", "#b5763a", "#3a2a26")


def sandals(s: Sheet) -> None:
    """A pair of sandals."""
    shoes(s, open_=True)


def juttis(s: Sheet) -> None:
    """A pair of juttis."""
    shoes(s, open_=False)


def shoes(s: Sheet, *, open_: bool | None = None) -> None:
    """A pair of juttis with curled toes and stitched flowers, or sandals."""
    hide = s.pick((*HIDES, "#a31f3c", "#1d5a44", "#27386b", "#c98a2b", "#4d2348"))
    gold, two = s.pick((("#e8bf5a", "#f6ecd8"), ("#f3a63b", "#e0487f"), ("#f6ecd8", "#d9a441"), ("#e8bf5a", "#3fae8f")))
    flat(s, hide)
    if s.chance(0.3) if open_ is None else open_:
        _sandals(s, hide, gold)
        return
    sole = (
        "M0,-250C60,-250 92,-170 88,-80C86,-10 66,40 66,110C68,190 50,250 0,250C-50,250 -68,190 -66,110"
        "C-66,40 -86,-10 -88,-80C-92,-170 -60,-250 0,-250Z"
    )
    vamp = (
        "M0,-258C64,-256 96,-172 90,-84C86,-30 78,10 72,50C50,-10 -50,-10 -72,50C-78,10 -86,-30 -90,-84C-96,-172 -64,-256 0,-258Z"
    )
    collar = (
        "M-72,50C-66,120 -72,190 -44,236C-20,262 20,262 44,236C72,190 66,120 72,50L48,70C46,130 48,180 "
        "28,212C12,228 -12,228 -28,212C-48,180 -46,130 -48,70Z"
    )
    inside = light("#b58a5a", 0.2)
    paint = s.linear((0, light(hide, 0.3)), (0.5, hide), (1, dark(hide, 0.35)))
    bloom = s.pick(
        (
            mandala(gold, hide, two, 12),
            paisley(gold, hide, two),
            double_flower(9, gold, two, hide),
            path(star(8, 50, 24), gold) + circle(0, 0, 14, two),
        )
    )
    art = (
        path(sole, dark(hide, 0.5), transform="translate(4 8)")
        + path(sole, inside)
        + stroke("M-40,120C-40,190 -30,220 0,226C30,220 40,190 40,120", dark(inside, 0.25), 3, stroke_dasharray="7 6")
    )
    art += path(collar, paint) + path(vamp, paint) + place(bloom, 0, -120, 1.25)
    art += "".join(
        place(path(LEAF, two), x, y, 0.32, t) for x, y, t in ((-58, -60, 30), (58, -60, -30), (-52, -180, -40), (52, -180, 40))
    )
    art += (
        stroke("M-74,44C-50,-14 50,-14 74,44", gold, 7)
        + stroke("M-66,24C-46,-28 46,-28 66,24", two, 3, stroke_dasharray="2 9")
        + stroke("M-70,56C-64,120 -70,186 -44,232C-20,256 20,256 44,232C70,186 64,120 70,56", gold, 3, stroke_dasharray="9 6")
    )
    art += path("M-22,-250C-14,-300 24,-310 26,-280C26,-266 10,-268 12,-278C-2,-280 8,-256 22,-250Z", gold)
    lean = s.pick((10, 6))
    for x, turn, mirror in ((292, -lean, 1), (508, lean, -1)):
        s.add(
            group(
                path(sole, "#1c1220", opacity=0.2, transform="translate(20 26)"), transform=f"translate({x} 424)rotate({turn})"
            ),
            place(art, x, 424, 1.1, turn, mirror),
        )
    s.main = hide
    s.close_up = (300, 330, 2)


def _sandals(s: Sheet, hide: str, gold: str) -> None:
    sole = (
        "M0,-250C70,-250 96,-170 84,-60C78,0 62,40 66,120C70,200 50,250 0,250C-50,250 -70,200 -66,120"
        "C-62,40 -78,0 -84,-60C-96,-170 -70,-250 0,-250Z"
    )
    tan = light(hide, 0.35)
    art = (
        path(sole, dark(hide, 0.4), transform="translate(4 10)")
        + path(sole, tan)
        + path(sole, "none", stroke=dark(hide, 0.1), stroke_width=5, stroke_dasharray="10 7", transform="scale(.92)")
    )
    art += place(double_flower(9, dark(tan, 0.14), dark(tan, 0.06), tan), 0, 150, 0.8)
    art += (
        path("M-92,-70C-60,-20 60,-20 92,-70L86,0C56,40 -56,40 -86,0Z", hide)
        + path("M-10,-190C-26,-150 -30,-90 -24,-40H24C30,-90 26,-150 10,-190C6,-198 -6,-198 -10,-190Z", hide)
        + circle(-46, -196, 26, "none", stroke=hide, stroke_width=15)
    )
    art += (
        "".join(stroke(f"M-84,{y}C-50,{y + 38} 50,{y + 38} 84,{y}", gold, 3, stroke_dasharray="6 5") for y in (-54, -8))
        + place(flower(10, gold, hide), 0, -14, 0.6)
        + circle(0, -180, 9, gold)
    )
    for x, turn, mirror in ((292, -7, 1), (508, 7, -1)):
        s.add(
            group(
                path(sole, "#1c1220", opacity=0.2, transform="translate(20 26)"), transform=f"translate({x} 408)rotate({turn})"
            ),
            place(art, x, 408, 1.12, turn, mirror),
        )
    s.main = hide
    s.close_up = (300, 360, 2)


def bags(s: Sheet) -> None:
    """A leather bag with a tooled flap."""
    hide = s.pick((*HIDES, "#7a2430", "#2f4a44", "#c98a4a"))
    stand(s, hide)
    gold = "#dcae4b"
    body = s.linear((0, light(hide, 0.3)), (0.45, hide), (1, dark(hide, 0.4)), x2=0.8, y2=1)
    flap = s.linear((0, light(hide, 0.4)), (1, dark(hide, 0.15)), x2=0.4, y2=1)
    motif = s.pick(
        (
            mandala(dark(hide, 0.35), hide, light(hide, 0.3), 12),
            paisley(dark(hide, 0.35), light(hide, 0.2), light(hide, 0.35)),
            double_flower(10, dark(hide, 0.3), light(hide, 0.2), gold),
        )
    )
    kind = s.random.randrange(3)
    if kind == 0:
        box, front = (
            (
                "M190,330C190,312 204,300 222,300H578C596,300 610,312 610,330L626,620C626,646 612,658 588,658"
                "H212C188,658 174,646 174,620Z"
            ),
            (
                "M186,326C186,306 200,296 222,296H578C600,296 614,306 614,326L606,470C600,540 480,560 400,560"
                "C320,560 200,540 194,470Z"
            ),
        )
        strap = "M230,300C190,60 610,60 570,300"
    elif kind == 1:
        box, front = "M150,360H650L626,640C624,652 616,658 604,658H196C184,658 176,652 174,640Z", "M150,360H650L644,430H156Z"
        strap = "M290,360C290,170 510,170 510,360"
    else:
        box, front = (
            (
                "M230,250H570C590,250 600,262 600,280V630C600,648 590,658 570,658H230C210,658 200,648 200,630"
                "V280C200,262 210,250 230,250Z"
            ),
            "M196,280C196,256 210,246 232,246H568C590,246 604,256 604,280V430L400,520L196,430Z",
        )
        strap = "M340,250V210C340,180 460,180 460,210V250"
    s.add(
        shadow(s, 410, 664, 240, 26),
        stroke(strap, dark(hide, 0.3), 24),
        stroke(strap, light(hide, 0.12), 14),
        path(box, body),
        path(
            box,
            "none",
            stroke=light(hide, 0.5),
            stroke_width=3,
            stroke_dasharray="10 7",
            transform="translate(400 480)scale(.93)translate(-400 -480)",
        ),
    )
    s.add(
        path(front, "#1c1220", opacity=0.25, transform="translate(5 9)"),
        path(front, flap),
        place(motif, 400, {0: 420, 1: 530, 2: 360}[kind], 1.35),
    )
    y = {0: 560, 1: 428, 2: 520}[kind]
    s.add(
        rect(374, y - 44, 52, 84, hide, rx=8),
        rect(366, y - 14, 68, 48, "none", stroke=gold, stroke_width=9, rx=8),
        circle(400, y + 8, 6, gold),
    )
    s.close_up = (400, 430, 1.7)


def saddlery(s: Sheet) -> None:
    """A saddle on a stand."""
    hide = s.pick(HIDES)
    stand(s, hide)
    seat = s.linear((0, light(hide, 0.4)), (0.5, hide), (1, dark(hide, 0.4)), x2=0.6, y2=1)
    cloth, gold = s.pick((("#a31f3c", "#e8bf5a"), ("#1d5a44", "#e8bf5a"), ("#27386b", "#f6ecd8")))
    s.add(shadow(s, 410, 664, 200, 24), path("M340,430L290,660H330L400,470L470,660H510L460,430Z", "#7a4f34"))
    s.add(
        path("M170,330C250,300 560,300 640,330L660,500C560,540 240,540 150,500Z", cloth),
        stroke("M164,486C250,524 560,524 648,486", gold, 8),
        *(place(flower(8, gold, cloth), x, 470 + 8 * (1 - abs(x - 405) / 240), 0.34) for x in range(190, 640, 44)),
    )
    s.add(
        path(
            (
                "M210,260C220,220 262,216 290,250C340,300 460,306 530,250C570,210 620,226 620,270C610,330 560,350 "
                "530,360L560,470C500,500 440,480 430,400L380,400C370,480 310,500 250,470L270,350C230,330 206,300 "
                "210,260Z"
            ),
            seat,
        ),
        stroke("M236,268C300,330 480,340 590,262", light(hide, 0.5), 3, stroke_dasharray="9 7"),
    )
    s.add(
        stroke("M330,430V560", dark(hide, 0.3), 15),
        path("M290,560C290,520 370,520 370,560V590H290Z", "none", stroke="#b4bcc5", stroke_width=12),
    )
    s.close_up = (400, 350, 1.7)
