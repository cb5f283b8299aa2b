"""Attributes with a type, their choices, and the translations of both."""

from django.db import models
from django.db.models import F, Q


class Attribute(models.Model):
    """Saleor's Attribute. `unit` is only for NUMERIC (UCUM-like: g, cm, ml); `entity_type` only for references."""

    class InputType(models.TextChoices):
        DROPDOWN = "DROPDOWN"
        MULTISELECT = "MULTISELECT"
        NUMERIC = "NUMERIC"
        BOOLEAN = "BOOLEAN"
        DATE = "DATE"
        PLAIN_TEXT = "PLAIN_TEXT"
        RICH_TEXT = "RICH_TEXT"
        FILE = "FILE"
        REFERENCE = "REFERENCE"
        SINGLE_REFERENCE = "SINGLE_REFERENCE"

    class EntityType(models.TextChoices):
        PRODUCT = "PRODUCT"
        PRODUCT_VARIANT = "PRODUCT_VARIANT"
        CATEGORY = "CATEGORY"
        COLLECTION = "COLLECTION"

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    input_type = models.CharField(max_length=20, choices=InputType.choices)
    unit = models.CharField(max_length=12, blank=True)
    entity_type = models.CharField(max_length=16, choices=EntityType.choices, blank=True)
    filterable_in_storefront = models.BooleanField(default=False)
    minimum = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    maximum = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    metadata = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(unit="", minimum__isnull=True, maximum__isnull=True) | Q(input_type="NUMERIC"),
                name="attribute_unit_and_bounds_only_numeric",
            ),
            models.CheckConstraint(
                condition=Q(minimum__isnull=True) | Q(maximum__isnull=True) | Q(maximum__gte=F("minimum")),
                name="attribute_bounds_in_order",
            ),
            models.CheckConstraint(
                condition=(Q(input_type__in=["REFERENCE", "SINGLE_REFERENCE"]) & ~Q(entity_type=""))
                | (~Q(input_type__in=["REFERENCE", "SINGLE_REFERENCE"]) & Q(entity_type="")),
                name="attribute_entity_only_reference",
            ),
        ]


class AttributeTranslation(models.Model):
    """An attribute's name in another language."""

    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attribute", "language_code"], name="attribute_translation_once")]


class AttributeChoice(models.Model):
    """A choice of a DROPDOWN or MULTISELECT attribute."""

    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE, related_name="choices")
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=120)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["attribute", "slug"], name="attribute_choice_slug_once")]


class AttributeChoiceTranslation(models.Model):
    """A choice's name in another language."""

    choice = models.ForeignKey(AttributeChoice, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["choice", "language_code"], name="choice_translation_once")]
