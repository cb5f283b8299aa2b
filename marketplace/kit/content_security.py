"""What browsers may load, run and send for an answer of ours: the content security policy with its nonce, and its neighbours.

Our own and not django-csp: the nonce must live with pages that caches keep (marketplace/kit/pages.py), and that is all there
is to it. Django has a policy of its own only from 6.0 on. Trusted Types are not asked for: htmx hands what it fetched to
DOMParser, which only a policy that passes everything would allow.
"""

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Answer = Callable[[HttpRequest], HttpResponse]

PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
        "geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "serial", "usb",
        "xr-spatial-tracking",
    )
)  # fmt: skip
# An answer that is no page shows nothing and runs nothing; a service worker fetches under the policy of its own script.
DATA_POLICY = "default-src 'none'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


class Nonce:
    """The word that a page's own scripts carry, and no script that was smuggled in. Made when a template first asks."""

    def __init__(self) -> None:
        self.made = ""

    def __str__(self) -> str:
        self.made = self.made or secrets.token_urlsafe(16)
        return self.made


def page_policy(scripts: str) -> str:
    """The policy of a page whose scripts come from `scripts`, a source list. Pictures lie under our own address, wherever
    the files are (marketplace/kit/files.py); data: is for the small drawings inside style sheets."""
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'; object-src 'none'"
    )
    upgrade = settings.PRODUCTION and settings.SECURE_SSL_REDIRECT
    return f"{policy}; upgrade-insecure-requests" if upgrade else policy


def nonce_made(request: HttpRequest) -> str:
    """The nonce that this request's page carries; empty where no template asked for one."""
    nonce = getattr(request, "csp_nonce", None)
    return nonce.made if isinstance(nonce, Nonce) else ""


class ContentSecurityMiddleware:
    """Gives each request a nonce, and each answer its policy, where a view has not set one.

    A 304 carries none, nor does a HEAD of a page with a nonce: it would replace, in the cache that asked, the policy that was
    stored together with the body, whose scripts carry the nonce of that one.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.csp_nonce = Nonce()  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if response.status_code == 304 or (request.method == "HEAD" and nonce_made(request)):
            return response
        if response.status_code == 204 or not response.headers.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Content-Security-Policy", DATA_POLICY)
            return response
        nonce = nonce_made(request)
        policy = page_policy(f"'nonce-{nonce}' 'strict-dynamic'" if nonce else "'none'")
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response
