"""Questions about drawn cards."""

from dataclasses import dataclass

from catalog.social import rules
from frontend_templates.social_card import CardWords
from marketplace.kit.files import public_url
from marketplace.kit.shapes import fetch

_ONE = "SELECT key FROM catalog_socialcard WHERE kind = %s AND row_id = %s AND language_code = %s AND digest = %s"

_LAST = "SELECT key FROM catalog_socialcard WHERE kind = %s AND row_id = %s AND language_code = %s"


@dataclass(frozen=True, slots=True)
class Card:
    """A drawn card: its address on our server, and what is to be seen."""

    url: str
    alt: str


def card_of(kind: str, row_id: int, language: str, *, words: CardWords, picture: str) -> Card | None:
    """The card of a thing where one is drawn that says just this; one statement. `picture` is the key of its picture's file."""
    found = fetch(_ONE, (kind, row_id, language, rules.digest_of(words, picture)))
    return Card(public_url(found[0][0]), rules.alt_of(words)) if found else None


def last_card_of(kind: str, row_id: int, language: str, *, alt: str) -> Card | None:
    """The card of a thing as it was drawn last, for what hardly changes; one statement."""
    found = fetch(_LAST, (kind, row_id, language))
    return Card(public_url(found[0][0]), alt) if found else None
