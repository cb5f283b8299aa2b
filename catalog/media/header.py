"""What an upload says it is: format, size and movement, read from its first bytes in pure Python.

No decoder runs here, so a web server may call this on bytes from strangers. What is said may be a lie: the decoder, in
a process of its own, has the last word.
"""

from collections.abc import Iterator
from dataclasses import dataclass

_MOST_PARTS = 2_000

_FOREIGN = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"II+\x00", "TIFF"),
    (b"\x00\x00\x01\x00", "ICO"),
    (b"8BPS", "Photoshop"),
    (b"%!PS", "PostScript"),
    (b"\xc5\xd0\xd3\xc6", "PostScript"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (b"\xff\x4f\xff\x51", "JPEG 2000"),
    (b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
)
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"}


@dataclass(frozen=True)
class Header:
    """A picture by its own word; width and height in pixels, before any turning."""

    format: str
    width: int
    height: int
    animated: bool = False


class NoPicture(Exception):
    """These bytes are no picture that we read; `foreign` names the kind of picture where it is another kind."""

    def __init__(self, foreign: str = "") -> None:
        super().__init__(foreign)
        self.foreign = foreign


def read(upload: bytes) -> Header:
    """The header of a JPEG, PNG, WebP or AVIF; NoPicture for anything else and for a header that breaks off."""
    if upload.startswith(b"\xff\xd8\xff"):
        return _jpeg(upload)
    if upload.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png(upload)
    if upload[:4] == b"RIFF" and upload[8:12] == b"WEBP":
        return _webp(upload)
    if upload[4:8] == b"ftyp":
        return _avif(upload)
    raise NoPicture(_foreign(upload))


def _foreign(upload: bytes) -> str:
    for magic, name in _FOREIGN:
        if upload.startswith(magic):
            return name
    return "SVG" if b"<svg" in upload[:1024].lower() else ""


def _sized(form: str, width: int, height: int, animated: bool = False) -> Header:
    if width < 1 or height < 1:
        raise NoPicture
    return Header(form, width, height, animated)


def _number(data: bytes, at: int, size: int, *, little: bool = False) -> int:
    """A whole number of `size` bytes; NoPicture beyond the end."""
    if at + size > len(data):
        raise NoPicture
    return int.from_bytes(data[at : at + size], "little" if little else "big")


def _jpeg(data: bytes) -> Header:
    """Walks the segments up to the first start-of-frame (ITU-T T.81, B.1.1.3)."""
    at = 2
    for _part in range(_MOST_PARTS):
        if _number(data, at, 1) != 0xFF:
            break
        marker = _number(data, at + 1, 1)
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            return _sized("JPEG", _number(data, at + 7, 2), _number(data, at + 5, 2))
        elif marker in {0xD9, 0xDA}:
            break
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + _number(data, at + 2, 2)
    raise NoPicture


def _png(data: bytes) -> Header:
    """IHDR comes first; an acTL chunk before the pixels makes it an animation (PNG, third edition, 11.2 and 11.3.6)."""
    if data[12:16] != b"IHDR":
        raise NoPicture
    width, height = _number(data, 16, 4), _number(data, 20, 4)
    at = 8
    for _part in range(_MOST_PARTS):
        length, kind = _number(data, at, 4), data[at + 4 : at + 8]
        if kind in {b"acTL", b"IDAT"}:
            return _sized("PNG", width, height, kind == b"acTL")
        at += 12 + length
    raise NoPicture


def _webp(data: bytes) -> Header:
    """The first chunk holds the size in one of three ways (RFC 9649, 2.5 to 2.7)."""
    kind = data[12:16]
    if kind == b"VP8X":
        moves = bool(_number(data, 20, 1) & 0x02) or b"ANMF" in data[30:400]
        return _sized("WEBP", 1 + _number(data, 24, 3, little=True), 1 + _number(data, 27, 3, little=True), moves)
    if kind == b"VP8L":
        bits = _number(data, 21, 4, little=True)
        return _sized("WEBP", 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if kind == b"VP8 ":
        return _sized("WEBP", _number(data, 26, 2, little=True) & 0x3FFF, _number(data, 28, 2, little=True) & 0x3FFF)
    raise NoPicture


def _avif(data: bytes) -> Header:
    """The largest `ispe` in meta/iprp/ipco is the picture: a grid's tiles are smaller (ISO/IEC 23008-12, 6.5.3).

    `meta` has four bytes of version and flags before its boxes.
    """
    end = _number(data, 0, 4)
    brands = {data[8:12], *(data[at : at + 4] for at in range(16, min(end, 256), 4))}
    if not brands & {b"avif", b"avis"}:
        raise NoPicture("HEIC" if brands & _HEIC_BRANDS else "")
    at, end = 0, len(data)
    for name in (b"meta", b"iprp", b"ipco"):
        at, end = next(_boxes(data, name, at, end), (0, 0))
        at += 4 if name == b"meta" else 0
    sizes = [(_number(data, at + 4, 4), _number(data, at + 8, 4)) for at, _end in _boxes(data, b"ispe", at, end)]
    if not sizes:
        raise NoPicture
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return _sized("AVIF", width, height, data[8:12] == b"avis")


def _boxes(data: bytes, name: bytes, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of the contents of every box of this name that lies side by side between two places."""
    for _part in range(_MOST_PARTS):
        if at + 8 > end:
            return
        length, kind = _number(data, at, 4), data[at + 4 : at + 8]
        stop = end if length == 0 else at + length
        if stop < at + 8 or stop > end:
            raise NoPicture
        if kind == name:
            yield at + 8, stop
        at = stop
