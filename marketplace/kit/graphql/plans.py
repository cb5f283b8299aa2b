"""The process's plans in a bounded cache: one for each operation and each combination of values in @skip and @include."""

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any

from graphql import GraphQLError, OperationDefinitionNode, Undefined

from marketplace.kit.graphql.complete import FallBack
from marketplace.kit.graphql.plan import Plan

MOST_WEIGHT = 40_000  # one and a half kilobytes each
CHARACTERS_PER_STEP = 5  # of the document's text, whose tree a plan keeps alive


@dataclass(frozen=True, slots=True)
class _Kept:
    document: Any  # held, so that its identity in the key stays its own
    plan: Plan | None

    @property
    def weight(self) -> int:
        text = self.document.tree.loc
        return 1 + (self.plan.size if self.plan else 0) + (text.end if text else 0) // CHARACTERS_PER_STEP


class Plans:
    """Least recently used plans go first when all together weigh too much. That there is no fast way is kept, too."""

    def __init__(self, most: int = MOST_WEIGHT) -> None:
        self.most = most
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, document: Any, operation: OperationDefinitionNode, variables: Mapping[str, Any]) -> Plan | None:
        """The plan of an operation of the document for these coerced variables; None where only graphql-core can answer."""
        mark = (id(document), id(operation), *[variables.get(name, Undefined) for name in document.switches])
        with self._lock:
            kept = self._kept.get(mark)
            if kept is not None:
                self._kept.move_to_end(mark)
                return kept.plan
        switches = {name: variables[name] for name in document.switches if name in variables}
        try:
            plan: Plan | None = Plan(document.schema, document.fragments, operation, switches)
        except (FallBack, GraphQLError):
            plan = None
        with self._lock:
            self._kept[mark] = _Kept(document, plan)
            self._drop()
        return plan

    def _drop(self) -> None:
        weight = sum(kept.weight for kept in self._kept.values())
        while weight > self.most and len(self._kept) > 1:
            _mark, oldest = self._kept.popitem(last=False)
            weight -= oldest.weight


plans = Plans()
