"""What is done with searches once they are answered: count them in Valkey, move the counts to their days, forget them.

The counts wait in one hash of Valkey, each under what was asked and found: nothing there or in the table says in which order
searches came, or which came from one person.
"""

import json
from collections.abc import Collection
from datetime import date

import redis
from django.db import connection
from django.db.models import Count, Sum
from django.utils import timezone

from marketplace.kit.valkey import reach
from search.log.models import SearchCount
from search.log.rules import FEWEST, FEWEST_DAYS, KEPT, KEPT_RARE, counted_as

WAITING = "search:log"
MOST_WAITING = 20_000
"""Different searches that wait to be moved; further ones are not counted."""
FORGOTTEN_AFTER = 86_400  # seconds without anybody who moves them

_NOTE = """
if redis.call('HLEN', KEYS[1]) >= tonumber(ARGV[2]) and redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('EXPIRE', KEYS[1], ARGV[3])
return redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
"""
_PUT = """
    INSERT INTO search_searchcount (day, query, language, channel, engine, times, nothing, loosely, fewest)
    SELECT * FROM unnest(%s::date[], %s::text[], %s::text[], %s::text[], %s::text[], %s::int[], %s::int[], %s::int[], %s::int[])
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT (day, query, language, channel, engine) DO UPDATE
        SET times = search_searchcount.times + excluded.times, nothing = search_searchcount.nothing + excluded.nothing,
            loosely = search_searchcount.loosely + excluded.loosely,
            fewest = least(search_searchcount.fewest, excluded.fewest)
"""
_MOST_FOUND = 2_000_000_000  # of an integer column
Key = tuple[str, str, str, str, str]


def noted(*, query: str, language: str, channel: str, total: int, loosely: bool, engine: str) -> None:
    """Count a search that has been answered: what people typed and sent, not what they are still typing. `channel`: its slug.

    One quick word with Valkey. It fails nobody: where Valkey is out, the search is not counted.
    """
    text = counted_as(query)
    if text is None:
        return
    found = max(0, min(total, _MOST_FOUND))
    entry = json.dumps([timezone.localdate().isoformat(), text, language, channel, engine, found, bool(loosely)])
    reach().ask(lambda valkey: valkey.eval(_NOTE, 1, WAITING, entry, MOST_WAITING, FORGOTTEN_AFTER), 0)


def gather() -> int:
    """Move what waits to the counts of its days; returns how many searches. What is taken and then cannot be kept, because the
    database is out, is lost: a search is never counted twice."""
    counts: dict[Key, list[int]] = {}
    nothing: dict[str, str] = {}
    for entry, times in reach().ask(_take, nothing).items():
        *key, found, loosely = json.loads(entry)
        count = counts.setdefault((key[0], key[1], key[2], key[3], key[4]), [0, 0, 0, found])
        for place, more in enumerate((int(times), 0 if found else int(times), int(times) if loosely else 0)):
            count[place] += more
        count[3] = min(count[3], found)
    if counts:
        rows = [(*key, *count) for key, count in counts.items()]
        with connection.cursor() as cursor:
            cursor.execute(_PUT, [list(column) for column in zip(*rows, strict=True)])
    return sum(times for times, *_rest in counts.values())


def _take(valkey: redis.Redis) -> dict[str, str]:
    """All that waits, which then waits no more."""
    both = valkey.pipeline(transaction=True)
    both.hgetall(WAITING)
    both.delete(WAITING)
    return dict(both.execute()[0])


def prune(*, today: date) -> int:
    """Delete counts that are older than KEPT, and queries older than KEPT_RARE that were asked fewer than FEWEST times since
    KEPT, or on fewer than FEWEST_DAYS; returns how many rows."""
    deleted = SearchCount.objects.filter(day__lt=today - KEPT).delete()[0]
    asked = SearchCount.objects.values("query").annotate(all=Sum("times"), days=Count("day", distinct=True))
    often = asked.filter(all__gte=FEWEST, days__gte=FEWEST_DAYS).values("query")
    rare = SearchCount.objects.filter(day__lt=today - KEPT_RARE).exclude(query__in=often)
    return deleted + rare.delete()[0]


def forget(*, queries: Collection[str]) -> int:
    """Delete all counts of these folded queries, which an operator has seen to be about a person; returns how many rows."""
    return SearchCount.objects.filter(query__in=list(queries)).delete()[0]
