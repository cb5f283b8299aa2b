"""One upload made anew: decoded, turned upright, brought to sRGB and eight bits, sized, and stripped of everything but pixels."""

import io
from collections.abc import Callable

from PIL import AvifImagePlugin, Image, ImageCms
from PIL.AvifImagePlugin import AvifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from catalog.media import header, rules

# The formats by name, so that Pillow's search among thirty others never begins.
_OPENERS: dict[str, Callable[[io.BytesIO], Image.Image]] = {
    "JPEG": JpegImageFile,
    "PNG": PngImageFile,
    "WEBP": WebPImageFile,
    "AVIF": AvifImageFile,
}
# One picture, one thread: the workers are many already, and every thread costs address space.
AvifImagePlugin.DEFAULT_MAX_THREADS = 1
_SRGB = ImageCms.createProfile("sRGB")
_SAVING: dict[str, dict[str, object]] = {
    "WEBP": {"quality": 78, "method": 2},
    "AVIF": {"quality": 50, "speed": 9, "max_threads": 1},
}


class Unfit(Exception):
    """The upload is refused, with one of `rules.REFUSALS`."""


def make(upload: bytes) -> tuple[dict[str, object], list[bytes]]:
    """What the picture is and its renditions, smallest first; Unfit where it cannot be one."""
    picture = _cleansed(upload)
    parts: list[dict[str, object]] = []
    contents: list[bytes] = []
    for size in rules.sizes_of(max(picture.size)):
        sized = picture.resize(rules.scaled(*picture.size, size), Image.Resampling.LANCZOS, reducing_gap=2.0)
        for form in rules.FORMATS:
            held = io.BytesIO()
            sized.save(held, form, **_SAVING[form])
            contents.append(held.getvalue())
            parts.append({"format": form, "size": size, "width": sized.width, "height": sized.height, "bytes": held.tell()})
    return {"width": picture.width, "height": picture.height, "colour": _colour(picture), "parts": parts}, contents


def _cleansed(upload: bytes) -> Image.Image:
    """The picture upright in sRGB without any metadata, its longer side at most our largest size."""
    try:
        said = header.read(upload)
        if fault := rules.fault_of(said):
            raise Unfit(fault)
        opened = _OPENERS[said.format](io.BytesIO(upload))
        if fault := rules.fault_of(header.Header(said.format, *opened.size, getattr(opened, "n_frames", 1) > 1)):
            raise Unfit(fault)
        turn, profile = _turn(opened), opened.info.get("icc_profile")
        return _upright(_in_srgb(_shrunk(opened), profile), turn)
    except (Unfit, MemoryError):
        raise
    except Exception as error:
        # Decoders answer hostile bytes with any kind of exception.
        raise Unfit("UNREADABLE") from error


def _turn(opened: Image.Image) -> int:
    """EXIF's orientation; broken EXIF data do not make a good picture bad."""
    try:
        return int(opened.getexif().get(0x0112, 1))
    except Exception:
        return 1


def _shrunk(opened: Image.Image) -> Image.Image:
    """Decoded at the largest size that we make; everything after this works on few pixels."""
    top = rules.SIZES[-1]
    size = rules.scaled(*opened.size, min(top, max(opened.size)))
    opened.draft(None, (size[0] * 2, size[1] * 2))
    opened.load()
    picture: Image.Image = opened
    if picture.mode in {"1", "P", "PA"} or "transparency" in picture.info:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    if picture.size != size:
        picture = _reduced(picture, size)
    return _eight_bits(picture) if picture.mode.startswith("I") else picture


def _reduced(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Resized; a large picture with transparency first by whole factors, strip by strip, to spare a second copy of it."""
    factor = min(picture.width // (size[0] * 2), picture.height // (size[1] * 2))
    if picture.mode == "RGBA" and factor > 1:
        rows = 64 * factor
        smaller = Image.new("RGBA", (-(-picture.width // factor), -(-picture.height // factor)))
        for top in range(0, picture.height, rows):
            strip = picture.crop((0, top, picture.width, min(top + rows, picture.height)))
            smaller.paste(strip.reduce(factor), (0, top // factor))
        picture = smaller
    gap = None if picture.mode.startswith("I") else 2.0
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=gap)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Sixteen bits of grey to eight; Pillow's own conversion would cut off what is above 255."""
    return picture.convert("I").point(lambda value: value / 257).convert("L")


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB, or RGBA where something is transparent, by the picture's colour profile where it has a usable one."""
    clear = picture.getchannel("A") if picture.mode in {"RGBA", "LA"} else None
    colours = picture.convert({"RGBA": "RGB", "LA": "L"}[picture.mode]) if clear else picture
    if profile:
        try:
            found = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            colours = ImageCms.profileToProfile(colours, found, _SRGB, outputMode="RGB") or colours
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A broken profile, or one for other channels: the colours are taken for sRGB, as a browser does.
            pass
    colours = colours.convert("RGB")
    if clear is not None and clear.getextrema()[0] != 255:
        colours.putalpha(clear)
    return colours


# EXIF's orientation (CIPA DC-008, tag 274) undone.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _upright(picture: Image.Image, turn: int) -> Image.Image:
    """Turned as EXIF says, in a new picture that carries no information beside its pixels."""
    way = _TURNS.get(turn)
    turned = picture.transpose(way) if way is not None else picture
    clean = Image.new(turned.mode, turned.size)
    clean.paste(turned)
    return clean


def _colour(picture: Image.Image) -> str:
    """The most frequent colour of eight, as #rrggbb; what is transparent counts as white."""
    small = picture.resize((48, 48), Image.Resampling.BOX)
    ground = Image.new("RGB", small.size, "white")
    ground.paste(small, mask=small.getchannel("A") if small.mode == "RGBA" else None)
    eight = ground.quantize(8, Image.Quantize.MEDIANCUT)
    counts = eight.histogram()
    index = counts.index(max(counts))
    red, green, blue = (eight.getpalette() or [])[index * 3 : index * 3 + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"
