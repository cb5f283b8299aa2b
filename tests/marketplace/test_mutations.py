"""The mechanism of mutations: a declared policy lets in, refusals become errors of the payload, one form for all."""

from types import SimpleNamespace
from typing import Any

import graphene
import pytest

from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.mutations import Mutation, MutationError, Policy, refuse_undeclared
from marketplace.kit.refused import Refused
from marketplace.kit.viewer import Viewer

PERSON, CLERK = Viewer(person=1, is_staff=False, sign_in=1), Viewer(person=2, is_staff=True, sign_in=2)
TeaErrorCode = graphene.Enum("TeaErrorCode", [("INVALID", "INVALID"), ("UNIQUE", "UNIQUE")])


class TeaError(MutationError):
    """Why no tea was made."""

    codes = {"CUP_TAKEN": "UNIQUE"}

    code = graphene.Field(TeaErrorCode, required=True)


def brew(who: Policy) -> type[Mutation]:
    class TeaMake(Mutation):
        """A cup of tea, or why there is none."""

        policy = who
        error_type = TeaError
        on_refusal = {"is_hot": False}

        class Arguments:
            refused_with = graphene.String()

        is_hot = graphene.Boolean(required=True)

        def act(info: Any, refused_with: str | None = None) -> dict[str, bool]:
            if refused_with:
                raise Refused(refused_with, "No cup left.", "tea_cup")
            return {"is_hot": True}

    return TeaMake


def run(who: Policy, viewer: Viewer | None, document: str = "mutation { teaMake { isHot errors { field } } }") -> Any:
    class Root(graphene.ObjectType):
        tea_make = brew(who).Field()

    class Query(graphene.ObjectType):
        nothing = graphene.Int()

    refuse_undeclared(Root)
    return graphene.Schema(query=Query, mutation=Root).execute(document, context_value=SimpleNamespace(viewer=viewer, kept={}))


@pytest.mark.parametrize(
    ("who", "viewer", "may"),
    [
        (Policy.ANYONE, None, True),
        (Policy.SIGNED_IN, None, False),
        (Policy.SIGNED_IN, PERSON, True),
        (Policy.STAFF, None, False),
        (Policy.STAFF, PERSON, False),
        (Policy.STAFF, CLERK, True),
    ],
)
def test_the_policy_lets_in(who: Policy, viewer: Viewer | None, may: bool) -> None:
    answer = run(who, viewer)
    if may:
        assert answer.errors is None and answer.data == {"teaMake": {"isHot": True, "errors": []}}
    else:
        assert answer.data == {"teaMake": None}
        assert answer.errors[0].extensions == {"code": "PERMISSION_DENIED", "exception": {"code": "PermissionDenied"}}


@pytest.mark.parametrize(("refused", "code"), [("CUP_TAKEN", "UNIQUE"), ("UNIQUE", "UNIQUE"), ("NO_SUCH_WORD", "INVALID")])
def test_a_refusal_becomes_an_error_of_the_payload_in_its_own_words(refused: str, code: str) -> None:
    document = f'mutation {{ teaMake(refusedWith: "{refused}") {{ isHot errors {{ field message code }} }} }}'
    answer = run(Policy.ANYONE, None, document)
    assert answer.errors is None
    errors = [{"field": "teaCup", "message": "No cup left.", "code": code}]
    assert answer.data == {"teaMake": {"isHot": False, "errors": errors}}


def test_a_mutation_without_a_policy_or_an_error_type_cannot_be_written() -> None:
    with pytest.raises(TypeError, match="does not declare its policy"):
        type("TeaPour", (Mutation,), {"__doc__": "x", "error_type": TeaError, "act": lambda info: None})
    with pytest.raises(TypeError, match="does not declare its error_type"):
        type("TeaPour", (Mutation,), {"__doc__": "x", "policy": Policy.ANYONE, "act": lambda info: None})


def test_a_root_field_that_is_made_otherwise_stops_the_schema() -> None:
    class Bare(graphene.Mutation):
        done = graphene.Boolean()

        def mutate(root: None, info: Any) -> None: ...

    class Root(graphene.ObjectType):
        bare = Bare.Field()

    with pytest.raises(TypeError, match="nobody says who may ask"):
        refuse_undeclared(Root)


def test_every_mutation_of_the_house_has_errors_and_a_noun_before_its_verb() -> None:
    root = schema().mutation_type
    for name, field in root.fields.items() if root else ():
        assert issubclass(field.type.graphene_type, Mutation), name
        assert str(field.type.fields["errors"].type).endswith("Error!]!"), name
