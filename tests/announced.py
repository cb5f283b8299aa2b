"""What was announced in a test: the facts as they stand in the log, oldest first."""

from typing import Any

from marketplace.news.models import Event


def announced() -> list[tuple[str, dict[str, Any]]]:
    """The name of each fact, without its package, and its fields."""
    rows = Event.objects.order_by("id").values_list("kind", "payload")
    return [(kind.partition(".")[2], payload) for kind, payload in rows]
