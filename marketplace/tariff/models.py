"""HSN codes and the GST rates that hold for them, by date and by price threshold; each with its source and confidence."""

from django.db import models
from django.db.models import F, Q


class HsnCode(models.Model):
    """A chapter, heading or subheading of the Harmonised System as used in Indian GST."""

    code = models.CharField(max_length=8, unique=True)
    level = models.CharField(max_length=12)
    description = models.CharField(max_length=300)
    examples = models.CharField(max_length=300, blank=True)
    category = models.CharField(max_length=60)
    confidence = models.CharField(max_length=14)
    in_hsn_master = models.BooleanField()
    source = models.CharField(max_length=300)


class GstRate(models.Model):
    """The total GST (CGST + SGST, or IGST) of a code within dates, in hundredths of a percent (500 is 5 %).

    With a `threshold_paise` (value of one piece without GST, after discount) `rate` holds up to and including it and
    `rate_above` beyond. A null `rate` (or a null `rate_above` beside a threshold) means that the source gives none that
    can be chosen by price alone: `condition` says why, and `as_printed` holds what the source prints.
    """

    hsn = models.ForeignKey(HsnCode, on_delete=models.CASCADE, related_name="rates")
    valid_from = models.DateField(null=True)
    valid_until = models.DateField(null=True)
    rate = models.PositiveIntegerField(null=True)
    threshold_paise = models.PositiveBigIntegerField(null=True)
    rate_above = models.PositiveIntegerField(null=True)
    as_printed = models.CharField(max_length=40)
    condition = models.CharField(max_length=300, blank=True)
    confidence = models.CharField(max_length=14)
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["hsn", "valid_from"], name="gst_rate_once_per_start", nulls_distinct=False),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="gst_rate_dates_in_order",
            ),
            models.CheckConstraint(
                condition=Q(threshold_paise__isnull=True, rate_above__isnull=True)
                | Q(threshold_paise__isnull=False, rate__isnull=False),
                name="gst_rate_threshold_whole",
            ),
        ]
