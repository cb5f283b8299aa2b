"""How old kept answers get: two web processes, eight writers, twenty readers over HTTP, on the environment's database.

Each writer raises the price of a product of its own, through the action that people use, and notes when that has committed.
Each reader asks one process or the other for a product, or for all of them, and looks how long the next price had been
committed when it asked. The prices are put back at the end.
"""

import json
import os
import tempfile
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from django.db import connection

from catalog.bench.servers import OURS, environment, serving
from catalog.products.models import ProductVariant, VariantChannelListing
from catalog.publication.actions import set_price
from marketplace.channels.models import Channel
from marketplace.kit.money import Money

Write = Callable[[str], Any]
WRITERS, READERS, PROCESSES = 8, 20, 2
PRICE = "slug variants { sku pricing { price { gross { amount } } } }"
ONE = f"query($slug: String!) {{ product(slug: $slug) {{ {PRICE} }} }}"
ALL = f"query($ids: [String!]!) {{ products(first: 100, filter: {{slugs: $ids}}) {{ edges {{ node {{ {PRICE} }} }} }} }}"


@dataclass
class Race:
    """What is known: by SKU the prices with the moment after their commit, and what the readers saw."""

    committed: dict[str, list[tuple[float, float]]] = field(default_factory=dict)
    slugs: dict[str, str] = field(default_factory=dict)
    ages: list[float] = field(default_factory=list)
    kept: int = 0
    failures: list[Exception] = field(default_factory=list)

    def note(self, sku: str, shown: float, asked_at: float) -> None:
        """How old this price was when it was asked for: since when the next one had been committed; 0 for the present one."""
        later = [at for at, amount in list(self.committed[sku]) if amount > shown]
        self.ages.append(max(0.0, asked_at - min(later)) if later else 0.0)


def arguments(parser: ArgumentParser) -> None:
    """How long, and how often a writer writes."""
    parser.add_argument("--seconds", type=float, default=20, help="seconds of the race (20)")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two prices of a writer (1)")


def run(options: dict[str, Any], write: Write) -> None:
    """Race, print, put the prices back."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        race, chosen = Race(), stack.enter_context(_variants())
        given = environment(os.environ["DATABASE_URL"], folder, ANSWER_CACHE_BYTES="32000000")
        ports = [stack.enter_context(serving(OURS, given, folder / f"{n}.log")).port for n in range(PROCESSES)]
        until = time.monotonic() + options["seconds"]
        work: list[tuple[Callable[..., None], tuple[Any, ...]]] = []
        for variant, channel, price in chosen:
            race.slugs[variant.sku] = variant.product.slug
            race.committed[variant.sku] = [(time.monotonic() - 3600, price / 100)]
            work.append((_write, (race, variant, channel, price, until, options["pause"])))
        work += [(_read, (race, ports[n % PROCESSES], n, until)) for n in range(READERS)]
        threads = [threading.Thread(target=_guarded, args=(race, deed, told)) for deed, told in work]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if race.failures:
            raise race.failures[0]
    _tell(race, write)


def _tell(race: Race, write: Write) -> None:
    ages = sorted(race.ages)
    commits = sum(len(told) - 1 for told in race.committed.values())
    p50, p99, oldest = (ages[int((len(ages) - 1) * part)] * 1000 for part in (0.5, 0.99, 1))
    write(f"{commits} commits, {len(ages)} prices read; {race.kept} answers were kept ones")
    write(f"age when asked: p50 {p50:.0f} ms, p99 {p99:.0f} ms, oldest {oldest:.0f} ms (bar: 1000 ms)")


@contextmanager
def _variants() -> Iterator[list[tuple[ProductVariant, Channel, int]]]:
    """One variant of each of eight products that can be seen, with its price, which is put back in the end."""
    channel = Channel.objects.filter(is_default=True).first()
    rows = VariantChannelListing.objects.filter(channel=channel, variant__product__channel_listings__is_published=True)
    rows = rows.select_related("variant__product", "variant__product__seller").order_by("variant__product_id", "variant_id")
    listings = list(rows.distinct("variant__product_id")[:WRITERS])
    if channel is None or len(listings) < WRITERS:
        raise RuntimeError("There are no products whose prices could change: run `zila demo load` first.")
    try:
        yield [(listing.variant, channel, listing.price_minor) for listing in listings]
    finally:
        for listing in listings:
            _price(listing.variant, channel, listing.price_minor)


def _price(variant: ProductVariant, channel: Channel, minor: int) -> None:
    price = Money(minor, channel.currency_code)
    set_price(variant=variant, channel=channel, price=price, full_price=price, mrp=price)


def _guarded(race: Race, deed: Callable[..., None], told: tuple[Any, ...]) -> None:
    try:
        deed(*told)
    except Exception as failure:
        race.failures.append(failure)
    finally:
        connection.close()


def _write(race: Race, variant: ProductVariant, channel: Channel, minor: int, until: float, pause: float) -> None:
    while time.monotonic() < until:
        minor += 100
        _price(variant, channel, minor)
        race.committed[variant.sku].append((time.monotonic(), minor / 100))
        time.sleep(pause)


def _read(race: Race, port: int, number: int, until: float) -> None:
    client = HTTPConnection("127.0.0.1", port, timeout=30)
    slugs = sorted(race.slugs.values())
    one, several = (ONE, {"slug": slugs[number % len(slugs)]}), (ALL, {"ids": slugs})
    while time.monotonic() < until:
        document, variables = one if number % 2 else several
        number += PROCESSES
        asked_at = time.monotonic()
        body = json.dumps({"query": document, "variables": variables})
        client.request("POST", "/graphql/", body, {"Content-Type": "application/json"})
        response = client.getresponse()
        data = json.loads(response.read())["data"]
        race.kept += response.headers["Cache-Status"] is not None
        nodes = [data["product"]] if "product" in data else [edge["node"] for edge in data["products"]["edges"]]
        for variant in (variant for node in nodes for variant in node["variants"]):
            if variant["sku"] in race.committed:
                race.note(variant["sku"], variant["pricing"]["price"]["gross"]["amount"], asked_at)
        time.sleep(0.01)
