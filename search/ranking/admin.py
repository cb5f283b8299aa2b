"""What searches are ranked by, on the operators' desk: what holds, has held and will hold; new parameters are set beside it."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from frontend_templates.templatetags.zila import day
from marketplace.desk.deeds import DeedAdmin, Look
from marketplace.desk.site import desk
from search.ranking import actions, queries
from search.ranking.forms import RankingForm
from search.ranking.models import SearchRanking
from search.ranking.parameters import NAMES


def _of(*beginnings: str) -> tuple[str, ...]:
    return tuple(name for name in NAMES if name.startswith(beginnings))


@admin.register(SearchRanking, site=desk)
class RankingAdmin(DeedAdmin):
    """Sets of parameters, the last one first. What holds is replaced, never changed."""

    form = RankingForm
    list_display = ("since", "state", "why", "who")
    list_select_related = ("made_by",)
    ordering = ("-valid_from",)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """From when and why, then the parameters by what they are about."""
        return [
            (None, {"fields": ("valid_from", "why", "why_hi")}),
            (_("What a word counts, by where it is found"), {"fields": _of("weight_")}),
            (_("What lifts a product, at most: a share of how well the words fit"), {
                "fields": ("quality", "stocked", "recent", "half_life"),
            }),
            (_("What a listing’s quality is made of: only the proportions count"), {"fields": _of("quality_", "full_")}),
            (_("The fair share"), {"fields": _of("window", "page", "most_", "others_", "small_", "new_")}),
        ]  # fmt: skip

    def get_form(self, request: Any, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form, which knows who fills it in."""
        form = super().get_form(request, obj, change=change, **kwargs)
        return type(form.__name__, (form,), {"by": request.user})

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody: what people were told stays as it was."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Of what does not hold yet."""
        return super().has_delete_permission(request, obj) and (obj is None or obj.valid_from > timezone.now())

    def took_away(self, obj: Any) -> None:
        """Before its moment."""
        actions.withdraw(row=obj)

    def looks(self, obj: SearchRanking) -> list[Look]:
        """What everybody reads of it."""
        return [Look(_("See “How we rank”"), reverse("how-we-rank"), "")]

    @admin.display(description=gettext_lazy("From"), ordering="valid_from")
    def since(self, row: SearchRanking) -> str:
        """Day and time of day."""
        return f"{day(row.valid_from)}, {timezone.localtime(row.valid_from):%H:%M}"

    @admin.display(description=gettext_lazy("Does it hold?"))
    def state(self, row: SearchRanking) -> str:
        """Whether it holds."""
        now = timezone.now()
        if row.valid_from > now:
            return _("does not hold yet")
        present = next(iter(queries.history(now)), None)
        return _("holds now") if present and present.id == row.pk else _("held before")

    @admin.display(description=gettext_lazy("Set by"))
    def who(self, row: SearchRanking) -> str:
        """The person, or that it came with the shop."""
        return str(row.made_by or _("came with the shop"))
