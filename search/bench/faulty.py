"""Elasticsearch as it must not be: not there, slow to answer, answering with errors; and well again at the same address."""

import json
import socket
import socketserver
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from marketplace.command.ports import LOOPBACK

SLOW_SECONDS = 5
WAYS = ("down", "slow", "erring")


@contextmanager
def faulty(way: str, port: int) -> Iterator[None]:
    """One that is faulty in this way, at this port."""
    if way == "down":
        yield
        return
    with _served(_Faulty((LOOPBACK, port), _Slow if way == "slow" else _Erring)):
        yield


@contextmanager
def forwarding(port: int, address: str) -> Iterator[None]:
    """The one at the address at this port, too: it is well again."""
    there = urlsplit(address)

    class Forward(socketserver.BaseRequestHandler):
        """A connection on to the other."""

        def handle(self) -> None:
            """Until one of them ends it."""
            with socket.create_connection((there.hostname or LOOPBACK, there.port or 9200)) as other:
                back = threading.Thread(target=_pump, args=(other, self.request), daemon=True)
                back.start()
                _pump(self.request, other)
                back.join()

    with _served(_Server((LOOPBACK, port), Forward)):
        yield


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False


def _pump(one: socket.socket, other: socket.socket) -> None:
    try:
        while data := one.recv(65_536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)
    except OSError:  # it was cut
        return


@contextmanager
def _served(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Faulty(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128


class _Erring(BaseHTTPRequestHandler):
    """Says to everything that it cannot now, and hangs up."""

    def do_POST(self) -> None:
        """Read it, and refuse."""
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        answer = json.dumps({"error": {"type": "unavailable", "reason": "for a measurement"}, "status": 503}).encode()
        try:
            self.send_response(503)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)
        except OSError:  # who asked has gone
            return

    do_GET = do_HEAD = do_PUT = do_POST

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Slow(_Erring):
    """The same, but only after some seconds."""

    def do_POST(self) -> None:
        """Read it, wait, and refuse."""
        time.sleep(SLOW_SECONDS)
        super().do_POST()

    do_GET = do_HEAD = do_PUT = do_POST
