"""What operators may do with the news: replay the dead, prune the done, settle a restored log."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from marketplace.kit.refused import Refused
from marketplace.news.models import Delivery, Event
from marketplace.news.wake import wake_worker

_CHUNK = 5000


@transaction.atomic
def replay(*, ids: Sequence[int] | None = None) -> int:
    """Give dead deliveries (by id, or all of them) five new attempts, now; how many.

    Refused NOT_DEAD where one of the ids is no dead delivery: then none is replayed.
    """
    rows = Delivery.objects.filter(state=Delivery.State.DEAD)
    if ids is not None:
        rows = rows.filter(pk__in=ids)
        missing = set(ids) - set(rows.select_for_update().values_list("pk", flat=True))
        if missing:
            listed = ", ".join(str(number) for number in sorted(missing))
            raise Refused("NOT_DEAD", _("These are no dead deliveries: %(listed)s") % {"listed": listed}, "ids")
    count = rows.update(state=Delivery.State.WAITING, attempts=0, due_at=Now())
    transaction.on_commit(wake_worker, robust=True)
    return count


def prune(*, before: datetime) -> int:
    """Delete deliveries that were done before this moment; how many. Events stay: they are the timeline."""
    count = 0
    while True:
        old = Delivery.objects.filter(state=Delivery.State.DONE, done_at__lt=before).values("pk")[:_CHUNK]
        deleted, _by_model = Delivery.objects.filter(pk__in=old).delete()
        count += deleted
        if deleted < _CHUNK:
            return count


def settle_restored() -> int:
    """After a dump was restored into a new cluster: move its events before everything that happens from now on; how many.

    Transaction ids begin anew in a new cluster. Events that carry ids of the old one, ahead of ours, would be hidden from
    `events_since` until ours have caught up. Their order is kept, by id.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        present = cursor.fetchone()[0]
    return Event.objects.filter(transaction_id__gt=present).update(transaction_id=0)
