"""Which attributes a type of page has, and the values that pages carry for them."""

from django.db import models

from catalog.attributes.models import Assignment, AssignmentTranslation, Attribute, one_value
from marketplace.content.models import Page, PageType


class PageTypeAttribute(models.Model):
    """An attribute that pages of a type may carry, and its place among them."""

    page_type = models.ForeignKey(PageType, on_delete=models.CASCADE, related_name="attribute_slots")
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE)
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page_type", "attribute"], name="page_type_attribute_once")]


class PageAttributeAssignment(Assignment):
    """One value that a page carries for an attribute."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="attribute_values")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=one_value(), name="page_value_is_one"),
            models.UniqueConstraint(
                fields=["page", "attribute", "choice", "reference_key"], name="page_value_once", nulls_distinct=False
            ),
        ]


class PageAttributeAssignmentTranslation(AssignmentTranslation):
    """A text value in another language."""

    assignment = models.ForeignKey(PageAttributeAssignment, on_delete=models.CASCADE, related_name="translations")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["assignment", "language_code"], name="page_value_translation_once")]
