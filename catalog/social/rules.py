"""What stands for a card's content, and where its file lies: pure facts, no Django."""

import hashlib
import json
from dataclasses import astuple

from frontend_templates.social_card import DESIGN, CardWords


def digest_of(words: CardWords, picture: str) -> str:
    """The mark of all that a card is drawn from: the design, its words, and the key of its picture's file."""
    return hashlib.sha256(json.dumps([DESIGN, astuple(words), picture]).encode()).hexdigest()


def key_of(content: bytes) -> str:
    """Where a card lies: by its content, so that another card has another address for ever."""
    return f"public/cards/{hashlib.sha256(content).hexdigest()[:40]}.jpg"


def alt_of(words: CardWords) -> str:
    """What is to be seen, for those who cannot."""
    said = [words.name, words.place, *(word for _kind, word in words.badges), words.house]
    return " · ".join(part for part in said if part)
