"""What may become a picture of ours, in which sizes it is made, and which of them fits: pure facts, no Django."""

from collections.abc import Sequence
from typing import NamedTuple

from catalog.media.header import Header

MOST_BYTES = 15 * 1024 * 1024
# JPEG is decoded small and PNG row by row; WebP and AVIF hold the whole picture three times while they are decoded.
MOST_PIXELS = {"JPEG": 40_000_000, "PNG": 40_000_000, "WEBP": 16_000_000, "AVIF": 16_000_000}
LEAST_SIDE = 200
MOST_PER_PRODUCT = 20

SIZES = (180, 360, 720, 1200)
FORMATS = ("WEBP", "AVIF")
# A picture that is a little larger than one of our sizes is not worth another file.
_WORTH_ANOTHER = 1.15

REFUSALS = (
    "NOT_A_PICTURE", "UNSUPPORTED_FORMAT", "ANIMATED", "TOO_LARGE", "TOO_MANY_PIXELS", "TOO_SMALL",
    "UNREADABLE", "TOO_DEMANDING", "UPLOAD_LOST",
)  # fmt: skip


class RenditionRow(NamedTuple):
    """One file of a picture: `size` is its longer side in pixels, `url` its address on our server."""

    format: str
    size: int
    width: int
    height: int
    url: str


def fault_of(header: Header) -> str:
    """The code for which a picture of this kind is refused; empty where it is welcome."""
    if header.animated:
        return "ANIMATED"
    if header.width * header.height > MOST_PIXELS[header.format]:
        return "TOO_MANY_PIXELS"
    return "TOO_SMALL" if min(header.width, header.height) < LEAST_SIDE else ""


def sizes_of(longer_side: int) -> tuple[int, ...]:
    """The longer sides to make, smallest first, never beyond the original; its own size where that is well above ours."""
    sizes = tuple(size for size in SIZES if size <= longer_side) or (longer_side,)
    top = min(longer_side, SIZES[-1])
    return (*sizes, top) if top >= sizes[-1] * _WORTH_ANOTHER else sizes


def scaled(width: int, height: int, size: int) -> tuple[int, int]:
    """Width and height with the longer side `size`, each at least one pixel."""
    longer = max(width, height)
    return max(1, round(width * size / longer)), max(1, round(height * size / longer))


def thumbnail(renditions: Sequence[RenditionRow], size: int, form: str) -> RenditionRow | None:
    """Saleor's choice: the smallest rendition at least as large as asked for, else the largest; None where there is none."""
    fitting = sorted((row for row in renditions if row.format == form), key=lambda row: row.size)
    return next((row for row in fitting if row.size >= size), fitting[-1] if fitting else None)


def srcset(renditions: Sequence[RenditionRow], form: str) -> str:
    """The `srcset` of an <img> or <source>: every address of one format with its width, smallest first."""
    fitting = sorted((row for row in renditions if row.format == form), key=lambda row: row.size)
    return ", ".join(f"{row.url} {row.width}w" for row in fitting)


def rendition_key(sha256: str, size: int, form: str, content_sha256: str) -> str:
    """Where a rendition lies: by the upload's hash and its own, so that other content has another address for ever."""
    return f"public/pictures/{sha256[:32]}/{size}-{content_sha256[:8]}.{form.lower()}"


def upload_key(sha256: str, mark: str) -> str:
    """Where an upload waits; `mark` is new for each upload, so that no clean-up takes away another's file."""
    return f"quarantine/uploads/{sha256[:32]}-{mark}.bin"
