"""Saleor's PageError and TranslationError: why something was refused that has to do with pages, or with words in a language."""

import graphene

from marketplace.kit.graphql.mutations import MutationError, error_codes

PageErrorCode = error_codes(
    "PageErrorCode",
    ("GRAPHQL_ERROR", "INVALID", "NOT_FOUND", "REQUIRED", "UNIQUE", "DUPLICATED_INPUT_ITEM", "ATTRIBUTE_ALREADY_ASSIGNED"),
)
TranslationErrorCode = error_codes("TranslationErrorCode", ("GRAPHQL_ERROR", "INVALID", "NOT_FOUND", "REQUIRED"))


class PageError(MutationError):
    """Why something was refused that has to do with a page."""

    codes = {"SLUG_TAKEN": "UNIQUE"}

    code = graphene.Field(PageErrorCode, required=True, description="The reason, for programs.")


class TranslationError(MutationError):
    """Why words in a language were refused."""

    code = graphene.Field(TranslationErrorCode, required=True, description="The reason, for programs.")
