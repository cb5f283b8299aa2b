"""What products and variants carry for their attributes."""

from django.db import models
from django.db.models import Q

from catalog.attributes.models import Assignment, AssignmentTranslation, one_value
from catalog.products.models import Product, ProductVariant


class AttributeAssignment(Assignment):
    """One value that a product or a variant carries for an attribute."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, null=True, related_name="attribute_values")
    variant = models.ForeignKey(ProductVariant, on_delete=models.CASCADE, null=True, related_name="attribute_values")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(product__isnull=False, variant__isnull=True) | Q(product__isnull=True, variant__isnull=False),
                name="attribute_value_of_product_or_variant",
            ),
            models.CheckConstraint(condition=one_value(), name="attribute_value_is_one"),
            models.UniqueConstraint(
                fields=["product", "variant", "attribute", "choice", "reference_key"],
                name="attribute_value_once", nulls_distinct=False,
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["attribute", "choice", "product"], name="attribute_value_filter")]


class AttributeAssignmentTranslation(AssignmentTranslation):
    """A text value in another language."""

    assignment = models.ForeignKey(AttributeAssignment, on_delete=models.CASCADE, related_name="translations")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "language_code"], name="assignment_translation_once")]
