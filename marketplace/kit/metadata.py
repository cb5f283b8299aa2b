"""Metadata as it is written: pairs of key and value that integrations attach to things."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from marketplace.kit.refused import Refused
from marketplace.kit.text import clean

MOST_PAIRS, LONGEST_KEY, LONGEST_VALUE = 50, 255, 2000


def merged(kept: Mapping[str, str], given: Mapping[str, str], *, field: str = "metadata") -> dict[str, str]:
    """What is kept, with the given pairs added or replaced. Refused REQUIRED for an empty key, TOO_LONG, INVALID beyond 50."""
    whole = dict(kept)
    for key, value in given.items():
        key = clean(key, field=field, most=LONGEST_KEY)
        if not key:
            raise Refused("REQUIRED", _("Metadata needs a key."), field)
        whole[key] = clean(value, field=field, most=LONGEST_VALUE, lines=True)
    if len(whole) > MOST_PAIRS:
        raise Refused("INVALID", _("At most %(most)d pairs of metadata.") % {"most": MOST_PAIRS}, field)
    return whole
