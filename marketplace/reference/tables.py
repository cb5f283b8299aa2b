"""Bringing a table to what a file says: add, change, and remove what vanished unless something points to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models

from marketplace.reference.report import TableReport

Key = tuple[Any, ...]
_BATCH = 2000


@dataclass(frozen=True)
class _Vanished:
    """Rows of a table that the file has no more: primary key -> key columns."""

    model: type[models.Model]
    gone: dict[Any, dict[str, Any]]
    owned: tuple[type[models.Model], ...]
    parent: str | None
    report: TableReport

    def still_used(self, kept: dict[type[models.Model], set[Any]]) -> set[Any]:
        """The rows that another table points to, and those whose parent is kept."""
        used = _pointed_at(self.model, self.gone, self.owned)
        if self.parent:
            above = kept.get(self.model._meta.get_field(self.parent).related_model, set())  # type: ignore[arg-type]
            used |= {pk for pk, place in self.gone.items() if place[self.parent] in above}
        return used

    def remove(self, used: set[Any]) -> None:
        """Delete the rows that are not used, and tell which went and which stay."""
        for pk, place in self.gone.items():
            (self.report.kept if pk in used else self.report.removed).append(_words(tuple(place.values())))
        self.model._default_manager.filter(pk__in=[pk for pk in self.gone if pk not in used]).delete()


class Upserts:
    """The tables of one dataset, in the order parents first. `put` writes each; `finish` removes, children first."""

    def __init__(self) -> None:
        self.reports: list[TableReport] = []
        self._vanished: list[_Vanished] = []

    def put(
        self,
        model: type[models.Model],
        key: tuple[str, ...],
        wanted: Mapping[Key, Mapping[str, Any]],
        *,
        name: str | None = None,
        owned: tuple[type[models.Model], ...] = (),
        parent: str | None = None,
    ) -> None:
        """Make the table hold exactly `wanted` (key values -> other values, both by column name of the model).

        `name` is the column that reports show instead of the key. `owned` are tables whose rows go with their parent;
        in such a table, `parent` is the key column that names the parent: where the parent is kept, its rows are too.
        """
        report = TableReport(str(model._meta.verbose_name_plural), named=parent is None)
        fields = tuple(next(iter(wanted.values()))) if wanted else ()
        held = _held(model, key, fields)
        fresh: list[models.Model] = []
        for place, values in wanted.items():
            shown = str(values[name]) if name else _words(place)
            if place not in held:
                report.added.append(shown)
            elif held[place][1] == tuple(values[field] for field in fields):
                report.unchanged += 1
                continue
            else:
                report.changed.append(shown)
            fresh.append(model(**dict(zip(key, place, strict=True)), **values))
        _write(model, fresh, key, fields)
        gone = {pk: dict(zip(key, place, strict=True)) for place, (pk, _values) in held.items() if place not in wanted}
        self._vanished.append(_Vanished(model, gone, owned, parent, report))
        self.reports.append(report)

    def finish(self) -> None:
        """Remove the rows that vanished from the files and that nothing points to; the others are reported as kept."""
        kept: dict[type[models.Model], set[Any]] = {}
        for table in self._vanished:
            kept[table.model] = table.still_used(kept) if table.gone else set()
        for table in reversed(self._vanished):
            table.remove(kept[table.model])


def ids(model: type[models.Model], column: str) -> dict[Any, Any]:
    """The primary keys of a table by a unique column."""
    return dict(model._default_manager.values_list(column, "pk"))


def _held(model: type[models.Model], key: tuple[str, ...], fields: tuple[str, ...]) -> dict[Key, tuple[Any, Key]]:
    split = 1 + len(key)
    return {row[1:split]: (row[0], row[split:]) for row in model._default_manager.values_list("pk", *key, *fields)}


def _write(model: type[models.Model], rows: list[models.Model], key: tuple[str, ...], fields: tuple[str, ...]) -> None:
    if fields:
        model._default_manager.bulk_create(
            rows, batch_size=_BATCH, update_conflicts=True, unique_fields=list(key), update_fields=list(fields)
        )
    else:
        model._default_manager.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)


def _pointed_at(model: type[models.Model], pks: Iterable[Any], owned: tuple[type[models.Model], ...]) -> set[Any]:
    """Which of the rows another table points to, tables in `owned` left out."""
    used: set[Any] = set()
    for link in model._meta.get_fields(include_hidden=True):
        if not (link.one_to_many or link.one_to_one) or link.concrete or link.related_model in owned:
            continue
        column = link.field  # type: ignore[union-attr]
        pointing = column.model._default_manager.filter(**{f"{column.name}__in": list(pks)})
        used.update(pointing.values_list(column.attname, flat=True))
    return used


def _words(key: Key) -> str:
    return " ".join(str(part) for part in key)
