"""Takes the pictures of six pages: the phone in both languages, the desktop in English; the first screens of each, kept small."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

PAGES = {
    "home": "/",
    "states": "/states/",
    "district": "/districts/varanasi/",
    "category": "/categories/sarees-and-fabrics/",
    "product": "/products/banarasi-silk-saree-with-zari-border-jangla-jaal/",
    "gi": "/gi/banaras-brocades-and-sarees/",
}
MOST = 2_000_000  # bytes of all pictures together: they travel with every clone
QUALITY = 66  # of WebP: letters stay sharp, photographs small


@dataclass(frozen=True)
class Screen:
    """How large the window is, in CSS pixels, how fine, and how many windows a picture is high."""

    name: str
    prefix: str
    width: int
    height: int
    fineness: float
    windows: float


SCREENS = (
    Screen("phone", "", 390, 844, 1.5, 2),
    Screen("phone-hi", "/hi", 390, 844, 1.5, 2),
    Screen("desktop", "", 1280, 900, 1, 1.6),
)


def take(browser: "Browser", address: str, folder: Path) -> Iterator[Path]:
    """Take all pictures of the shop at that address, and name each when it is there; RuntimeError where a page is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for screen in SCREENS:
        context = browser.new_context(
            viewport={"width": screen.width, "height": screen.height}, device_scale_factor=screen.fineness,
            color_scheme="light", reduced_motion="reduce",
            locale="en-IN", timezone_id="Asia/Kolkata",
        )  # fmt: skip
        for name, place in PAGES.items():
            file = folder / f"{name}-{screen.name}.webp"
            file.write_bytes(_taken(context, address + screen.prefix + place, screen))
            yield file
        context.close()


def _taken(context: "BrowserContext", address: str, screen: Screen) -> bytes:
    page = context.new_page()
    answer = page.goto(address, wait_until="load")
    if answer is None or answer.status != 200:
        told = answer.status if answer else "nothing"
        raise RuntimeError(f"{address} answers {told}: is the demonstration loaded (zila demo load)?")
    # What is lazy is fetched by coming near it; then back to the top, where the picture begins.
    page.evaluate("document.querySelectorAll('img').forEach(one => one.loading = 'eager')")
    page.evaluate("Promise.all([document.fonts.ready, ...[...document.images].map(one => one.decode().catch(() => null))])")
    high = min(screen.height * screen.windows, page.evaluate("document.documentElement.scrollHeight"))
    shot = page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": screen.width, "height": high})
    page.close()
    packed = io.BytesIO()
    Image.open(io.BytesIO(shot)).convert("RGB").save(packed, "WEBP", quality=QUALITY, method=6)
    return packed.getvalue()


def weigh(files: list[Path], write: Callable[[str], object]) -> None:
    """Say how heavy the pictures are together; RuntimeError where that is too much."""
    total = sum(file.stat().st_size for file in files)
    write(f"{len(files)} pictures, {total / 1000:,.0f} kB")
    if total > MOST:
        raise RuntimeError(f"That is more than {MOST / 1000:,.0f} kB: show fewer windows, or coarser ones.")
