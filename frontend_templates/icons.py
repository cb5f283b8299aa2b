"""Draws the icons of the app on a home screen from the mark: `python -m frontend_templates.icons` writes them anew."""

import re
from pathlib import Path

import resvg_py

PICTURES = Path(__file__).parent / "static" / "pictures"
GROUND = "#fbf5e9"
# Name, size in pixels, and how much of the icon the mark fills. Phones cut maskable icons to a shape of their own, and iOS
# rounds the corners: there the ground goes to the edge.
ICONS = {
    "icon-192.png": (192, 0.0),
    "icon-512.png": (512, 0.0),
    "icon-maskable-512.png": (512, 0.62),
    "icon-180.png": (180, 0.74),
}


def drawn(size: int, filled: float) -> bytes:
    """The mark as a PNG of so many pixels; with `filled`, so large on a ground that goes to the edge."""
    mark = (PICTURES / "favicon.svg").read_text(encoding="utf-8")
    if filled:
        inside = re.sub(r"</?svg[^>]*>", "", mark)
        ground = f'<rect x="-18" y="-18" width="36" height="36" fill="{GROUND}"/><g transform="scale({filled})">{inside}</g>'
        mark = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-18 -18 36 36">{ground}</svg>'
    return bytes(resvg_py.svg_to_bytes(svg_string=mark, width=size, height=size))


def write() -> None:
    """Write every icon."""
    for name, (size, filled) in ICONS.items():
        (PICTURES / name).write_bytes(drawn(size, filled))


if __name__ == "__main__":
    write()
