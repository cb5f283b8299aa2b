"""What may be done with cards: have one drawn, take away files that no card has any more."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from catalog.social import rules
from catalog.social.models import SocialCard
from frontend_templates.social_card import CardWords, draw
from marketplace.kit.files import PUBLIC, FileMissing, files

_OURS = "public/cards/"


def keep(*, kind: str, row_id: int, language: str, words: CardWords, picture: str) -> bool:
    """The thing's card in this language says this from now on, drawn where it did not yet; whether one was drawn.

    `picture` is the key of a file of ours, or empty. Safe to repeat; no transaction is open while drawing. A picture whose
    file has gone is left for later: nothing is drawn.
    """
    digest = rules.digest_of(words, picture)
    of: dict[str, Any] = {"kind": kind, "row_id": row_id, "language_code": language}
    if SocialCard.objects.filter(**of, digest=digest).exists():
        return False
    try:
        content = draw(words, files().get(picture) if picture else None)
    except FileMissing:
        return False
    key = rules.key_of(content)
    files().put(key, content)
    SocialCard.objects.update_or_create(**of, defaults={"digest": digest, "key": key})
    return True


def drop_others(*, kind: str, language: str, keep: Collection[int]) -> int:
    """Nothing of the kind has a card in this language any more but those with these keys; how many cards that were.

    Their files stay for a while, see `sweep`.
    """
    cards = SocialCard.objects.filter(kind=kind, language_code=language)
    others = set(cards.values_list("row_id", flat=True)).difference(keep)
    return cards.filter(row_id__in=others).delete()[0]


def sweep(*, before: datetime) -> int:
    """Delete the files of cards that were stored before this moment and that nothing has any more; how many.

    Pages that caches keep, and sites that show our links, ask for an old card a while longer.
    """
    known = set(SocialCard.objects.values_list("key", flat=True))
    orphans = [key for key in files().keys(PUBLIC, before=before) if key.startswith(_OURS) and key not in known]
    for key in orphans:
        files().delete(key)
    return len(orphans)
