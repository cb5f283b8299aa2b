"""A process that makes pictures anew, and nothing else: no Django, no settings, no database, no secrets.

It waits with Pillow loaded and forks a child for each upload. The child has limits on memory and time and ends with
its picture, so whatever an upload does to a decoder is done to nobody else. `workshop.py` is its only customer.
"""

import json
import os
import resource
import signal
import sys
import tempfile
from typing import BinaryIO

from catalog.media.remake import Unfit, make
from catalog.media.wire import ANSWER, REQUEST, WALL_SECONDS, WORDS

MEMORY_BYTES = 600 * 1024 * 1024
CPU_SECONDS = 10
WRITE_BYTES = 16 * 1024 * 1024


def _limit() -> None:
    """What a child may use; beyond the time it is ended by a signal, beyond the memory by MemoryError."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITE_BYTES, WRITE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(WALL_SECONDS)


def _child(upload: bytes, answer: BinaryIO) -> None:
    """Writes what became of the upload; an exception of our own making ends the child with status 1."""
    _limit()
    contents: list[bytes] = []
    try:
        said, contents = make(upload)
    except Unfit as unfit:
        said = {"refused": str(unfit), "why": repr(unfit.__cause__)[:200] if unfit.__cause__ else ""}
    except MemoryError:
        said = {"refused": "TOO_DEMANDING", "why": "memory"}
    words = json.dumps(said).encode()
    answer.write(WORDS.pack(len(words)) + words)
    for content in contents:
        answer.write(content)
    answer.flush()


def _answered(upload: bytes) -> bytes:
    """The whole answer to one request."""
    with tempfile.TemporaryFile() as held:
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                _child(upload, held)
                status = 0
            finally:
                os._exit(status)
        _pid, status, used = os.wait4(pid, 0)
        held.seek(0)
        words = held.read()
    code = os.waitstatus_to_exitcode(status)
    spent = round((used.ru_utime + used.ru_stime) * 1000)
    return ANSWER.pack(code, used.ru_maxrss, spent, len(words)) + words


def main() -> None:
    """Answers requests until the customer closes the pipe, or ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while len(head := source.read(REQUEST.size)) == REQUEST.size:
        (length,) = REQUEST.unpack(head)
        sink.write(_answered(source.read(length)))
        sink.flush()


if __name__ == "__main__":
    main()
