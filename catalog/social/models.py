"""Which cards have been drawn."""

from django.db import models


class SocialCard(models.Model):
    """The card of one thing in one language. `kind` is the name of its page among the addresses and `row_id` its key; `digest`
    stands for all that was drawn, so that a card which says what is no longer so is known by it."""

    kind = models.CharField(max_length=20)
    row_id = models.PositiveBigIntegerField()
    language_code = models.CharField(max_length=8)
    digest = models.CharField(max_length=64)
    key = models.CharField(max_length=200)
    drawn_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "row_id", "language_code"], name="social_card_once")]
