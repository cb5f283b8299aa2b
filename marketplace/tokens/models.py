"""A signing in: one device's family of refresh tokens, of which only hashes are kept."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from marketplace.accounts.models import User


class SignIn(models.Model):
    """Lasts until `ends_at` unless it is ended before. `key` stands in its refresh tokens, `id` in its access tokens.

    `secret_hash` is of the refresh token in force, `former_hash` of the one before it, which was replaced at `turned_at`.
    `password_mark` changes with the person's password: a mark that no longer fits is a signing in that has ended.
    """

    class EndReason(models.TextChoices):
        REUSED = "REUSED", "An old refresh token was shown again"
        ALL_ENDED = "ALL_ENDED", "The person ended all"

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="sign_ins")
    key = models.UUIDField(default=uuid4, unique=True, editable=False)
    secret_hash = models.BinaryField(max_length=32)
    former_hash = models.BinaryField(max_length=32, null=True)
    turned_at = models.DateTimeField(null=True)
    password_mark = models.CharField(max_length=64)
    audience = models.CharField(max_length=100, blank=True)
    began_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=10, choices=EndReason.choices, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, end_reason="") | (Q(ended_at__isnull=False) & ~Q(end_reason="")),
                name="sign_in_end_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(former_hash__isnull=True, turned_at__isnull=True)
                | Q(former_hash__isnull=False, turned_at__isnull=False),
                name="sign_in_turn_has_a_time",
            ),
        ]
