"""The process that makes pictures anew: its work pixel by pixel, its limits, and what happens when it is killed."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from catalog.media import workshop
from catalog.media.workshop import Remade, WorkshopFailed
from tests.catalog.uploads import corpus, exif, picture, saved


@pytest.fixture(autouse=True)
def _workshop_ends() -> Iterator[None]:
    yield
    workshop.close()


def largest(remade: Remade, form: str = "WEBP") -> Image.Image:
    content = [made.content for made in remade.renditions if made.format == form][-1]
    opened = Image.open(io.BytesIO(content))
    opened.load()
    return opened


def near(found: object, wanted: tuple[int, ...], by: int = 12) -> bool:
    assert isinstance(found, tuple)
    return len(found) == len(wanted) and all(abs(one - other) <= by for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("turn", range(1, 9))
def test_pictures_are_turned_upright(turn: int) -> None:
    """A red corner at the upper left, whatever way the camera was held."""
    upright = Image.new("RGB", (450, 270), "white")
    upright.paste((220, 20, 20), (0, 0, 120, 80))
    undo = [None, *(Image.Transpose(number) for number in (0, 3, 1, 5, 2, 6, 4))][turn - 1]
    held = upright if undo is None else upright.transpose(undo)
    remade = workshop.remake(saved(held, "PNG", exif=exif(turn)))
    assert (remade.width, remade.height) == (450, 270)
    for form in ("WEBP", "AVIF"):
        seen = largest(remade, form)
        assert seen.size == (450, 270)
        assert near(seen.getpixel((40, 30)), (220, 20, 20), 25)
        assert near(seen.getpixel((400, 220)), (255, 255, 255), 25)


def test_colours_are_brought_to_srgb_by_the_profile() -> None:
    """A profile with red and blue exchanged: what is stored as blue is seen as red."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile = profile.replace(b"rXYZ", b"tXYZ", 1).replace(b"bXYZ", b"rXYZ", 1).replace(b"tXYZ", b"bXYZ", 1)
    remade = workshop.remake(saved(Image.new("RGB", (300, 300), (0, 0, 255)), "PNG", icc_profile=bytes(profile)))
    assert near(largest(remade).getpixel((150, 150)), (255, 0, 0), 40)


def test_sixteen_bits_of_grey_become_eight() -> None:
    remade = workshop.remake(saved(Image.new("I;16", (300, 300), 128 * 257), "PNG"))
    assert near(largest(remade).getpixel((150, 150)), (128, 128, 128))


def test_transparency_stays_and_an_alpha_channel_without_any_goes() -> None:
    clear = Image.new("RGBA", (300, 300), (200, 30, 30, 255))
    assert largest(workshop.remake(saved(clear, "PNG"))).mode == "RGB"
    clear.paste((0, 0, 0, 0), (0, 0, 150, 300))
    remade = workshop.remake(saved(clear, "PNG"))
    for form in ("WEBP", "AVIF"):
        seen = largest(remade, form)
        assert seen.mode == "RGBA"
        assert near(seen.getpixel((40, 150)), (0, 0, 0, 0)) or seen.getpixel((40, 150))[3] < 12  # type: ignore[index]
        assert near(seen.getpixel((250, 150)), (200, 30, 30, 255), 20)


def test_large_pictures_with_transparency_are_not_darkened_at_their_edges() -> None:
    """What is fully transparent has no colour: scaled down, black must not bleed out of it."""
    wide = Image.new("RGBA", (5000, 3000), (0, 0, 0, 0))
    wide.paste((250, 250, 250, 255), (0, 0, 5000, 1503))
    seen = largest(workshop.remake(saved(wide, "PNG", compress_level=1)))
    assert seen.size == (1200, 720)
    edge = [seen.getpixel((600, row)) for row in range(350, 370)]
    assert all(pixel[0] > 225 for pixel in edge if pixel[3] > 60)  # type: ignore[index]


@pytest.mark.parametrize("colour", ["#1a5f3c", "#e0e0e0", "#102030"])
def test_the_colour_is_the_one_that_is_seen_most(colour: str) -> None:
    seen = Image.new("RGB", (300, 300), colour)
    seen.paste("#ffcc00", (0, 0, 300, 90))
    assert workshop.remake(saved(seen, "PNG")).colour == colour


