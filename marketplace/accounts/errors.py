"""Saleor's AccountError: why something was refused that has to do with a person's account."""

import graphene

from marketplace.kit.graphql.mutations import MutationError

# Saleor's codes, all of them: clients have words of their own for each.
_CODES = (
    "ACTIVATE_OWN_ACCOUNT", "ACTIVATE_SUPERUSER_ACCOUNT", "DUPLICATED_INPUT_ITEM", "DEACTIVATE_OWN_ACCOUNT",
    "DEACTIVATE_SUPERUSER_ACCOUNT", "DELETE_NON_STAFF_USER", "DELETE_OWN_ACCOUNT", "DELETE_STAFF_ACCOUNT",
    "DELETE_SUPERUSER_ACCOUNT", "DISABLED_AUTHENTICATION_METHOD", "FILE_SIZE_LIMIT_EXCEEDED", "GRAPHQL_ERROR", "INACTIVE",
    "INVALID", "INVALID_CREDENTIALS", "INVALID_PASSWORD", "LEFT_NOT_MANAGEABLE_PERMISSION", "NOT_FOUND", "OUT_OF_SCOPE_USER",
    "OUT_OF_SCOPE_GROUP", "OUT_OF_SCOPE_PERMISSION", "PASSWORD_ENTIRELY_NUMERIC", "PASSWORD_RESET_ALREADY_REQUESTED",
    "PASSWORD_TOO_COMMON", "PASSWORD_TOO_SHORT", "PASSWORD_TOO_SIMILAR", "REQUIRED", "UNIQUE", "JWT_SIGNATURE_EXPIRED",
    "JWT_INVALID_TOKEN", "JWT_DECODE_ERROR", "JWT_MISSING_TOKEN", "JWT_INVALID_CSRF_TOKEN", "CHANNEL_INACTIVE",
    "MISSING_CHANNEL_SLUG", "ACCOUNT_NOT_CONFIRMED", "LOGIN_ATTEMPT_DELAYED", "UNKNOWN_IP_ADDRESS",
)  # fmt: skip

AccountErrorCode = graphene.Enum(
    "AccountErrorCode",
    [(code, code) for code in _CODES],
    description=lambda value: "Why it was refused." if value is None else value.value.capitalize().replace("_", " ") + ".",
)


class AccountError(MutationError):
    """Why something was refused that has to do with an account."""

    codes = {"EMAIL_TAKEN": "UNIQUE", "PASSWORD_TOO_WEAK": "INVALID_PASSWORD", "TOO_LONG": "INVALID"}

    code = graphene.Field(AccountErrorCode, required=True, description="The reason, for programs.")
