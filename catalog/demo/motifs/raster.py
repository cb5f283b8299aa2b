"""From SVG to PNG."""

import resvg_py


def to_png(svg: str, *, size: int) -> bytes:
    """The picture as a square PNG of `size` pixels; raises ValueError if the SVG cannot be read."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size, skip_system_fonts=True))
