"""Pages with their types and their words in other languages."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PageType(models.Model):
    """Saleor's PageType: what kind of page it is, such as help or law."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    metadata = models.JSONField(default=dict)

    class Meta:
        verbose_name, verbose_name_plural = _("kind of page"), _("kinds of pages")

    def __str__(self) -> str:
        return self.name


class Page(models.Model):
    """Saleor's Page. To be seen where `is_published` and `published_at` is not ahead. `updated_at`: its words last changed."""

    page_type = models.ForeignKey(PageType, on_delete=models.PROTECT, related_name="pages")
    slug = models.SlugField(max_length=120, unique=True)
    title = models.CharField(max_length=160)
    content = models.JSONField(null=True)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)
    is_published = models.BooleanField(default=False)
    published_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(default=timezone.now)
    metadata = models.JSONField(default=dict)

    class Meta:
        verbose_name, verbose_name_plural = _("page"), _("pages")
        constraints = [
            models.CheckConstraint(condition=Q(is_published=False) | Q(published_at__isnull=False), name="page_published_since"),
        ]

    def __str__(self) -> str:
        return self.title


class PageTranslation(models.Model):
    """A page's words in another language."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="translations")
    language_code = models.CharField(max_length=8)
    title = models.CharField(max_length=160)
    slug = models.SlugField(max_length=160, allow_unicode=True, blank=True)
    content = models.JSONField(null=True)
    seo_title = models.CharField(max_length=70, blank=True)
    seo_description = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = _("words in another language"), _("words in other languages")
        constraints = [
            models.UniqueConstraint(fields=["page", "language_code"], name="page_translation_once"),
            models.UniqueConstraint(fields=["language_code", "slug"], condition=~Q(slug=""), name="page_translation_slug_once"),
        ]

    def __str__(self) -> str:
        return self.title
