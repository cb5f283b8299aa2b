"""How long a delivery waits after a failure, when it is given up, and what may be kept of an error."""

import re
import traceback

MOST_ATTEMPTS = 5

_WORDS = "passw(?:or)?d|secret|token|(?:api|access)[-_]?key|authorization|signature"
_SECRETS = (
    (re.compile(r"(?<=://)[^/\s@]+@"), "…@"),
    (re.compile(r"[^\s@<>\"'(=]+@[^\s@<>\"')]+\.\w+"), "…@…"),
    (re.compile(r"(?i)\b(bearer|basic)\s+\S+"), r"\1 …"),
    (re.compile(rf"(?i)({_WORDS})(\W{{1,4}})\w[^\s,;)&]*"), r"\1\2…"),
    (re.compile(r"\b(?:sk|rk|pk|whsec)_\w+"), "…"),
)


def wait_after(attempts: int) -> int:
    """Seconds until the next try after this many: 2, 10, 50, 250, and never more than 300."""
    return int(min(2 * 5 ** (max(attempts, 1) - 1), 300))


def is_spent(attempts: int) -> bool:
    """Whether there is no try left."""
    return attempts >= MOST_ATTEMPTS


def told(error: BaseException) -> str:
    """What is kept of an error: its class, its first line, and where it arose; at most 500 characters.

    Addresses of people, credentials in URLs, and values after words such as "password" are blacked out; the further
    lines are left out because databases and HTTP clients put rows and bodies there.
    """
    line = next(iter(str(error).splitlines()), "")
    for pattern, instead in _SECRETS:
        line = pattern.sub(instead, line)
    frames = traceback.extract_tb(error.__traceback__)
    place = f" (line {frames[-1].lineno} of {frames[-1].filename.rpartition('/')[2]})" if frames else ""
    return f"{type(error).__name__}: {line}"[: 500 - len(place)] + place
