"""What Elasticsearch is told of products: each document once, the latest version of it, in every index that is written."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

import orjson

from marketplace.channels.models import Channel
from search.engines.document import Document
from search.engines.elasticsearch.indices import ensure, written
from search.engines.elasticsearch.rows import gone, id_of, row_of
from search.engines.elasticsearch.server import answering, client
from search.engines.engine import EngineDown

_STALE = 409  # it has that version or a later one: as it should be
_BYTES = 8 * 2**20  # of one request


def put(documents: Collection[Document], *, at_once: bool = False) -> None:
    """Every index that is written learns these; `at_once`: they can be found when this returns."""
    if documents:
        put_into(_targets(), documents, at_once=at_once)


def put_into(indices: Collection[str], documents: Iterable[Document], *, at_once: bool = False) -> None:
    """These indices learn these. EngineDown."""
    _send(indices, ((id_of(one.product, one.channel), one.version, row_of(one)) for one in documents), at_once)


def forget(*, products: Collection[int], version: int, channels: Collection[int] | None = None, at_once: bool = False) -> None:
    """These products are in none of these channels (None: in no channel) from this version on."""
    if products:
        channels = list(Channel.objects.values_list("id", flat=True)) if channels is None else channels
        rows = ((id_of(key, channel), version, gone(key, channel, version)) for key in products for channel in channels)
        _send(_targets(), rows, at_once)


def _targets() -> list[str]:
    found = written()
    if not found:
        ensure()
        found = written()
    return found


def _send(indices: Collection[str], rows: Iterable[tuple[str, int, dict[str, Any]]], at_once: bool) -> None:
    for lines in _packed(indices, rows):
        with answering():
            told = client().bulk(operations=lines, refresh=at_once, filter_path="errors,items.*.status,items.*.error")
        if told["errors"]:
            _check(told["items"])


def _packed(indices: Collection[str], rows: Iterable[tuple[str, int, dict[str, Any]]]) -> Iterator[list[Any]]:
    """The lines of requests that are no larger than a server takes."""
    lines: list[Any] = []  # bytes, which the client sends as they are
    size = 0
    for key, version, row in rows:
        made = orjson.dumps(row)
        for index in indices:
            what = {"_index": index, "_id": key, "version": version, "version_type": "external"}
            lines += (orjson.dumps({"index": what}), made)
        size += len(made) * len(indices)
        if size >= _BYTES:
            yield lines
            lines, size = [], 0
    if lines:
        yield lines


def _check(items: Iterable[dict[str, Any]]) -> None:
    for item in items:
        told = item["index"]
        if told["status"] >= 300 and told["status"] != _STALE:
            raise EngineDown(f"A document was not taken: {told.get('error')}"[:500])
