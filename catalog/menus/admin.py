"""Menus on the operators' desk: what hangs in each, in order, with a button for every way to change it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from catalog.menus import actions, links, queries, tree
from catalog.menus.forms import OTHERS, MenuForm, MenuItemForm
from catalog.menus.leading import warnings_of
from catalog.menus.models import Menu, MenuItem
from marketplace.desk.deeds import DeedAdmin, Look
from marketplace.desk.site import desk
from marketplace.kit.refused import Refused

STEPS = {"up": -1, "down": 1}


@admin.register(Menu, site=desk)
class MenuAdmin(DeedAdmin):
    """Menus, each with its tree."""

    form = MenuForm
    fields = ("name", "slug")
    list_display = ("name_of", "programs", "where", "how_many")
    search_fields = ("name", "slug")
    ordering = ("name",)
    change_form_template = "admin/menu.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """With how many items each has."""
        rows: QuerySet[Any] = super().get_queryset(request).annotate(items_there=Count("items"))
        return rows

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list, which knows what stands at the head."""
        listed = super().get_changelist_instance(request)
        head = links.head_of(links.read_menus())
        for menu in listed.result_list:
            menu.at_the_head = menu.slug == head
        return listed

    def change_view(self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """The tree, and the form of the menu itself."""
        menu = self.get_object(request, object_id)
        context = {"twigs": tree.twigs_of(menu) if menu else [], **(extra_context or {})}
        return super().change_view(request, object_id, form_url, context)

    def looks(self, obj: Menu) -> list[Look]:
        """The shop, which shows the menu."""
        return [Look(_("See the shop"), reverse("home"), "")]

    def took_away(self, obj: Any) -> None:
        """With all that hangs in it."""
        actions.remove(menu=obj)

    @admin.display(description=gettext_lazy("Name"), ordering="name")
    def name_of(self, menu: Menu) -> str:
        """For people."""
        return menu.name

    @admin.display(description=gettext_lazy("Name for programs"), ordering="slug")
    def programs(self, menu: Menu) -> str:
        """The slug."""
        return format_html('<span lang="en">{}</span>', menu.slug)

    @admin.display(description=gettext_lazy("Where it is shown"))
    def where(self, menu: Any) -> str:
        """On the shop's pages, or nowhere there."""
        if menu.at_the_head:
            return _("at the top of every page")
        return _("at the foot of every page") if menu.slug == links.FOOTER else _("to programs only")

    @admin.display(description=gettext_lazy("Items"))
    def how_many(self, menu: Any) -> int:
        """How many hang in it."""
        return int(menu.items_there)


@admin.register(MenuItem, site=desk)
class MenuItemAdmin(DeedAdmin):
    """Items, which are come to from their menu."""

    form = MenuItemForm
    change_form_template = "admin/menu_item.html"
    fields = ("name", *(f"name_{code}" for code, _language in OTHERS), "target", "url", "parent", "menu")

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Not on the first page."""
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """They are listed in their menus."""
        return HttpResponseRedirect(reverse("admin:catalog_menu_changelist", current_app=self.admin_site.name))

    def get_urls(self) -> list[Any]:
        """With the buttons up and down."""
        move = path("<int:key>/<slug:step>/", self.admin_site.admin_view(self.move), name="catalog_menuitem_move")
        return [*super().get_urls()[:-1], move, super().get_urls()[-1]]

    @method_decorator(require_POST)
    def move(self, request: HttpRequest, key: int, step: str) -> HttpResponse:
        """The item one place up or down among its siblings."""
        if step not in STEPS:
            raise Http404
        try:
            item = queries.item_to_change(key)
            item = actions.move_item(item=item, parent=item.parent, step=STEPS[step])
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
            return self.changelist_view(request)
        self.log_change(request, item, _("Moved"))
        return HttpResponseRedirect(f"{self._menu(item.menu_id)}#item-{item.pk}")

    def took_away(self, obj: Any) -> None:
        """With all below it."""
        actions.remove_item(item=obj)

    def response_change(self, request: Any, obj: Any) -> HttpResponse:
        """Back to the menu, with what may be wrong with where it leads."""
        self.message_user(request, _("“%(name)s” is saved.") % {"name": obj}, messages.SUCCESS)
        for words in warnings_of(obj):
            self.message_user(request, words, messages.WARNING)
        return HttpResponseRedirect(f"{self._menu(obj.menu_id)}#item-{obj.pk}")

    def delete_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        """Asks first, and goes back to the menu."""
        item = self.get_object(request, object_id)
        response = super().delete_view(request, object_id, extra_context)
        if item is not None and request.method == "POST" and response.status_code == 302:
            return HttpResponseRedirect(self._menu(item.menu_id))
        return response

    def _menu(self, key: int) -> str:
        return reverse("admin:catalog_menu_change", args=[key], current_app=self.admin_site.name)
