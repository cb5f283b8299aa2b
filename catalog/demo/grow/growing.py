"""Grows the catalogue in chunks: each is written whole in a transaction of its own, and one after another is committed.

The news. A product that is made by hand is told in a dozen facts (created, priced, in stock, published); two hundred
thousand times that would take longer than all the rest, and whoever listens would hear each product twelve times. So a
chunk tells one fact, ProductsGrown, with the first and the last key of its products: enough for a search index to take
them in bulk, within the time that a handler has, and in the transaction of the rows, so that none is forgotten. The
few sellers are told one by one, and each collection that a chunk has filled once.
"""

import hashlib
import time
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

from django.db import connection, transaction
from django.utils import timezone

from catalog.demo.grow.cast import Caster
from catalog.demo.grow.crew import Hand, hands, hire
from catalog.demo.grow.ground import Ground, survey
from catalog.demo.grow.moulds import Mould, moulds_of
from catalog.demo.grow.rota import Rota, seller_of, sellers_of
from catalog.demo.grow.sheets import TABLES, Keys, Sheets, write
from catalog.demo.shops import SEED
from catalog.events import CollectionChanged, ProductsGrown
from catalog.products.models import ProductVariant
from marketplace.districts.models import DatasetLoad
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce

DATASET = "grown-catalogue"
CHUNK = 2_000
WRITERS = 2
_LOCK = 0x67726F77  # any fixed number: two at once would give the same numbers
_KEYS_AT_ONCE = 5_000
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Grown:
    """How many products and new sellers there are, the rows of all tables, and the seconds that it took."""

    products: int
    sellers: int
    rows: int
    seconds: float


@dataclass
class Chunk:
    """The rows of some products by table; `last` is the number of the last product, `keys` are the products'."""

    last: int
    keys: list[int] = field(default_factory=list)
    sheets: Sheets = field(default_factory=lambda: defaultdict(list))


def grow(*, products: int, seed: int = SEED, chunk: int = CHUNK, writers: int = WRITERS, say: Say = lambda line: None) -> Grown:
    """Add so many published products, numbered on from those grown before; interrupted, whole chunks remain, and the next
    call goes on behind them. With no writers all is written by the caller's own connection, else no transaction may be open.

    Refused NO_REFERENCE_DATA or NO_FURNITURE with what to run first, OTHER_SEED where the catalogue has grown from another
    seed, INVALID for less than one product.
    """
    if products < 1:
        raise Refused("INVALID", "Say how many products, at least 1.", "products")
    with _alone():
        return _grow(products, seed, chunk, writers, say)


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def _grow(products: int, seed: int, chunk: int, writers: int, say: Say) -> Grown:
    started = time.monotonic()
    ground = survey()
    first = _begin(seed) + 1
    rota = Rota(seed, ground.places, ground.areas)
    last = first + products - 1
    before = len(hands())
    with transaction.atomic():
        hire(sellers_of(first, last), rota, ground)
    crew = hands()
    say(
        f"{len(crew) - before} new sellers"
        + ("" if ground.pictures else "; no picture is there to be shown, so products have none")
    )
    rows = 0
    with closing(_written(_chunks(first, last, chunk, rota, ground, crew), writers)) as chunks:
        for written in chunks:
            rows += sum(map(len, written.sheets.values()))
            done, seconds = written.last - first + 1, time.monotonic() - started
            say(f"{done:,} of {products:,} products, {done / seconds:,.0f} a second")
    _analyze()
    return Grown(products, len(crew) - before, rows, time.monotonic() - started)


def _begin(seed: int) -> int:
    """The number of the last product that has grown; Refused OTHER_SEED."""
    mark, _made = DatasetLoad.objects.get_or_create(
        dataset=DATASET,
        defaults={
            "version": seed, "sha256": hashlib.sha256(f"{DATASET} {seed}".encode()).hexdigest(), "loaded_at": timezone.now(),
            "added": 0, "changed": 0, "removed": 0,
        },
    )  # fmt: skip
    if mark.version != seed:
        raise Refused("OTHER_SEED", f"This catalogue has grown from seed {mark.version}: go on with it, or reset first.", "seed")
    return mark.added


