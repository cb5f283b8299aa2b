"""Documents that clients name by hash: the list that is checked in, and those that clients have sent once (Apollo's way)."""

import hashlib
import time
from collections import OrderedDict
from functools import cache
from pathlib import Path
from threading import Lock

import orjson
import redis
from django.conf import settings
from django.utils.translation import gettext as _

from marketplace.kit.graphql.asked import Asked
from marketplace.kit.graphql.errors import refusal
from marketplace.kit.valkey import reach

LISTED = Path(__file__).resolve().parents[2] / "documents"
KEPT_SECONDS = 7 * 24 * 3600
REFRESH_SECONDS = 3600.0  # a process says at most so often that a document is still used
MOST_KEPT = 2000
MOST_CHARACTERS = 16_000  # of a document that anybody may have kept
MOST_HERE = 2_000_000  # characters in this process

# One document more; the oldest go where there are too many. All keys stand under one prefix, on one Valkey.
_KEEP = """
redis.call('SET', ARGV[1] .. ARGV[2], ARGV[3], 'EX', ARGV[4])
local clock = redis.call('TIME')
redis.call('ZADD', ARGV[1] .. 'all', clock[1], ARGV[2])
redis.call('EXPIRE', ARGV[1] .. 'all', ARGV[4])
local over = redis.call('ZCARD', ARGV[1] .. 'all') - ARGV[5]
if over > 0 then
  local gone = redis.call('ZPOPMIN', ARGV[1] .. 'all', over)
  for place = 1, #gone, 2 do redis.call('DEL', ARGV[1] .. gone[place]) end
end
return over
"""
_PREFIX = "graphql:document:"


def hash_of(text: str) -> str:
    """The SHA-256 of a document's text, as clients write it."""
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def listed() -> dict[str, str]:
    """The checked-in documents by hash. ValueError where a file is not what the list says: listed documents never change."""
    found = {}
    for mark, name in orjson.loads((LISTED / "list.json").read_bytes()).items():
        text = (LISTED / name).read_text(encoding="utf-8")
        if hash_of(text) != mark:
            raise ValueError(f"{name} has changed; kiosks ask for it by its hash: add a new file instead")
        found[mark] = text
    return found


class Remembered:
    """The documents of this process by hash, the least recently used go first."""

    def __init__(self, most: int = MOST_HERE) -> None:
        self.most = most
        self._kept: OrderedDict[str, str] = OrderedDict()
        self._said_at: dict[str, float] = {}
        self._size = 0
        self._lock = Lock()

    def get(self, mark: str) -> str | None:
        """The text, if it is here."""
        with self._lock:
            if mark in self._kept:
                self._kept.move_to_end(mark)
            return self._kept.get(mark)

    def keep(self, mark: str, text: str) -> None:
        """Remember the text, whose hash must have been verified."""
        with self._lock:
            if mark not in self._kept:
                self._kept[mark] = text
                self._size += len(text)
            self._said_at[mark] = time.monotonic()
            while self._size > self.most:
                oldest, gone = self._kept.popitem(last=False)
                self._said_at.pop(oldest)
                self._size -= len(gone)

    def is_due(self, mark: str) -> bool:
        """Whether it is time to say that a text which is here is still used; the asker is to say it then."""
        with self._lock:
            now = time.monotonic()
            if now - self._said_at.get(mark, now) < REFRESH_SECONDS:
                return False
            self._said_at[mark] = now
            return True


_here = Remembered()


def text_of(asked: Asked) -> str:
    """The document that is meant. GraphQLError PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_HASH_MISMATCH, DOCUMENT_NOT_LISTED."""
    if asked.hash is not None and asked.hash in listed():
        found: str | None = listed()[asked.hash]
    elif settings.GRAPHQL_ONLY_LISTED:
        if asked.text is None or hash_of(asked.text) not in listed():
            raise refusal("DOCUMENT_NOT_LISTED", _("This server answers only documents of its list."))
        found = asked.text
    elif asked.hash is None:
        found = asked.text
    else:
        found = asked.text or _kept(asked.hash)
    if found is None:
        raise refusal("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound")
    if asked.text is not None and asked.hash is not None and hash_of(asked.text) != asked.hash:
        raise refusal("PERSISTED_QUERY_HASH_MISMATCH", _("The document is not the one of this hash."))
    return found


def keep(asked: Asked, *, known: bool) -> None:
    """Keep a document that came with its hash and can be run, for seven days after it was last asked for (to the hour).

    Said to Valkey each time that it comes, known here or not: a client sends it because it is missing. Only people who have
    signed in (`known`) may have long ones kept.
    """
    if asked.text is None or asked.hash is None or asked.hash in listed():
        return
    if not known and len(asked.text) > MOST_CHARACTERS:
        return
    mark, text = asked.hash, asked.text
    if reach().ask(lambda valkey: _put(valkey, mark, text), False):
        _here.keep(mark, text)


def _kept(mark: str) -> str | None:
    found = _here.get(mark)
    if found is None:
        found = reach().ask(lambda valkey: _fetched(valkey, mark), None)
        if found is not None:
            _here.keep(mark, found)
    elif _here.is_due(mark):
        text = found
        reach().ask(lambda valkey: _put(valkey, mark, text), False)
    return found


def _put(valkey: redis.Redis, mark: str, text: str) -> bool:
    """Keep it among the last used, for KEPT_SECONDS from now."""
    valkey.eval(_KEEP, 0, _PREFIX, mark, text, KEPT_SECONDS, MOST_KEPT)
    return True


def _fetched(valkey: redis.Redis, mark: str) -> str | None:
    """The text in Valkey, if it is still what its hash says."""
    text = valkey.get(_PREFIX + mark)
    if not isinstance(text, str) or hash_of(text) != mark:
        return None
    _put(valkey, mark, text)
    return text
