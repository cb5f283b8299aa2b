"""The one row that is asked for, or the refusal that there is none."""

from typing import TypeVar

from django.db.models import Model, QuerySet

from marketplace.kit.refused import Refused

Row = TypeVar("Row", bound=Model)


def first_of(rows: QuerySet[Row], missing: str, field: str | None = "id") -> Row:
    """The first of the rows. Refused NOT_FOUND with the sentence `missing` where there is none."""
    row = rows.first()
    if row is None:
        raise Refused("NOT_FOUND", missing, field)
    return row
