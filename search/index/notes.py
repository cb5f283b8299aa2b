"""Notes which products the engines are to learn anew: each once, however often it is noted before somebody gets to it."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet

from search.engines.names import engine_names
from search.index.wake import wake

AT_ONCE = 5_000
_NOTE = """
    INSERT INTO search_searchdue (engine, product, noted)
    SELECT engine, product, nextval('search_version') FROM unnest(%s::text[]) AS engine, unnest(%s::bigint[]) AS product
    ORDER BY engine, product
    ON CONFLICT (engine, product) DO UPDATE SET noted = excluded.noted, tries = 0, due_at = statement_timestamp()
"""
_SHARE = """
    WITH shared AS (DELETE FROM search_searchdue WHERE engine = '' RETURNING product, gone)
    INSERT INTO search_searchdue AS due (engine, product, noted, gone)
    SELECT engine, product, nextval('search_version'), gone FROM unnest(%s::text[]) AS engine, shared
    ORDER BY engine, product
    ON CONFLICT (engine, product) DO UPDATE
        SET noted = excluded.noted, gone = due.gone || excluded.gone, tries = 0, due_at = statement_timestamp()
"""


def note(*products: int) -> None:
    """Every engine is to learn these anew; in the caller's transaction, after whose commit somebody is woken to do it."""
    if products:
        names = list(engine_names())
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(_NOTE, [names, sorted(set(products))])
            for name in names:
                transaction.on_commit(partial(wake, name), robust=True)


def note_many(products: "QuerySet[Any, int]") -> int:
    """The same for many: by the key, some thousands in a transaction; how many. `products`: a queryset of their keys only.
    Safe to repeat where it was stopped."""
    count = 0
    for keys in _parts(products):
        note(*keys)
        count += len(keys)
    return count


def share_out() -> int:
    """What is noted for every engine becomes a note for each: of products and listings that were deleted; how many notes. Each is
    a new note, so that who is learning the product, and does not know what was taken out, learns it again."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_SHARE, [list(engine_names())])
        return int(cursor.rowcount)


def _parts(products: "QuerySet[Any, int]") -> Iterable[Sequence[int]]:
    name = products.query.values_select[0]
    after = 0
    while keys := list(products.filter(**{f"{name}__gt": after}).order_by(name).distinct()[:AT_ONCE]):
        yield keys
        after = keys[-1]
