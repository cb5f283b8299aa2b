"""What stands for a card's content, and where its file lies: pure facts, no Django."""

import hashlib
import json
from dataclasses import astuple
from datetime import datetime

from frontend_templates.social_card import DESIGN, CardWords


def digest_of(words: CardWords, picture: str) -> str:
    """The mark of all that a card is drawn from: the design, its words, and the key of its picture's file."""
    return hashlib.sha256(json.dumps([DESIGN, astuple(words), picture]).encode()).hexdigest()


def keys_in_turn(at: datetime, first: int, last: int, *, size: int, minutes: int) -> range:
    """Which of the keys from `first` to `last` are looked through at this moment: `size` of them at most, the next after some
    `minutes`, from the beginning again after the last.

    There are twice as many turns or as many again only when the keys have doubled, so that a new key moves no turn.
    """
    turns = 1
    while turns * size < last - first + 1:
        turns *= 2
    start = first + int(at.timestamp() // (60 * minutes)) % turns * size
    return range(start, min(start + size, last + 1))


def key_of(content: bytes) -> str:
    """Where a card lies: by its content, so that another card has another address for ever."""
    return f"public/cards/{hashlib.sha256(content).hexdigest()[:40]}.jpg"


def alt_of(words: CardWords) -> str:
    """What is to be seen, for those who cannot."""
    said = [words.name, words.place, *(word for _kind, word in words.badges), words.house]
    return " · ".join(part for part in said if part)
