"""The database that `bench catalogue` measures on: its own, made, furnished and grown, and asked for its statistics."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from catalog.bench.servers import ROOT

PREFIX = "zila_bench_"
Say = Callable[[str], Any]
SHOPS = 24  # demonstration shops, with pictures, before the catalogue is grown

_WIDEN = """
WITH roots AS (
    INSERT INTO catalog_category
        (parent_id, ancestors, level, sort_order, slug, name, seo_title, seo_description, declarations, metadata)
    SELECT NULL, '{}', 0, 1000 + n, 'bench-' || n, 'Branch ' || n, '', '', '{}', '{}'
    FROM generate_series(1, 50 - (SELECT count(*) FROM catalog_category WHERE level = 0)) n
    RETURNING id
), parents AS (
    SELECT id, 0::bigint AS has FROM roots
    UNION ALL SELECT r.id, (SELECT count(*) FROM catalog_category c WHERE c.parent_id = r.id)
    FROM catalog_category r WHERE level = 0
)
INSERT INTO catalog_category
    (parent_id, ancestors, level, sort_order, slug, name, seo_title, seo_description, declarations, metadata)
SELECT id, ARRAY[id], 1, 1000 + n, 'bench-' || id || '-' || n, 'Leaf ' || n, '', '', '{}', '{}'
FROM parents, LATERAL generate_series(1, 20 - has) n
"""
# Two pictures for each product out of a pool, as if a worker had made them: only their addresses are asked for.
_PICTURES = """
INSERT INTO catalog_picture (sha256, state, refusal, upload_key, width, height, colour, created_at)
SELECT encode(sha256(n::text::bytea), 'hex'), 'ready', '', '', 1200, 900, '#aabbcc', now() FROM generate_series(1, 3000) n
ON CONFLICT DO NOTHING;
INSERT INTO catalog_rendition (picture_id, format, size, width, height, key, byte_count)
SELECT p.id, format, size, size, size * 3 / 4,
       'public/pictures/' || left(sha256, 32) || '/' || size || '-' || substr(sha256, 33, 8) || '.' || lower(format), 12345
FROM catalog_picture p, unnest('{WEBP,AVIF}'::text[]) format, unnest('{180,360,720,1200}'::int[]) size
ON CONFLICT DO NOTHING;
ANALYZE catalog_picture;
INSERT INTO catalog_productmedia (product_id, picture_id, alt, sort_order)
SELECT p.id, pool.id, 'Picture ' || place + 1 || ' of ' || p.name, place
FROM catalog_product p CROSS JOIN generate_series(0, 1) place
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM catalog_picture) pool
    ON pool.n = (p.id * 2 + place) % (SELECT count(*) FROM catalog_picture)
WHERE NOT EXISTS (SELECT 1 FROM catalog_productmedia m WHERE m.product_id = p.id);
"""
_PUBLISHED = """
SELECT count(*) FROM catalog_productchannellisting l JOIN marketplace_channel c ON c.id = l.channel_id AND c.slug = 'india'
WHERE is_published
"""
_DONE = "SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = %s"


class Ground:
    """A database and its server's own view of it."""

    def __init__(self, address: str, name: str) -> None:
        self.name = name
        self.address = urlsplit(address)._replace(path=f"/{name}").geturl()
        # PostgreSQL's own database: what is asked from there is not counted among the statements of ours.
        self._server = psycopg.connect(urlsplit(address)._replace(path="/postgres").geturl(), autocommit=True)

    def rows(self, statement: str, parameters: Any = ()) -> list[tuple[Any, ...]]:
        """The rows of a statement on the measured database."""
        with psycopg.connect(self.address, autocommit=True) as connection:
            return connection.execute(statement, parameters).fetchall()

    def statements(self) -> int:
        """The transactions that the database has ended; ours are single statements. Backends tell at most once a second."""
        return int(self._server.execute(_DONE, [self.name]).fetchone()[0])  # type: ignore[index]

    def exists(self) -> bool:
        """Whether there is such a database."""
        return bool(self._server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name]).fetchone())

    def make(self, products: int, say: Say) -> None:
        """Make what is missing: the database, its tables, reference data, demonstration shops, products up to the number."""
        if not self.exists():
            self._server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(self.name)))
        self._command("migrate", "--verbosity=0")
        self._command("load_reference")
        self._command("demo", "load", "--shops", str(SHOPS))
        there = self.rows(_PUBLISHED)[0][0]
        if there < products:
            say(f"growing {self.name} from {there} to {products} products")
            self._command("demo", "grow", "--products", str(products - there))
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(_WIDEN)
            connection.execute(_PICTURES)
            connection.execute("VACUUM ANALYZE")

    def drop(self) -> None:
        """Take the database away again."""
        self._server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(self.name)))

    def close(self) -> None:
        """Let go of the server."""
        self._server.close()

    def _command(self, *words: str) -> None:
        environment: Mapping[str, str] = {**os.environ, "DATABASE_URL": self.address, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-P", "-m", "django", *words]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise RuntimeError(f"{' '.join(words)} failed: {ran.stdout[-1000:]} {ran.stderr[-2000:]}")


@contextmanager
def ground(address: str, *, products: int, database: str, keep: bool, say: Say) -> Iterator[Ground]:
    """The database to measure on: the one named, as it is, or our own, which is dropped at the end unless it is kept."""
    mine = Ground(address, database or f"{PREFIX}{products}")
    try:
        if not database:
            mine.make(products, say)
        yield mine
        if not database and not keep:
            mine.drop()
    finally:
        mine.close()
