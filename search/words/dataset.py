"""Loader of the words that mean the same; what an operator has changed or taken out of use stays as the operator has it."""

from pathlib import Path

from marketplace.reference.cells import Column, code, several, text
from marketplace.reference.dataset import Dataset, Parsed
from marketplace.reference.report import TableReport
from marketplace.reference.sheets import Row, Sheet
from marketplace.reference.tables import Upserts
from search.words.models import LONGEST, SearchSynonym
from search.words.rules import MOST_PARTS, MOST_WORDS, key_of, looked_for

SHEET = Sheet(
    "synonyms.csv",
    (
        Column("code", code(r"SY[0-9]{3,6}", "a code such as SY001")),
        Column("words", several(text(LONGEST))),
        Column("finds", several(text(LONGEST)), required=False, empty=[]),
        Column("note", text(300), required=False),
    ),
    key=("code",),
)
COLUMNS = ("words", "finds", "note", "key")


def check(parsed: Parsed) -> None:
    """What the actions would refuse: too many words, words without letters, one word twice, one group twice."""
    keys: dict[str, str] = {}
    for row in parsed.rows[SHEET.file]:
        met: set[str] = set()
        for column in ("words", "finds"):
            if len(row[column]) > MOST_WORDS:
                raise row.broken(column, f"has more than {MOST_WORDS} words")
            for word in row[column]:
                _check(row, column, word, met)
        if len(met) < 2:
            raise row.broken("words", "has no second word")
        key = key_of(row["words"])
        if key in keys:
            raise row.broken("words", f"are the words of {keys[key]}")
        keys[key] = row["code"]


def _check(row: Row, column: str, word: str, met: set[str]) -> None:
    phrase = looked_for(word)
    if not 0 < len(phrase.split()) <= MOST_PARTS:
        raise row.broken(column, f"{word!r} has no letters, or more than {MOST_PARTS} words")
    if phrase in met:
        raise row.broken(column, f"{word!r} stands twice in the group")
    met.add(phrase)


def write(parsed: Parsed, upserts: Upserts) -> None:
    """The groups of the file, beside those of operators."""
    report = TableReport(str(SearchSynonym._meta.verbose_name_plural))
    upserts.reports.append(report)
    wanted = {row["code"]: _columns(row) for row in parsed.rows[SHEET.file]}
    held = {row.code: row for row in SearchSynonym.objects.filter(code__isnull=False)}
    left = {row.code: row for row in held.values() if row.changed_at is not None}
    stale = [row for row in held.values() if row.code not in left and not _is(row, wanted.get(row.code or ""))]
    SearchSynonym.objects.filter(pk__in=[row.pk for row in stale]).delete()
    SearchSynonym.objects.filter(code__in=left.keys() - wanted.keys()).update(code=None)
    _tell(report, stale, wanted)
    standing = held.keys() - {row.code for row in stale}
    taken = set(SearchSynonym.objects.values_list("key", flat=True))
    fresh = [
        SearchSynonym(code=code, **columns)
        for code, columns in wanted.items()
        if code not in standing and columns["key"] not in taken
    ]
    SearchSynonym.objects.bulk_create(fresh)
    gone = {row.code for row in stale}
    report.added += [str(row) for row in fresh if row.code not in gone]
    report.unchanged = len(wanted) - len(fresh)


def _columns(row: Row) -> dict[str, object]:
    return {"words": row["words"], "finds": row["finds"], "note": row["note"], "key": key_of(row["words"])}


def _is(row: SearchSynonym, columns: dict[str, object] | None) -> bool:
    return columns is not None and all(getattr(row, name) == columns[name] for name in COLUMNS)


def _tell(report: TableReport, stale: list[SearchSynonym], wanted: dict[str, dict[str, object]]) -> None:
    for row in stale:
        (report.changed if row.code in wanted else report.removed).append(str(row))


SYNONYMS = Dataset("synonyms", version=1, sheets=(SHEET,), write=write, check=check, home=Path(__file__).parent)
