"""The door of pages: reads only, one address one page for every reader, refusals turned into 400 and 404 pages; what their
views share."""

import hashlib
import re
import unicodedata
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

from marketplace.kit.content_security import nonce_made
from marketplace.kit.former_slugs import present_slug
from marketplace.kit.refused import Refused

View = Callable[..., HttpResponse]
SECONDS_FRESH = 60
SECONDS_STALE = 600
_NEVER = re.compile(r"q\s*=\s*0(?:\.0{0,3})?\Z")
SUMMARY_LENGTH = 160
"""Letters of a description for search engines."""
_VIRAMAS = frozenset(chr(block + 0x4D) for block in range(0x900, 0xD80, 0x80))  # of the Indic scripts, one block each


def language() -> str:
    """The language of the page's address."""
    return get_language() or "en"


def trail(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """The way to a page, as the breadcrumbs want it: pairs of address and name."""
    return [{"url": url, "name": name} for url, name in steps]


def summary(text: str) -> str:
    """The first words for search engines and shares, on one line: at most SUMMARY_LENGTH letters, cut between words where there
    is a blank, never within a syllable, and with an ellipsis where something is left out."""
    line = " ".join(text.split())
    if len(line) <= SUMMARY_LENGTH:
        return line
    end = SUMMARY_LENGTH - 1
    cut = line.rfind(" ", 0, end + 1)
    while cut < 0 and end > 1 and _joined(line[end - 1], line[end]):
        end -= 1
    return line[: cut if cut > 0 else end].rstrip(" ,;:–—-") + "…"


def _joined(before: str, after: str) -> bool:
    """Whether two signs are parts of one syllable: marks and joiners go with what they follow, a virama with what comes."""
    return (
        unicodedata.category(after)[0] == "M" or "\u200c" in (before, after) or "\u200d" in (before, after) or before in _VIRAMAS
    )


def public_page(view: View) -> View:
    """A page that is the same for everyone: GET and HEAD only (405 otherwise), and caches may keep it for a minute.

    It goes compressed to who takes that, and who has it already (ETag) is told so with a 304. The nonce of its scripts is
    another each time and no part of its ETag; caches keep page and policy together. A view's Refused becomes the 404 page
    (NOT_FOUND), the way to where the thing is now, or the 400 page with the reason.
    """

    @csrf_exempt  # nothing is ever changed here, so that a POST is answered 405 and not 403
    @require_safe
    @_heeding_encodings
    @gzip_page  # outside: it pads with random bytes, which must not change the ETag
    @conditional_page
    @wraps(view)
    def door(request: HttpRequest, **where: Any) -> HttpResponse:
        try:
            response = view(request, **where)
        except Refused as refused:
            if refused.code == "NOT_FOUND":
                moved = _moved(view, request, where)
                if moved is None:
                    raise Http404(refused.message) from refused
                return moved
            return render(request, "400.html", {"message": refused.message}, status=400)
        patch_cache_control(response, public=True, max_age=SECONDS_FRESH, stale_while_revalidate=SECONDS_STALE)
        # short or not, compressed or not, 200 or 304: caches are told the same
        patch_vary_headers(response, ["Accept-Encoding"])
        _mark(request, response)
        return response

    return door


def takes_gzip(header: str) -> bool:
    """Whether who sends this Accept-Encoding takes gzip: it, or all of what is not named, is there and not with q=0."""
    said = {}
    for part in header.lower().split(","):
        name, _sep, parameters = part.partition(";")
        said[name.strip()] = not _NEVER.match(parameters.strip())
    return said.get("gzip", said.get("*", False))


def _heeding_encodings(view: View) -> View:
    """Django's gzip looks for the word only, and takes "gzip;q=0" for a yes."""

    @wraps(view)
    def door(request: HttpRequest, **where: Any) -> HttpResponse:
        takes = takes_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        request.META["HTTP_ACCEPT_ENCODING"] = "gzip" if takes else ""
        return view(request, **where)

    return door


def _moved(view: View, request: HttpRequest, where: dict[str, Any]) -> HttpResponse | None:
    """The way to what was called so before, in the same language and with its query; None where there is nothing to be seen.

    Whether it may be seen is asked of the page itself, so that the answer tells of hidden things what the page tells: nothing.
    """
    match, slug = request.resolver_match, where.get("slug")
    present = present_slug(match.view_name, slug) if match and slug else None
    if match is None or present is None:
        return None
    try:
        view(request, **{**where, "slug": present})
    except Refused as refused:
        if refused.code == "NOT_FOUND":
            return None
    query = request.META.get("QUERY_STRING", "")
    response = HttpResponsePermanentRedirect(
        reverse(match.view_name, kwargs={**where, "slug": present}) + (f"?{query}" if query else "")
    )
    # A slug may be changed back: whoever kept the way for ever would then go round in a circle.
    patch_cache_control(response, public=True, max_age=SECONDS_FRESH)
    return response


def _mark(request: HttpRequest, response: HttpResponse) -> None:
    """Give a page its ETag: of all of it but the nonce, and weak, as it must be where the page is compressed.

    None to a HEAD: by the same ETag a cache would know its stored page, and put the policy of the HEAD, with a nonce of its own,
    to the body that it has."""
    if request.method == "HEAD" or response.streaming or response.has_header("ETag"):
        return
    nonce = nonce_made(request)
    lasting = response.content.replace(nonce.encode(), b"") if nonce else response.content
    response.headers["ETag"] = f'W/"{hashlib.blake2b(lasting, digest_size=12).hexdigest()}"'
