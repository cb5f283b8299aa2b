"""Names in another language, in the graph, each with what it rests on."""

from typing import NamedTuple

import graphene

from marketplace.districts.rules import AS_IN_SOURCE
from marketplace.kit.graphql.resolvers import reads


class NameInLanguage(NamedTuple):
    """A name in the language asked for, and what it rests on."""

    name: str
    basis: str


class NameTranslation(graphene.ObjectType):
    """A name in another language."""

    name = graphene.String(required=True, description="The name.")
    basis = graphene.String(required=True, description="What the name rests on: the list it is from, or whose translation it is.")

    resolve_name = reads("name")
    resolve_basis = reads("basis")


def named(name: str, of: str, wanted: str, basis: str) -> NameInLanguage | None:
    """The name as a translation, where it is in the language wanted; the English names are those of the row's own source."""
    return NameInLanguage(name, basis if wanted == "hi" else AS_IN_SOURCE) if of == wanted else None
