"""What PostgreSQL is told of products: each document once, the latest version of it."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q

from catalog.products.models import Product
from marketplace.channels.models import Channel
from search.engines.document import Document
from search.engines.engine import Kept
from search.engines.postgresql.lexemes import vector
from search.engines.postgresql.mistyped import remnants
from search.engines.postgresql.models import SearchDocument, SearchWord
from search.language.fold import tokens

_COLUMNS = {
    "product_id": "bigint", "channel_id": "bigint", "version": "bigint", "print": "text", "since": "timestamptz",
    "quality": "float8", "small": "boolean", "seller": "bigint", "rating": "int", "words": "text",
}  # fmt: skip
_CHANGED = ", ".join(f"{name} = excluded.{name}" for name in list(_COLUMNS)[2:])
_PUT = f"""
    INSERT INTO search_searchdocument ({", ".join(_COLUMNS)})
    SELECT {", ".join(f"given.{name}" for name in list(_COLUMNS)[:-1])}, given.words::tsvector
    FROM unnest({", ".join(f"%s::{kind}[]" for kind in _COLUMNS.values())}) AS given({", ".join(_COLUMNS)})
    JOIN catalog_product product ON product.id = given.product_id
    JOIN marketplace_channel channel ON channel.id = given.channel_id
    ORDER BY given.product_id, given.channel_id
    ON CONFLICT (product_id, channel_id) DO UPDATE SET {_CHANGED}
        WHERE search_searchdocument.version < excluded.version
"""
_AT_ONCE = 5_000
_LAST = 2**63 - 1
_LONGEST = SearchWord._meta.get_field("word").max_length or 0


@transaction.atomic
def put(documents: Collection[Document]) -> None:
    """Keep these documents; what is kept in a later version stays as it is, what the catalogue has no more is left out."""
    rows = {(one.product, one.channel): one for one in sorted(documents, key=lambda one: one.version)}
    if not rows:
        return
    columns = zip(*map(_row, rows.values()), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_PUT, [list(column) for column in columns])
    _learn(one for one in rows.values() if one.since is not None)


def hide(*, products: Collection[int], version: int, channels: Collection[int] | None = None) -> None:
    """None of these products may be seen in these channels (None: in any) from this version on."""
    rows = SearchDocument.objects.filter(product_id__in=set(products), version__lt=version)
    rows = rows if channels is None else rows.filter(channel_id__in=set(channels))
    rows.update(since=None, version=version, print="")
    there = Product.objects.filter(id=OuterRef("product_id")), Channel.objects.filter(id=OuterRef("channel_id"))
    SearchDocument.objects.filter(~Exists(there[0]) | ~Exists(there[1]), product_id__in=set(products)).delete()


def drop(*, before: int) -> None:
    """What is kept in earlier versions than this is no more."""
    SearchDocument.objects.filter(version__lt=before).delete()


def walk(*, after: int, products: Collection[int] | None) -> Iterator[Kept]:
    """What is kept, by product and channel, some thousands at a time."""
    rows = SearchDocument.objects.order_by("product_id", "channel_id").values_list("product_id", "channel_id", "version", "print")
    if products is not None:
        yield from map(Kept._make, rows.filter(product_id__in=set(products)))
        return
    channel = _LAST
    while found := list(rows.filter(Q(product_id=after, channel_id__gt=channel) | Q(product_id__gt=after))[:_AT_ONCE]):
        yield from map(Kept._make, found)
        after, channel = found[-1][:2]


def _row(one: Document) -> tuple[Any, ...]:
    """In the order of the columns."""
    words = vector(one.words, one.codes)
    ranked = (one.quality, one.small, one.seller, one.rating)
    return (one.product, one.channel, one.version, one.print, one.since, *ranked, words)


def _learn(documents: Iterable[Document]) -> None:
    """Their words, for who mistypes one; those of long texts are not worth it."""
    met = {
        token
        for document in documents
        for part in document.words._replace(about=())
        for text in part
        for token in tokens(text)
        if len(token) <= _LONGEST and not token.isdigit()
    }
    known = set(SearchWord.objects.filter(word__in=met).values_list("word", flat=True))
    new = [SearchWord(word=word, near=sorted(remnants(word))) for word in sorted(met - known)]
    SearchWord.objects.bulk_create(new, ignore_conflicts=True)
