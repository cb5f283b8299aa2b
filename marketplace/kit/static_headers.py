"""What a static file of ours says besides its type and age: for our own pages only, and a drawing runs nothing."""

from collections.abc import MutableMapping

DRAWING_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def static_headers(headers: MutableMapping[str, str], path: str, url: str) -> None:
    """Add them to a file's headers (WHITENOISE_ADD_HEADERS_FUNCTION). A script gets no policy: a worker would live under it."""
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    if path.endswith(".svg"):
        headers["Content-Security-Policy"] = DRAWING_POLICY
