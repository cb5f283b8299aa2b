"""Where files lie: one small interface, on this machine's disk or in any S3 bucket.

Keys are made by us, never by the people who upload: `public/...` may be served, `quarantine/...` never is. The key
alone decides how a file is served: its content type by the ending, how long it may be kept by the prefix.
"""

import contextlib
import os
import re
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, cast

from django.conf import settings
from django.utils.module_loading import import_string

PUBLIC = "public/"
QUARANTINE = "quarantine/"
CONTENT_TYPES = {
    "avif": "image/avif",
    "bin": "application/octet-stream",
    "jpg": "image/jpeg",
    "pdf": "application/pdf",
    "png": "image/png",
    "webp": "image/webp",
}
_KEY = re.compile(r"(?:public|quarantine)(?:/[a-z0-9][a-z0-9_-]{0,63}){1,5}\.([a-z]{3,4})", re.ASCII)
_LONGEST = 200


class FileMissing(Exception):
    """There is no file under this key."""


class Files(Protocol):
    """A place for files of a few megabytes. Every method raises ValueError for a key that is none of ours."""

    def put(self, key: str, content: bytes) -> None:
        """Keep `content` under `key`, whole or not at all; what was there before is replaced."""

    def get(self, key: str) -> bytes:
        """The content; FileMissing where there is none."""

    def delete(self, key: str) -> None:
        """Forget the file; nothing happens where there is none."""

    def exists(self, key: str) -> bool:
        """Is there a file under this key?"""

    def url(self, key: str) -> str:
        """The address on our own server that serves a public file; ValueError for a file in quarantine."""

    def keys(self, prefix: str, *, before: datetime) -> Iterator[str]:
        """The keys below PUBLIC or QUARANTINE whose files were last written before this moment."""


def is_key(key: str) -> bool:
    """Is this a key that we could have made: known prefix, plain words, known ending?"""
    found = _KEY.fullmatch(key)
    return found is not None and found[1] in CONTENT_TYPES and len(key) <= _LONGEST


def checked(key: str) -> str:
    """The key itself; ValueError where it is none of ours."""
    if not is_key(key):
        raise ValueError(f"not a key of ours: {key!r}")
    return key


def content_type(key: str) -> str:
    """What a file is served as: by our own table, never by what an upload claims."""
    return CONTENT_TYPES[checked(key).rpartition(".")[2]]


def cache_control(key: str) -> str:
    """Public files never change under their key; a file in quarantine is kept by nobody."""
    return "public, max-age=31536000, immutable" if checked(key).startswith(PUBLIC) else "private, no-store"


def public_url(key: str) -> str:
    """Every file is served through our own address with our own headers; a CDN may stand in front, the bucket stays closed."""
    if not checked(key).startswith(PUBLIC):
        raise ValueError(f"a file in quarantine has no address: {key!r}")
    return settings.MEDIA_URL + key


class LocalFiles:
    """Files in a folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, key: str, content: bytes) -> None:
        """Written beside, flushed to the disk and renamed, so that no reader and no power cut sees half a file."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(beside)
            raise

    def get(self, key: str) -> bytes:
        """See Files."""
        try:
            return self._path(key).read_bytes()
        except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
            raise FileMissing(key) from None

    def delete(self, key: str) -> None:
        """See Files."""
        self._path(key).unlink(missing_ok=True)

    def exists(self, key: str) -> bool:
        """See Files."""
        return self._path(key).is_file()

    def url(self, key: str) -> str:
        """See Files."""
        return public_url(key)

    def keys(self, prefix: str, *, before: datetime) -> Iterator[str]:
        """See Files."""
        for path in sorted((self._folder / _prefix(prefix)).rglob("*")):
            key = path.relative_to(self._folder).as_posix()
            if is_key(key) and path.is_file() and datetime.fromtimestamp(path.stat().st_mtime, UTC) < before:
                yield key

    def _path(self, key: str) -> Path:
        return self._folder / checked(key)


def _prefix(prefix: str) -> str:
    if prefix not in {PUBLIC, QUARANTINE}:
        raise ValueError(f"not a prefix of ours: {prefix!r}")
    return prefix


def files() -> Files:
    """The place that the settings name: the S3 bucket where there is one, else this machine's disk."""
    if settings.S3_ENDPOINT_URL:
        # By name: boto3 costs a third of a second and 30 MB, which a house without S3 need not spend.
        return cast(Files, import_string("marketplace.kit.files_s3.configured")())
    return LocalFiles(Path(settings.MEDIA_ROOT))
