"""What an attribute's value may be, by the attribute's type: pure checks that turn input into the column to fill."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as Day
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from marketplace.kit.files import PUBLIC, is_key
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import blocks_or_none
from marketplace.kit.text import clean

MOST_TEXT = 2000
MOST_VALUES = 50
MOST_NUMBER = Decimal(10) ** 12  # the column holds 12 digits before the point and 4 behind
_DIGITS_BEHIND = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeFacts:
    """What the rules need to know of an attribute; `choices` are the keys by slug, `minimum` and `maximum` in its unit."""

    slug: str
    input_type: str
    choices: Mapping[str, int] = field(default_factory=dict)
    minimum: Decimal | None = None
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value: exactly one of these is set, as in the table of assignments."""

    choice_id: int | None = None
    number: Decimal | None = None
    boolean: bool | None = None
    date: Day | None = None
    plain_text: str | None = None
    rich_text: dict[str, Any] | None = None
    file_key: str | None = None
    reference_key: int | None = None


def values_of(attribute: AttributeFacts, given: object) -> list[Value]:
    """The values that the input stands for, in order; none for None, an empty text or an empty list.

    DROPDOWN: a choice's slug. MULTISELECT: a list of slugs. NUMERIC: whole number, Decimal or decimal text. BOOLEAN. DATE:
    date or ISO text. PLAIN_TEXT. RICH_TEXT: text or blocks. FILE: a file's key. REFERENCE: a row's key, or a list of keys.
    SINGLE_REFERENCE: a row's key.
    Refused INVALID_VALUE, or OUT_OF_BOUNDS for a number, with the attribute's slug as field.
    """
    if given is None or given == "" or given == [] or given == ():
        return []
    several = {"MULTISELECT": _choices, "REFERENCE": _references}.get(attribute.input_type)
    if several:
        return several(attribute, given)
    value = _SINGLE[attribute.input_type](attribute, given)
    return [] if value is None else [value]


def _choice(attribute: AttributeFacts, given: object) -> Value:
    if not isinstance(given, str) or given not in attribute.choices:
        raise _invalid(attribute, _("This is not one of the choices."))
    return Value(choice_id=attribute.choices[given])


def _choices(attribute: AttributeFacts, given: object) -> list[Value]:
    return [_choice(attribute, slug) for slug in _different(attribute, given)]


def _references(attribute: AttributeFacts, given: object) -> list[Value]:
    keys = _different(attribute, [given] if type(given) is int else given)
    if not all(type(key) is int and 0 < key < 2**63 for key in keys):
        raise _invalid(attribute, _("This must be the key of something that is there."))
    return [Value(reference_key=key) for key in keys]


def _reference(attribute: AttributeFacts, given: object) -> Value:
    return _references(attribute, [given])[0]


def _different(attribute: AttributeFacts, given: object) -> list[Any]:
    """The items of a list or tuple, each once."""
    if isinstance(given, str) or not isinstance(given, Sequence) or len(given) > MOST_VALUES:
        raise _invalid(attribute, _("This must be a list of at most %(most)d values.") % {"most": MOST_VALUES})
    kept: list[Any] = []
    kept.extend(item for place, item in enumerate(given) if item not in given[:place])
    return kept


def _number(attribute: AttributeFacts, given: object) -> Value:
    if type(given) is not int and not isinstance(given, Decimal | str):
        raise _invalid(attribute, _("This must be a number."))
    try:
        number = Decimal(given)
    except InvalidOperation:
        raise _invalid(attribute, _("This must be a number.")) from None
    if not number.is_finite() or abs(number) >= MOST_NUMBER or number != round(number, _DIGITS_BEHIND):
        raise _invalid(attribute, _("This must be a number with at most 12 digits before the point and 4 behind."))
    low, high = attribute.minimum, attribute.maximum
    if (low is not None and number < low) or (high is not None and number > high):
        raise Refused("OUT_OF_BOUNDS", _("This number is outside of what this attribute allows."), attribute.slug)
    return Value(number=number)


def _boolean(attribute: AttributeFacts, given: object) -> Value:
    if not isinstance(given, bool):
        raise _invalid(attribute, _("This must be yes or no."))
    return Value(boolean=given)


def _date(attribute: AttributeFacts, given: object) -> Value:
    if isinstance(given, str):
        try:
            given = Day.fromisoformat(given)
        except ValueError:
            raise _invalid(attribute, _("This must be a date.")) from None
    if not isinstance(given, Day) or isinstance(given, datetime):
        raise _invalid(attribute, _("This must be a date."))
    return Value(date=given)


def _plain_text(attribute: AttributeFacts, given: object) -> Value | None:
    if not isinstance(given, str):
        raise _invalid(attribute, _("This must be a text."))
    text = clean(given, field=attribute.slug, most=MOST_TEXT)
    return Value(plain_text=text) if text else None


def _rich_text(attribute: AttributeFacts, given: object) -> Value | None:
    if not isinstance(given, str | Mapping):
        raise _invalid(attribute, _("This must be a text."))
    blocks = blocks_or_none(given, field=attribute.slug)
    return Value(rich_text=blocks) if blocks else None


def _file(attribute: AttributeFacts, given: object) -> Value:
    if not isinstance(given, str) or not is_key(given) or not given.startswith(PUBLIC):
        raise _invalid(attribute, _("This must be the key of a stored file."))
    return Value(file_key=given)


def _invalid(attribute: AttributeFacts, message: str) -> Refused:
    return Refused("INVALID_VALUE", message, attribute.slug)


_SINGLE = {
    "DROPDOWN": _choice, "NUMERIC": _number, "BOOLEAN": _boolean, "DATE": _date, "PLAIN_TEXT": _plain_text,
    "RICH_TEXT": _rich_text, "FILE": _file, "SINGLE_REFERENCE": _reference,
}  # fmt: skip
