"""Django's admin as our desk: who may come in, for how long, what is there, and changing one's password."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth import logout
from django.contrib.auth.signals import user_logged_in
from django.contrib.auth.views import PasswordChangeView
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from marketplace.desk.forms import NewPasswordForm, SignInForm
from marketplace.kit.refused import Refused
from marketplace.kit.throttle import address_of
from marketplace.tokens.actions import change_password

STAYS = timedelta(hours=8)
"""How long a signing in lasts, whatever is done meanwhile."""
_FIELDS = {"old_password": "old_password", "new_password": "new_password1"}


class Desk(AdminSite):
    """Whoever is staff and active may do everything here; for anybody else every address leads to the sign-in page."""

    site_title = site_header = gettext_lazy("Zila Bazaar: the desk")
    index_title = gettext_lazy("What do you want to change?")
    login_form = SignInForm
    enable_nav_sidebar = False

    def each_context(self, request: Any) -> dict[str, Any]:
        """With the way to the shop in the language of the page."""
        return {**super().each_context(request), "site_url": reverse("home")}

    def app_index(self, request: HttpRequest, app_label: str, extra_context: Any = None) -> Any:
        """Which package of ours holds what is nobody's concern here."""
        return HttpResponseRedirect(reverse("admin:index", current_app=self.name))

    def password_change(self, request: Any, extra_context: Any = None) -> Any:
        """The form for another password."""
        request.current_app = self.name
        context = {**self.each_context(request), **(extra_context or {})}
        return NewPassword.as_view(extra_context=context)(request)


class NewPassword(PasswordChangeView):
    """Another password for who is signed in, who has to sign in anew with it."""

    form_class = NewPasswordForm

    def form_valid(self, form: Any) -> HttpResponse:
        """Refused beside the fields, as `tokens.actions.change_password` is."""
        try:
            change_password(
                person=form.user.pk, old=form.cleaned_data["old_password"],
                new=form.cleaned_data["new_password1"], address=address_of(self.request),
            )  # fmt: skip
        except Refused as refused:
            for one in (refused, *refused.others):
                form.add_error(_FIELDS.get(one.field or ""), one.message)
            return self.form_invalid(form)
        logout(self.request)
        messages.success(self.request, _("Your password is changed. Please sign in with the new one."))
        return HttpResponseRedirect(reverse("admin:login"))


@receiver(user_logged_in)
def _ends_after_some_hours(sender: Any, request: HttpRequest, **_more: Any) -> None:
    request.session.set_expiry(timezone.now() + STAYS)


desk = Desk(name="desk")
