"""Mutations: who may ask is declared, the input is translated, one action is called, a refusal becomes an item of `errors`.

A mutation of ours, as a room's schema.py writes it (the payload has Saleor's name, the field is noun first):

    class AccountUpdate(Mutation):
        \"\"\"What came of changing the signed-in person's account.\"\"\"

        policy = Policy.SIGNED_IN
        error_type = AccountError

        class Arguments:
            input = AccountInput(required=True, description="What changes.")

        user = graphene.Field(User, description="The account as it is now.")

        def act(info, input):
            return {"user": actions.update(person=info.context.viewer.person, **input)}

    class Mutation:
        account_update = AccountUpdate.Field(description="Changes the account of the person who is signed in.")
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any, ClassVar

import graphene
from django.utils.translation import gettext as _
from graphene.utils.str_converters import to_camel_case
from graphql import GraphQLError, get_named_type
from graphql.execution.collect_fields import collect_sub_fields

from marketplace.kit.graphql.resolvers import plain
from marketplace.kit.refused import Refused
from marketplace.kit.viewer import Viewer


class Policy(Enum):
    """Who may ask for a mutation; what they may do it to is for the action to decide."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in"
    STAFF = "staff"


class MutationError(graphene.ObjectType):
    """The part that Saleor's error types share: a subclass adds `code`, an enum that has INVALID.

    `codes` says in the enum's words what actions call otherwise; what neither knows is INVALID.
    """

    class Meta:
        abstract = True

    codes: ClassVar[Mapping[str, str]] = {}

    field = graphene.String(description="The input that is at fault, where it is one.")
    message = graphene.String(description="What is wrong, for people.")

    @classmethod
    def of(cls, refused: Refused) -> "MutationError":
        """A refusal in this type's words."""
        known = cls._meta.fields["code"].type.of_type._meta.enum.__members__
        code = cls.codes.get(refused.code, refused.code)
        field = None if refused.field is None else to_camel_case(refused.field)
        return cls(code=known[code if code in known else "INVALID"].value, field=field, message=str(refused.message))


def error_codes(name: str, codes: Iterable[str]) -> type[graphene.Enum]:
    """The enum of an error type's codes: all of Saleor's, because clients have words of their own for each."""
    made: type[graphene.Enum] = graphene.Enum(
        name,
        [(code, code) for code in codes],
        description=lambda value: "Why it was refused." if value is None else value.value.capitalize().replace("_", " ") + ".",
    )
    return made


class Mutation(graphene.Mutation):
    """The base of all mutations: `policy`, `error_type` and `act(info, **arguments) -> the payload's values`.

    `act` may raise Refused; `on_refusal` holds what the payload's other required fields say then.
    """

    class Meta:
        abstract = True

    policy: ClassVar[Policy]
    error_type: ClassVar[type[MutationError]]
    on_refusal: ClassVar[Mapping[str, Any]] = {}

    @classmethod
    def __init_subclass_with_meta__(cls, **options: Any) -> None:
        for needed, kind in (("policy", Policy), ("error_type", type)):
            if not isinstance(getattr(cls, needed, None), kind):
                raise TypeError(f"the mutation {cls.__name__} does not declare its {needed}")
        cls.errors = graphene.List(
            graphene.NonNull(cls.error_type), required=True, description="Why it was refused; empty where it was done."
        )
        super().__init_subclass_with_meta__(**options)

    @classmethod
    def mutate(cls, root: None, info: Any, **arguments: Any) -> "Mutation":
        """Let in or refuse, call the action, and put its answer or its refusal into the payload."""
        info.context.kept.clear()  # what an earlier mutation of this request has read may be different now: who asks, too
        if cls.policy is not Policy.ANYONE:  # a token that does not hold must not hinder getting a new one
            let_in(cls.policy, info.context.viewer)
        try:
            done = cls.act(info, **{name: plain(value) for name, value in arguments.items()})
        except Refused as refused:
            return cls(errors=[cls.error_type.of(one) for one in (refused, *refused.others)], **cls.on_refusal)
        return cls(errors=[], **(done or {}))


def selected(info: Any) -> set[str]:
    """The names of the payload's fields that this request asks for; what @skip leaves out is not among them."""
    kind = get_named_type(info.return_type)
    fields = collect_sub_fields(info.schema, info.fragments, info.variable_values, kind, info.field_nodes)
    return {nodes[0].name.value for nodes in fields.values()}


def let_in(policy: Policy, viewer: Viewer | None) -> None:
    """Nothing where the policy lets this viewer in; GraphQLError PERMISSION_DENIED otherwise, in Saleor's shape besides."""
    if policy is Policy.ANYONE or (viewer is not None and (policy is Policy.SIGNED_IN or viewer.is_staff)):
        return
    message = _("Sign in first.") if viewer is None else _("Only staff may do this.")
    raise GraphQLError(message, extensions={"code": "PERMISSION_DENIED", "exception": {"code": "PermissionDenied"}})


def refuse_undeclared(root: type[graphene.ObjectType]) -> None:
    """TypeError where a field of the root `Mutation` is not a `Mutation` of ours, which always declares its policy."""
    for name, field in root._meta.fields.items():
        if not (isinstance(field.type, type) and issubclass(field.type, Mutation)):
            raise TypeError(f"{name} is not made from marketplace.kit.graphql.mutations.Mutation: nobody says who may ask for it")
