"""A server before Elasticsearch that hands everything on, until it is told to fail in one of the ways that servers do."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

SLOW = 5.0  # seconds
WAYS = ("gone", "slow", "500", "503", "cut", "html", "other")
_ERROR = {"error": {"type": "some_exception", "reason": "told to"}}


class Proxy:
    """`way` says how it fails: gone (hangs up), slow, an HTTP status, cut (in the middle of an answer), html,
    other (JSON of something else); "" is well. `asked` counts the requests that came."""

    def __init__(self, behind: str) -> None:
        self.way = ""
        self.asked = 0
        self.ended = threading.Event()
        parts = urlsplit(behind)
        self.behind = (parts.hostname or "", parts.port or 9200)
        self.server = _Server(("127.0.0.1", 0), _Handler)
        self.server.proxy = self
        self.url = f"http://127.0.0.1:{self.server.server_port}"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    proxy: Proxy

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Whoever asked has hung up; that is what these tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _serve(self) -> None:
        proxy: Proxy = self.server.proxy  # type: ignore[attr-defined]
        proxy.asked += 1
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        way = proxy.way
        if way == "slow":
            proxy.ended.wait(SLOW)
        if way == "gone":
            self._hang_up()
        elif way.isdigit():
            self._say(int(way), [("Content-Type", "application/json")], json.dumps(_ERROR).encode())
        elif way == "html":
            self._say(200, [("Content-Type", "text/html")], b"<html>Welcome!</html>")
        elif way == "other":
            told = [("Content-Type", "application/json"), ("X-Elastic-Product", "Elasticsearch")]
            self._say(200, told, b'{"status": "well"}')
        else:
            self._hand_on(proxy, body, cut=way == "cut")

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _serve

    def _hand_on(self, proxy: Proxy, body: bytes, *, cut: bool) -> None:
        kept = {
            name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection", "accept-encoding")
        }
        node = HTTPConnection(*proxy.behind, timeout=30)
        try:
            node.request(self.command, self.path, body, kept)
            answer = node.getresponse()
            told = answer.read()
        except (OSError, HTTPException):
            self._hang_up()
            return
        finally:
            node.close()
        headers = [(name, value) for name, value in answer.getheaders() if name.lower() in ("content-type", "x-elastic-product")]
        self._say(answer.status, headers, told, cut=cut)

    def _say(self, status: int, headers: list[tuple[str, str]], told: bytes, *, cut: bool = False) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told[: len(told) // 2] if cut else told)
        if cut:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.connection.shutdown(socket.SHUT_RDWR)

    def log_message(self, format: str, *args: Any) -> None:
        """Nobody reads it."""


@contextmanager
def before(behind: str) -> Iterator[Proxy]:
    """A proxy before the server with this address."""
    proxy = Proxy(behind)
    thread = threading.Thread(target=proxy.server.serve_forever, daemon=True)
    thread.start()
    try:
        yield proxy
    finally:
        proxy.ended.set()
        proxy.server.shutdown()
        proxy.server.server_close()
        thread.join()
