"""Menus and their items; an item leads to one category, collection, page or address, or only holds others together."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from catalog.categories.models import Category
from catalog.collections.models import Collection
from marketplace.content.models import Page

TARGETS = ("category", "collection", "page")


def _at_most_one_target() -> Q:
    """All targets but one are empty."""
    either = Q()
    for filled in (*TARGETS, "url"):
        empty = {f"{target}__isnull": True for target in TARGETS if target != filled}
        either |= Q(**empty) if filled == "url" else Q(**empty, url="")
    return either


class Menu(models.Model):
    """Saleor's Menu."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    metadata = models.JSONField(default=dict)

    class Meta:
        verbose_name, verbose_name_plural = _("menu"), _("menus")

    def __str__(self) -> str:
        return self.name


class MenuItem(models.Model):
    """Saleor's MenuItem. Siblings stand by `sort_order`, then key; `level` is 0 at the top."""

    menu = models.ForeignKey(Menu, on_delete=models.CASCADE, related_name="items")
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    level = models.PositiveSmallIntegerField(default=0)
    sort_order = models.PositiveIntegerField(default=0)
    name = models.CharField(max_length=120)
    category = models.ForeignKey(Category, on_delete=models.CASCADE, null=True)
    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, null=True)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, null=True, related_name="menu_items")
    url = models.CharField(max_length=256, blank=True)
    metadata = models.JSONField(default=dict)

    class Meta:
        verbose_name, verbose_name_plural = _("item of a menu"), _("items of menus")
        constraints = [
            models.CheckConstraint(condition=_at_most_one_target(), name="menu_item_one_target"),
            models.CheckConstraint(
                condition=Q(parent__isnull=True, level=0) | Q(parent__isnull=False, level__gt=0),
                name="menu_item_level_fits_parent",
            ),
        ]
        indexes = [models.Index(fields=["menu", "sort_order", "id"], name="menu_item_order")]

    def __str__(self) -> str:
        return self.name


class MenuItemTranslation(models.Model):
    """An item's name in another language."""

    item = models.ForeignKey(MenuItem, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    name = models.CharField(max_length=120)

    class Meta:
        verbose_name, verbose_name_plural = _("name in another language"), _("names in other languages")
        constraints = [models.UniqueConstraint(fields=["item", "language_code"], name="menu_item_translation_once")]

    def __str__(self) -> str:
        return self.name
