"""Tokens in the graph, as Saleor's clients ask for them: create, refresh, verify, deactivate all."""

from typing import Any

import graphene
from django.utils import timezone

from marketplace.accounts.errors import AccountError
from marketplace.accounts.queries import person
from marketplace.accounts.schema import User
from marketplace.kit.graphql.mutations import Mutation as Base
from marketplace.kit.graphql.mutations import Policy, selected
from marketplace.kit.graphql.scalars import GenericScalar
from marketplace.kit.throttle import address_of
from marketplace.tokens import actions, queries


def _issuer(info: Any) -> str:
    """The address of this door as the client called it: Saleor's clients send a token only to the one it names."""
    return str(info.context.base) + str(info.context.request.path)


class CreateToken(Base):
    """The tokens of a new signing in, or why there are none."""

    policy = Policy.ANYONE
    error_type = AccountError

    class Arguments:
        email = graphene.String(required=True, description="The person's e-mail address.")
        password = graphene.String(required=True, description="The person's password.")
        audience = graphene.String(description="Written into the access token as `custom:<audience>`; at most 100 characters.")

    token = graphene.String(description="Access token, a JWT: send it as `Authorization: Bearer <token>`. It lasts 5 minutes.")
    refresh_token = graphene.String(description="Refresh token: keep it secret. It lasts 30 days.")
    user = graphene.Field(User, description="The person who has signed in.")

    def act(info: Any, email: str, password: str, audience: str | None = None) -> dict[str, Any]:
        request = info.context.request
        tokens = actions.sign_in(
            email=email, password=password, audience=audience or "", address=address_of(request),
            issuer=_issuer(info), now=timezone.now(),
        )  # fmt: skip
        return {"token": tokens.access, "refresh_token": tokens.refresh, "user": person(tokens.person)}


class RefreshToken(Base):
    """A new access token, and a new refresh token where `refreshToken` is asked for here."""

    policy = Policy.ANYONE
    error_type = AccountError

    class Arguments:
        refresh_token = graphene.String(description="The refresh token in force. Cookies are not looked at.")

    token = graphene.String(description="Access token, a JWT. It lasts 5 minutes.")
    refresh_token = graphene.String(
        description="Asking for this field replaces the refresh token: keep this one, the old one is worth nothing, and "
        "whoever shows it again ends the signing in. Where it is not asked for, the old one stays in force."
    )
    user = graphene.Field(User, description="The person whose token it is.")

    def act(info: Any, refresh_token: str | None = None) -> dict[str, Any]:
        tokens = actions.refresh(
            token=refresh_token, turn="refreshToken" in selected(info), issuer=_issuer(info), now=timezone.now()
        )
        return {"token": tokens.access, "refresh_token": tokens.refresh, "user": person(tokens.person)}


class VerifyToken(Base):
    """Whether an access token holds, whose it is, and what it says."""

    policy = Policy.ANYONE
    error_type = AccountError
    on_refusal = {"is_valid": False}

    class Arguments:
        token = graphene.String(required=True, description="The access token to look at.")

    is_valid = graphene.Boolean(required=True, description="Whether the token holds now.")
    user = graphene.Field(User, description="The person whose token it is.")
    payload = GenericScalar(description="What the token says.")

    def act(info: Any, token: str) -> dict[str, Any]:
        viewer, payload = queries.verified(token, now=timezone.now())
        return {"is_valid": True, "user": person(viewer.person), "payload": payload}


class DeactivateAllUserTokens(Base):
    """What came of ending every signing in of the person."""

    policy = Policy.SIGNED_IN
    error_type = AccountError

    def act(info: Any) -> None:
        actions.end_all(person=info.context.viewer.person, now=timezone.now())


class PasswordChange(Base):
    """What came of changing the password."""

    policy = Policy.SIGNED_IN
    error_type = AccountError

    class Arguments:
        old_password = graphene.String(description="The password until now; needed where there is one.")
        new_password = graphene.String(required=True, description="The password from now on.")

    user = graphene.Field(User, description="The person; every signing in has ended, this one too.")

    def act(info: Any, new_password: str, old_password: str | None = None) -> dict[str, Any]:
        key = info.context.viewer.person
        actions.change_password(person=key, old=old_password, new=new_password, address=address_of(info.context.request))
        return {"user": person(key)}


class Mutation:
    """Tokens at the root."""

    token_create = CreateToken.Field(description="Sign in with e-mail address and password.")
    token_refresh = RefreshToken.Field(description="Get a new access token with a refresh token.")
    token_verify = VerifyToken.Field(description="Ask whether an access token holds.")
    tokens_deactivate_all = DeactivateAllUserTokens.Field(
        description="End every signing in of the person who asks, on all devices, this one too."
    )
    password_change = PasswordChange.Field(description="Change the password of the person who asks; sign in again afterwards.")
