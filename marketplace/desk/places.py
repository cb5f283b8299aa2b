"""Where the desk is: one address in each language, which cookies may be sent to and heard at, and nowhere else."""

from functools import cache

from django.conf import settings

from marketplace.kit.words import our_languages

PLACE = settings.DESK_PLACE
"""Behind the language's prefix, such as "desk/"."""


@cache
def roots() -> tuple[str, ...]:
    """The addresses that the desk begins with, that of the original language first."""
    others = sorted(our_languages() - {settings.LANGUAGE_CODE})
    return (f"/{PLACE}", *(f"/{code}/{PLACE}" for code in others))


def is_desk(path: str) -> bool:
    """Whether a path belongs to the desk, or leads to it."""
    return f"{path}/".startswith(roots())
