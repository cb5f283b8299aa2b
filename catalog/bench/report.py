"""The table that `bench catalogue` prints."""

from dataclasses import dataclass, field
from statistics import median

from catalog.bench.load import Load
from catalog.bench.operations import Operation

HEADER = (
    f"{'operation':38} {'kB':>5} {'SQL':>5} {'CPU ms':>6} | {'req/s at 1':>10} {'at 8':>6} {'(least to most)':>15} "
    f"{'p50':>6} {'p95':>6} {'p99':>6} ms | {'L at 1':>7} {'at 8':>6} {'CPU ms':>6} {'of L':>5} {'bar':>4} | "
    f"{'memory':>7} {'of it':>6} {'cached':>7} {'of it':>6}"
)


@dataclass
class Measured:
    """An operation with what was seen: loads by (who, concurrency), one of each round."""

    operation: Operation
    size: int
    statements: float
    loads: dict[tuple[str, int], list[Load]] = field(default_factory=dict)

    def rate(self, who: str, concurrency: int) -> float:
        """The median of the rounds' requests a second."""
        return median(load.rate for load in self.loads[who, concurrency])

    def ratio(self, who: str, concurrency: int) -> float:
        """Ours to another: the median of the rounds' ratios, as both of a round had the same minute of the machine."""
        return self.ratio_of("ours", who, concurrency)

    def ratio_of(self, one: str, other: str, concurrency: int = 8) -> float:
        """One of those measured to another."""
        pairs = zip(self.loads[one, concurrency], self.loads[other, concurrency], strict=True)
        return median(mine.rate / others.rate for mine, others in pairs)


def line(measured: Measured) -> str:
    """A line of the table; medians of the rounds."""
    at_8, one_at_8 = measured.loads["ours", 8], measured.loads["one", 8]
    p50, p95, p99, cpu = (median(getattr(load, name) for load in at_8) for name in ("p50", "p95", "p99", "cpu"))
    rates = [load.rate for load in at_8]
    of_one = measured.ratio("one", 8)
    one_cpu = median(load.cpu for load in one_at_8)
    cached, memory = measured.rate("cached", 8), measured.rate("memory", 8)
    return (
        f"{measured.operation.title:38} {measured.size / 1000:5.1f} {measured.statements:5.2f} {cpu:6.2f} | "
        f"{measured.rate('ours', 1):10.0f} {measured.rate('ours', 8):6.0f} {f'({min(rates):.0f} to {max(rates):.0f})':>15} "
        f"{p50:6.1f} {p95:6.1f} {p99:6.1f} {'ok' if p95 < 3 * p50 else '!!'} | "
        f"{measured.rate('one', 1):7.0f} {measured.rate('one', 8):6.0f} {one_cpu:6.2f} {of_one:5.2f} "
        f"{'ok' if of_one >= measured.operation.bar else '!!':>4} | "
        f"{memory:7.0f} {measured.ratio('memory', 8):6.3f} {cached:7.0f} {measured.ratio_of('cached', 'memory'):6.3f}"
    )
