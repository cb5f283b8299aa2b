"""The sitemap over HTTP: each part is made at most every quarter of an hour, and kept and sent compressed."""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import override
from django.views.decorators.http import conditional_page, require_safe
from redis.exceptions import RedisError

from frontend_templates.page import origin
from marketplace.kit.pages import takes_gzip
from search.sitemap import queries, rules
from search.sitemap.rules import Way

SECONDS = 900
_GZIP, _PIECE, _SLUG = 31, 65_536, "slug-of-it"


@require_safe
@conditional_page
def index(request: HttpRequest) -> HttpResponseBase:
    """The list of all parts."""
    before = origin(request) + reverse("sitemap-part", args=[_SLUG]).partition(_SLUG)[0]
    return _answer(request, "index", lambda: rules.index(queries.parts(), before))


@require_safe
@conditional_page
def part(request: HttpRequest, name: str) -> HttpResponseBase:
    """One part: the house's own pages, the pages of a kind, or some of them."""
    if name == "house":
        return _answer(request, name, lambda: _house(origin(request)))
    found = queries.part_named(name)
    if found is None:
        raise Http404
    kind, number = found

    def written() -> Iterator[str]:
        entries = list(kind.entries(number))
        if kind.parts is not None and not entries:
            raise Http404
        return rules.pages(entries, _ways(kind.address, origin(request)))

    return _answer(request, name, written)


def _house(base: str) -> Iterator[str]:
    """The pages that there are one of: in each language the whole address stands for the slug."""
    return rules.pages_at([_addresses(name, base) for name in queries.HOUSE])


def _addresses(name: str, base: str) -> list[tuple[str, str]]:
    found = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.append((language, base + reverse(name)))
    return found


def _answer(request: HttpRequest, name: str, write: Callable[[], Iterable[str]]) -> HttpResponseBase:
    key = f"sitemap:{origin(request)}:{name}"
    packed: bytes | None = None
    with suppress(RedisError):  # without Valkey it is made each time
        packed = cache.get(key)
    if packed is None:
        packed = _packed(write())
        with suppress(RedisError):
            cache.set(key, packed, SECONDS)
    return _sent(request, packed)


def _packed(pieces: Iterable[str]) -> bytes:
    """Compressed while it is written; the same text gives the same bytes."""
    packer = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
    return b"".join([*(packer.compress(piece.encode()) for piece in pieces), packer.flush()])


def _sent(request: HttpRequest, packed: bytes) -> HttpResponseBase:
    """As it is kept to those who take that, else unpacked piece by piece."""
    response: HttpResponseBase
    if takes_gzip(request.headers.get("Accept-Encoding", "")):
        response = HttpResponse(packed, headers={"Content-Encoding": "gzip"})
    else:
        response = StreamingHttpResponse(_unpacked(packed))
    response.headers["Content-Type"] = "application/xml; charset=utf-8"
    response.headers["ETag"] = f'W/"{hashlib.blake2b(packed, digest_size=12).hexdigest()}"'
    patch_cache_control(response, public=True, max_age=SECONDS)
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def _unpacked(packed: bytes) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(_GZIP)
    left = packed
    while left:
        yield unpacker.decompress(left, _PIECE)
        left = unpacker.unconsumed_tail
    yield unpacker.flush()


def _ways(address: str, base: str) -> list[Way]:
    """The addresses of a kind of page in all languages."""
    ways = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            before, _slug, after = reverse(address, args=[_SLUG]).partition(_SLUG)
        ways.append(Way(language, base + before, after))
    return ways
