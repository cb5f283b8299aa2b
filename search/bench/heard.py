"""What goes to Elasticsearch and comes back, heard at the client: to part its share of a search from ours, and to ask again."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from search.engines.elasticsearch.server import client


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the client sent it; what it took with the way there and back, and inside of Elasticsearch alone, ms."""

    method: str
    target: str
    headers: Any
    body: Any
    whole: float
    took: float


class Ear:
    """Hears the requests of each thread."""

    def __init__(self) -> None:
        self._transport = client().transport
        self._ask = self._transport.perform_request
        self._of_thread = threading.local()

    def __call__(self, method: str, target: str, *, body: Any = None, headers: Any = None, **more: Any) -> Any:
        """In place of the transport's own `perform_request`."""
        began = time.perf_counter()
        answer = self._ask(method, target, body=body, headers=headers, **more)
        whole = (time.perf_counter() - began) * 1000
        took = float(answer.body.get("took", 0)) if isinstance(answer.body, dict) else 0.0
        self.heard.append(Request(method, target, headers, body, whole, took))
        return answer

    @property
    def heard(self) -> list[Request]:
        """What this thread has sent since it last forgot."""
        if not hasattr(self._of_thread, "heard"):
            self._of_thread.heard = []
        heard: list[Request] = self._of_thread.heard
        return heard

    def again(self, request: Request) -> Any:
        """The same request by the same client, unheard: Elasticsearch alone, without anything of ours."""
        return self._ask(request.method, request.target, body=request.body, headers=request.headers)

    def open(self) -> None:
        """Hear from now on."""
        self._transport.perform_request = self  # type: ignore[method-assign]

    def close(self) -> None:
        """Let all through unheard."""
        self._transport.perform_request = self._ask  # type: ignore[method-assign]


@contextmanager
def listening() -> Iterator[Ear]:
    """An ear at the client of ELASTICSEARCH_URL."""
    ear = Ear()
    ear.open()
    try:
        yield ear
    finally:
        ear.close()
