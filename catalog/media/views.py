"""Public files over HTTP: one machine serves them itself, a CDN may stand in front; nothing in them can run as our page."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.utils.http import parse_etags

from marketplace.kit.files import PUBLIC, FileMissing, cache_control, content_type, files, is_key

_STRICT = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
# Opened by themselves, the pictures that our workers drew anew are shown; anything else is saved, never rendered in our name.
_SHOWN = {"image/avif", "image/jpeg", "image/png", "image/webp"}


def media(request: HttpRequest, key: str) -> HttpResponse:
    """The public file of this key, for ever the same; 304 to those who have it, 404 for any other key."""
    if request.method not in {"GET", "HEAD"}:
        return _strict(HttpResponseNotAllowed(["GET", "HEAD"]))
    if not is_key(key) or not key.startswith(PUBLIC):
        return _not_found()
    # The key carries the hash of the content, so it is its own mark.
    etag = f'"{key.rpartition("/")[2]}"'
    asked = parse_etags(request.headers.get("If-None-Match", ""))
    if etag in asked or f"W/{etag}" in asked:
        response = HttpResponse(status=304)
    else:
        try:
            content = files().get(key)
        except FileMissing:
            return _not_found()
        response = HttpResponse(b"" if request.method == "HEAD" else content, content_type=content_type(key))
        response.headers["Content-Length"] = str(len(content))
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = cache_control(key)
    return _strict(response, "inline" if content_type(key) in _SHOWN else "attachment")


def _not_found() -> HttpResponse:
    response = HttpResponse("404 Not Found\n", status=404, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return _strict(response)


def _strict(response: HttpResponse, disposition: str = "attachment") -> HttpResponse:
    response.headers["Content-Disposition"] = disposition
    for name, value in _STRICT.items():
        response.headers[name] = value
    return response
