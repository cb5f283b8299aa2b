"""What an assessment says: as a table, as the queries that went worst, and as JSON."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from search.evaluation.assessment import MEASURES, Answer, Summary
from search.evaluation.measures import Estimate

SHOWN = 5
_TITLES = {"ndcg": "nDCG@10", "mrr": "MRR", "success": "success@10", "zero": "zero results"}


def table(engine: str, summaries: Iterable[Summary]) -> Iterator[str]:
    """A line for each class, with the 95 % confidence intervals behind the means."""
    yield f"{engine:10} {'queries':>7}" + "".join(f"{_TITLES[name]:>22}" for name in MEASURES)
    for summary in summaries:
        yield f"{summary.kind:10} {summary.queries:>7}" + "".join(f"{_told(summary.measures[name]):>22}" for name in MEASURES)


def _told(found: Estimate) -> str:
    return f"{found.mean:.3f} [{found.low:.3f}, {found.high:.3f}]"


def told_worst(answers: Iterable[Answer], names: Mapping[int, str]) -> Iterator[str]:
    """Each query with its judgement's place, what was shown and what should have been, by grade."""
    for answer in answers:
        query = answer.query
        yield ""
        yield f"{answer.outcome.ndcg:.3f}  {query.text}  ({query.kind}; {query.wish.place.at(query.text)}: {query.wish.wish})"
        yield from _listed("shown", answer.hits, answer, names)
        yield from _listed("wanted", answer.wanted, answer, names)


def _listed(word: str, keys: Sequence[int], answer: Answer, names: Mapping[int, str]) -> Iterator[str]:
    if not keys:
        yield f"    {word:6}  nothing"
    for key in keys[:SHOWN]:
        yield f"    {word:6}  {answer.grades.get(key, 0)}  {names.get(key, key)}"


def as_json(engine: str, summaries: Iterable[Summary], answers: Iterable[Answer]) -> str:
    """All figures, rounded to four places, and each query's own."""
    whole = {
        "engine": engine,
        "classes": {
            summary.kind: {"queries": summary.queries}
            | {name: [round(value, 4) for value in (e.mean, e.low, e.high)] for name, e in summary.measures.items()}
            for summary in summaries
        },
        "queries": [
            {"text": answer.query.text, "class": answer.query.kind, "place": answer.query.wish.place.at(answer.query.text)}
            | {name: round(getattr(answer.outcome, name), 4) for name in MEASURES}
            for answer in answers
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)
