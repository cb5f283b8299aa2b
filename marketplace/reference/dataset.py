"""What a dataset is: its sheets, the datasets it refers to, its check across files, and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from marketplace.reference.sheets import Row, Sheet
from marketplace.reference.tables import Upserts


@dataclass
class Parsed:
    """Rows of all files that were read, by file, and the doubts that the checks found, by dataset."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    doubts: dict[str, list[str]] = field(default_factory=dict)

    def words(self, sheet: Sheet, column: str) -> set[str]:
        """All values of a sheet's column."""
        return {row[column] for row in self.rows[sheet.file]}


@dataclass(frozen=True)
class Dataset:
    """One loader. Raise `version` when `write` changes what it makes of the same file.

    `needs` are the names of datasets that must be loaded before, because this one's rows refer to theirs.
    `check` raises BrokenFile for references that lead nowhere; `write` puts the rows into the tables. `home` is the folder of the
    files where that is another than all datasets'; a file of the same name in the folder that is loaded goes before it.
    """

    name: str
    version: int
    sheets: tuple[Sheet, ...]
    write: Callable[[Parsed, Upserts], None]
    needs: tuple[str, ...] = ()
    check: Callable[[Parsed], None] = lambda parsed: None
    home: Path | None = None

    def folder(self, sheet: Sheet, directory: Path) -> Path:
        """Where the file of a sheet is, when the folder `directory` is loaded."""
        return directory if self.home is None or (directory / sheet.file).exists() else self.home


def refuse_unknown(rows: list[Row], column: str, known: set[str], what: str) -> None:
    """BrokenFile at the first cell (one word or a list of them) that names something unknown."""
    for row in rows:
        named = row[column] if isinstance(row[column], list) else [row[column]]
        for word in named:
            if word and word not in known:
                raise row.broken(column, f"{word!r} is no {what}")
