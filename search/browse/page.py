"""What every page of these rooms needs: the reader's viewpoint, the way home, and a 404 for what is not there."""

from typing import TypeVar

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.kit.refused import Refused

Shown = TypeVar("Shown")
SUMMARY_LENGTH = 160
"""Letters of a description for search engines."""


def language() -> str:
    """The language of the page's address."""
    return get_language() or "en"


def seen_from() -> Viewpoint:
    """Where the reader stands: the default channel, now, in the page's language."""
    return viewpoint(language=language())


def found(thing: Shown | None) -> Shown:
    """The thing itself; Refused NOT_FOUND (the 404 page) where there is none."""
    if thing is None:
        raise Refused("NOT_FOUND", _("There is nothing of this name."), "slug")
    return thing


def trail(*steps: tuple[str, str]) -> list[dict[str, str]]:
    """The way to a page, as the breadcrumbs want it: pairs of address and name."""
    return [{"url": url, "name": name} for url, name in steps]
