"""What may be done with the parameters that searches are ranked by: set new ones, and withdraw what does not hold yet."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.accounts.models import User
from marketplace.kit.columns import text_for
from marketplace.kit.locks import hold
from marketplace.kit.refused import Refused
from search.ranking.models import SearchRanking
from search.ranking.parameters import OF_QUALITY, PARAMETERS, PLACES, Parameter, Value

_LOCK = "search:ranking"


@transaction.atomic
def set_parameters(
    *, values: Mapping[str, Value], why: str, why_hi: str = "", valid_from: datetime | None = None, by: User | None
) -> SearchRanking:
    """Rank searches by these values of all parameters (search.ranking.parameters.NAMES) from a moment on that is not past; None:
    from now on. `why` is told to everybody.

    Refused REQUIRED, INVALID, TOO_LONG; INVALID for a past moment; UNIQUE where another set begins at the same one.
    """
    hold(_LOCK)
    begins = valid_from or timezone.now()
    if valid_from is not None and valid_from < timezone.now():
        raise Refused("INVALID", _("This moment has passed. Leave it empty to begin now."), "valid_from")
    if SearchRanking.objects.filter(valid_from=begins).exists():
        raise Refused("UNIQUE", _("Another set of parameters begins at this moment."), "valid_from")
    checked = {one.name: _checked(one, values) for one in PARAMETERS}
    if not any(checked[name] for name in OF_QUALITY):
        raise Refused("INVALID", _("At least one part of the quality must count."), OF_QUALITY[0])
    return SearchRanking.objects.create(
        valid_from=begins, made_by=by, why=text_for(SearchRanking, "why", why, must=True),
        why_hi=text_for(SearchRanking, "why_hi", why_hi), **checked,
    )  # fmt: skip


@transaction.atomic
def withdraw(*, row: SearchRanking) -> None:
    """Take back a set of parameters before its moment has come. Refused INVALID afterwards: what has held stays on record."""
    hold(_LOCK)
    if row.valid_from <= timezone.now():
        raise Refused("INVALID", _("What holds or has held stays on record. Set new parameters instead."), "valid_from")
    row.delete()


def _checked(one: Parameter, values: Mapping[str, Value]) -> Value:
    """The value within its bounds. Refused REQUIRED, INVALID."""
    value = values.get(one.name)
    if value is None:
        raise Refused("REQUIRED", _("This field is required."), one.name)
    fits = type(value) is int if one.is_whole else isinstance(value, Decimal | int) and not isinstance(value, bool)
    if not fits or not Decimal(value).is_finite() or not one.least <= value <= one.most or round(Decimal(value), PLACES) != value:
        message = (
            _("This must be a whole number from %(least)s to %(most)s.")
            if one.is_whole
            else _("This must be a number from %(least)s to %(most)s, with at most three decimal places.")
        )
        raise Refused("INVALID", message % {"least": one.least, "most": one.most}, one.name)
    return value
