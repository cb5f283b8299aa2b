"""Puts the schema together from the parts that the packages' front desks hold."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import graphene
from django.apps import apps
from graphql import GraphQLSchema

from marketplace.kit.graphql.mutations import refuse_undeclared


@cache
def schema() -> GraphQLSchema:
    """The whole graph: `Query` and `Mutation` of each installed package's schema module, lowest storey first.

    TypeError where a mutation does not declare who may ask for it.
    """
    query = _root("Query", "What can be read.")
    mutation = _root("Mutation", "What can be done: by POST only, one after the other.")
    if mutation is not None:
        refuse_undeclared(mutation)
    whole: GraphQLSchema = graphene.Schema(query=query, mutation=mutation).graphql_schema
    return whole


def _root(name: str, description: str) -> Any:
    """The root type of this name, the sum of the packages' parts; None where there are none."""
    parts = []
    for config in apps.get_app_configs():
        module = f"{config.name}.schema"
        if "." not in config.name and find_spec(module) is not None:
            part = getattr(import_module(module), name, None)
            if part is not None:
                parts.append(part)
    return type(name, (*reversed(parts), graphene.ObjectType), {"__doc__": description}) if parts else None
