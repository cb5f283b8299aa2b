"""What a cell of a reference file may hold: readers that turn its text into a value, or say what is wrong with it."""

import datetime
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

Reader = Callable[[str], Any]
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069]")
# UTF-8 that was once read as Latin-1 or Windows-1252: "Ã¼" for "ü", "à¤" for Devanagari, "â€™" for a quotation mark.
_MOJIBAKE = re.compile("\ufffd|[\u00c2\u00c3][\u0080-\u00bf]|\u00e0[\u00a4-\u00b7]|\u00e2\u20ac|\u00ef\u00bb\u00bf")


@dataclass(frozen=True)
class Column:
    """A column of a reference file: its word in the header, how a filled cell is read, and whether it may be empty."""

    name: str
    read: Reader
    required: bool = True
    empty: Any = ""

    def value(self, cell: str) -> Any:
        """The cell's value; ValueError that says what is wrong."""
        if not cell:
            if self.required:
                raise ValueError("is empty")
            return self.empty
        well_formed(cell)
        return self.read(cell)


def well_formed(cell: str) -> None:
    """ValueError where the text is not in NFC, was decoded wrongly once, has control characters or outer blanks."""
    if cell != cell.strip():
        raise ValueError(f"has blanks around {cell.strip()!r}")
    if not cell.isascii() and _MOJIBAKE.search(cell):
        raise ValueError(f"was decoded wrongly once (mojibake): {cell!r}")
    if _CONTROL.search(cell):
        raise ValueError(f"has a control character in {cell!r}")
    if not unicodedata.is_normalized("NFC", cell):
        raise ValueError(f"is not in Unicode normal form C: {cell!r}")


def text(longest: int) -> Reader:
    """Text of at most so many characters."""

    def read(cell: str) -> str:
        if len(cell) > longest:
            raise ValueError(f"is longer than {longest} characters")
        return cell

    return read


def code(pattern: str, what: str) -> Reader:
    """Text of a fixed form; `what` names it in the refusal, such as "a PIN code"."""
    form = re.compile(pattern)

    def read(cell: str) -> str:
        if not form.fullmatch(cell):
            raise ValueError(f"{cell!r} is not {what}")
        return cell

    return read


slug = code(r"[a-z0-9]+(-[a-z0-9]+)*", "a slug (lower case letters, digits, single hyphens)")


def one_of(*words: str) -> Reader:
    """One of the words."""

    def read(cell: str) -> str:
        if cell not in words:
            raise ValueError(f"{cell!r} is none of {', '.join(words)}")
        return cell

    return read


def whole(least: int, most: int) -> Reader:
    """A whole number within limits, both included."""

    def read(cell: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,18}", cell):
            raise ValueError(f"{cell!r} is not a whole number")
        if not least <= int(cell) <= most:
            raise ValueError(f"{cell} is not between {least} and {most}")
        return int(cell)

    return read


def degrees(least: int, most: int) -> Reader:
    """Degrees of latitude or longitude, at most five decimals."""

    def read(cell: str) -> Decimal:
        try:
            found = Decimal(cell)
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite() or not re.fullmatch(r"-?[0-9]+(\.[0-9]{1,5})?", cell):
            raise ValueError(f"{cell!r} is not a number of degrees")
        if not least <= found <= most:
            raise ValueError(f"{cell} is not between {least} and {most} degrees")
        return found

    return read


def day(cell: str) -> datetime.date:
    """A day as YYYY-MM-DD."""
    try:
        if len(cell) != 10:
            raise ValueError
        return datetime.date.fromisoformat(cell)
    except ValueError:
        raise ValueError(f"{cell!r} is not a day (YYYY-MM-DD)") from None


def flag(cell: str) -> bool:
    """1 or 0."""
    if cell not in {"0", "1"}:
        raise ValueError(f"{cell!r} is neither 0 nor 1")
    return cell == "1"


def several(read_one: Reader) -> Reader:
    """Values separated by ";", none empty, none twice."""

    def read(cell: str) -> list[Any]:
        parts = cell.split(";")
        if "" in parts:
            raise ValueError(f"has an empty part in {cell!r}")
        for part in parts:
            well_formed(part)
        if len(set(parts)) != len(parts):
            raise ValueError(f"names something twice: {cell!r}")
        return [read_one(part) for part in parts]

    return read
