"""Words that mean the same on the operators' desk."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from frontend_templates.templatetags.zila import day
from marketplace.desk.deeds import DeedAdmin, Look
from marketplace.desk.site import desk
from marketplace.kit.text import clean
from search.words import actions
from search.words.forms import SynonymForm
from search.words.models import SearchSynonym


class WhoseFilter(admin.SimpleListFilter):
    """Where the group comes from, and whether it is in use."""

    title = gettext_lazy("where it comes from")
    parameter_name = "whose"
    CONDITIONS = {
        "ours": Q(code__isnull=True), "changed": Q(code__isnull=False, changed_at__isnull=False),
        "file": Q(code__isnull=False, changed_at__isnull=True), "off": Q(in_use=False),
    }  # fmt: skip

    def lookups(self, request: Any, model_admin: Any) -> list[tuple[str, str]]:
        """The four answers."""
        return [
            ("ours", _("Added by us")), ("changed", _("Changed by us")), ("file", _("As it came with the shop")),
            ("off", _("Not in use")),
        ]  # fmt: skip

    def queryset(self, request: Any, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The groups of which the answer holds."""
        return queryset.filter(self.CONDITIONS.get(self.value() or "", Q()))


@admin.register(SearchSynonym, site=desk)
class SynonymAdmin(DeedAdmin):
    """Groups, by their first word."""

    form = SynonymForm
    fields = ("words", "finds", "in_use", "note")
    list_display = ("words_of", "finds_of", "used", "changed")
    list_filter = (WhoseFilter,)
    list_select_related = ("changed_by",)
    search_fields = ("words",)
    ordering = ("words", "id")

    def get_search_results(self, request: Any, queryset: QuerySet[Any], search_term: str) -> tuple[QuerySet[Any], bool]:
        """Groups with this in one of their words."""
        text = clean(search_term)
        return queryset.filter(Q(words__icontains=text) | Q(finds__icontains=text) if text else Q()), False

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which knows who fills it in."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"by": request.user})

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not of our file, which would bring it back."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.code is None)

    def took_away(self, obj: Any) -> None:
        """The group."""
        actions.remove(group=obj)

    def looks(self, obj: SearchSynonym) -> list[Look]:
        """What its first word finds."""
        return [
            Look(_("Look for “%(word)s”") % {"word": obj.words[0]}, f"{reverse('products')}?{urlencode({'q': obj.words[0]})}", "")
        ]

    @admin.display(description=gettext_lazy("Words that mean the same"), ordering="words")
    def words_of(self, group: SearchSynonym) -> str:
        """The first ones."""
        return str(group)

    @admin.display(description=gettext_lazy("Found besides"))
    def finds_of(self, group: SearchSynonym) -> str:
        """All of them."""
        return ", ".join(group.finds)

    @admin.display(description=gettext_lazy("In use"), boolean=True, ordering="in_use")
    def used(self, group: SearchSynonym) -> bool:
        """Whether it is."""
        return group.in_use

    @admin.display(description=gettext_lazy("Changed by us"), ordering="changed_at")
    def changed(self, group: SearchSynonym) -> str:
        """When, and by whom."""
        if group.changed_at is None:
            return ""
        return " ".join(filter(None, (str(day(group.changed_at)), str(group.changed_by or ""))))
