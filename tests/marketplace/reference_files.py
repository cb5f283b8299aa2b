"""For the tests of the reference data: changed copies of its files, and pictures of its tables."""

import csv
import io
import os
from collections.abc import Callable
from pathlib import Path

from django.db import connection

from marketplace.models import (
    Craft,
    CraftName,
    DatasetLoad,
    District,
    GiArea,
    GiTag,
    GstRate,
    HsnCode,
    OdopGiLink,
    OdopProduct,
    Pincode,
    State,
)  # fmt: skip
from marketplace.reference.load import DATA
from search.words.models import SearchSynonym

TABLES = [
    model._meta.db_table
    for model in (
        State, District, OdopProduct, Pincode, DatasetLoad, GiTag, GiTag.states.through, GiArea, OdopGiLink, HsnCode, GstRate,
        Craft, Craft.districts.through, CraftName, SearchSynonym,
    )
]  # fmt: skip


def picture() -> dict[str, str]:
    """A fingerprint of each table of the reference data, keys and all."""
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {table} t")
            found[table] = cursor.fetchone()[0]
    return found


def copy_with(directory: Path, file: str, change: Callable[[bytes], bytes | None]) -> Path:
    """The folder with all files of the reference data, one of them changed (None: left out)."""
    directory.mkdir(parents=True, exist_ok=True)
    for original in DATA.glob("*.csv"):
        copy = directory / original.name
        if original.name != file:
            if not copy.exists():
                os.symlink(original, copy)
            continue
        changed = change(copy.read_bytes() if copy.exists() else original.read_bytes())
        if copy.exists():
            copy.unlink()
        if changed is not None:
            copy.write_bytes(changed)
    return directory


def on_lines(change: Callable[[list[list[str]]], object]) -> Callable[[bytes], bytes]:
    """A change of the lines, each a list of cells; the header is line 0 of the list."""

    def changed(raw: bytes) -> bytes:
        lines = list(csv.reader(io.StringIO(raw.decode(), newline="")))
        change(lines)
        out = io.StringIO(newline="")
        csv.writer(out, lineterminator="\n").writerows(lines)
        return out.getvalue().encode()

    return changed


def cell(line: int, column: str, value: str) -> Callable[[bytes], bytes]:
    """Another text in one cell; `line` counts from 1 as people do, the header being 1."""

    def change(lines: list[list[str]]) -> None:
        lines[line - 1][lines[0].index(column)] = value

    return on_lines(change)


def where(column: str, value: str, other: str, text: str) -> Callable[[bytes], bytes]:
    """In the row whose `column` has the value, another text in the column `other`."""

    def change(lines: list[list[str]]) -> None:
        place = lines[0].index(column)
        (row,) = [row for row in lines[1:] if row[place] == value]
        row[lines[0].index(other)] = text

    return on_lines(change)


def without(column: str, value: str) -> Callable[[bytes], bytes]:
    """The file without the row whose `column` has the value."""

    def change(lines: list[list[str]]) -> None:
        place = lines[0].index(column)
        lines[1:] = [row for row in lines[1:] if row[place] != value]

    return on_lines(change)
