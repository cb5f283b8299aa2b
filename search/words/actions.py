"""What may be done with words that mean the same: add a group, change it, take it out of use, remove it."""

from collections.abc import Sequence

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from marketplace.accounts.models import User
from marketplace.kit.columns import text_for
from marketplace.kit.refused import Refused
from marketplace.kit.text import clean
from search.words.models import LONGEST, SearchSynonym
from search.words.rules import MOST_PARTS, MOST_WORDS, key_of, looked_for

MOST_GROUPS = 5000
"""All are held in memory."""


@transaction.atomic
def add(
    *, words: Sequence[str], finds: Sequence[str] = (), note: str = "", in_use: bool = True, by: User | None = None
) -> SearchSynonym:
    """A new group of words that mean the same, and of what is found besides by who looks for one of them.

    Refused REQUIRED, INVALID, TOO_LONG, TOO_MANY, DUPLICATE (one word twice) or UNIQUE (there is a group of these words).
    """
    _one_at_a_time()
    if SearchSynonym.objects.count() >= MOST_GROUPS:
        raise Refused("TOO_MANY", _("There are at most %(most)d groups.") % {"most": MOST_GROUPS}, "words")
    group = SearchSynonym(in_use=in_use)
    return _written(group, words=words, finds=finds, note=note, by=by)


@transaction.atomic
def change(
    *,
    group: SearchSynonym,
    words: Sequence[str] | None = None,
    finds: Sequence[str] | None = None,
    note: str | None = None,
    in_use: bool | None = None,
    by: User | None = None,
) -> SearchSynonym:
    """The group is so from now on; what is not given stays as it is. One that came with our file is the operator's from then on.

    Refused as `add` is, and NOT_FOUND.
    """
    row = _locked(group)
    row.in_use = row.in_use if in_use is None else in_use
    return _written(
        row,
        words=row.words if words is None else words,
        finds=row.finds if finds is None else finds,
        note=row.note if note is None else note,
        by=by,
    )


@transaction.atomic
def remove(*, group: SearchSynonym) -> None:
    """The group is gone. Refused NOT_FOUND, and FROM_FILE for one of our file, which would come back with it."""
    row = _locked(group)
    if row.code is not None:
        raise Refused("FROM_FILE", _("This group comes with the shop. Take it out of use instead."), "in_use")
    row.delete()


def _one_at_a_time() -> None:
    """Whoever else writes groups waits; who reads them does not."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE search_searchsynonym IN SHARE ROW EXCLUSIVE MODE")


def _locked(group: SearchSynonym) -> SearchSynonym:
    _one_at_a_time()
    row = SearchSynonym.objects.filter(pk=group.pk).first()
    if row is None:
        raise Refused("NOT_FOUND", _("There is no such group of words."), "id")
    return row


def _written(row: SearchSynonym, *, words: Sequence[str], finds: Sequence[str], note: str, by: User | None) -> SearchSynonym:
    row.words, row.finds = _phrases(words, "words"), _phrases(finds, "finds")
    if not row.words or len(row.words) + len(row.finds) < 2:
        raise Refused("REQUIRED", _("A group has at least two words, one of them above."), "words")
    _refuse_doubles(row)
    row.note, row.key = text_for(SearchSynonym, "note", note), key_of(row.words)
    row.changed_at, row.changed_by = timezone.now(), by
    if SearchSynonym.objects.exclude(pk=row.pk).filter(key=row.key).exists():
        raise Refused("UNIQUE", _("There is a group of these words already."), "words")
    row.save()
    return row


def _phrases(given: Sequence[str], field: str) -> list[str]:
    """Words and phrases in NFC, each within its bounds. Refused."""
    if len(given) > MOST_WORDS:
        raise Refused("TOO_MANY", _("At most %(most)d values.") % {"most": MOST_WORDS}, field)
    found = [phrase for phrase in (clean(one, field=field, most=LONGEST) for one in given) if phrase]
    for phrase in found:
        count = len(looked_for(phrase).split())
        if not count:
            raise Refused("INVALID", _("“%(word)s” has no letters.") % {"word": phrase}, field)
        if count > MOST_PARTS:
            text = _("“%(word)s” has more than %(most)d words.") % {"word": phrase, "most": MOST_PARTS}
            raise Refused("TOO_LONG", text, field)
    return found


def _refuse_doubles(row: SearchSynonym) -> None:
    met: set[str] = set()
    for field, phrases in (("words", row.words), ("finds", row.finds)):
        for phrase in phrases:
            if looked_for(phrase) in met:
                raise Refused("DUPLICATE", _("“%(word)s” is named twice.") % {"word": phrase}, field)
            met.add(looked_for(phrase))
