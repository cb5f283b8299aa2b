"""What operators may do with a craft: say by which names and spellings people know it."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.crafts.models import LANGUAGES, Craft, CraftName
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

MOST = 40
"""Spellings of a craft, and names in one language."""
_LONGEST_SPELLING, _LONGEST_NAME = 80, 120


@transaction.atomic
def respell(*, craft: Craft, spellings: Sequence[str], names: Mapping[str, Sequence[str]]) -> Craft:
    """The craft has these Roman spellings beside its name, and these names by language, the usual one first; from then on they
    are the operator's, and the reference data leaves them as they are.

    Refused NOT_FOUND, REQUIRED without a Hindi name, INVALID for a language that we do not know, TOO_LONG, TOO_MANY or DUPLICATE.
    """
    row = Craft.objects.select_for_update(no_key=True).filter(pk=craft.pk).first()
    if row is None:
        raise Refused("NOT_FOUND", _("There is no such craft."), "id")
    row.spellings = _each_once(spellings, "spellings", _LONGEST_SPELLING)
    called = {code: _each_once(given, "names", _LONGEST_NAME) for code, given in names.items()}
    for code in called:
        if code not in LANGUAGES:
            raise Refused("INVALID", _("“%(code)s” is no code of a language of India.") % {"code": code}, "names")
    if not called.get("hi"):
        raise Refused("REQUIRED", _("A craft has a name in Hindi."), "names")
    row.respelled_at = timezone.now()
    row.save(update_fields=["spellings", "respelled_at"])
    row.names.all().delete()
    CraftName.objects.bulk_create(
        CraftName(craft=row, language_code=code, name=name, rank=rank)
        for code, several in called.items()
        for rank, name in enumerate(several, start=1)
    )
    return row


def _each_once(given: Sequence[str], field: str, longest: int) -> list[str]:
    if len(given) > MOST:
        raise Refused("TOO_MANY", _("At most %(most)d values.") % {"most": MOST}, field)
    found: list[str] = []
    for text in (clean(one, field=field, most=longest) for one in given):
        if text.casefold() in map(str.casefold, found):
            raise Refused("DUPLICATE", _("“%(word)s” is named twice.") % {"word": text}, field)
        if text:
            found.append(text)
    return found
