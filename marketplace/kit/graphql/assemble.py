"""Puts the schema together from the parts that the packages' front desks hold."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Any

import graphene
from django.apps import apps
from graphql import (
    DirectiveLocation,
    GraphQLDeprecatedDirective,
    GraphQLDirective,
    GraphQLIncludeDirective,
    GraphQLSchema,
    GraphQLSkipDirective,
    GraphQLSpecifiedByDirective,
)

from marketplace.kit.graphql.mutations import refuse_undeclared

# graphql-core lets @deprecated stand in places that the specification of October 2021 does not know; the code generators of
# Saleor's storefront (graphql-js 16.8) read the places before anything else, and stop at one they do not know.
DIRECTIVES = [
    GraphQLIncludeDirective,
    GraphQLSkipDirective,
    GraphQLDirective(
        name=GraphQLDeprecatedDirective.name,
        locations=[
            DirectiveLocation.FIELD_DEFINITION,
            DirectiveLocation.ARGUMENT_DEFINITION,
            DirectiveLocation.INPUT_FIELD_DEFINITION,
            DirectiveLocation.ENUM_VALUE,
        ],
        args=GraphQLDeprecatedDirective.args,
        description=GraphQLDeprecatedDirective.description,
    ),
    GraphQLSpecifiedByDirective,
]


@cache
def schema() -> GraphQLSchema:
    """The whole graph: `Query` and `Mutation` of each installed package's schema module, lowest storey first.

    TypeError where a mutation does not declare who may ask for it.
    """
    query = _root("Query", "What can be read.")
    mutation = _root("Mutation", "What can be done: by POST only, one after the other.")
    if mutation is not None:
        refuse_undeclared(mutation)
    # Types that no field names, because only an interface leads to them
    types = [kind for module in _modules() for kind in getattr(module, "TYPES", ())]
    whole: GraphQLSchema = graphene.Schema(query=query, mutation=mutation, types=types, directives=DIRECTIVES).graphql_schema
    return whole


@cache
def lengths() -> dict[str, int]:
    """How long lists without paging usually are, by the type of their items: `LENGTHS` of the schema modules."""
    return {name: count for module in _modules() for name, count in getattr(module, "LENGTHS", {}).items()}


def _modules() -> list[ModuleType]:
    """The schema modules of the packages, lowest storey first."""
    names = [f"{config.name}.schema" for config in apps.get_app_configs() if "." not in config.name]
    return [import_module(name) for name in names if find_spec(name) is not None]


def _root(name: str, description: str) -> Any:
    """The root type of this name, the sum of the packages' parts; None where there are none."""
    parts = [part for module in _modules() if (part := getattr(module, name, None)) is not None]
    return type(name, (*reversed(parts), graphene.ObjectType), {"__doc__": description}) if parts else None
