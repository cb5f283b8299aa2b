"""Pages on the operators' desk: the list, the form, and how a page looks that nobody else sees yet."""

from typing import Any

from django.conf import settings
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from frontend_templates.templatetags.zila import day
from marketplace.content import actions, queries
from marketplace.content.forms import OTHERS, WORDS, PageForm, PageTypeForm
from marketplace.content.models import Page, PageType
from marketplace.content.views import shown
from marketplace.desk.deeds import DeedAdmin, Look
from marketplace.desk.site import desk

NAMES = dict(settings.LANGUAGES)


class SeenFilter(admin.SimpleListFilter):
    """Who sees the page."""

    title = gettext_lazy("who sees it")
    parameter_name = "seen"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """The three answers."""
        return [("everybody", _("Everybody")), ("later", _("Everybody, later")), ("staff", _("Only we"))]

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The pages of which the answer holds."""
        later = Q(is_published=True, published_at__gt=timezone.now())
        conditions = {"everybody": queries.visible(timezone.now()), "later": later, "staff": Q(is_published=False)}
        return queryset.filter(conditions.get(self.value() or "", Q()))


class KindFilter(admin.SimpleListFilter):
    """The kind of page."""

    title = gettext_lazy("kind of page")
    parameter_name = "kind"

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """All kinds."""
        return list(PageType.objects.order_by("name").values_list("slug", "name"))

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The pages of the kind."""
        return queryset.filter(page_type__slug=self.value()) if self.value() else queryset


@admin.register(Page, site=desk)
class PageAdmin(DeedAdmin):
    """Pages of words."""

    form = PageForm
    list_display = ("page_title", "address", "kind", "seen", "languages", "changed")
    list_filter = (SeenFilter, KindFilter)
    search_fields = ("title", "slug", "translations__title")
    ordering = ("slug",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With what the list shows of each."""
        return super().get_queryset(request).select_related("page_type").prefetch_related("translations")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The words in each language, then who may see them."""
        first = ("seen",) if obj else ("page_type",)
        languages = [(queries.ORIGINAL, ""), *((code, f"_{code}") for code in OTHERS)]
        told = [(NAMES[code], {"fields": [name + ending for name in WORDS]}) for code, ending in languages]
        return [(None, {"fields": first}), *told, (_("Who sees it"), {"fields": ("is_published", "published_at")})]

    def took_away(self, obj: Any) -> None:
        """With its words in every language and what leads to it."""
        actions.remove(page=obj)

    def looks(self, obj: Page) -> list[Look]:
        """The page in each language: where everybody sees it, else as it will be seen."""
        is_seen = obj.is_published and obj.published_at is not None and obj.published_at <= timezone.now()
        found = []
        for code, name in settings.LANGUAGES:
            words = _("See it in %(language)s") if is_seen else _("Preview in %(language)s")
            said = words % {"language": name}
            with override(code):
                found.append(Look(said, reverse("page", args=[obj.slug]) if is_seen else self.way("preview", obj.pk), code))
        return found

    def get_urls(self) -> list[Any]:
        """With the preview."""
        preview = path("<int:key>/preview/", self.admin_site.admin_view(self.preview), name="marketplace_page_preview")
        return [preview, *super().get_urls()]

    def preview(self, request: HttpRequest, key: int) -> HttpResponse:
        """The page as it will be seen, in the language of the address."""
        return shown(request, key=key)

    @admin.display(description=gettext_lazy("Title"), ordering="title")
    def page_title(self, page: Page) -> str:
        """The title in the language of the desk, else in that it was written in."""
        return next((row.title for row in page.translations.all() if row.language_code == get_language()), page.title)

    @admin.display(description=gettext_lazy("End of the address"), ordering="slug")
    def address(self, page: Page) -> str:
        """The slug."""
        return format_html('<span lang="en">{}</span>', page.slug)

    @admin.display(description=gettext_lazy("Kind of page"), ordering="page_type__name")
    def kind(self, page: Page) -> str:
        """The name of its type."""
        return page.page_type.name

    @admin.display(description=gettext_lazy("Who sees it"), ordering="published_at")
    def seen(self, page: Page) -> str:
        """Since when, or that nobody does yet."""
        if not page.is_published or page.published_at is None:
            return _("Only we")
        words = _("Everybody since %(day)s") if page.published_at <= timezone.now() else _("Everybody from %(day)s on")
        return words % {"day": day(page.published_at)}

    @admin.display(description=gettext_lazy("Languages"))
    def languages(self, page: Page) -> str:
        """Those that it has words in."""
        codes = [queries.ORIGINAL, *(row.language_code for row in page.translations.all())]
        return ", ".join(str(NAMES.get(code, code)) for code in codes)

    @admin.display(description=gettext_lazy("Last changed"), ordering="updated_at")
    def changed(self, page: Page) -> str:
        """The day on which its words last changed."""
        return day(page.updated_at)


@admin.register(PageType, site=desk)
class PageTypeAdmin(DeedAdmin):
    """Kinds of pages, which can be added."""

    form = PageTypeForm
    fields = ("name",)
    list_display = ("name_of",)
    list_display_links = None

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: pages stand below them."""
        return False

    has_delete_permission = has_change_permission

    def change_view(self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """There is nothing but its name, which the list says."""
        return HttpResponseRedirect(self.way("changelist"))

    @admin.display(description=gettext_lazy("Name"), ordering="name")
    def name_of(self, kind: PageType) -> str:
        """For people."""
        return kind.name
