"""The category tree with what each branch demands: HSN default, mandatory attributes, legal declarations."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from catalog.attributes.models import Attribute
from marketplace.tariff.models import HsnCode


class Declaration(models.TextChoices):
    """What the page of a listing must declare (Legal Metrology (Packaged Commodities) Rules 2011, 6(10); FSS Act)."""

    GENERIC_NAME = "GENERIC_NAME"
    MAKER = "MAKER"
    NET_QUANTITY = "NET_QUANTITY"
    MRP = "MRP"
    CONSUMER_CARE = "CONSUMER_CARE"
    COUNTRY_OF_ORIGIN = "COUNTRY_OF_ORIGIN"
    FSSAI = "FSSAI"
    FOOD_MARK = "FOOD_MARK"
    SHELF_LIFE = "SHELF_LIFE"


class Category(models.Model):
    """Saleor's Category. `ancestors` are the keys from the root down to the parent; `declarations` hold for the branch."""

    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    ancestors = ArrayField(models.BigIntegerField(), default=list)
    level = models.PositiveSmallIntegerField(default=0)
    sort_order = models.PositiveIntegerField(default=0)
    slug = models.SlugField(max_length=120, unique=True)
    name = models.CharField(max_length=120)
    description = models.JSONField(null=True)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)
    hsn_default = models.ForeignKey(HsnCode, on_delete=models.PROTECT, null=True, related_name="categories_by_default")
    declarations = ArrayField(models.CharField(max_length=20, choices=Declaration.choices), default=list)
    metadata = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True, level=0)
                | Q(parent__isnull=False, level__gt=0, ancestors__contains=[models.F("parent")]),
                name="category_level_fits_parent",
            ),
            models.CheckConstraint(condition=Q(ancestors__len=models.F("level")), name="category_level_counts_ancestors"),
            models.CheckConstraint(condition=~Q(ancestors__contains=[models.F("id")]), name="category_not_below_itself"),
        ]
        indexes = [GinIndex(fields=["ancestors"], name="category_ancestors")]


class CategoryTranslation(models.Model):
    """A category's words in another language."""

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=160, allow_unicode=True, blank=True)
    description = models.JSONField(null=True)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["category", "language_code"], name="category_translation_once")]


class CategoryAttribute(models.Model):
    """An attribute that a listing in this branch must, or may, carry."""

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="attribute_rules")
    attribute = models.ForeignKey(Attribute, on_delete=models.CASCADE)
    required = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["category", "attribute"], name="category_attribute_once")]


class CategoryBranch(models.Model):
    """A view: every category beside each of its ancestors and itself, so that a list can be asked for a whole branch."""

    pk = models.CompositePrimaryKey("ancestor", "member")
    ancestor = models.ForeignKey(Category, on_delete=models.DO_NOTHING, related_name="members")
    member = models.ForeignKey(Category, on_delete=models.DO_NOTHING, related_name="branches")

    class Meta:
        managed = False
        db_table = "catalog_categorybranch"
