"""What may be done with the cards of places, GIs, makers and kinds of goods: have them drawn, and taken down."""

import time
from collections.abc import Iterable

from django.utils.translation import override

from catalog.social.actions import drop_others, keep
from marketplace.channels.queries import viewpoint
from marketplace.kit.refused import Refused
from search.social.queries import subjects
from search.social.rules import Turn


def draw_in_turn(*, turns: Iterable[Turn], seconds: float) -> int:
    """Draw what is missing of one kind in one language after the other, for about so many seconds in all; how many."""
    until, drawn = time.monotonic() + seconds, 0
    for kind, language in turns:
        drawn += draw(kind=kind, language=language, seconds=until - time.monotonic())
        if time.monotonic() > until:
            break
    return drawn


def draw(*, kind: str, language: str, seconds: float) -> int:
    """Draw what is missing or says what is no longer so, for about so many seconds; how many. Safe to repeat.

    Whoever got to the end takes down the cards of what has nothing to show any more, so that no hidden picture stays.
    """
    until, drawn, met = time.monotonic() + seconds, 0, set()
    try:
        at = viewpoint(language=language)
    except Refused:  # no channel yet: nothing is to be seen
        return 0
    with override(language):
        for one in subjects(kind, at):
            met.add(one.row_id)
            drawn += keep(kind=kind, row_id=one.row_id, language=language, words=one.words, picture=one.picture)
            if time.monotonic() > until:
                return drawn
    drop_others(kind=kind, language=language, keep=met)
    return drawn
