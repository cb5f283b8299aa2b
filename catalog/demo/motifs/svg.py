"""SVG markup as text: short functions for shapes, and for placing what they draw."""

from collections.abc import Iterable, Sequence
from math import cos, pi, sin
from typing import Any

Point = tuple[float, float]


def num(value: float) -> str:
    """A number with at most one decimal, without a useless zero or sign."""
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    return "0" if text == "-0" else text


def fine(value: float) -> str:
    """A number with at most three decimals: for scales."""
    return f"{value:.3f}".rstrip("0").rstrip(".")


def tag(name: str, content: str = "", **attributes: object) -> str:
    """One element; `stroke_width=2` becomes `stroke-width="2"`, None is left out."""
    parts = []
    for key, value in attributes.items():
        if value is None:
            continue
        text = num(value) if isinstance(value, float) else str(value)
        parts.append(f' {key.replace("_", "-")}="{text}"')
    inside = f">{content}</{name}>" if content else "/>"
    return f"<{name}{''.join(parts)}{inside}"


def _sheer(more: dict[str, Any], kind: str = "fill-opacity") -> dict[str, Any]:
    """`opacity` of one shape as the opacity of its paint, which needs no layer when rasterised."""
    if "opacity" in more:
        more[kind] = more.pop("opacity")
    return more


def circle(x: float, y: float, r: float, fill: str, **more: Any) -> str:
    """A disc around (x, y)."""
    return tag("circle", cx=num(x), cy=num(y), r=num(r), fill=fill, **_sheer(more))


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **more: Any) -> str:
    """An ellipse around (x, y)."""
    return tag("ellipse", cx=num(x), cy=num(y), rx=num(rx), ry=num(ry), fill=fill, **_sheer(more))


def rect(x: float, y: float, w: float, h: float, fill: str, **more: Any) -> str:
    """A rectangle from its top left corner."""
    return tag("rect", x=num(x), y=num(y), width=num(w), height=num(h), fill=fill, **_sheer(more))


def path(d: str, fill: str = "none", **more: Any) -> str:
    """A filled path."""
    return tag("path", d=d, fill=fill, **_sheer(more))


def stroke(d: str, colour: str, width: float, **more: Any) -> str:
    """A drawn line with round ends."""
    more.setdefault("stroke_linecap", "round")
    return tag("path", d=d, fill="none", stroke=colour, stroke_width=num(width), **_sheer(more, "stroke-opacity"))


def polygon(points: Iterable[Point], fill: str, **more: Any) -> str:
    """A closed figure with straight sides."""
    return path(straight(points), fill, **more)


def group(content: str, **attributes: object) -> str:
    """Things that share a transform, a clip or an opacity."""
    return tag("g", content, **attributes)


def place(content: str, x: float, y: float, scale: float = 1, turn: float = 0, across: float = 1) -> str:
    """The same drawing moved to (x, y), turned by degrees, scaled; `across` narrows or mirrors."""
    moves = f"translate({num(x)} {num(y)})"
    if turn:
        moves += f" rotate({num(turn)})"
    if scale != 1 or across != 1:
        moves += f" scale({fine(scale * across)} {fine(scale)})"
    return group(content, transform=moves)


def straight(points: Iterable[Point]) -> str:
    """Path data: straight lines through the points, closed."""
    return "M" + "L".join(f"{num(x)},{num(y)}" for x, y in points) + "Z"


def smooth(points: Sequence[Point], *, closed: bool = False, tension: float = 6) -> str:
    """Path data: a soft curve through the points (Catmull-Rom as Bezier curves)."""
    count = len(points)

    def at(i: int) -> Point:
        return points[i % count] if closed else points[min(max(i, 0), count - 1)]

    data = f"M{num(points[0][0])},{num(points[0][1])}"
    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = at(i - 1), at(i), at(i + 1), at(i + 2)
        data += (
            f"C{num(bx + (cx - ax) / tension)},{num(by + (cy - ay) / tension)} "
            f"{num(cx - (dx - bx) / tension)},{num(cy - (dy - by) / tension)} {num(cx)},{num(cy)}"
        )
    return data + ("Z" if closed else "")


def ring(count: int, radius: float, start: float = -90) -> list[tuple[float, float, float]]:
    """`count` places on a circle: x, y and the angle in degrees."""
    places = []
    for i in range(count):
        degrees = start + 360 * i / count
        angle = degrees * pi / 180
        places.append((radius * cos(angle), radius * sin(angle), degrees))
    return places


def around(content: str, count: int, start: float = 0) -> str:
    """The same drawing turned `count` times around the origin."""
    turns = (start + 360 * i / count for i in range(count))
    return "".join(group(content, transform=f"rotate({num(turn)})") for turn in turns)
