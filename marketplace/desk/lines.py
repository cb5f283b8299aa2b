"""A field of the desk's forms for several words or phrases, one to a line."""

from typing import Any

from django import forms


class Lines(forms.CharField):
    """Several words or phrases, one to a line; a list."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        """A line for each."""
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        """Without empty lines."""
        return [line.strip() for line in str(super().to_python(value) or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other words were typed."""
        typed: list[str] = self.to_python(data)
        return list(initial or []) != typed
