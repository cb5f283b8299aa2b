"""What PostgreSQL is told of products: each document once, the latest version of it."""

from collections.abc import Collection, Iterable

from django.db import connection, transaction

from search.engines.document import Document
from search.engines.postgresql.lexemes import vector
from search.engines.postgresql.models import SearchDocument, SearchWord
from search.language.fold import tokens

_PUT = """
    INSERT INTO search_searchdocument (product_id, channel_id, version, since, words)
    SELECT given.product, given.channel, given.version, given.since, given.words::tsvector
    FROM unnest(%s::bigint[], %s::bigint[], %s::bigint[], %s::timestamptz[], %s::text[])
        AS given(product, channel, version, since, words)
    JOIN catalog_product product ON product.id = given.product
    JOIN marketplace_channel channel ON channel.id = given.channel
    ORDER BY given.product, given.channel
    ON CONFLICT (product_id, channel_id) DO UPDATE
        SET version = excluded.version, since = excluded.since, words = excluded.words
        WHERE search_searchdocument.version < excluded.version
"""
_LONGEST = SearchWord._meta.get_field("word").max_length or 0


@transaction.atomic
def put(documents: Collection[Document]) -> None:
    """Keep these documents; what is kept in a later version stays as it is, what the catalogue has no more is left out."""
    rows = {(one.product, one.channel): one for one in sorted(documents, key=lambda one: one.version)}
    if not rows:
        return
    columns = zip(*((one.product, one.channel, one.version, one.since, _vector(one)) for one in rows.values()), strict=True)
    with connection.cursor() as cursor:
        cursor.execute(_PUT, [list(column) for column in columns])
    _learn(one for one in rows.values() if one.since is not None)


def hide(*, products: Collection[int], version: int) -> None:
    """None of these products may be seen from this version on."""
    rows = SearchDocument.objects.filter(product_id__in=set(products), version__lt=version)
    rows.update(since=None, version=version)


def _vector(document: Document) -> str:
    return vector(document.words, document.codes)


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
    SearchWord.objects.bulk_create([SearchWord(word=word) for word in sorted(met)], ignore_conflicts=True)
