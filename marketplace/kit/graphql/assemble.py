"""Puts the schema together from the parts that the packages' front desks hold."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec

import graphene
from django.apps import apps
from graphql import GraphQLSchema


@cache
def schema() -> GraphQLSchema:
    """The whole graph: the `Query` of each installed package's schema module, lowest storey first."""
    parts = []
    for config in apps.get_app_configs():
        name = f"{config.name}.schema"
        if "." not in config.name and find_spec(name) is not None:
            part = getattr(import_module(name), "Query", None)
            if part is not None:
                parts.append(part)
    query = type("Query", (*reversed(parts), graphene.ObjectType), {"__doc__": "What can be read."})
    whole: GraphQLSchema = graphene.Schema(query=query).graphql_schema
    return whole