def _chunks(first: int, last: int, size: int, rota: Rota, ground: Ground, crew: dict[int, Hand]) -> Iterator[Chunk]:
    """The chunks from the first product to the last. Takes keys and nothing else from the database."""
    caster = Caster(rota.seed, ground, Keys(at_once=_KEYS_AT_ONCE), now=timezone.now())
    seller, moulds = -1, list[Mould]()
    neighbour = _key_of(first - 1) if seller_of(first - 1) == seller_of(first) else None
    for start, end in pairwise([*range(first, last + 1, size), last + 1]):
        chunk = Chunk(end - 1)
        for number in range(start, end):
            if seller_of(number) != seller:
                neighbour = None if seller >= 0 else neighbour
                seller = seller_of(number)
                moulds = _moulds(seller, rota, ground, crew)
            neighbour = caster.cast(number, moulds[number % len(moulds)], chunk.sheets, before=neighbour)
            chunk.keys.append(neighbour)
        yield chunk


def _moulds(seller: int, rota: Rota, ground: Ground, crew: dict[int, Hand]) -> list[Mould]:
    """The moulds of the seller, or of the next one who may sell and has something to sell."""
    standing = sorted(crew)
    behind = [number for number in standing if number >= seller] + [number for number in standing if number < seller]
    for number in behind:
        if moulds := moulds_of(number, crew[number], rota, ground):
            return moulds
    raise Refused("NO_FURNITURE", "Nothing can be sold in the categories that are here: run `zila demo load` first.")


def _key_of(number: int) -> int | None:
    """The key of a product that has grown before."""
    found = ProductVariant.objects.filter(sku=f"GROWN-{number:08d}-1").values_list("product", flat=True)
    return found.first()


def _written(chunks: Iterator[Chunk], writers: int) -> Generator[Chunk, None, None]:
    """Each chunk after it has been committed. While one is made, others are being written, each by a connection of its own."""
    if not writers:
        yield from (_write(chunk, None) for chunk in chunks)
        return
    if connection.in_atomic_block:
        raise transaction.TransactionManagementError("The writers would not see what this transaction has not committed.")
    waiting: list[Future[Chunk]] = []
    with ThreadPoolExecutor(writers, thread_name_prefix="grow") as pool:
        try:
            for chunk in chunks:
                waiting.append(pool.submit(_write_apart, chunk, waiting[-1] if waiting else None))
                if len(waiting) > writers:
                    yield waiting.pop(0).result()
            while waiting:
                yield waiting.pop(0).result()
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _write_apart(chunk: Chunk, earlier: "Future[Chunk] | None") -> Chunk:
    try:
        return _write(chunk, earlier)
    finally:
        connection.close()


@transaction.atomic
def _write(chunk: Chunk, earlier: "Future[Chunk] | None") -> Chunk:
    """The chunk with its news and the mark how far the catalogue has grown; committed after the chunk before it."""
    with connection.cursor() as cursor:
        # A crash of the server may cost the last chunks, whole and from the end on; then they are grown anew.
        cursor.execute("SET LOCAL synchronous_commit = off")
        cursor.execute("SET LOCAL zila.terms = 'later'")
        write(chunk.sheets)
        cursor.execute("SELECT catalog_write_terms(%s)", [list(chunk.keys)])
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    if earlier:
        earlier.result()
    filled = {int(row.partition("\t")[0]) for row in chunk.sheets["collected"]}
    announce(
        ProductsGrown(first=min(chunk.keys), last=max(chunk.keys)), *(CollectionChanged(collection=key) for key in sorted(filled))
    )
    DatasetLoad.objects.filter(dataset=DATASET).update(added=chunk.last, loaded_at=timezone.now())
    return chunk


def _analyze() -> None:
    """Let the planner know of what has grown."""
    names = sorted({model._meta.db_table for model, _columns in TABLES.values()})
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE " + ", ".join(f'"{name}"' for name in names))
