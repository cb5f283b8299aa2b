"""Reads the access token of a request's header, for `Context.viewer` (the setting GRAPHQL_VIEWER names `viewer_of`)."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from graphql import GraphQLError
from jwt import ExpiredSignatureError, InvalidTokenError

from marketplace.kit.viewer import Viewer
from marketplace.tokens import queries


def viewer_of(request: HttpRequest) -> Viewer | None:
    """The person who asks, or None where no token is sent. GraphQLError TOKEN_EXPIRED or TOKEN_INVALID, which also carry
    the name of the exception that Saleor's clients look for."""
    token = token_of(request)
    if token is None:
        return None
    try:
        return queries.viewer_of(token, now=timezone.now())
    except ExpiredSignatureError:
        raise GraphQLError(_("The token has expired."), extensions=_named("TOKEN_EXPIRED", "ExpiredSignatureError")) from None
    except InvalidTokenError:
        message = _("The token does not hold any more.")
        raise GraphQLError(message, extensions=_named("TOKEN_INVALID", "InvalidTokenError")) from None


def token_of(request: HttpRequest) -> str | None:
    """The token of `Authorization-Bearer: <token>` or `Authorization: Bearer <token>` (or JWT), as Saleor takes them."""
    plain: str = request.META.get("HTTP_AUTHORIZATION_BEARER", "").strip()
    if plain:
        return plain
    scheme, _blank, token = request.META.get("HTTP_AUTHORIZATION", "").strip().partition(" ")
    return token.strip() or None if scheme.lower() in ("bearer", "jwt") else None


def _named(code: str, exception: str) -> dict[str, Any]:
    return {"code": code, "exception": {"code": exception}}
