"""How much of each listener's work is taken at once, by how long it took before."""

SHARE_SECONDS = 0.2
MOST = 50
_HABIT = 0.3


class Pace:
    """Remembers what one delivery takes for each listener of this process.

    From each listener about SHARE_SECONDS of work is taken at a time: 50 quick ones, or one picture. So a thousand
    pictures hold up the other listeners for one picture, and two workers share them.
    """

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    def share(self, listener: str) -> int:
        """How many deliveries of the listener to take; few of one that is not known yet."""
        return max(1, min(MOST, int(SHARE_SECONDS / self.seconds(listener))))

    def seconds(self, listener: str) -> float:
        """What one delivery to this listener takes."""
        return max(self._seconds.get(listener, SHARE_SECONDS / 10), 0.0001)

    def took(self, listener: str, seconds: float) -> None:
        """Note what one delivery has taken."""
        known = self._seconds.get(listener)
        self._seconds[listener] = seconds if known is None else known + _HABIT * (seconds - known)
