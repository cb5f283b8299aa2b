"""Which engine answers: the one that is set up, or PostgreSQL."""

from dataclasses import dataclass

from marketplace.channels.queries import Viewpoint
from search.engines.all import engines
from search.engines.engine import Found, Wanted
from search.ranking.rules import Ranking

ALWAYS = "postgresql"


@dataclass(slots=True)
class Asked:
    """The engines, asked from a viewpoint by the parameters of a ranking. `by`: this engine and no other is to answer; `engine`:
    who has answered last."""

    at: Viewpoint
    ranking: Ranking
    by: str | None = None
    engine: str = ""

    def find(self, wanted: Wanted) -> Found:
        """What is found."""
        self.engine = self.by or ALWAYS
        return engines()[self.engine].find(wanted, self.at, self.ranking)
