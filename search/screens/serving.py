"""A web server in this process, for as long as its own pages are looked at."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from importlib import import_module
from threading import Thread

from django.conf import settings
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from django.utils import timezone

from marketplace.command.steps import collect_static


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: nobody reads along."""


@contextmanager
def served(day: date) -> Iterator[str]:
    """The address of the shop as it is at noon of that day; its home page is that day's."""
    if settings.STATIC_ROOT:
        collect_static()
    application = import_module("marketplace.wsgi").application
    logging.getLogger("zila.access").setLevel(logging.WARNING)
    settings.SEEN_AT = timezone.make_aware(datetime.combine(day, time(12)))
    server = ThreadedWSGIServer(("127.0.0.1", 0), _Quiet)
    server.set_app(application)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
        settings.SEEN_AT = None
