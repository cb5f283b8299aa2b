"""The engines that there are, by name."""

from search.engines.engine import Engine
from search.engines.postgresql.engine import PostgreSQL


def engines() -> dict[str, Engine]:
    """Each of them."""
    return {made.name: made for made in (PostgreSQL(),)}
