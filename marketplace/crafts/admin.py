"""Crafts on the operators' desk: what people call them; which there are comes with the reference data."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.crafts.forms import CraftForm
from marketplace.crafts.models import Craft
from marketplace.desk.deeds import DeedAdmin, Look
from marketplace.desk.site import desk
from marketplace.kit.text import clean


@admin.register(Craft, site=desk)
class CraftAdmin(DeedAdmin):
    """Crafts by their English names."""

    form = CraftForm
    fields = ("spellings", "names")
    list_display = ("name_of", "spelled")
    search_fields = ("name",)
    ordering = ("name",)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They come with the reference data."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They come with the reference data."""
        return False

    def get_search_results(self, request: Any, queryset: QuerySet[Any], search_term: str) -> tuple[QuerySet[Any], bool]:
        """Crafts with this in a name or a spelling."""
        text = clean(search_term)
        called = Q(names__name__icontains=text)
        found = Q(name__icontains=text) | Q(spellings__icontains=text) | Q(pk__in=Craft.objects.filter(called).values("pk"))
        return queryset.filter(found if text else Q()), False

    def looks(self, obj: Craft) -> list[Look]:
        """The page of the craft."""
        return [Look(_("See the page"), reverse("craft", args=[obj.slug]), "")]

    @admin.display(description=gettext_lazy("Name"), ordering="name")
    def name_of(self, craft: Craft) -> str:
        """For people."""
        return craft.name

    @admin.display(description=gettext_lazy("Other spellings"))
    def spelled(self, craft: Craft) -> str:
        """All of them."""
        return ", ".join(craft.spellings)
