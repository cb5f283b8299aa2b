"""Text as people write it, in one normal form: NFC, no control characters, no stray blanks."""

import re
import unicodedata

from django.utils.translation import gettext as _

from marketplace.kit.refused import Refused

_BLANKS = re.compile(r"[^\S\n]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069]")


def clean(text: str, *, field: str | None = None, most: int | None = None, lines: bool = False) -> str:
    """The text in NFC without control and direction-override characters and stray blanks; line breaks only where `lines`.

    Refused INVALID for text that is no Unicode (lone surrogates), TOO_LONG beyond `most` characters.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused("INVALID", _("This text has characters that cannot be stored."), field) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    text = unicodedata.normalize("NFC", _CONTROL.sub("", text))  # last, for signs that a control character kept apart
    if not lines:
        text = text.replace("\n", " ")
    text = _BLANKS.sub(" ", text).strip()
    if most is not None and len(text) > most:
        raise Refused("TOO_LONG", _("At most %(most)d characters.") % {"most": most}, field)
    return text


def required(text: str, *, field: str, most: int) -> str:
    """The cleaned text; Refused REQUIRED where nothing is left of it."""
    text = clean(text, field=field, most=most)
    if not text:
        raise Refused("REQUIRED", _("This field is required."), field)
    return text


def slug_of(text: str) -> str:
    """A slug for addresses: lower case ASCII words joined by hyphens; empty where the text has no Latin letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def ascii_digits(text: str) -> str:
    """The text with the digits of every script as 0 to 9."""
    return "".join(str(unicodedata.decimal(letter)) if letter.isdecimal() else letter for letter in text)
