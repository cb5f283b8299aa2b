"""Validation's dearest rule on an allowance of its own: fields of one name that stand in one place must fit together."""

from typing import Any

from graphql import OverlappingFieldsCanBeMergedRule, SelectionSetNode, ValidationContext, specified_rules
from graphql.validation.validate import ValidationAbortedError

from marketplace.kit.graphql.errors import refusal

# Units of graphql-core, two for a comparison of two fields. Its own allowance of 500,000 takes half a second; what storefronts
# ask spends a handful.
MOST_COMPARED = 5_000


class Overlaps(OverlappingFieldsCanBeMergedRule):
    """The standard's rule. GraphQLError DOCUMENT_TOO_LARGE, through validate(), where there is too much to compare."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.rule_context.remaining_complexity_budget = MOST_COMPARED

    def enter_selection_set(self, selection_set: SelectionSetNode, *place: Any) -> None:
        """Compare what stands in this place, fragments spread out."""
        try:
            super().enter_selection_set(selection_set, *place)
        except ValidationAbortedError as error:
            if self.rule_context.remaining_complexity_budget >= 0:
                raise  # too many errors
            raise refusal(
                "DOCUMENT_TOO_LARGE", "The same fields stand too often in one place, or fragments repeat them."
            ) from error


RULES = tuple(Overlaps if rule is OverlappingFieldsCanBeMergedRule else rule for rule in specified_rules)
