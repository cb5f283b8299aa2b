"""Loading the reference files: all are read and checked first, then written in one transaction, with a report."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

from marketplace.districts.models import DatasetLoad
from marketplace.reference.broken import BrokenFile
from marketplace.reference.dataset import Dataset, Parsed
from marketplace.reference.datasets import datasets
from marketplace.reference.report import DatasetReport
from marketplace.reference.tables import Upserts

DATA = Path(__file__).parent / "data"
Say = Callable[[str], None]
_LOCK = 0x7A696C61  # any fixed number: two loads at once would each see the other's rows as missing


def names() -> list[str]:
    """The datasets in the order of loading."""
    return [dataset.name for dataset in datasets()]


def check(wanted: Iterable[str] = (), *, directory: Path = DATA, say: Say = lambda line: None) -> list[str]:
    """Read and check the files without touching the database; the doubts found. BrokenFile at the first fault."""
    found = _parsed(_with_needs(wanted), directory, say).doubts
    return [doubt for doubts in found.values() for doubt in doubts]


def load(
    wanted: Iterable[str] = (), *, directory: Path = DATA, force: bool = False, say: Say = lambda line: None
) -> list[DatasetReport]:
    """Bring the tables to what the files say; no names: all datasets. What a dataset refers to is loaded with it.

    Files that stand in the database already are skipped by their hash unless `force`. BrokenFile at the first fault of
    any file, and then nothing is changed. KeyError for a name that is no dataset.
    """
    chosen = _with_needs(wanted)
    prints = _fingerprints(directory)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        stale = [dataset for dataset in chosen if force or not _stands(dataset, prints[dataset.name])]
        parsed = _parsed(_with_needs(dataset.name for dataset in stale) if stale else [], directory, say)
        return [
            _written(dataset, parsed, prints[dataset.name], say) if dataset in stale else _skipped(dataset, say)
            for dataset in chosen
        ]


def _with_needs(wanted: Iterable[str]) -> list[Dataset]:
    by_name = {dataset.name: dataset for dataset in datasets()}
    todo, taken = list(wanted) or list(by_name), set()
    while todo:
        dataset = by_name[todo.pop()]
        taken.add(dataset.name)
        todo.extend(dataset.needs)
    return [dataset for dataset in by_name.values() if dataset.name in taken]


def _fingerprints(directory: Path) -> dict[str, str]:
    """Per dataset a SHA-256 over its files and the fingerprints of what it refers to."""
    found: dict[str, str] = {}
    for dataset in datasets():
        whole = hashlib.sha256()
        for sheet in dataset.sheets:
            try:
                whole.update((dataset.folder(sheet, directory) / sheet.file).read_bytes())
            except OSError as error:
                raise BrokenFile(sheet.file, 0, "", f"cannot be read: {error.strerror}") from error
        for need in dataset.needs:
            whole.update(found[need].encode())
        found[dataset.name] = whole.hexdigest()
    return found


def _stands(dataset: Dataset, fingerprint: str) -> bool:
    return DatasetLoad.objects.filter(dataset=dataset.name, version=dataset.version, sha256=fingerprint, kept=0).exists()


def _parsed(datasets: list[Dataset], directory: Path, say: Say) -> Parsed:
    parsed = Parsed()
    for dataset in datasets:
        for sheet in dataset.sheets:
            parsed.rows[sheet.file] = sheet.read(dataset.folder(sheet, directory))
            say(f"{sheet.file}: {len(parsed.rows[sheet.file]):,} rows read")
        dataset.check(parsed)
    return parsed


def _written(dataset: Dataset, parsed: Parsed, fingerprint: str, say: Say) -> DatasetReport:
    upserts = Upserts()
    dataset.write(parsed, upserts)
    upserts.finish()
    report = DatasetReport(dataset.name, tables=upserts.reports, doubts=parsed.doubts.get(dataset.name, []))
    counts = {kind: report.count(kind) for kind in ("added", "changed", "removed", "kept")}
    DatasetLoad.objects.update_or_create(
        dataset=dataset.name,
        defaults={"version": dataset.version, "sha256": fingerprint, "loaded_at": timezone.now(), **counts},
    )
    for line in [*map(str, report.tables), *report.doubts]:
        say(f"{dataset.name}: {line}")
    return report


def _skipped(dataset: Dataset, say: Say) -> DatasetReport:
    say(f"{dataset.name}: unchanged since the last load")
    return DatasetReport(dataset.name, skipped=True)
