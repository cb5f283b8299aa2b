"""Attributes with a type, their choices, the translations of both, and the columns of the values that things carry for them."""

from django.db import models
from django.db.models import F, Q

VALUE_COLUMNS = ("choice", "number", "boolean", "date", "plain_text", "rich_text", "file_key", "reference_key")


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


def one_value() -> Q:
    """Exactly one of the columns of values is filled."""
    either = Q()
    for filled in VALUE_COLUMNS:
        either |= Q(**{f"{column}__isnull": column != filled for column in VALUE_COLUMNS})
    return either


class Assignment(models.Model):
    """One value for an attribute; exactly the column of the attribute's type is filled (`one_value`)."""

    attribute = models.ForeignKey(Attribute, on_delete=models.PROTECT)
    choice = models.ForeignKey(AttributeChoice, on_delete=models.PROTECT, null=True)
    number = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    boolean = models.BooleanField(null=True)
    date = models.DateField(null=True)
    plain_text = models.TextField(null=True)
    rich_text = models.JSONField(null=True)
    file_key = models.CharField(max_length=200, null=True)
    reference_key = models.BigIntegerField(null=True)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True


class AssignmentTranslation(models.Model):
    """A text value in another language."""

    language_code = models.CharField(max_length=8)
    plain_text = models.TextField(null=True)
    rich_text = models.JSONField(null=True)

    class Meta:
        abstract = True
