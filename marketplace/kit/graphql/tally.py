"""How this process answered its reads: by the fast pass, or by graphql-core."""

from dataclasses import dataclass


@dataclass(slots=True)
class Tally:
    """Counts since the process began; threads may lose one in a million, which is good enough for a share."""

    fast: int = 0
    reference: int = 0

    @property
    def share(self) -> float:
        """Of all reads, how many graphql-core answered: 0 to 1."""
        return self.reference / max(1, self.fast + self.reference)


tally = Tally()
