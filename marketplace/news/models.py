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
        indexes = [models.Index(fields=["subject", "id"], name="event_subject")]


class Delivery(models.Model):
    """One event for one listener: waiting, leased to a worker, done, or dead after too many attempts."""

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        DEAD = "dead"

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="deliveries")
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
        constraints = [models.UniqueConstraint(fields=["event", "listener"], name="delivery_once_per_listener")]
        indexes = [
            models.Index(fields=["due_at", "id"], condition=Q(state="waiting"), name="delivery_waiting"),
            models.Index(fields=["listener", "subject", "id"], condition=~Q(state="done"), name="delivery_order"),
            models.Index(fields=["state"], condition=Q(state="dead"), name="delivery_dead"),
        ]
