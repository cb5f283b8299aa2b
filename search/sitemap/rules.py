"""How a sitemap is written (sitemaps.org 0.9, with hreflang alternates): pure functions of addresses and moments."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from html import escape
from typing import NamedTuple

PART = 10_000
"""Keys in a part: with both languages at most 20,000 addresses and some 9 MB, where 50,000 and 50 MB are allowed."""
_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_ALTERNATES = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_OPEN, _CLOSE = f"{_HEAD}<urlset {_SPACES} {_ALTERNATES}>\n", "</urlset>\n"


class Entry(NamedTuple):
    """One thing with a page: what stands for it in its address, and when it was last changed, where that is known."""

    slug: str
    changed_at: datetime | None = None


class Way(NamedTuple):
    """The address of a kind of page in one language, in two parts: the slug stands between them."""

    language: str
    before: str
    after: str


def pages(entries: Iterable[Entry], ways: Sequence[Way]) -> Iterator[str]:
    """A part, piece by piece: each thing once in each language, and each time with all its languages."""
    yield _OPEN
    for slug, changed_at in entries:
        text = escape(slug)
        yield _urls([(way.language, f"{way.before}{text}{way.after}") for way in ways], changed_at)
    yield _CLOSE


def pages_at(places: Iterable[Sequence[tuple[str, str]]]) -> Iterator[str]:
    """The same for pages without slugs: of each its languages with their addresses."""
    yield _OPEN
    for addresses in places:
        yield _urls(addresses, None)
    yield _CLOSE


def _link(place: tuple[str, str]) -> str:
    language, address = place
    return f'<xhtml:link rel="alternate" hreflang="{language}" href="{address}"/>'


def _urls(addresses: Sequence[tuple[str, str]], changed_at: datetime | None) -> str:
    """A page in all its languages, of which the first is the one for everybody else."""
    links = "".join(map(_link, addresses)) + _link(("x-default", addresses[0][1]))
    since = f"<lastmod>{moment(changed_at)}</lastmod>" if changed_at else ""
    return "".join(f"<url><loc>{address}</loc>{since}{links}</url>\n" for _language, address in addresses)


def index(parts: Iterable[Entry], before: str) -> Iterator[str]:
    """The list of all parts, whose names stand for slugs."""
    yield f"{_HEAD}<sitemapindex {_SPACES}>\n"
    for name, changed_at in parts:
        since = f"<lastmod>{moment(changed_at)}</lastmod>" if changed_at else ""
        yield f"<sitemap><loc>{before}{name}.xml</loc>{since}</sitemap>\n"
    yield "</sitemapindex>\n"


def moment(at: datetime) -> str:
    """A moment to the second, in UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
