"""Searches find what the engine has learnt: in a test it learns the catalogue when it is told to."""

from search.engines.all import engines
from search.index.actions import learn_all


def learn(engine: str = "postgresql") -> int:
    """Have the engine learn all products as they are now; how many documents those were."""
    return sum(many for _last, many in learn_all(engines()[engine]))
