"""The sheet a picture is drawn on: seeded chance, definitions, and the layers of the drawing."""

from hashlib import sha256
from math import ceil
from random import Random
from typing import TypeVar

from .palette import CLOTHS, PIGMENTS, mix
from .svg import fine, num, tag

T = TypeVar("T")
Stop = tuple[float, str] | tuple[float, str, float]
SIDE = 800


class Sheet:
    """One picture while it is drawn; the same craft and seed always give the same chances."""

    def __init__(self, *, craft: str, seed: str, detail: bool) -> None:
        digest = sha256(f"{craft}\n{seed}".encode()).digest()
        self.random = Random(int.from_bytes(digest[:16], "big"))
        self.detail = detail
        self.tint = "#e8dcc8"
        self.main = "#b08050"
        self.close_up: tuple[float, float, float] | None = (400, 440, 1.75)
        self.grow: tuple[float, float, float] = (400, 640, 1)
        self._definitions: list[str] = []
        self._back: list[str] = []
        self._body: list[str] = []

    def pick(self, options: "tuple[T, ...] | list[T]") -> T:
        """One of the options by chance."""
        return options[self.random.randrange(len(options))]

    def vary(self, low: float, high: float) -> float:
        """A number by chance."""
        return self.random.uniform(low, high)

    def chance(self, share: float) -> bool:
        """True in that share of the seeds."""
        return self.random.random() < share

    def palette(self) -> tuple[str, str, str, str]:
        """A cloth palette: base, border and two accents."""
        one, two, three, four = self.pick(CLOTHS)
        return PIGMENTS[one], PIGMENTS[two], PIGMENTS[three], PIGMENTS[four]

    def back(self, *markup: str) -> None:
        """Draw on the background."""
        self._back.extend(markup)

    def add(self, *markup: str) -> None:
        """Draw on the foreground."""
        self._body.extend(markup)

    def define(self, name: str, content: str, **attributes: object) -> str:
        """Put an element among the definitions; gives its id."""
        identity = f"d{len(self._definitions)}"
        self._definitions.append(tag(name, content, id=identity, **attributes))
        return identity

    def linear(self, *stops: Stop, x2: float = 1, y2: float = 0, **more: object) -> str:
        """A gradient from the top left along (x2, y2), as a paint."""
        identity = self.define("linearGradient", _stops(stops), x1=0, y1=0, x2=fine(x2), y2=fine(y2), **more)
        return f"url(#{identity})"

    def radial(self, *stops: Stop, cx: float = 0.5, cy: float = 0.5, r: float = 0.5) -> str:
        """A gradient from a centre outwards, as a paint."""
        identity = self.define("radialGradient", _stops(stops), cx=fine(cx), cy=fine(cy), r=fine(r))
        return f"url(#{identity})"

    def tile(self, w: float, h: float, content: str, across: float, down: float, scale: float = 1) -> str:
        """A tile repeated over an area that starts at the origin; it may reach over the edges.

        Copies of one drawing: rasterising them is many times faster than an SVG pattern.
        """
        identity = self.keep(content)
        return "".join(
            self.use(identity, x * w * scale, y * h * scale, scale)
            for y in range(ceil(down / (h * scale)))
            for x in range(ceil(across / (w * scale)))
        )

    def clip(self, markup: str) -> str:
        """Only what lies inside that shape, as a value for `clip_path`."""
        return f"url(#{self.define('clipPath', markup)})"

    def keep(self, content: str) -> str:
        """A drawing that is used many times; gives its id."""
        return self.define("g", content)

    def use(self, identity: str, x: float, y: float, scale: float = 1, turn: float = 0, across: float = 1) -> str:
        """A kept drawing at (x, y)."""
        if not turn and scale == across == 1:
            return f'<use href="#{identity}" x="{num(x)}" y="{num(y)}"/>'
        moves = f"translate({num(x)} {num(y)})"
        if turn:
            moves += f"rotate({round(turn)})"
        if scale != 1 or across != 1:
            moves += f"scale({fine(scale * across)} {fine(scale)})"
        return f'<use href="#{identity}" transform="{moves}"/>'

    def colour(self) -> str:
        """The dominant colour of the picture."""
        return mix(self.tint, self.main, 0.45)

    def finish(self) -> str:
        """The whole SVG document."""
        back, body = "".join(self._back), "".join(self._body)
        if self.detail and self.close_up:
            x, y, scale = self.close_up
            moves = f"translate(400 400)scale({fine(scale)})translate({num(-x)} {num(-y)})"
            body = tag("g", body, transform=moves)
            back = tag("g", back, transform="translate(-120 -120)scale(1.3)")
        elif not self.detail and self.grow[2] != 1:
            x, y, scale = self.grow
            move = f"translate({num(x)} {num(y)})scale({fine(scale)})translate({num(-x)} {num(-y)})"
            body = tag("g", body, transform=move)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" width="{SIDE}" height="{SIDE}">'
            f"<defs>{''.join(self._definitions)}</defs>{back}{body}</svg>"
        )


def _stops(stops: tuple[Stop, ...]) -> str:
    marks = []
    for stop in stops:
        opacity = fine(stop[2]) if len(stop) == 3 else None
        marks.append(tag("stop", offset=fine(stop[0]), stop_color=stop[1], stop_opacity=opacity))
    return "".join(marks)
