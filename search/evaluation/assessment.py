"""Asks an engine all judged queries, and sums up by class what came of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from search.evaluation.criteria import ProductFacts, grades_of
from search.evaluation.engines import Way
from search.evaluation.judged import CLASSES, Judged
from search.evaluation.measures import DEPTH, Estimate, Outcome, estimate, outcome

MEASURES = ("ndcg", "mrr", "success", "zero")
OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine answered to one query: the first hits, the grades of all products above 0, and the measures."""

    query: Judged
    hits: tuple[int, ...]
    grades: dict[int, int]
    outcome: Outcome

    @property
    def wanted(self) -> list[int]:
        """What should have been shown, best first."""
        return sorted(self.grades, key=lambda key: (-self.grades[key], key))[:DEPTH]


@dataclass(frozen=True, slots=True)
class Summary:
    """The measures of the queries of one class, or of all."""

    kind: str
    queries: int
    measures: dict[str, Estimate]


def ask(engine: Way, queries: Iterable[Judged], catalogue: Sequence[ProductFacts]) -> list[Answer]:
    """The answers to all queries, in their order."""
    graded: dict[str, dict[int, int]] = {}
    answers = []
    for query in queries:
        place = query.wish.place.at()
        if place not in graded:
            graded[place] = grades_of(catalogue, query.wish.criteria)
        grades = graded[place]
        hits = tuple(engine(query.text, query.language, DEPTH))
        answers.append(Answer(query, hits, grades, outcome(hits, grades)))
    return answers


def summaries(answers: Sequence[Answer], sure: Callable[[Sequence[float]], Estimate] = estimate) -> list[Summary]:
    """One for each class that has queries, and one of all."""
    kinds = [kind for kind in CLASSES if any(answer.query.kind == kind for answer in answers)]
    of_kinds = [_summary(kind, [answer for answer in answers if answer.query.kind == kind], sure) for kind in kinds]
    return [*of_kinds, _summary(OVERALL, answers, sure)] if answers else []


def worst(answers: Iterable[Answer], most: int) -> list[Answer]:
    """Those that went worst, by nDCG, then in the files' order."""
    return sorted(answers, key=lambda answer: answer.outcome.ndcg)[:most]


def _summary(kind: str, answers: Sequence[Answer], sure: Callable[[Sequence[float]], Estimate]) -> Summary:
    measured = {name: sure([getattr(answer.outcome, name) for answer in answers]) for name in MEASURES}
    return Summary(kind, len(answers), measured)
