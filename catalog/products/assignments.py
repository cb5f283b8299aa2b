"""What products and variants carry for their attributes."""

from django.db import models
from django.db.models import Q

from catalog.attributes.models import Attribute
from catalog.products.models import Product, ProductVariant

_VALUE_COLUMNS = ("choice", "number", "boolean", "date", "plain_text", "rich_text", "file_key", "reference_key")


def _one_of(*columns: str) -> Q:
    """Exactly one of the columns is filled."""
    either = Q()
    for filled in columns:
        either |= Q(**{f"{column}__isnull": column != filled for column in columns})
    return either


class AttributeAssignment(models.Model):
    """One value that a product or a variant carries for an attribute; exactly the column of the attribute's type is filled."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, null=True, related_name="attribute_values")
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, null=True, related_name="attribute_values")
    attribute = models.ForeignKey(Attribute, on_delete=models.PROTECT)
    choice = models.ForeignKey("catalog.AttributeChoice", on_delete=models.PROTECT, null=True)
    number = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    boolean = models.BooleanField(null=True)
    date = models.DateField(null=True)
    plain_text = models.TextField(null=True)
    rich_text = models.JSONField(null=True)
    file_key = models.CharField(max_length=200, null=True)
    reference_key = models.BigIntegerField(null=True)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(product__isnull=False, variant__isnull=True) | Q(product__isnull=True, variant__isnull=False),
                name="attribute_value_of_product_or_variant",
            ),
            models.CheckConstraint(condition=_one_of(*_VALUE_COLUMNS), name="attribute_value_is_one"),
            models.UniqueConstraint(
                fields=["product", "variant", "attribute", "choice", "reference_key"],
                name="attribute_value_once", nulls_distinct=False,
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["attribute", "choice", "product"], name="attribute_value_filter")]


class AttributeAssignmentTranslation(models.Model):
    """A text value in another language."""

    assignment = models.ForeignKey(AttributeAssignment, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    plain_text = models.TextField(null=True)
    rich_text = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "language_code"], name="assignment_translation_once")]
