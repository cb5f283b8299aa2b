"""Questions about people."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from marketplace.accounts.models import User


class PersonRow(NamedTuple):
    """A person as the person may see it; the address is confirmed when they have shown that they read its mail."""

    id: int
    email: str
    first_name: str
    last_name: str
    language_code: str
    is_active: bool
    is_staff: bool
    is_confirmed: bool
    date_joined: datetime
    metadata: dict[str, str]


def people_by_id(ids: Collection[int]) -> dict[int, PersonRow]:
    """People by key."""
    rows = User.objects.filter(pk__in=set(ids)).values_list(*PersonRow._fields)
    return {row[0]: PersonRow(*row) for row in rows}


def person(id: int) -> PersonRow | None:
    """One person by key."""
    return people_by_id([id]).get(id)
