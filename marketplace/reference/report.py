"""What a load did: per table how many rows were added, changed, removed, kept and left alone, with the first names."""

from dataclasses import dataclass, field

_SHOWN = 3


@dataclass
class TableReport:
    """The changes of one table. `kept`: rows that vanished from the file but stay, because something points to them.

    The rows of a table between others (`named` is False) have no names that would say anything: they are only counted.
    """

    table: str
    named: bool = True
    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    unchanged: int = 0

    def __str__(self) -> str:
        parts = [_shown(names, word, self.named) for word, names in self._lists() if names]
        if self.unchanged or not parts:
            parts.append(f"{self.unchanged:,} unchanged")
        return f"{self.table}: {', '.join(parts)}"

    def _lists(self) -> list[tuple[str, list[str]]]:
        return [("added", self.added), ("changed", self.changed), ("removed", self.removed), ("kept (still used)", self.kept)]


@dataclass
class DatasetReport:
    """What became of one dataset: skipped (its files stand in the database already), or the changes per table.

    `doubts` are rows that were taken in but look wrong, one sentence each.
    """

    dataset: str
    skipped: bool = False
    tables: list[TableReport] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """How many rows were "added", "changed", "removed" or "kept" over all tables."""
        return sum(len(getattr(table, kind)) for table in self.tables)


def _shown(names: list[str], word: str, named: bool) -> str:
    if not named:
        return f"{len(names):,} {word}"
    first = ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
    return f"{len(names):,} {word} ({first})"
