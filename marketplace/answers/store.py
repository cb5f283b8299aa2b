"""The kept answers of one process: bounded in bytes, each valid until one of its subjects has changed."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

MOST_SUBJECTS = 100_000
_OVERHEAD = 1_000  # bytes that an entry takes besides its body and its headers


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer, the subjects it was made of, the store's position before it was made, and until when it may be given."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    subjects: frozenset[str]
    position: int
    made_at: float  # time.monotonic()
    until: float

    @property
    def size(self) -> int:
        """Bytes in memory, roughly."""
        return _OVERHEAD + len(self.body) + sum(len(name) + len(value) for name, value in self.headers) + 80 * len(self.subjects)


class Store:
    """Answers by key. `position` counts the turns: an answer begun at a position knows all the changes up to it."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.most_each = max(1, most_bytes // 16)
        self.position = 0
        self._all_changed = 0
        self._changed: dict[str, int] = {}
        self._kept: OrderedDict[bytes, Kept] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def size(self) -> int:
        """Bytes that are taken up, roughly."""
        return self._size

    def get(self, key: bytes, now: float) -> Kept | None:
        """The answer, if there is one and nothing that it was made of has changed."""
        kept = self._kept.get(key)
        if kept is None:
            return None
        if now < kept.until and self._holds(kept):
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
            return kept
        self._drop(key)
        return None

    def put(self, key: bytes, kept: Kept) -> None:
        """Keep an answer; the least recently given ones go where there is no room."""
        if kept.size > self.most_each or not self._holds(kept):
            return
        self._drop(key)
        with self._lock:
            self._kept[key] = kept
            self._size += kept.size
            while self._size > self.most_bytes:
                _key, oldest = self._kept.popitem(last=False)
                self._size -= oldest.size

    def turn(self, subjects: Iterable[str] | None) -> None:
        """These subjects have changed (None: any may have). What was begun before now does not hold if it read one."""
        after = self.position + 1
        if subjects is None or len(self._changed) > MOST_SUBJECTS:
            self._all_changed = after
            self._changed = {}
            with self._lock:
                self._kept.clear()
                self._size = 0
        else:
            for subject in subjects:
                self._changed[subject] = after
        self.position = after

    def _holds(self, kept: Kept) -> bool:
        changed, position = self._changed, kept.position
        return self._all_changed <= position and all(changed.get(subject, 0) <= position for subject in kept.subjects)

    def _drop(self, key: bytes) -> None:
        with self._lock:
            kept = self._kept.pop(key, None)
            if kept is not None:
                self._size -= kept.size
