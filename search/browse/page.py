"""What every page of these rooms needs: the reader's viewpoint, and a 404 for what is not there."""

from typing import TypeVar

from django.utils.translation import gettext as _

from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.kit.pages import language
from marketplace.kit.refused import Refused

Shown = TypeVar("Shown")


def seen_from() -> Viewpoint:
    """Where the reader stands: the default channel, now, in the page's language."""
    return viewpoint(language=language())


def found(thing: Shown | None) -> Shown:
    """The thing itself; Refused NOT_FOUND (the 404 page) where there is none."""
    if thing is None:
        raise Refused("NOT_FOUND", _("There is nothing of this name."), "slug")
    return thing
