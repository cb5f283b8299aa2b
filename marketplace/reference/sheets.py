"""Reading one reference file whole: its bytes, header, lines and cells are checked before anything is used."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from marketplace.reference.broken import BrokenFile
from marketplace.reference.cells import Column


@dataclass(frozen=True)
class Row:
    """A line of a reference file: its values by column, and where it stands."""

    file: str
    line: int
    values: dict[str, Any]

    def __getitem__(self, column: str) -> Any:
        return self.values[column]

    def broken(self, column: str, what: str) -> BrokenFile:
        """The refusal that points at one of this row's cells."""
        return BrokenFile(self.file, self.line, column, what)


@dataclass(frozen=True)
class Sheet:
    """A reference file: its name, its columns in order, and which of them name a row once (`unique`: also alone)."""

    file: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    unique: tuple[tuple[str, ...], ...] = ()

    def read(self, directory: Path) -> list[Row]:
        """The file's rows, all checked; BrokenFile at the first fault. Needs no database."""
        decoded = self._decoded(directory)
        rows = list(self._rows(decoded))
        if not rows:
            raise BrokenFile(self.file, 1, self.columns[0].name, "has a header and no rows")
        for names in (self.key, *self.unique):
            self._refuse_duplicates(rows, names)
        return rows

    def _decoded(self, directory: Path) -> str:
        try:
            raw = (directory / self.file).read_bytes()
        except OSError as error:
            raise BrokenFile(self.file, 0, "", f"cannot be read: {error.strerror}") from error
        if raw.startswith(b"\xef\xbb\xbf"):
            raise BrokenFile(self.file, 1, self.columns[0].name, "begins with a byte order mark; save it as UTF-8 without one")
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            before = raw[: error.start].decode("utf-8")
            what = f"is not UTF-8: byte 0x{raw[error.start]:02x} at position {error.start}"
            raise BrokenFile(self.file, before.count("\n") + 1, self._column_after(before), what) from error

    def _column_after(self, before: str) -> str:
        """The column in which the text that follows `before` stands."""
        cells = next(csv.reader([before.rpartition("\n")[2]]), [""])
        return self.columns[min(max(len(cells), 1), len(self.columns)) - 1].name

    def _rows(self, decoded: str) -> Iterator[Row]:
        lines = csv.reader(io.StringIO(decoded, newline=""), strict=True)
        at = 1
        try:
            self._check_header(next(lines, None))
            at = lines.line_num + 1
            for cells in lines:
                yield self._row(cells, at)
                at = lines.line_num + 1
        except csv.Error as error:
            raise BrokenFile(self.file, at, self.columns[0].name, f"is no CSV from here: {error}") from error

    def _check_header(self, header: list[str] | None) -> None:
        if header is None:
            raise BrokenFile(self.file, 0, "", "is empty")
        names = [column.name for column in self.columns]
        for place, expected in enumerate(names):
            found = header[place] if place < len(header) else ""
            if found != expected:
                raise BrokenFile(self.file, 1, expected, f"the header has {found!r} where {expected!r} belongs")
        if len(header) > len(names):
            raise BrokenFile(self.file, 1, header[len(names)], "the header has more columns than this file may have")

    def _row(self, cells: list[str], line: int) -> Row:
        if len(cells) != len(self.columns):
            last = self.columns[min(len(cells), len(self.columns) - 1)].name
            raise BrokenFile(self.file, line, last, f"has {len(cells)} cells, not {len(self.columns)}")
        values = {}
        for column, cell in zip(self.columns, cells, strict=True):
            try:
                values[column.name] = column.value(cell)
            except ValueError as error:
                raise BrokenFile(self.file, line, column.name, str(error)) from error
        return Row(self.file, line, values)

    def _refuse_duplicates(self, rows: list[Row], names: tuple[str, ...]) -> None:
        seen: dict[tuple[Any, ...], int] = {}
        for row in rows:
            key = tuple(row[name] for name in names)
            if not any(key):
                continue
            if key in seen:
                shown = ", ".join(str(part) for part in key)
                raise row.broken(names[-1], f"{shown} stands in line {seen[key]} already")
            seen[key] = row.line
