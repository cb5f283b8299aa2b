"""States, districts with their other names, what a district is designated for, and PIN codes; each with its source."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


class State(models.Model):
    """A State or Union Territory, with its codes (ISO 3166-2, LGD, GST)."""

    name = models.CharField(max_length=80, unique=True)
    name_hi = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=5, choices=[("STATE", "State"), ("UT", "Union Territory")])
    iso = models.CharField(max_length=5, unique=True)
    iso_old = models.CharField(max_length=11, blank=True)
    lgd_code = models.CharField(max_length=4, unique=True)
    gst_code = models.CharField(max_length=2)
    zone = models.CharField(max_length=20)
    source = models.CharField(max_length=300)


class District(models.Model):
    """A district. Empty codes and `point_basis` show what is unknown or doubtful; nothing is invented."""

    class Status(models.TextChoices):
        CURRENT = "current"
        REPORTED = "reported"
        ANNOUNCED = "announced"

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="districts")
    name = models.CharField(max_length=80)
    name_hi = models.CharField(max_length=80, blank=True)
    slug = models.SlugField(max_length=120, unique=True)
    division = models.CharField(max_length=60, blank=True)
    division_hi = models.CharField(max_length=60, blank=True)
    lgd_code = models.CharField(max_length=5, blank=True)
    census2011_code = models.CharField(max_length=4, blank=True)
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    point_basis = models.CharField(max_length=60, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.CURRENT)
    created_note = models.CharField(max_length=60, blank=True)
    aliases = ArrayField(models.CharField(max_length=80), default=list)
    aliases_hi = ArrayField(models.CharField(max_length=80), default=list)  # the name itself where only Roman spellings differ
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["state", "name"], name="district_unique_in_state"),
            models.UniqueConstraint(fields=["lgd_code"], condition=~Q(lgd_code=""), name="district_lgd_unique"),
        ]
        indexes = [GinIndex(fields=["aliases"], name="district_aliases")]


class OdopProduct(models.Model):
    """What a district is designated for under one scheme's list (one row per district, product and scheme)."""

    code = models.CharField(max_length=12, unique=True)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="odop_products")
    product = models.CharField(max_length=200)
    product_hi = models.CharField(max_length=200, blank=True)
    sector = models.CharField(max_length=40)
    scheme = models.CharField(max_length=20)
    rank = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=300)
    note = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["district", "product", "scheme"], name="odop_unique_in_scheme"),
        ]


class Pincode(models.Model):
    """A postal code with the district that most of its offices lie in; coordinates are rough."""

    pincode = models.CharField(max_length=6, primary_key=True)
    office_name = models.CharField(max_length=80)
    office_type = models.CharField(max_length=4)
    office_count = models.PositiveSmallIntegerField()
    state = models.ForeignKey(State, on_delete=models.PROTECT, null=True)
    district = models.ForeignKey(District, on_delete=models.PROTECT, null=True, related_name="pincodes")
    latitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    longitude = models.DecimalField(max_digits=8, decimal_places=5, null=True)
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(pincode__regex=r"^[1-9][0-9]{5}$"), name="pincode_format")]


class DatasetLoad(models.Model):
    """Which version of a reference file stands in the database: when it was loaded, and what the load changed.

    `sha256` is over the file and the files that it refers to. `kept` counts rows that vanished from the file but
    stay because something points to them; such a dataset is looked at again on the next load.
    """

    dataset = models.CharField(max_length=40, unique=True)
    version = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    loaded_at = models.DateTimeField()
    added = models.PositiveIntegerField()
    changed = models.PositiveIntegerField()
    removed = models.PositiveIntegerField()
    kept = models.PositiveIntegerField(default=0)
