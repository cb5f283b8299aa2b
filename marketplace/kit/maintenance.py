"""Closed for repairs: stands before everything else, and answers for it while MAINTENANCE is set or the file is there.

Pages are told so in both languages with 503 and Retry-After, the API with an error of its own. Health stays up, so that
nobody restarts what is meant to stand still; style sheets and pictures are still given, for that one page. Neither the
database nor Valkey is asked: they may be what is being repaired.
"""

import os
import time
from collections.abc import Callable, Iterable
from typing import Any

import orjson
from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from marketplace.kit.content_security import DATA_POLICY, PERMISSIONS, page_policy
from marketplace.kit.requests import API, id_of, note

Environ = dict[str, Any]
Application = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]

OPEN = ("/health/", settings.STATIC_URL)
RETRY_SECONDS = 600
STATUS = "503 Service Unavailable"


def is_closed() -> bool:
    """Whether the shop is closed for repairs: by the setting, or by the file MAINTENANCE_FILE, which needs no restart."""
    return settings.MAINTENANCE or os.path.exists(settings.MAINTENANCE_FILE)


def closed_for_repairs(application: Application) -> Application:
    """The application, with the closed door before it for as long as there is one."""

    def door(environ: Environ, start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not is_closed() or path.startswith(OPEN):
            return application(environ, start_response)
        began = time.perf_counter()
        body, headers = _error() if path.startswith(API.rstrip("/")) else _page(path)
        mark = id_of(environ)
        common = {
            "Retry-After": str(RETRY_SECONDS), "Cache-Control": "no-store", "Content-Length": str(len(body)),
            "X-Content-Type-Options": "nosniff", "X-Request-ID": mark, **_as_ever(environ),
        }  # fmt: skip
        start_response(STATUS, list({**common, **headers}.items()))
        note(environ["REQUEST_METHOD"], path, 503, began)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    return door


def _page(path: str) -> tuple[bytes, dict[str, str]]:
    language = "hi" if path == "/hi" or path.startswith("/hi/") else "en"
    with override(language):
        html = render_to_string("maintenance.html", {"reading": language})
    return html.encode(), {
        "Content-Type": "text/html; charset=utf-8", "Content-Language": language,
        "Content-Security-Policy": page_policy("'none'"), "Cross-Origin-Resource-Policy": "same-origin",
    }  # fmt: skip


def _as_ever(environ: Environ) -> dict[str, str]:
    """What Django's middleware says of every answer."""
    said = {
        "X-Frame-Options": "DENY", "Permissions-Policy": PERMISSIONS, "Referrer-Policy": settings.SECURE_REFERRER_POLICY,
        "Cross-Origin-Opener-Policy": settings.SECURE_CROSS_ORIGIN_OPENER_POLICY,
    }  # fmt: skip
    if settings.SECURE_HSTS_SECONDS and _is_secure(environ):
        said["Strict-Transport-Security"] = (
            f"max-age={settings.SECURE_HSTS_SECONDS}"
            + ("; includeSubDomains" if settings.SECURE_HSTS_INCLUDE_SUBDOMAINS else "")
            + ("; preload" if settings.SECURE_HSTS_PRELOAD else "")
        )
    return said


def _is_secure(environ: Environ) -> bool:
    name, value = settings.SECURE_PROXY_SSL_HEADER or ("", "")
    return environ.get("wsgi.url_scheme") == "https" or bool(name and environ.get(name) == value)


def _error() -> tuple[bytes, dict[str, str]]:
    message = _("Zila Bazaar is closed for repairs. Please ask again in some minutes.")
    body = orjson.dumps({"errors": [{"message": message, "extensions": {"code": "MAINTENANCE"}}]})
    headers = {"Content-Type": "application/json", "Content-Security-Policy": DATA_POLICY}
    if "*" in settings.ALLOWED_GRAPHQL_ORIGINS:
        headers["Access-Control-Allow-Origin"] = "*"
    return body, headers
