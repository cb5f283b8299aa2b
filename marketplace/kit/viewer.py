"""Who asks: the person behind a request, as doors and actions need to know them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who has signed in and may still act; None stands for everybody else.

    `person` and `sign_in` are keys of rows; `sign_in` is the signing in that the request's token comes from.
    """

    person: int
    is_staff: bool
    sign_in: int
