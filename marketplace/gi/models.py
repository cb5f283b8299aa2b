"""Registered Geographical Indications, where they lie, who may use them, and the designations that rest on them."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from marketplace.districts.models import District, OdopProduct, State
from marketplace.sellers.models import Seller


class GiTag(models.Model):
    """A registered GI. `application_no` is empty where unknown; `registration_fy_est` is an estimate, see `source`.

    Some GIs lie in several States; those of other countries lie in none. `is_logo`: the registration of the name's logo.
    """

    class Category(models.TextChoices):
        AGRICULTURAL = "agricultural"
        HANDICRAFT = "handicraft"
        MANUFACTURED = "manufactured"
        FOOD_STUFF = "food_stuff"
        NATURAL = "natural"

    code = models.CharField(max_length=12, unique=True)
    slug = models.SlugField(max_length=140, unique=True)
    serial_no = models.PositiveIntegerField()
    name = models.CharField(max_length=160)
    name_hi = models.CharField(max_length=160, blank=True)
    name_alias = models.CharField(max_length=160, blank=True)
    application_no = models.CharField(max_length=20, blank=True)
    goods_category = models.CharField(max_length=20, choices=Category.choices)
    states = models.ManyToManyField(State, related_name="gi_tags")
    country = models.CharField(max_length=60)
    is_logo = models.BooleanField(default=False)
    registration_fy_est = models.CharField(max_length=7, blank=True)
    source = models.CharField(max_length=300)


class GiArea(models.Model):
    """A district that a GI is tied to, with the basis on which it was mapped."""

    gi_tag = models.ForeignKey(GiTag, on_delete=models.CASCADE, related_name="areas")
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="gi_areas")
    basis = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gi_tag", "district"], name="gi_area_once")]


class OdopGiLink(models.Model):
    """A designation that a registered GI stands behind, with the basis of the link."""

    odop_product = models.ForeignKey(OdopProduct, on_delete=models.CASCADE, related_name="gi_links")
    gi_tag = models.ForeignKey(GiTag, on_delete=models.CASCADE, related_name="odop_links")
    basis = models.CharField(max_length=80)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["odop_product", "gi_tag"], name="odop_gi_link_once")]


_BOTH_INCLUDED = models.Value("[]")
_DAYS = models.Func("valid_from", "valid_until", _BOTH_INCLUDED, function="daterange", output_field=DateRangeField())


def _only(key: str) -> models.Func:
    return models.Func(key, key, _BOTH_INCLUDED, function="int8range", output_field=BigIntegerRangeField())


class AuthorisedUser(models.Model):
    """A seller entered in Part B of the register as authorised user of a GI; valid for the days named, both included.

    Section 17 of the GI Act 1999; registration runs for ten years and may be renewed. A renewal is a row of its own; the
    periods of a seller and a GI do not overlap.
    """

    gi_tag = models.ForeignKey(GiTag, on_delete=models.PROTECT, related_name="authorised_users")
    seller = models.ForeignKey(Seller, on_delete=models.CASCADE, related_name="gi_authorisations")
    authorised_user_no = models.CharField(max_length=40, blank=True)
    valid_from = models.DateField()
    valid_until = models.DateField()
    source = models.CharField(max_length=300)

    class Meta:
        constraints = [
            ExclusionConstraint(
                name="authorised_user_once_a_day",
                # Ranges of one key each: GiST compares them without an extension.
                expressions=[
                    (_only("gi_tag"), RangeOperators.OVERLAPS),
                    (_only("seller"), RangeOperators.OVERLAPS),
                    (_DAYS, RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="authorised_user_dates_in_order"),
        ]
        indexes = [models.Index(fields=["gi_tag", "seller", "valid_until"], name="authorised_user_of_gi")]
