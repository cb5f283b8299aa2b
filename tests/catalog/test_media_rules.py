"""Sizes, choices, keys and headers of pictures: pure facts."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from catalog.media import header, rules
from catalog.media.refusals import sentence
from catalog.media.rules import RenditionRow
from marketplace.kit.files import is_key
from tests.catalog.uploads import picture, saved


@pytest.mark.parametrize(
    ("longer_side", "sizes"),
    [
        (200, (180,)), (206, (180,)), (207, (180, 207)), (360, (180, 360)), (500, (180, 360, 500)), (720, (180, 360, 720)),
        (800, (180, 360, 720)), (900, (180, 360, 720, 900)), (1200, (180, 360, 720, 1200)), (6000, (180, 360, 720, 1200)),
    ],
)  # fmt: skip
def test_sizes_follow_the_original(longer_side: int, sizes: tuple[int, ...]) -> None:
    assert rules.sizes_of(longer_side) == sizes


@given(st.integers(200, 100_000))
def test_no_size_is_beyond_the_original_and_none_comes_twice(longer_side: int) -> None:
    sizes = rules.sizes_of(longer_side)
    assert list(sizes) == sorted(set(sizes))
    assert sizes[-1] <= min(longer_side, 1200)
    assert sizes[-1] * 1.15 > min(longer_side, 1200)


@given(st.integers(1, 100_000), st.integers(1, 100_000), st.sampled_from(rules.SIZES))
def test_scaling_keeps_the_shape(width: int, height: int, size: int) -> None:
    wide, high = rules.scaled(width, height, size)
    assert max(wide, high) == size
    assert min(wide, high) >= 1
    assert abs(wide - width * size / max(width, height)) <= 1
    assert abs(high - height * size / max(width, height)) <= 1


ROWS = [RenditionRow(form, size, size, size // 2, f"/{size}.{form}") for size in (720, 180, 360) for form in ("WEBP", "AVIF")]


@pytest.mark.parametrize(("asked", "size"), [(1, 180), (180, 180), (181, 360), (360, 360), (700, 720), (720, 720), (4000, 720)])
def test_the_smallest_that_is_large_enough(asked: int, size: int) -> None:
    chosen = rules.thumbnail(ROWS, asked, "AVIF")
    assert chosen is not None
    assert (chosen.size, chosen.format) == (size, "AVIF")


def test_nothing_to_choose_from() -> None:
    assert rules.thumbnail([], 360, "WEBP") is None
    assert rules.thumbnail(ROWS, 360, "JPEG") is None
    assert rules.srcset([], "WEBP") == ""


def test_srcset_names_widths_from_small_to_large() -> None:
    assert rules.srcset(ROWS, "WEBP") == "/180.WEBP 180w, /360.WEBP 360w, /720.WEBP 720w"


def test_keys_are_good_keys_and_follow_the_content() -> None:
    first = rules.rendition_key("ab" * 32, 720, "WEBP", "cd" * 32)
    assert first == rules.rendition_key("ab" * 32, 720, "WEBP", "cd" * 32)
    assert first != rules.rendition_key("ab" * 32, 720, "WEBP", "ce" * 32)
    assert is_key(first)
    assert is_key(rules.upload_key("ab" * 32, "0f" * 8))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L"])
@pytest.mark.parametrize("options", [{}, {"lossless": True}, {"progressive": True, "quality": 30}])
def test_headers_agree_with_a_decoder(form: str, mode: str, options: dict[str, object]) -> None:
    if form == "AVIF":
        options = {"speed": 10}
    upload = saved(picture(431, 257, "RGB" if form == "JPEG" and mode == "RGBA" else mode), form, **options)
    with Image.open(io.BytesIO(upload)) as opened:
        assert header.read(upload) == header.Header(form, *opened.size)


@given(st.sampled_from(["JPEG", "PNG", "WEBP", "AVIF"]), st.data())
def test_a_header_that_breaks_off_or_is_garbled_is_an_answer(form: str, data: st.DataObject) -> None:
    upload = bytearray(_SAMPLES[form])
    for _change in range(data.draw(st.integers(0, 8))):
        upload[data.draw(st.integers(0, min(len(upload), 400) - 1))] = data.draw(st.integers(0, 255))
    assert _is_a_size_or_nothing(_answer(bytes(upload[: data.draw(st.integers(0, len(upload)))])))


_SAMPLES = {form: saved(picture(210, 205), form) for form in ("JPEG", "PNG", "WEBP", "AVIF")}


def _answer(upload: bytes) -> header.Header | None:
    """What it says that it is; None for no picture. Anything but these two is raised."""
    try:
        return header.read(upload)
    except header.NoPicture:
        return None


def _is_a_size_or_nothing(said: header.Header | None) -> bool:
    return said is None or (said.width >= 1 and said.height >= 1)


@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(upload: bytes) -> None:
    for magic in (b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x00\x00\x00WEBP", b"\x00\x00\x00\x18ftypavif"):
        assert _is_a_size_or_nothing(_answer(magic + upload))


def test_each_refusal_has_a_sentence() -> None:
    for code in rules.REFUSALS:
        assert sentence(code, "BMP")
        assert "%" not in sentence(code, "BMP")
    assert "HEIC" in sentence("UNSUPPORTED_FORMAT", "HEIC")
    assert "JPEG" in sentence("UNSUPPORTED_FORMAT", "HEIC")
    assert "BMP" in sentence("UNSUPPORTED_FORMAT", "BMP")
