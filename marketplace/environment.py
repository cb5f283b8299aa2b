"""Typed readers for settings that come from the environment, and the list of what is missing or unsafe."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

_MOST = 2**31 - 1  # of any number here


@dataclass
class Environment:
    """Reads variables by type and remembers every fault, so that a start is refused once with all of them.

    A variable NAME may also be given as a file: NAME_FILE holds the path (secrets of container platforms).
    """

    values: dict[str, str] = field(default_factory=lambda: dict(os.environ))
    faults: list[str] = field(default_factory=list)

    def text(self, name: str, default: str = "") -> str:
        """The variable's text without surrounding blanks, or the default where it is absent or empty."""
        held = self.values.get(f"{name}_FILE", "")
        if held and not self.values.get(name):
            try:
                return Path(held).read_text(encoding="utf-8").strip()
            except OSError as error:
                self.fault(f"{name}_FILE", f"cannot be read: {error.strerror}")
            except UnicodeDecodeError:
                self.fault(f"{name}_FILE", "is not UTF-8 text")
            return default
        return self.values.get(name, "").strip() or default

    def choice(self, name: str, default: str, among: Sequence[str]) -> str:
        """One of these words; a fault, and the default, where the text is another."""
        value = self.text(name, default)
        if value in among:
            return value
        self.fault(name, f"must be one of {', '.join(among)}, not {value[:40]!r}")
        return default

    def number(self, name: str, default: int, *, least: int = 0) -> int:
        """A whole number of at least so much; a fault, and the default, where the text is none."""
        value = self.text(name)
        if not value:
            return default
        try:
            number = int(value)
        except ValueError:
            number = least - 1
        if least <= number <= _MOST:
            return number
        self.fault(name, f"must be a whole number from {least} on, not {value[:40]!r}")
        return default

    def flag(self, name: str, default: bool) -> bool:
        """True for 1/true/yes/on, False for 0/false/no/off; a fault for anything else."""
        value = self.text(name).lower()
        if not value:
            return default
        if value in {"1", "true", "yes", "on"}:
            return True
        if value not in {"0", "false", "no", "off"}:
            self.fault(name, f"must be true or false, not {value!r}")
        return False

    def words(self, name: str, default: list[str]) -> list[str]:
        """A comma-separated list without blanks."""
        value = self.text(name)
        return [word.strip() for word in value.split(",") if word.strip()] if value else default

    def database(self, name: str, default: str = "") -> dict[str, Any]:
        """Django's connection settings from a postgres:// address; a fault where it is none."""
        parts = _parts(self.text(name, default), ("postgres", "postgresql"))
        if parts is None or not parts.path.strip("/"):
            self.fault(name, "must be an address such as postgres://user:password@host:5432/name")
            return {}
        return {
            "ENGINE": "marketplace.kit.postgresql",
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or 5432),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "NAME": unquote(parts.path.strip("/")),
        }

    def queue(self, name: str, default: str = "") -> str:
        """The redis:// or rediss:// address of a Valkey; a fault where it is none."""
        value = self.text(name, default)
        parts = _parts(value, ("redis", "rediss"))
        number = parts.path.strip("/") if parts else ""
        if value and (parts is None or not parts.hostname or (number and not number.isdecimal())):
            self.fault(name, "must be an address such as redis://:password@host:6379/0")
        return value

    def web(self, name: str) -> str:
        """The http:// or https:// address of a server, or nothing; a fault where it is none."""
        value = self.text(name)
        parts = _parts(value, ("http", "https"))
        if value and (parts is None or not parts.hostname):
            self.fault(name, "must be an address such as https://host:9200")
        return value

    def fault(self, name: str, what: str) -> None:
        """Remember that a setting cannot be used."""
        self.faults.append(f"{name} {what}")


def of_test_worker(address: str, worker: str) -> str:
    """Of a Valkey with its 16 databases, the one of this worker of a parallel test run: their keys are the same."""
    number = worker.removeprefix("gw")
    if not number.isdecimal():
        return address
    parts = urlsplit(address)
    return parts._replace(path=f"/{(int(parts.path.strip('/') or 0) + 1 + int(number)) % 16}").geturl()


def _parts(address: str, schemes: tuple[str, ...]) -> SplitResult | None:
    """The address taken apart; None where it has another scheme, blanks, or a port that is none."""
    try:
        parts = urlsplit(address)
        sound = parts.scheme in schemes and parts.port != 0 and not any(sign.isspace() for sign in address)
    except ValueError:
        return None
    return parts if sound else None
