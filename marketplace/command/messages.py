"""Compiles the message catalogues, from .po to .mo, where the .po is newer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from marketplace.command.clone import ROOT
from marketplace.command.failure import CommandFailed


def stale_catalogues(root: Path = ROOT) -> Iterator[Path]:
    """The .po files of the project that have no .mo of the same age or younger."""
    for source in sorted(root.glob("*/locale/*/LC_MESSAGES/*.po")):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            yield source


def compile_catalogue(source: Path) -> None:
    """Write the .mo beside the .po, whole; a broken .po is refused with its line."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415  not there before .venv is
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    try:
        with source.open("rb") as file:
            catalogue = read_po(file, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise CommandFailed(f"{source} cannot be read: {error}") from error
    compiled = source.with_suffix(".mo")
    fresh = compiled.with_suffix(".mo.new")
    with fresh.open("wb") as file:
        write_mo(file, catalogue)
    fresh.replace(compiled)


def compile_stale() -> int:
    """Compile what is out of date; returns how many catalogues that were."""
    count = 0
    for source in stale_catalogues():
        compile_catalogue(source)
        count += 1
    return count
