"""What a product, a variant or a page carries for an attribute: rows that the graph reads, and how a value is told."""

from collections.abc import Callable, Collection, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.attributes.queries import AttributeRow
from marketplace.kit.richtext import to_text

MOST_NAME = 200


class Texts(NamedTuple):
    """A text value in another language."""

    plain_text: str | None
    rich_text: Any


TextsOf = Callable[[Collection[int], str], Mapping[int, Texts]]


class Carried(NamedTuple):
    """One value, exactly the member of its attribute's type filled. `id` is the assignment's key; `slug` and `name` are a
    choice's, in the language they were written in; `texts(ids, language)` asks for text values in another language."""

    id: int
    choice_id: int | None
    slug: str | None
    name: str | None
    number: Decimal | None
    boolean: bool | None
    date: date | None
    plain_text: str | None
    rich_text: Any
    file_key: str | None
    reference_key: int | None
    attribute: AttributeRow
    texts: TextsOf


class Assigned(NamedTuple):
    """An attribute with the values carried for it, in order; `channel` (None: the default one) is where references are
    looked at."""

    attribute: AttributeRow
    values: tuple[Carried, ...]
    channel: str | None


def grouped(carried: Collection[Carried], channel: str | None) -> list[Assigned]:
    """The values of one owner by attribute, in the order in which they come."""
    by_attribute: dict[int, list[Carried]] = {}
    for value in carried:
        by_attribute.setdefault(value.attribute.id, []).append(value)
    return [Assigned(values[0].attribute, tuple(values), channel) for values in by_attribute.values()]


def told(value: Carried) -> str | None:
    """The value in words, as first written; None for a reference, which has the name of what it refers to."""
    if value.choice_id is not None:
        return value.name
    if value.number is not None:
        return number_text(value.number)
    if value.boolean is not None:
        return yes_or_no(value.boolean, settings.LANGUAGE_CODE)
    if value.date is not None:
        return value.date.isoformat()
    if value.file_key is not None:
        return value.file_key.rpartition("/")[2]
    text = value.plain_text if value.plain_text is not None else to_text(value.rich_text)
    return text[:MOST_NAME] if value.reference_key is None else None


def yes_or_no(value: bool, language: str) -> str:
    """The word for it in a language, whatever the language of the request."""
    with override(language):
        return _("Yes") if value else _("No")


def number_text(number: Decimal) -> str:
    """The number without zeros at its end: 12.5, 700."""
    whole = f"{number:f}"
    return whole.rstrip("0").rstrip(".") if "." in whole else whole
