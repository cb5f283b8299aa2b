"""What every table at the desk shares: staff may do it all, every change is a deed, and what is refused is said at the field."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.admin import ModelAdmin, ShowFacets
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.kit.refused import Refused


class Look(NamedTuple):
    """A way to see what has been written: its words and its address."""

    words: str
    url: str
    language: str


class DeedAdmin(ModelAdmin):  # type: ignore[type-arg]
    """A table whose rows are changed by the room's actions alone: the form's `write` and `took_away` say which."""

    actions = None
    list_per_page = 50
    show_full_result_count = False
    show_facets = ShowFacets.NEVER
    save_as = False
    view_on_site = False

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether it is listed on the first page."""
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """All staff."""
        return self.admin_site.has_permission(request)

    has_add_permission = has_view_permission
    has_change_permission = has_view_permission
    has_delete_permission = has_view_permission

    def lookup_allowed(self, lookup: str, value: str, request: Any = None) -> bool:
        """Lists are narrowed by their filters, not by whatever an address says of columns."""
        return lookup in {getattr(one, "parameter_name", None) for one in self.list_filter}

    def took_away(self, obj: Any) -> None:
        """Do the deed that takes the row away. It may be Refused."""
        raise NotImplementedError

    def looks(self, obj: Any) -> list[Look]:
        """The ways to see it."""
        return []

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which knows what the deed was refused for."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"refused": getattr(request, "refused", None)})

    def changeform_view(self, request: Any, object_id: Any = None, form_url: str = "", extra_context: Any = None) -> Any:
        """The form; where the deed is refused, nothing of it is done, and the form comes back with the reason."""
        row = self.get_object(request, object_id) if object_id else None
        context = {
            "show_save_and_continue": False, "show_save_and_add_another": False, "looks": self.looks(row) if row else [],
            **(extra_context or {}),
        }  # fmt: skip
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except Refused as refused:
            request.refused = refused
            return super().changeform_view(request, object_id, form_url, context)

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        """The deed; the admin's row becomes the one that it leaves behind."""
        row = form.write()
        obj.pk = row.pk
        obj.refresh_from_db()

    def delete_model(self, request: Any, obj: Any) -> None:
        """The deed."""
        self.took_away(obj)

    def delete_view(self, request: Any, object_id: str, extra_context: Any = None) -> Any:
        """Asks first; what is refused is said on the form of the row."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except Refused as refused:
            self.message_user(request, refused.message, messages.ERROR)
            return HttpResponseRedirect(self.way("changelist"))

    def response_add(self, request: Any, obj: Any, post_url_continue: Any = None) -> HttpResponse:
        """Back to what was written, with the ways to see it."""
        return self.response_change(request, obj)

    def response_change(self, request: Any, obj: Any) -> HttpResponse:
        """Back to what was written, with the ways to see it."""
        self.message_user(request, _("“%(name)s” is saved.") % {"name": obj}, messages.SUCCESS)
        return HttpResponseRedirect(self.way("change", obj.pk))

    def response_delete(self, request: Any, obj_display: str, obj_id: Any) -> HttpResponse:
        """Back to the list."""
        self.message_user(request, _("“%(name)s” is taken away.") % {"name": obj_display}, messages.SUCCESS)
        return HttpResponseRedirect(self.way("changelist"))

    def way(self, name: str, *arguments: Any) -> str:
        """The address of a page of this table, such as "change"."""
        opts = self.opts
        return reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}", args=arguments, current_app=self.admin_site.name)
