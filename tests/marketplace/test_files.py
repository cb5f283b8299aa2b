"""One contract for both places where files may lie: the disk, and a real S3 server (rclone's, signatures checked)."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from botocore.exceptions import ClientError
from django.test import override_settings

from marketplace.kit import files as kit
from marketplace.kit.files import PUBLIC, QUARANTINE, FileMissing, Files, LocalFiles, files
from marketplace.kit.files_s3 import S3Files

KEY = "public/pictures/0a1b/720-00ff.webp"
HELD = "quarantine/uploads/0a1b.bin"
CREDENTIALS = {"access_key_id": "test-key", "secret_access_key": "test-secret"}


@pytest.fixture(scope="module")
def s3_endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real S3 server of our own on a free loopback port, with one bucket."""
    folder = tmp_path_factory.mktemp("s3")
    (folder / "bucket").mkdir()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    rclone = Path(sys.executable).parent / "rclone"
    command = [str(rclone), "serve", "s3", str(folder), "--addr", f"127.0.0.1:{port}", "--auth-key", "test-key,test-secret"]
    command += ["--config", str(folder.parent / "none.conf")]
    with (folder.parent / "s3.log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env={"PATH": os.defpath, "HOME": str(folder.parent)})
        try:
            _await(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def _await(port: int, server: subprocess.Popen[bytes]) -> None:
    for _attempt in range(200):
        assert server.poll() is None, "the S3 server ended at once"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the S3 server does not answer")


@pytest.fixture(params=["local", "s3"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Files]:
    if request.param == "local":
        yield LocalFiles(tmp_path / "media")
        return
    endpoint = request.getfixturevalue("s3_endpoint")
    held = S3Files(endpoint=endpoint, bucket="bucket", region="ap-south-1", **CREDENTIALS)
    yield held
    for prefix in (PUBLIC, QUARANTINE):
        for key in list(held.keys(prefix, before=datetime.now(UTC) + timedelta(days=1))):
            held.delete(key)
    held.client.close()


def test_what_is_put_is_got(place: Files) -> None:
    content = bytes(range(256)) * 1000
    place.put(KEY, content)
    assert place.get(KEY) == content
    assert place.exists(KEY)


def test_an_empty_file_is_a_file(place: Files) -> None:
    place.put(KEY, b"")
    assert place.exists(KEY)
    assert place.get(KEY) == b""


def test_putting_again_replaces(place: Files) -> None:
    place.put(KEY, b"first, longer")
    place.put(KEY, b"second")
    assert place.get(KEY) == b"second"


def test_what_is_missing_is_said_to_be(place: Files) -> None:
    assert not place.exists(KEY)
    with pytest.raises(FileMissing):
        place.get(KEY)
    place.put(KEY, b"x")
    with pytest.raises(FileMissing):
        place.get("public/pictures/0a1b.webp")


def test_deleting_twice_is_the_same_as_once(place: Files) -> None:
    place.put(KEY, b"x")
    place.delete(KEY)
    place.delete(KEY)
    assert not place.exists(KEY)


def test_keys_lists_a_prefix_up_to_a_moment(place: Files) -> None:
    place.put(KEY, b"x")
    place.put(HELD, b"y")
    soon = datetime.now(UTC) + timedelta(minutes=1)
    assert list(place.keys(QUARANTINE, before=soon)) == [HELD]
    assert list(place.keys(PUBLIC, before=soon)) == [KEY]
    assert list(place.keys(PUBLIC, before=soon - timedelta(hours=1))) == []
    with pytest.raises(ValueError, match="prefix"):
        list(place.keys("", before=soon))


def test_only_public_files_have_an_address(place: Files) -> None:
    assert place.url(KEY) == "/media/" + KEY
    with pytest.raises(ValueError, match="quarantine"):
        place.url(HELD)


@pytest.mark.parametrize(
    "key",
    [
        "", "public", "public/", "public/a", "/public/a.webp", "public//a.webp", "public/../quarantine/a.bin", "public/..webp",
        "public/.a.webp", "public/a/./b.webp", "public/a\x00.webp", "public/a.webp\n", "public/a.webp/", "public/a.html",
        "public/a.svg", "public/a.webp.html", "Public/a.webp", "public/A.webp", "public/ä.webp", "public/a b.webp",
        "public\\a.webp", "private/a.webp", "public/%2e%2e/a.webp", "public/a/b/c/d/e/f.webp", "public/-a.webp",
        "public/" + "a" * 65 + ".webp", "public/१.webp", "etc/passwd", "../public/a.webp",
    ],
)  # fmt: skip
def test_a_key_that_is_none_of_ours_reaches_no_storage(place: Files, key: str) -> None:
    for deed in (place.get, place.delete, place.exists, place.url, lambda key: place.put(key, b"x")):
        with pytest.raises(ValueError, match="not a key of ours"):
            deed(key)


def test_how_a_file_is_served_follows_from_its_key() -> None:
    assert kit.content_type(KEY) == "image/webp"
    assert kit.content_type(HELD) == "application/octet-stream"
    assert kit.cache_control(KEY) == "public, max-age=31536000, immutable"
    assert kit.cache_control(HELD) == "private, no-store"


def test_s3_is_told_type_and_cache_control(s3_endpoint: str) -> None:
    held = S3Files(endpoint=s3_endpoint, bucket="bucket", region="ap-south-1", **CREDENTIALS)
    sent: list[tuple[str, str]] = []
    held.client.meta.events.register(
        "before-send.s3.PutObject",
        lambda request, **_: sent.append((_text(request.headers["Content-Type"]), _text(request.headers["Cache-Control"]))),
    )
    held.put(KEY, b"x")
    held.put(HELD, b"x")
    held.client.close()
    assert sent == [("image/webp", "public, max-age=31536000, immutable"), ("application/octet-stream", "private, no-store")]


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


def test_the_bucket_is_closed_to_strangers(s3_endpoint: str) -> None:
    held = S3Files(endpoint=s3_endpoint, bucket="bucket", region="ap-south-1", **CREDENTIALS)
    held.put(KEY, b"x")
    held.client.close()
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{s3_endpoint}/bucket/{KEY}", timeout=10)
    assert refused.value.code in {400, 403}
    refused.value.close()
    forged = S3Files(endpoint=s3_endpoint, bucket="bucket", region="x", access_key_id="test-key", secret_access_key="wrong")
    with pytest.raises(ClientError):
        forged.get(KEY)
    forged.client.close()


def test_every_call_has_a_time_limit_and_retries() -> None:
    config = S3Files(endpoint="http://127.0.0.1:9", bucket="b", region="x", **CREDENTIALS).client.meta.config
    assert config.connect_timeout <= 5
    assert config.read_timeout <= 30
    assert config.retries["total_max_attempts"] >= 3


def test_the_settings_choose_the_place(tmp_path: Path, s3_endpoint: str) -> None:
    with override_settings(MEDIA_ROOT=tmp_path, S3_ENDPOINT_URL=""):
        files().put(KEY, b"on disk")
    assert (tmp_path / KEY).read_bytes() == b"on disk"
    assert [path.name for path in (tmp_path / KEY).parent.iterdir()] == ["720-00ff.webp"]
    bucket = {"S3_ENDPOINT_URL": s3_endpoint, "S3_BUCKET": "bucket", "S3_REGION": "ap-south-1"}
    with override_settings(**bucket, S3_ACCESS_KEY_ID="test-key", S3_SECRET_ACCESS_KEY="test-secret"):
        files().put(KEY, b"in the bucket")
        assert files().get(KEY) == b"in the bucket"
        assert files() is files()
