"""The Elasticsearch that is set up, as its client knows it; every fault of it is one kind of fault of ours.

The client is loaded when it is first needed, so that a process which does not search does not pay for it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.conf import settings

from search.engines.engine import EngineDown

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch

INDEXING_SECONDS = 30
"""How long who indexes waits; who searches waits for ELASTICSEARCH_TIMEOUT_MS."""
_CONNECTIONS = 16


def client() -> "Elasticsearch":
    """The client of this process. It does not ask again by itself: who asks decides what is done then."""
    return _client(settings.ELASTICSEARCH_URL)


def prefix() -> str:
    """What the names of all our indices and aliases begin with."""
    return settings.ELASTICSEARCH_INDEX_PREFIX


@contextmanager
def answering() -> Iterator[None]:
    """EngineDown in place of each fault of the client or the server."""
    from elasticsearch import ApiError, TransportError  # noqa: PLC0415

    try:
        yield
    except (ApiError, TransportError) as error:
        raise EngineDown(f"{type(error).__name__}: {error}"[:500]) from error


def ask(index: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """What a search answers, whole or not at all; EngineDown."""
    from elasticsearch.dsl import Search  # noqa: PLC0415

    milliseconds = settings.ELASTICSEARCH_TIMEOUT_MS
    with answering():
        using = _client_of_searches(settings.ELASTICSEARCH_URL, milliseconds)
        search = Search(using=using, index=index).params(allow_partial_search_results=False)
        # A search of the DSL copies all that it holds each time that it is changed or sent, which takes longer than the search.
        search.to_dict = lambda *args, **more: {**body, "timeout": f"{milliseconds}ms"}  # type: ignore[method-assign]
        try:
            told: dict[str, Any] = search.execute().to_dict()
        except (AttributeError, TypeError) as nonsense:  # the DSL's own, of an answer that is none of Elasticsearch's
            raise EngineDown("This is no answer of a search.") from nonsense
    if "hits" not in told:
        raise EngineDown("This is no answer of a search.")
    if told.get("timed_out"):
        raise EngineDown("The search took too long.")
    return told


@lru_cache(maxsize=4)
def _client(url: str) -> "Elasticsearch":
    from elasticsearch import Elasticsearch, OrjsonSerializer  # noqa: PLC0415

    return Elasticsearch(
        url, max_retries=0, retry_on_timeout=False, request_timeout=INDEXING_SECONDS, connections_per_node=_CONNECTIONS,
        serializer=OrjsonSerializer(),
    )  # fmt: skip


@lru_cache(maxsize=4)
def _client_of_searches(url: str, patience_ms: int) -> "Elasticsearch":
    """The same with another patience; made once, for making it takes a millisecond."""
    return _client(url).options(request_timeout=patience_ms / 1000)
