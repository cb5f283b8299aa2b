"""Places to see, and crafts by chance."""

from . import cane, clay, lacquer, metal, wood
from .ornament import star
from .palette import dark, light, mix
from .sheet import Sheet
from .svg import circle, group, path, place, rect, stroke


def fort(s: Sheet) -> None:
    """A place to see: a fort or palace above a lake, sun and birds."""
    sky, sun_, stone = s.pick(
        (
            ("#f3c9a0", "#f7e3b0", "#a8573a"),
            ("#bcd6e0", "#fdf3d6", "#c99a6a"),
            ("#e8a6a0", "#fbe3c0", "#7a3f4a"),
            ("#f0d9a8", "#f08a4a", "#8a5a3f"),
            ("#35406f", "#f6e6c0", "#1f2748"),
        )
    )
    s.tint, s.main = sky, stone
    top = s.linear((0, light(sky, 0.1)), (1, light(sky, 0.55)), x2=0, y2=1)
    s.back(rect(0, 0, 800, 800, top), circle(s.vary(200, 600), s.vary(170, 260), s.vary(70, 110), sun_))
    s.back(
        path("M0,470C120,380 220,420 330,390C460,350 560,430 800,370V800H0Z", mix(sky, stone, 0.35)),
        path("M0,540C200,470 380,520 800,460V800H0Z", mix(sky, stone, 0.6)),
    )

    def dome(x: float, y: float, w: float, c: str) -> str:
        return (
            path(
                (
                    f"M{x - w},{y}C{x - w * 1.25:.0f},{y - w:.0f} {x - w * 0.3:.0f},{y - w * 1.25:.0f} {x},{y - w * 1.75:.0f}"
                    f"C{x + w * 0.3:.0f},{y - w * 1.25:.0f} {x + w * 1.25:.0f},{y - w:.0f} {x + w},{y}Z"
                ),
                c,
            )
            + stroke(f"M{x},{y - w * 1.7:.0f}V{y - w * 2.2:.0f}", "#dcae4b", 4)
            + rect(x - w * 1.15, y - 4, w * 2.3, 10, dark(c, 0.15))
        )

    paint = s.linear((0, light(stone, 0.3)), (0.6, stone), (1, dark(stone, 0.25)))
    deep = dark(stone, 0.5)
    door = "M-26,0V-50C-26,-70 -8,-78 0,-90C8,-78 26,-70 26,-50V0Z"
    art = (
        rect(110, 420, 580, 210, paint)
        + "".join(rect(110 + i * 29, 400, 19, 24, stone) for i in range(20))
        + "".join(place(path(door, deep), x, 600, 0.75) for x in (190, 260, 540, 610))
        + "".join(place(path(star(8, 20, 11), deep), x, 470, 0.8) for x in range(150, 680, 50))
    )
    for x in (110, 690):
        art += (
            rect(x - 46, 340, 92, 290, paint)
            + rect(x - 56, 330, 112, 16, dark(stone, 0.2))
            + dome(x, 330, 40, light(stone, 0.1))
            + place(path(door, deep), x, 440, 0.6)
        )
    high = s.pick((250, 280, 300))
    art += (
        rect(310, high, 180, 380, paint)
        + rect(296, high - 12, 208, 18, dark(stone, 0.2))
        + dome(400, high - 12, 66, light(stone, 0.16))
        + "".join(dome(x, high - 10, 20, stone) for x in (316, 484))
        + place(path(door, deep), 400, 620, 2)
        + "".join(place(path(door, deep), x, high + 100, 0.6) for x in (345, 400, 455))
    )
    water = mix(sky, "#3f7a8a", 0.45)
    s.add(
        art,
        path("M0,628C200,616 600,616 800,628V800H0Z", water),
        group(group(art, transform="translate(0 1256)scale(1 -1)"), opacity=0.18),
        *(
            stroke(f"M{s.vary(40, 600):.0f},{s.vary(650, 780):.0f}h{s.vary(60, 160):.0f}", light(water, 0.45), 4, opacity=0.6)
            for _ in range(9)
        ),
    )
    s.add(*(stroke(f"M{x},{y}q12,-12 22,0q12,-12 22,0", deep, 4) for x, y in ((150, 190), (230, 150), (590, 130))))
    s.close_up = (400, 420, 1.6)


def handicraft(s: Sheet) -> None:
    """Mixed handicraft: one of the crafts by chance."""
    s.pick((wood.wood_carving, clay.terracotta, metal.brass, lacquer.lacquer_toys, lacquer.papier_mache, cane.moonj))(s)
