"""The census of each channel, kept in memory until the news tells of a change, and taken anew beside the requests."""

import threading
import time
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connection

from catalog import events as ours
from catalog.listing.census import Census, take, unknown
from catalog.listing.filters import ProductFilters
from catalog.listing.queries import listed_in
from catalog.origin.queries import today_of
from marketplace import events
from marketplace.channels.queries import Viewpoint
from marketplace.kit.held import Look
from marketplace.news.facts import kind_of
from marketplace.news.queries import Mark, anything_since, mark

LOOK = 1.0  # seconds between two looks whether anything has changed
SHARE = 20  # taking it may cost this part of the time: a busy shop's is as old as that, and no request waits for it
SHORTEST = 2.0  # seconds that one is good for, in any case
LATE = 3  # times as old as that: it is not handed out any more, and whoever asks waits
OLDEST = 600.0  # seconds: what changes behind the news' back, by SQL or a loader, is counted after that at the latest
_KINDS = tuple(
    map(
        kind_of,
        (
            ours.ProductCreated, ours.ProductChanged, ours.ProductPublished, ours.ProductUnpublished, ours.PriceChanged,
            ours.StockChanged, ours.CategoryChanged, ours.AttributeChanged, ours.ProductsGrown, events.SellerApproved,
            events.SellerChanged, events.SellerSuspended, events.GiUserAuthorised,
        ),
    )
)  # fmt: skip


@dataclass(slots=True)
class _Taken:
    """A census, when it was taken (monotonic seconds) and how long that took."""

    census: Census
    mark: Mark
    noted: Look
    at: float
    took: float
    looked: float
    stale: bool = False
    taking: threading.Lock = field(default_factory=threading.Lock)

    def holds(self, at: Viewpoint) -> bool:
        """Whether nothing has changed since, as far as the last look knows."""
        if self.census.day != today_of(at) or (self.census.until is not None and at.at >= self.census.until):
            return False
        now = time.monotonic()
        if now - self.at >= OLDEST:
            self.stale = True
        if not self.stale and now - self.looked >= LOOK:
            self.looked = now
            self.stale = self.noted.changed() or anything_since(self.mark, _KINDS)
        return not self.stale

    def age(self) -> float:
        """How old it is, in times of what one is good for."""
        return (time.monotonic() - self.at) / max(SHORTEST, SHARE * self.took)


_kept: dict[int, _Taken] = {}
_first = threading.Lock()


def census_of(at: Viewpoint) -> Census:
    """The census of the viewpoint's channel. Where nothing changes it is right to the second; while things change all the
    time it may be as old as SHARE times what it takes, at the most LATE times that.

    Inside of a transaction, and in tests, it is taken each time.
    """
    if connection.in_atomic_block or not settings.HELD_SECONDS:
        return take(at)
    kept = _kept.get(at.channel_id)
    if kept is None:
        with _first:
            kept = _kept.get(at.channel_id) or _anew(at)
        return kept.census
    if kept.holds(at) or kept.age() < 1:
        return kept.census
    if kept.age() >= LATE:
        with kept.taking:
            now = _kept[at.channel_id]
            return now.census if now is not kept else _anew(at).census
    if kept.taking.acquire(blocking=False):
        try:
            threading.Thread(target=_beside, args=(kept, at), name="census", daemon=True).start()
        except RuntimeError:  # no thread to be had now
            kept.taking.release()
    return kept.census


def _anew(at: Viewpoint) -> _Taken:
    began = time.monotonic()
    noted = Look()
    noted.changed()
    marked = mark()  # before it is taken: what comes meanwhile counts as a change
    census = take(at)
    now = time.monotonic()
    taken = _kept[at.channel_id] = _Taken(census, marked, noted, now, now - began, now)
    return taken


def _beside(kept: _Taken, at: Viewpoint) -> None:
    try:
        _anew(at)
    finally:
        kept.taking.release()
        connection.close()


def bits_of(filters: ProductFilters, census: Census, at: Viewpoint) -> int:
    """The products that pass: by the census alone, or with one statement for what only the database knows."""
    if unknown(filters):
        return census.of_products(listed_in(at, filters).values_list("product_id", flat=True))
    return census.passing(filters)
