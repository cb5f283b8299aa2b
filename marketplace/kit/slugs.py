"""Slugs: made from a name, or given; unique in their table also when two people write at the same moment."""

import re
import unicodedata
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from marketplace.kit.locks import hold
from marketplace.kit.refused import Refused
from marketplace.kit.text import slug_of

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_NUMBERS = re.compile(r"(?:-[0-9]+)+\Z")
_LATIN = re.compile(r"[a-z]")
_ROOM_FOR_NUMBER = 8


def settle(rows: QuerySet[Any], *, given: str | None, name: str, otherwise: str) -> str:
    """The slug for a new row of `rows`' table: the one given, or one made from the name, numbered -2, -3 ... where taken.

    `otherwise` stands in for a name without Latin letters. Refused INVALID or SLUG_TAKEN for a slug given. The name is
    held until the transaction ends, so nobody else is handed the same slug meanwhile.
    """
    most = _length(rows.model)
    if given is not None:
        return _given(rows, given, most)
    made = slug_of(name)
    base = (made if _LATIN.search(made) else slug_of(otherwise))[: most - _ROOM_FOR_NUMBER].strip("-")
    _hold(rows.model, base)
    taken = set(rows.filter(slug__regex=rf"^{base}(-[0-9]+)?$").values_list("slug", flat=True))
    number, slug = 1, base
    while slug in taken:
        number += 1
        slug = f"{base}-{number}"
    return slug


def unicode_slug_of(text: str, *, most: int) -> str:
    """A slug in any script: letters, their vowel signs and digits, lower case, joined by hyphens."""
    kept = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in unicodedata.normalize("NFC", text).lower())
    return unicodedata.normalize("NFC", "-".join(kept.split())[:most].strip("-"))


def _given(rows: QuerySet[Any], slug: str, most: int) -> str:
    if not _SLUG.match(slug) or len(slug) > most:
        raise Refused("INVALID", _("A slug is made of lower case letters and digits joined by hyphens."), "slug")
    _hold(rows.model, slug)
    if rows.filter(slug=slug).exists():
        raise Refused("SLUG_TAKEN", _("This slug is taken."), "slug")
    return slug


def _hold(model: type[Model], slug: str) -> None:
    """One lock for a slug and all its numbered siblings."""
    hold(f"slug:{model._meta.db_table}:{_NUMBERS.sub('', slug)}")


def _length(model: type[Model]) -> int:
    return int(getattr(model._meta.get_field("slug"), "max_length", 0))
