"""A person in the graph, and who is signed in."""

from collections.abc import Sequence
from typing import Any

import graphene

from marketplace.accounts import queries
from marketplace.accounts.queries import PersonRow
from marketplace.kit.graphql.languages import LanguageCodeEnum
from marketplace.kit.graphql.metadata import ObjectWithMetadata, with_metadata
from marketplace.kit.graphql.resolvers import for_all, ids, reads
from marketplace.kit.graphql.scalars import DateTime


@with_metadata(lambda parents, info: [parent.metadata for parent in parents])
class User(graphene.ObjectType):
    """A person who may sign in; other people's are never shown."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    email = graphene.String(required=True, description="The address that the person signs in with, in lower case.")
    first_name = graphene.String(required=True, description="First name; may be empty.")
    last_name = graphene.String(required=True, description="Last name; may be empty.")
    is_active = graphene.Boolean(required=True, description="Whether the person may act at all.")
    is_staff = graphene.Boolean(required=True, description="Whether the person works for the marketplace.")
    is_confirmed = graphene.Boolean(required=True, description="Whether the person has shown that mail to the address arrives.")
    date_joined = graphene.Field(DateTime, required=True, description="When the account was made.")
    language_code = graphene.Field(LanguageCodeEnum, required=True, description="The language that the person wants to read.")

    resolve_email = reads("email")
    resolve_first_name = reads("first_name")
    resolve_last_name = reads("last_name")
    resolve_is_active = reads("is_active")
    resolve_is_staff = reads("is_staff")
    resolve_is_confirmed = reads("is_confirmed")
    resolve_date_joined = reads("date_joined")
    resolve_language_code = reads("language_code")

    resolve_id = ids("User")


class Query:
    """The person who is signed in, at the root."""

    me = graphene.Field(User, description="The person who is signed in; null where nobody is.")

    @for_all
    def resolve_me(parents: Sequence[None], info: Any) -> list[PersonRow | None]:
        viewer = info.context.viewer
        return [None if viewer is None else queries.person(viewer.person)] * len(parents)
