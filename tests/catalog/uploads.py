"""Uploads for tests: good pictures, and a corpus of what strangers may send instead, all made here."""

import functools
import io
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable

from PIL import Image, ImageCms, ImageDraw

SCRIPT = b"<script>alert(document.domain)</script>"
GPS_MARK = b"GPS-OF-A-HOME"
EVIL = (
    b"<script",
    b"javascript:",
    b"<?php",
    GPS_MARK,
    b"Exif\x00\x00",
    b"http://ns.adobe.com/xap",
    b"ICC_PROFILE",
    b"ICCP",
    b"EXIF",
)


def picture(width: int = 320, height: int = 240, mode: str = "RGB") -> Image.Image:
    """Something to be seen: a gradient with a disc in its upper left quarter."""
    drawn = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    ImageDraw.Draw(drawn).ellipse((width // 10, height // 10, width // 2, height // 2), fill=(200, 60, 30))
    return drawn.convert(mode)


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The picture as a file."""
    held = io.BytesIO()
    image.save(held, form, **options)
    return held.getvalue()


def chunk(kind: bytes, data: bytes, *, length: int | None = None, crc: int | None = None) -> bytes:
    """A PNG chunk, with another length or check sum where it is to lie."""
    said = len(data) if length is None else length
    return struct.pack(">I", said) + kind + data + struct.pack(">I", zlib.crc32(kind + data) if crc is None else crc)


def png(width: int, height: int, *, bits: int = 1, colour: int = 0, before: bytes = b"", rows: int | None = None) -> bytes:
    """A black PNG of any size from few bytes; `rows` where it holds more or fewer than it says."""
    row = bytes(1 + (width * bits * {0: 1, 2: 3, 6: 4}[colour] + 7) // 8)
    packer = zlib.compressobj(1)
    data = b"".join(packer.compress(row * 50) for _ in range((rows or height) // 50)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + before + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def exif(orientation: int = 1) -> Image.Exif:
    """EXIF data with a place and an orientation."""
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = GPS_MARK.decode()
    data[0x8825] = {1: "N", 2: (25.0, 19.0, 3.0), 3: "E", 4: (82.0, 58.0, 26.0), 29: GPS_MARK.decode()}
    return data


def with_segment(jpeg: bytes, marker: int, data: bytes, *, length: int | None = None) -> bytes:
    """The JPEG with one more segment at its beginning."""
    said = len(data) + 2 if length is None else length
    return jpeg[:2] + bytes([0xFF, marker]) + struct.pack(">H", said) + data + jpeg[2:]


def box(kind: bytes, data: bytes) -> bytes:
    """A box of an AVIF file."""
    return struct.pack(">I", 8 + len(data)) + kind + data


def _moving(form: str, **options: object) -> bytes:
    frames = [picture(), picture().transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    return saved(frames[0], form, save_all=True, append_images=frames[1:], duration=100, **options)


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../a.webp", bytes(1_000_000))
    return held.getvalue()


def _tar() -> bytes:
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as archive:
        entry = tarfile.TarInfo("../../etc/passwd")
        entry.size = 1000
        archive.addfile(entry, io.BytesIO(bytes(1000)))
    return held.getvalue()


def _jpeg() -> bytes:
    return saved(picture(), "JPEG")


def _png() -> bytes:
    return saved(picture(), "PNG")


def _before_pixels(*chunks: bytes) -> bytes:
    good = _png()
    return good[:33] + b"".join(chunks) + good[33:]


def _headed_png(width: int, height: int) -> bytes:
    """A PNG that says its size and holds nothing."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"")


def _xmp(body: bytes) -> bytes:
    return b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + body + b"</x:xmpmeta>"


def _lying_webp(width: int, height: int) -> bytes:
    """An extended WebP whose canvas is larger than the picture in it."""
    inner = saved(picture(), "WEBP")[12:]
    body = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF" + struct.pack("<I", len(body + inner)) + body + inner


def _lying_avif() -> bytes:
    """An AVIF of 1,200 x 900 that says 300 x 225."""
    good = saved(picture(1200, 900), "AVIF", speed=10)
    return good.replace(struct.pack(">II", 1200, 900), struct.pack(">II", 300, 225))


def _bent_exif() -> bytes:
    """EXIF whose directory points to itself."""
    return with_segment(
        _jpeg(), 0xE1, b"Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x69\x87\x04\x00\x01\x00\x00\x00\x08\x00\x00\x00"
    )


def _srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


READY = "READY"
READ_OR_NOT = "READY or UNREADABLE"
# name -> (what becomes of it, the bytes). Made when asked for: some are large.
CORPUS: dict[str, tuple[str, Callable[[], bytes]]] = {
    # no pictures
    "empty": ("NOT_A_PICTURE", lambda: b""),
    "one byte": ("NOT_A_PICTURE", lambda: b"\xff"),
    "magic only, JPEG": ("NOT_A_PICTURE", lambda: b"\xff\xd8\xff"),
    "magic only, PNG": ("NOT_A_PICTURE", lambda: b"\x89PNG\r\n\x1a\n"),
    "magic only, WebP": ("NOT_A_PICTURE", lambda: b"RIFF\x00\x00\x00\x00WEBP"),
    "magic only, AVIF": ("NOT_A_PICTURE", lambda: b"\x00\x00\x00\x10ftypavif\x00\x00\x00\x00"),
    "HTML called .jpg": ("NOT_A_PICTURE", lambda: b"<!doctype html><html>" + SCRIPT + b"</html>"),
    "HTML after JPEG's magic": ("NOT_A_PICTURE", lambda: b"\xff\xd8\xff\xe0" + SCRIPT * 20),
    "SVG with a script": ("UNSUPPORTED_FORMAT", lambda: b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>"),
    "SVG after a prolog": ("UNSUPPORTED_FORMAT", lambda: b'<?xml version="1.0"?>\n<!-- a -->\n<SVG onload="alert(1)"/>'),
    "zip": ("NOT_A_PICTURE", _zip),
    "tar.gz": ("NOT_A_PICTURE", _tar),
    "PDF": ("NOT_A_PICTURE", lambda: b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj"),
    "ELF program": ("NOT_A_PICTURE", lambda: b"\x7fELF\x02\x01\x01" + bytes(200)),
    "PHP": ("NOT_A_PICTURE", lambda: b"<?php system($_GET['c']); ?>"),
    "sound in a RIFF": ("NOT_A_PICTURE", lambda: b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40)),
    "video in boxes": ("NOT_A_PICTURE", lambda: box(b"ftyp", b"isom\x00\x00\x02\x00isomiso2mp41") + box(b"moov", bytes(300))),
    # other kinds of pictures
    "GIF": ("UNSUPPORTED_FORMAT", lambda: saved(picture(), "GIF")),
    "GIF that moves": ("UNSUPPORTED_FORMAT", lambda: _moving("GIF")),
    "BMP": ("UNSUPPORTED_FORMAT", lambda: saved(picture(), "BMP")),
    "TIFF": ("UNSUPPORTED_FORMAT", lambda: saved(picture(), "TIFF")),
    "ICO": ("UNSUPPORTED_FORMAT", lambda: saved(picture(256, 256), "ICO")),
    "JPEG 2000": ("UNSUPPORTED_FORMAT", lambda: saved(picture(), "JPEG2000")),
    "Photoshop": ("UNSUPPORTED_FORMAT", lambda: b"8BPS\x00\x01" + bytes(100)),
    "PostScript": ("UNSUPPORTED_FORMAT", lambda: saved(picture(), "EPS")),
    "HEIC": ("UNSUPPORTED_FORMAT", lambda: box(b"ftyp", b"heic\x00\x00\x00\x00mif1heic") + box(b"meta", bytes(300))),
    # moving ones
    "PNG that moves": ("ANIMATED", lambda: _moving("PNG")),
    "WebP that moves": ("ANIMATED", lambda: _moving("WEBP")),
    "AVIF that moves": ("ANIMATED", lambda: _moving("AVIF", speed=10)),
    # too large, too small
    "PNG of 30,000 x 30,000": ("TOO_MANY_PIXELS", lambda: png(30_000, 30_000)),
    "PNG of 13,000 x 13,000": ("TOO_MANY_PIXELS", lambda: png(13_000, 13_000)),
    "JPEG that says 65,500 x 65,500": (
        "TOO_MANY_PIXELS", lambda: _jpeg().replace(struct.pack(">HH", 240, 320), struct.pack(">HH", 65_500, 65_500), 1),
    ),
    "WebP with a canvas of 16,383 x 16,383": ("TOO_MANY_PIXELS", lambda: _lying_webp(16_383, 16_383)),
    "PNG of 4,294,967,295 x 1": ("TOO_MANY_PIXELS", lambda: _headed_png(2**32 - 1, 1)),
    "PNG of no width": ("NOT_A_PICTURE", lambda: _headed_png(0, 0)),
    "PNG of one pixel": ("TOO_SMALL", lambda: saved(picture(1, 1), "PNG")),
    "JPEG of 199 rows": ("TOO_SMALL", lambda: saved(picture(500, 199), "JPEG")),
    "16 MB": ("TOO_LARGE", lambda: _jpeg() + bytes(16 * 1024 * 1024)),
    # broken ones
    "truncated JPEG": ("UNREADABLE", lambda: _jpeg()[:-900]),
    "truncated PNG": ("UNREADABLE", lambda: saved(Image.effect_noise((320, 240), 90), "PNG")[:20_000]),
    "truncated WebP": ("UNREADABLE", lambda: saved(picture(), "WEBP")[:-200]),
    "truncated AVIF": ("UNREADABLE", lambda: saved(picture(), "AVIF")[:-200]),
    "PNG with a wrong check sum": ("UNREADABLE", lambda: _before_pixels(chunk(b"gAMA", b"\x00\x00\xb1\x8f", crc=1))),
    "PNG chunk that says 2 GB": ("NOT_A_PICTURE", lambda: _before_pixels(chunk(b"tEXt", b"a\x00b", length=2**31 - 1))),
    "PNG with fewer rows than it says": (READ_OR_NOT, lambda: png(300, 300, rows=50)),
    "PNG with a million rows too many": (READ_OR_NOT, lambda: png(300, 300, rows=1_000_000)),
    "PNG with 10,000 chunks": ("NOT_A_PICTURE", lambda: _before_pixels(*[chunk(b"tEXt", b"a\x00b")] * 10_000)),
    "PNG with text that unpacks to 100 MB": (
        "UNREADABLE", lambda: _before_pixels(chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(100_000_000), 9))),
    ),
    "PNG with a colour profile that unpacks to 100 MB": (
        READ_OR_NOT, lambda: _before_pixels(chunk(b"iCCP", b"a\x00\x00" + zlib.compress(bytes(100_000_000), 9))),
    ),
    "JPEG segment that says more than there is": ("NOT_A_PICTURE", lambda: with_segment(_jpeg(), 0xE5, b"", length=65_000)),
    "JPEG with two frame headers": (READ_OR_NOT, lambda: with_segment(_jpeg(), 0xC0, b"\x08\x01\x2c\x01\x2c\x01\x01\x11\x00")),
    "JPEG with EXIF that points to itself": (READY, _bent_exif),
    "WebP with a canvas larger than its picture": (READ_OR_NOT, lambda: _lying_webp(3_900, 3_900)),
    "WebP that says 4 GB": (READ_OR_NOT, lambda: (good := saved(picture(), "WEBP"))[:4] + b"\xfe\xff\xff\xff" + good[8:]),
    "AVIF that says less than it is": (READ_OR_NOT, _lying_avif),
    "AVIF with 100,000 boxes": (
        "NOT_A_PICTURE", lambda: box(b"ftyp", b"avif\x00\x00\x00\x00avifmif1") + box(b"free", b"") * 100_000,
    ),
    # good pictures with things that nobody ordered
    "JPEG with a script behind it": (READY, lambda: _jpeg() + SCRIPT),
    "JPEG with a script as its comment": (READY, lambda: with_segment(_jpeg(), 0xFE, SCRIPT + b"<?php x(); ?>")),
    "JPEG with GPS": (READY, lambda: saved(picture(), "JPEG", exif=exif())),
    "PNG with GPS": (READY, lambda: saved(picture(), "PNG", exif=exif())),
    "WebP with GPS": (READY, lambda: saved(picture(), "WEBP", exif=exif())),
    "AVIF with GPS": (READY, lambda: saved(picture(), "AVIF", exif=exif())),
    "JPEG with XMP and a script": (READY, lambda: with_segment(_jpeg(), 0xE1, _xmp(SCRIPT + GPS_MARK))),
    "PNG with text and a script": (READY, lambda: _before_pixels(chunk(b"tEXt", b"Comment\x00" + SCRIPT))),
    "PNG with a zip behind it": (READY, lambda: _png() + _zip()),
    "JPEG with a colour profile": (READY, lambda: saved(picture(), "JPEG", icc_profile=_srgb())),
    "JPEG with a broken colour profile": (READY, lambda: saved(picture(), "JPEG", icc_profile=SCRIPT * 9)),
    "JPEG with a profile for other channels": (READY, lambda: saved(picture(mode="CMYK"), "JPEG", icc_profile=_srgb())),
    "JPEG in CMYK": (READY, lambda: saved(picture(mode="CMYK"), "JPEG")),
    "JPEG in grey": (READY, lambda: saved(picture(mode="L"), "JPEG")),
    "PNG of 16 bits": (READY, lambda: saved(Image.new("I;16", (320, 240), 40_000), "PNG")),
    "PNG of 1 bit": (READY, lambda: saved(picture(mode="1"), "PNG")),
    "PNG with a palette and transparency": (READY, lambda: saved(picture(mode="P"), "PNG", transparency=3)),
    "PNG of grey and transparency": (READY, lambda: saved(picture(mode="LA"), "PNG")),
    "PNG of 200 x 80,000": (READY, lambda: png(200, 80_000)),
    # as large as we take
    "PNG of 39 MP with transparency": (READY, lambda: png(6_250, 6_250, bits=8, colour=6)),
    "PNG of 39 MP, grey of 16 bits": (READY, lambda: png(6_250, 6_250, bits=16)),
    "JPEG of 39 MP, progressive CMYK": (
        READY, lambda: saved(picture(6_250, 6_250, "CMYK"), "JPEG", progressive=True, subsampling=0, quality=60),
    ),
    "WebP of 15 MP with transparency": (READY, lambda: saved(picture(3_950, 3_950, "RGBA"), "WEBP", method=0)),
    "AVIF of 15 MP": (READY, lambda: saved(picture(3_950, 3_950), "AVIF", speed=10, subsampling="4:4:4")),
}  # fmt: skip


@functools.cache
def corpus(name: str) -> bytes:
    """The upload of this name; the large ones take a second to make, so each is made once."""
    return CORPUS[name][1]()
