"""Things of revolution: a profile becomes a shaded body, ornament runs round it in bands."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin

from .palette import dark, light
from .sheet import Sheet
from .svg import ellipse, group, num, path, smooth

Profile = Sequence[tuple[float, float]]  # (y, radius), from the rim down

SHAPES: dict[str, Profile] = {
    "pot": ((230, 92), (252, 78), (292, 84), (370, 172), (470, 210), (570, 172), (640, 100), (652, 96)),
    "vase": ((150, 74), (166, 58), (230, 50), (300, 84), (390, 150), (480, 158), (570, 112), (630, 74), (652, 84)),
    "amphora": ((150, 92), (170, 66), (220, 54), (270, 88), (340, 152), (430, 168), (530, 118), (610, 62), (652, 78)),
    "surahi": ((130, 50), (150, 34), (230, 28), (310, 34), (370, 90), (450, 158), (540, 160), (620, 104), (652, 90)),
    "lota": ((280, 138), (300, 112), (336, 106), (400, 168), (480, 190), (570, 150), (630, 86), (652, 96)),
    "tall": ((140, 82), (160, 70), (250, 82), (380, 118), (500, 124), (600, 96), (652, 80)),
    "bowl": ((400, 232), (440, 226), (510, 192), (580, 126), (618, 74), (652, 84)),
    "cup": ((390, 128), (440, 126), (520, 120), (600, 104), (640, 78), (652, 76)),
    "jar": ((260, 118), (280, 122), (330, 164), (420, 186), (540, 184), (620, 158), (652, 140)),
    "bottle": ((250, 46), (330, 44), (370, 60), (420, 118), (500, 134), (600, 130), (640, 116), (652, 108)),
    "goblet": ((250, 130), (300, 140), (370, 124), (430, 72), (470, 26), (560, 20), (610, 40), (640, 96), (652, 110)),
    "handi": ((350, 150), (372, 136), (400, 168), (480, 220), (570, 196), (630, 130), (652, 112)),
}
TILT = 0.13


@dataclass(frozen=True)
class Vessel:
    """A body of revolution around x = `x`, with its profile."""

    profile: Profile
    x: float = 400

    def radius(self, y: float) -> float:
        """The radius at a height, between the profile points."""
        points = self.profile
        for (y1, r1), (y2, r2) in zip(points, points[1:], strict=False):
            if y <= y2:
                share = (1 - cos(pi * (y - y1) / (y2 - y1))) / 2
                return r1 + (r2 - r1) * max(0, share)
        return points[-1][1]

    @property
    def top(self) -> float:
        return self.profile[0][0]

    @property
    def foot(self) -> float:
        return self.profile[-1][0]

    def outline(self, shift: float = 0) -> str:
        """Path data of the silhouette, its foot rounded as seen from a little above."""
        right = [(self.x + r, y) for y, r in self.profile]
        left = [(self.x - r, y) for y, r in reversed(self.profile)]
        foot, top = self.profile[-1][1], self.profile[0][1]
        low = num(self.foot + foot * TILT * 1.3)
        turn = f"C{num(right[-1][0] - foot * 0.3)},{low} {num(left[0][0] + foot * 0.3)},{low} "
        down, up = smooth(right), smooth(left)
        close = (
            f"C{num(self.x - top)},{num(self.top + top * TILT)} {num(self.x + top)},{num(self.top + top * TILT)} "
            f"{num(right[0][0])},{num(self.top)}Z"
        )
        return down + turn + up[1:] + close

    def belt(self, y1: float, y2: float, fill: str) -> str:
        """A band round the body between two heights."""
        steps = 6
        heights = [y1 + (y2 - y1) * i / steps for i in range(steps + 1)]
        right = [(self.x + self.radius(y), y) for y in heights]
        left = [(self.x - self.radius(y), y) for y in reversed(heights)]
        r1, r2 = self.radius(y1), self.radius(y2)
        sides = "L".join(f"{num(x)},{num(y)}" for x, y in right)
        back = "L".join(f"{num(x)},{num(y)}" for x, y in left)
        under = f"Q{num(self.x)},{num(y2 + r2 * TILT * 2)} {back}"
        over = f"Q{num(self.x)},{num(y1 + r1 * TILT * 2)} {num(right[0][0])},{num(y1)}Z"
        return path(f"M{sides}{under}{over}", fill)

    def round(self, s: Sheet, motif: str, y: float, count: int, size: float, start: float = 0, across: float = 1) -> str:
        """The motif `count` times round the body at a height, foreshortened at the sides."""
        r, kept, out = self.radius(y), s.keep(motif), ""
        for i in range(count):
            angle = 2 * pi * (i / count) + start
            face = cos(angle)
            if face > 0.12:
                out += s.use(kept, self.x + r * sin(angle), y + r * TILT * face, size, 0, face * across)
        return out


def shine(s: Sheet, v: Vessel, kind: str, base: str) -> str:
    """Shade and highlights over the body: matt, glazed or metal."""
    d = v.outline()
    if kind == "metal":
        paint = s.linear(
            (0, "#1c1220", 0.5),
            (0.1, "#1c1220", 0.1),
            (0.22, "#fffbe8", 0.75),
            (0.34, "#fffbe8", 0.05),
            (0.62, "#1c1220", 0.34),
            (0.8, "#1c1220", 0.5),
            (0.92, "#fff0c8", 0.25),
            (1, "#1c1220", 0.4),
        )
    elif kind == "glaze":
        paint = s.linear(
            (0, "#1c1220", 0.22), (0.25, "#ffffff", 0.16), (0.5, "#1c1220", 0.04), (0.86, "#1c1220", 0.42), (1, "#1c1220", 0.3)
        )
    else:
        paint = s.linear((0, "#1c1220", 0.14), (0.27, "#ffffff", 0.2), (0.5, "#1c1220", 0.04), (1, "#1c1220", 0.48))
    out = path(d, paint)
    if kind != "matt":
        low, high = v.top + (v.foot - v.top) * 0.22, v.top + (v.foot - v.top) * 0.72
        heights = [low + (high - low) * i / 5 for i in range(6)]
        outer = [(v.x - v.radius(y) * 0.72, y) for y in heights]
        inner = [(v.x - v.radius(y) * (0.72 - 0.1 * sin(pi * i / 5)), y) for i, y in enumerate(heights)]
        out += path(smooth(outer) + "L" + smooth(inner[::-1])[1:] + "Z", "#ffffff", opacity=0.55)
    return out


def rim(s: Sheet, v: Vessel, colour: str, hollow: str = "") -> str:
    """The mouth: a lip and the dark inside."""
    r = v.profile[0][1]
    lip = s.linear((0, light(colour, 0.5)), (0.5, colour), (1, dark(colour, 0.4)))
    inside = s.linear((0, dark(hollow or colour, 0.78)), (1, dark(hollow or colour, 0.4)))
    return ellipse(v.x, v.top, r, r * 0.2, lip) + ellipse(v.x, v.top + 2, r * 0.86, r * 0.15, inside)


def turned(s: Sheet, v: Vessel, base: str, ornament: str, kind: str, mouth: bool = True) -> str:
    """The whole vessel: body, ornament cut to it, shade, mouth."""
    cut = s.clip(path(v.outline(), "#000"))
    body = path(v.outline(), base) + (group(ornament, clip_path=cut) if ornament else "")
    return body + shine(s, v, kind, base) + (rim(s, v, base) if mouth else "")


def varied(s: Sheet, name: str, wide: float = 0.1, high: float = 0.06) -> Vessel:
    """The named shape, a little different each time."""
    across, up = s.vary(1 - wide, 1 + wide), s.vary(1 - high, 1 + high)
    vessel = Vessel([(652 - (652 - y) * up, r * across) for y, r in SHAPES[name]])
    broad = max(r for _, r in vessel.profile)
    s.grow = (400, 652, min(1.5, 300 / broad, 530 / (vessel.foot - vessel.top)))
    return vessel
