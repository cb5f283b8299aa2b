"""Which attributes a type of page has, and the values that pages carry for them."""

from django.db import models
from django.db.models import Q

from catalog.attributes.models import Attribute, AttributeChoice
from marketplace.content.models import Page, PageType

VALUE_COLUMNS = ("choice", "number", "boolean", "date", "plain_text", "rich_text", "file_key", "reference_key")


def _one_value() -> Q:
    """Exactly one of the columns of values is filled."""
    either = Q()
    for filled in VALUE_COLUMNS:
        either |= Q(**{f"{column}__isnull": column != filled for column in VALUE_COLUMNS})
    return either


class PageTypeAttribute(models.Model):
    """An attribute that pages of a type may carry, and its place among them."""

    page_type = models.ForeignKey(PageType, on_delete=models.CASCADE, related_name="attribute_slots")
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page_type", "attribute"], name="page_type_attribute_once")]


class PageAttributeAssignment(models.Model):
    """One value that a page carries for an attribute; exactly the column of the attribute's type is filled."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="attribute_values")
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
        constraints = [
            models.CheckConstraint(condition=_one_value(), name="page_value_is_one"),
            models.UniqueConstraint(
                fields=["page", "attribute", "choice", "reference_key"], name="page_value_once", nulls_distinct=False
            ),
        ]


class PageAttributeAssignmentTranslation(models.Model):
    """A text value in another language."""

    assignment = models.ForeignKey(PageAttributeAssignment, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    plain_text = models.TextField(null=True)
    rich_text = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "language_code"], name="page_value_translation_once")]
