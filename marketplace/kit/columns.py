"""Input made to fit a table's columns: texts by the column's length, choices by its list, numbers by their bounds."""

from django.db.models import Model
from django.utils.translation import gettext as _

from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

LONG_TEXT = 5000


def text_for(
    model: type[Model], column: str, text: str, *, must: bool = False, lines: bool = False, field: str | None = None
) -> str:
    """The cleaned text, within the column's length (`LONG_TEXT` where it has none).

    Refused INVALID, TOO_LONG, or REQUIRED where it must not be empty. `field` is the input's name where it is not the column's.
    """
    field = field or column
    if not isinstance(text, str):
        raise Refused("INVALID", _("This must be a text."), field)
    most = getattr(model._meta.get_field(column), "max_length", None) or LONG_TEXT
    text = clean(text, field=field, most=most, lines=lines)
    if must and not text:
        raise Refused("REQUIRED", _("This field is required."), field)
    return text


def choice_for(model: type[Model], column: str, value: str, *, field: str | None = None) -> str:
    """The value, as one of the column's choices; Refused INVALID otherwise."""
    known = {key for key, _name in model._meta.get_field(column).flatchoices}  # type: ignore[union-attr]
    if value not in known:
        raise Refused("INVALID", _("This is not one of the choices."), field or column)
    return str(value)


def whole(value: int, *, field: str, least: int, most: int) -> int:
    """The whole number within its bounds; Refused INVALID otherwise."""
    if type(value) is not int or not least <= value <= most:
        raise Refused(
            "INVALID", _("This must be a whole number from %(least)d to %(most)d.") % {"least": least, "most": most}, field
        )
    return value
