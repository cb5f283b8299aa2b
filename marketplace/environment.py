"""Typed readers for settings that come from the environment, and the list of what is missing or unsafe."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


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
                return default
        return self.values.get(name, "").strip() or default

    def required(self, name: str, why: str) -> str:
        """The variable's text; a fault that says why it is needed where it is absent."""
        value = self.text(name)
        if not value:
            self.fault(name, f"is missing: {why}")
        return value

    def number(self, name: str, default: int) -> int:
        """A whole number; a fault where the text is none."""
        value = self.text(name)
        if not value:
            return default
        try:
            return int(value)
        except ValueError:
            self.fault(name, f"must be a whole number, not {value!r}")
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
        value = self.text(name, default)
        parts = urlsplit(value)
        if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
            self.fault(name, "must be an address such as postgres://user:password@host:5432/name")
            return {}
        return {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or 5432),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "NAME": unquote(parts.path.strip("/")),
        }

    def fault(self, name: str, what: str) -> None:
        """Remember that a setting cannot be used."""
        self.faults.append(f"{name} {what}")
