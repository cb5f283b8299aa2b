"""What people looked for, on the operators' desk: what they did not find, and what they looked for most."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from marketplace.desk.deeds import DeedAdmin
from marketplace.desk.site import desk
from search.log import actions, queries
from search.log.forms import SearchesForm
from search.log.models import SearchCount
from search.log.queries import AskedRow
from search.log.rules import FEWEST


@admin.register(SearchCount, site=desk)
class SearchCountAdmin(DeedAdmin):
    """Counts are looked at, and a query that says something of a person is forgotten; nothing else is done with them."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: searches are counted by themselves."""
        return False

    has_change_permission = has_delete_permission = has_add_permission

    def get_urls(self) -> list[Any]:
        """The list, and the button that forgets."""
        forget = path("forget/", self.admin_site.admin_view(self.forget), name="search_searchcount_forget")
        return [super().get_urls()[0], forget]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """Both lists, of the days and the language that are asked for."""
        form = SearchesForm(request.GET, today=timezone.localdate())
        wanted = form.wanted()
        context = {
            **self.admin_site.each_context(request), "opts": self.opts, "title": _("What people look for"), "form": form,
            "fewest": FEWEST, "totals": queries.totals(**wanted), "address": request.get_full_path(),
            "lists": [
                ("missed", _("Looked for and not found"), _lines(queries.missed(**wanted))),
                ("wished", _("Looked for most"), _lines(queries.wished(**wanted))),
            ],
        }  # fmt: skip
        return TemplateResponse(request, "admin/searches.html", context)

    @method_decorator(require_POST)
    def forget(self, request: HttpRequest) -> HttpResponse:
        """Take a query away, whenever it was asked."""
        query = request.POST.get("query", "")
        if actions.forget(queries=[query]):
            self.message_user(request, _("“%(query)s” is forgotten.") % {"query": query}, messages.SUCCESS)
        return HttpResponseRedirect(self.way("changelist"))


def _lines(rows: list[AskedRow]) -> list[dict[str, Any]]:
    """Each query with the ways on: to what it finds now, and to saying that it means something else."""
    shop, synonym = reverse("products"), reverse("admin:search_searchsynonym_add")
    return [
        {
            **row._asdict(),
            "found_at": f"{shop}?{urlencode({'q': row.query})}",
            "synonym_at": f"{synonym}?{urlencode({'words': row.query})}",
        }
        for row in rows
    ]
