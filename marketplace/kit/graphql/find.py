"""How the values of a field are found for all parents of a selection: read, asked for together, or asked one by one."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from graphql import FieldNode, GraphQLField, ListValueNode, ObjectValueNode, Undefined, VariableNode
from graphql.execution.values import get_argument_values

from marketplace.kit.graphql.complete import Asking, FallBack, Values

Find = Callable[[Values, Asking], Values]
Arguments = Callable[[Asking], dict[str, Any]]


Below = tuple[GraphQLField, FieldNode]


def finder(definition: GraphQLField, node: FieldNode, below: Mapping[str, Sequence[Below]] | None = None) -> tuple[Find, Find]:
    """Two ways to the same values: for parents that are plain objects, and for parents among which are mappings.

    `below` are the fields that the resolver wants to know about beforehand (`resolvers.looks_ahead`).
    """
    resolve = definition.resolve
    read = getattr(resolve, "reads", None)
    if read is not None:
        return _twice(lambda parents, asking: list(map(read, parents)))
    if resolve is None:
        return _core_default(node.name.value)
    function = getattr(resolve, "func", None)
    if getattr(function, "__name__", "") == "dict_or_attr_resolver" and not definition.args:
        return _graphene_default(*resolve.args)  # type: ignore[attr-defined]  # a partial with name and default
    arguments = _with_those_ahead(_arguments(definition, node), below or {})
    together = getattr(resolve, "for_all", None)
    return _twice(_one_by_one(resolve, arguments) if together is None else _together(together, arguments))


def same(value: Any) -> tuple[Find, Find]:
    """The same value for all: __typename."""
    return _twice(lambda parents, asking: [value] * len(parents))


def _twice(find: Find) -> tuple[Find, Find]:
    return find, find


def _together(together: Callable[..., Any], arguments: Arguments) -> Find:
    def find(parents: Values, asking: Asking) -> Values:
        found = together(parents, asking, **arguments(asking))
        if type(found) is not list:
            found = list(found)
        if len(found) != len(parents):
            raise FallBack
        return found

    return find


def _one_by_one(resolve: Callable[..., Any], arguments: Arguments) -> Find:
    def find(parents: Values, asking: Asking) -> Values:
        given = arguments(asking)
        return [resolve(parent, asking, **given) for parent in parents]

    return find


def _graphene_default(name: str, default: Any) -> tuple[Find, Find]:
    read = attrgetter(name)

    def one(parent: Any) -> Any:
        return parent.get(name, default) if isinstance(parent, dict) else getattr(parent, name, default)

    def carefully(parents: Values, asking: Asking) -> Values:
        return list(map(one, parents))

    def find(parents: Values, asking: Asking) -> Values:
        try:
            return list(map(read, parents))
        except AttributeError:
            return carefully(parents, asking)

    return find, carefully


def _core_default(name: str) -> tuple[Find, Find]:
    def one(parent: Any) -> Any:
        value = parent.get(name) if isinstance(parent, Mapping) else getattr(parent, name, None)
        if callable(value):  # it wants the field's own info
            raise FallBack
        return value

    return _twice(lambda parents, asking: list(map(one, parents)))


def _arguments(definition: GraphQLField, node: FieldNode) -> Arguments:
    """The arguments of one run; worked out once where they hold neither variables nor anything that can be changed."""
    if not all(_fixed(argument.value) for argument in node.arguments) or any(
        isinstance(argument.default_value, list | dict) for argument in definition.args.values()
    ):
        return lambda asking: get_argument_values(definition, node, asking.variable_values)
    values = get_argument_values(definition, node, {})
    return (lambda asking: values) if values else _none


def _with_those_ahead(arguments: Arguments, below: Mapping[str, Sequence[Below]]) -> Arguments:
    if not below:
        return arguments
    ahead = {name: [_arguments(*each) for each in found] for name, found in below.items()}
    return lambda asking: {
        **arguments(asking), "ahead": {name: [each(asking) for each in found] for name, found in ahead.items()}
    }  # fmt: skip


def _none(asking: Asking) -> dict[str, Any]:
    return {}


def _fixed(value: Any) -> bool:
    return value is not Undefined and not isinstance(value, VariableNode | ListValueNode | ObjectValueNode)
