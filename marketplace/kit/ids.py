"""Global ids as Saleor writes them: base64 of "Type:key", decoded only with the type that the caller expects."""

import base64
import binascii
import re

from django.utils.translation import gettext as _

from marketplace.kit.refused import Refused

_KEY = re.compile(r"[0-9]{1,18}\Z")


def global_id(kind: str, key: int | str) -> str:
    """The id that the outside world sees, such as UHJvZHVjdDo3Mg== for Product 72."""
    return binascii.b2a_base64(f"{kind}:{key}".encode(), newline=False).decode("ascii")


def key_of(kind: str, value: str, *, field: str = "id") -> int:
    """The row's key; Refused INVALID where the id is not one, or is an id of another type."""
    try:
        found, _colon, key = base64.b64decode(value, validate=True).decode("ascii").partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        found, key = "", ""
    if found != kind or not _KEY.match(key):
        raise Refused("INVALID", _("This is not the id of a %(kind)s.") % {"kind": kind}, field)
    return int(key)
