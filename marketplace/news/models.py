"""What happened, and to whom it must still be told."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class Event(models.Model):
    """A fact, written in the transaction of the deed. `subject` (such as "product:72") orders its deliveries.

    `transaction_id` is PostgreSQL's full transaction id: readers of "what changed since" stop before the oldest
    transaction still open, because ids of concurrent transactions become visible out of order.
    """

    kind = models.CharField(max_length=60)
    subject = models.CharField(max_length=80)
    payload = models.JSONField()
    transaction_id = models.PositiveBigIntegerField()
    happened_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(fields=["subject", "id"], name="event_subject"),
            models.Index(fields=["transaction_id", "id"], name="event_since"),
        ]


class Delivery(models.Model):
    """One event for one listener: waiting, perhaps leased to a worker, then done; or dead after too many attempts.

    Of a waiting delivery: `due_at` is when it may next be tried, `lease` and `leased_until` say who has it and for how
    long at most. Of a dead one: `error` says why. `attempts` counts from before the handler runs.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        DEAD = "dead"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="deliveries", db_index=False)
    listener = models.CharField(max_length=80)
    subject = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField(db_default=Now())
    leased_until = models.DateTimeField(null=True)
    lease = models.UUIDField(null=True)
    error = models.CharField(max_length=500, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["event", "listener"], name="delivery_once_per_listener"),
            models.CheckConstraint(condition=Q(state__in=["waiting", "done", "dead"]), name="delivery_state"),
            models.CheckConstraint(
                condition=Q(lease__isnull=True, leased_until__isnull=True)
                | Q(lease__isnull=False, leased_until__isnull=False, state="waiting"),
                name="delivery_lease_whole_and_waiting",
            ),
            models.CheckConstraint(
                condition=Q(state="done", done_at__isnull=False) | (~Q(state="done") & Q(done_at__isnull=True)),
                name="delivery_done_has_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["listener", "due_at", "id"], condition=Q(state="waiting"), name="delivery_due"),
            models.Index(fields=["listener", "subject", "id"], condition=Q(state="waiting"), name="delivery_order"),
            models.Index(fields=["lease"], condition=Q(lease__isnull=False), name="delivery_leased"),
            models.Index(fields=["id"], condition=Q(state="dead"), name="delivery_dead"),
        ]
