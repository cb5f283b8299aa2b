"""What strangers may upload: nothing of it is kept as it came, no worker dies of it, and each is told what is wrong."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from catalog.media import actions, workshop
from catalog.media.models import Picture
from catalog.media.rules import REFUSALS
from marketplace.kit.refused import Refused
from tests.catalog.uploads import CORPUS, EVIL, READ_OR_NOT, corpus
from tests.factories import ProductFactory

pytestmark = pytest.mark.usefixtures("media_root", "workshop_ends")
PEAK_KB = 400 * 1024


def test_the_corpus_is_large_and_its_answers_are_known() -> None:
    assert len(CORPUS) >= 40
    assert {code for code, _make in CORPUS.values()} - {"READY", READ_OR_NOT} <= set(REFUSALS)


@pytest.mark.parametrize("name", CORPUS)
def test_uploads_are_refused_or_cleansed(name: str, hear_news: Callable[[], int], media_root: Path) -> None:
    expected, _make = CORPUS[name]
    upload = corpus(name)
    outcome = _outcome(upload, hear_news)
    assert outcome in ({"READY", "UNREADABLE"} if expected == READ_OR_NOT else {expected})
    kept = [path for path in media_root.rglob("*") if path.is_file()]
    assert bool(kept) == (outcome == "READY")
    for path in kept:
        assert path.is_relative_to(media_root / "public")
        _is_nothing_but_a_picture(path.read_bytes(), upload)


def _outcome(upload: bytes, hear_news: Callable[[], int]) -> str:
    """The code of the refusal, by the door or by the worker; READY where there is none."""
    try:
        media = actions.add(product=ProductFactory(), upload=upload, alt="A cup")
    except Refused as refused:
        assert refused.field == "upload"
        assert refused.message
        assert not Picture.objects.exists()
        return refused.code
    hear_news()
    picture = Picture.objects.get(pk=media.picture_id)
    assert picture.upload_key == ""
    return picture.refusal or picture.state.upper()


def _is_nothing_but_a_picture(content: bytes, upload: bytes) -> None:
    assert content not in upload
    for mark in EVIL:
        assert mark not in content
    opened = Image.open(io.BytesIO(content), formats=["WEBP", "AVIF"])
    opened.load()
    assert opened.mode in {"RGB", "RGBA"}
    assert not dict(opened.getexif())
    assert not {"exif", "xmp", "icc_profile", "comment"} & set(opened.info)
    # The container ends where the picture ends: nothing hangs behind it.
    if content[:4] == b"RIFF":
        assert int.from_bytes(content[4:8], "little") + 8 == len(content)


def test_the_process_holds_by_itself_and_stays_small() -> None:
    """Also what the door would have refused: the process trusts no door."""
    peaks = {}
    for name, (expected, _make) in CORPUS.items():
        remade = workshop.remake(corpus(name))
        peaks[name] = remade.peak_kb
        assert bool(remade.renditions) == (not remade.refusal)
        if expected not in {"READY", READ_OR_NOT, "TOO_LARGE"}:
            assert remade.refusal in REFUSALS, name
    assert max(peaks.values()) < PEAK_KB, sorted(peaks.items(), key=lambda item: -item[1])[:5]


def test_one_process_serves_the_whole_corpus() -> None:
    with workshop._workshop() as before:
        pass
    for name in ("truncated PNG", "PNG with text that unpacks to 100 MB", "AVIF that says less than it is", "JPEG in CMYK"):
        workshop.remake(corpus(name))
    with workshop._workshop() as after:
        assert after is before