def test_the_same_upload_gives_the_same_bytes() -> None:
    upload = saved(picture(700, 500), "JPEG")
    first = workshop.remake(upload)
    workshop.close()
    assert workshop.remake(upload).renditions == first.renditions


def test_small_ones_come_first() -> None:
    remade = workshop.remake(saved(picture(1500, 1000), "JPEG"))
    made = [(one.size, one.format) for one in remade.renditions]
    assert made == [(size, form) for size in (180, 360, 720, 1200) for form in ("WEBP", "AVIF")]
    assert largest(remade).size == (1200, 800)


# Its limits, and its death ------------------------------------------------------------------------------------------------
def _children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]


def _killed_at_work(number: signal.Signals) -> Remade:
    """What is said of an upload whose child gets this signal while it works."""
    workshop.remake(saved(picture(), "JPEG"))
    with workshop._workshop() as held:
        parent = held.process.pid
    upload = corpus("JPEG of 39 MP, progressive CMYK")
    killer = threading.Thread(target=_kill_the_child, args=(parent, number))
    killer.start()
    try:
        return workshop.remake(upload)
    finally:
        killer.join()


def _kill_the_child(parent: int, number: signal.Signals) -> None:
    for _look in range(20_000):
        if children := _children(parent):
            os.kill(children[0], number)
            return
        time.sleep(0.001)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGXCPU, "TOO_DEMANDING"), (signal.SIGALRM, "TOO_DEMANDING"),
        (signal.SIGSEGV, "UNREADABLE"), (signal.SIGABRT, "UNREADABLE"),
    ],
)  # fmt: skip
def test_a_child_that_is_ended_by_its_upload_is_a_verdict(number: signal.Signals, code: str) -> None:
    remade = _killed_at_work(number)
    assert (remade.refusal, remade.renditions) == (code, ())
    assert workshop.remake(saved(picture(), "JPEG")).refusal == ""


def test_a_child_that_somebody_else_killed_says_nothing_about_the_upload() -> None:
    with pytest.raises(WorkshopFailed):
        _killed_at_work(signal.SIGKILL)
    assert workshop.remake(saved(picture(), "JPEG")).refusal == ""


def test_a_workshop_that_was_killed_is_replaced() -> None:
    workshop.remake(saved(picture(), "JPEG"))
    with workshop._workshop() as held:
        os.kill(held.process.pid, signal.SIGKILL)
        held.process.wait(10)
    assert workshop.remake(saved(picture(), "JPEG")).refusal == ""


def _in_limits(work: str) -> subprocess.CompletedProcess[bytes]:
    code = f"import signal\nfrom catalog.media.process import _limit\n_limit()\n{work}"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=60)


def test_memory_and_files_and_time_have_limits() -> None:
    assert b"MemoryError" in _in_limits("bytearray(700 * 1024 * 1024)").stderr
    assert _in_limits("bytearray(200 * 1024 * 1024)").returncode == 0
    assert _in_limits("import tempfile\nf = tempfile.TemporaryFile()\nf.write(bytes(20_000_000)); f.flush()").returncode != 0
    limits = _in_limits("import resource\nprint(resource.getrlimit(resource.RLIMIT_CPU), signal.alarm(0) > 0)").stdout
    assert limits.strip() == b"(10, 12) True"


def test_the_process_knows_no_secrets_and_no_django() -> None:
    workshop.remake(saved(picture(), "JPEG"))
    with workshop._workshop() as held:
        process = Path(f"/proc/{held.process.pid}")
        environment = process.joinpath("environ").read_bytes()
        mapped = process.joinpath("maps").read_bytes()
    assert {line.partition(b"=")[0] for line in environment.split(b"\x00") if line} == {
        b"PATH", b"PYTHONPATH", b"PYTHONDONTWRITEBYTECODE",
    }  # fmt: skip
    assert b"psycopg" not in mapped
    code = "import sys, catalog.media.process\nprint([name for name in sys.modules if name.startswith('django')])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"
