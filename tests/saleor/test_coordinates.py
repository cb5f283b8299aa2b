"""No name, argument, type or nullability differs from what Saleor's storefront reads; introspection is as it wants it."""

import pytest
from graphql import (
    DirectiveLocation,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    build_client_schema,
    get_named_type,
    introspection_from_schema,
    print_schema,
)

from marketplace.kit.graphql.assemble import schema as assembled
from marketplace.kit.graphql.locales import LOCALES
from tests.saleor.coordinates import Coordinate, coordinates, found

# What comes with later work: types by the beginning of their names, roots by name, single fields in full.
LATER = {
    "checkout and delivery": ("Checkout", "Delivery", "Shipping", "GiftCard", "Query.checkout", "Mutation.checkout",
                              "Mutation.deliveryOptionsCalculate", "Voucher"),
    "orders": ("Order", "Fulfillment", "Query.order", "User.orders"),
    "payments": ("Payment", "Transaction", "Gateway", "Mutation.payment", "Mutation.transaction", "PositiveDecimal"),
    "metadata of checkouts": ("UpdateMetadata", "MetadataError", "Mutation.updateMetadata"),
    "registration and forgotten passwords": (
        "AccountRegister", "AccountRequestDeletion", "ConfirmAccount", "RequestPasswordReset", "SetPassword",
        "Mutation.accountRegister", "Mutation.accountRequestDeletion", "Mutation.confirmAccount",
        "Mutation.requestPasswordReset", "Mutation.setPassword",
    ),
}  # fmt: skip
# OrderDirection is of lists, not of orders
NOW = ("OrderDirection",)

SALEOR_SCALARS = {
    "Date", "DateTime", "Day", "Decimal", "GenericScalar", "JSON", "JSONString", "Metadata", "Hour", "Minute", "PositiveInt",
    "PositiveDecimal", "UUID", "Upload", "WeightScalar", "String", "Int", "Float", "Boolean", "ID",
}  # fmt: skip
# The places that the specification of October 2021 knows; graphql-js 16.8 cannot read others.
OCTOBER_2021 = {
    "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
    "VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM",
    "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
}  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return assembled()


def _later(wanted: Coordinate) -> bool:
    return not wanted.coordinate.startswith(NOW) and wanted.coordinate.startswith(
        tuple(name for names in LATER.values() for name in names)
    )


def test_the_list_is_whole() -> None:
    rows = list(coordinates())
    assert len(rows) == len({row.coordinate for row in rows}) == 1098
    assert sum(map(_later, rows)) < 640


def test_nothing_differs_from_the_list(schema: GraphQLSchema) -> None:
    differing = {
        wanted.coordinate: (wanted.type, ours)
        for wanted in coordinates()
        if (ours := found(schema, wanted)) != wanted.type and not _later(wanted)
    }
    assert differing == {}


@pytest.mark.parametrize("work", LATER)
def test_what_is_said_to_come_later_is_not_there(work: str, schema: GraphQLSchema) -> None:
    """Else the table above is out of date."""
    for name in LATER[work]:
        rows = [row for row in coordinates() if row.coordinate.startswith(name) and not row.coordinate.startswith(NOW)]
        assert rows and any(found(schema, row) != row.type for row in rows), name


def test_the_languages_are_saleors(schema: GraphQLSchema) -> None:
    languages = schema.type_map["LanguageCodeEnum"]
    assert isinstance(languages, GraphQLEnumType)
    assert len(languages.values) == len(LOCALES) == 779
    assert {"EN", "EN_IN", "HI", "HI_IN", "CA_ES_VALENCIA", "ZH_HANS_CN", "MNI_BENG_IN"} <= set(languages.values)
    assert not {"EN_001", "ES_419", "EN_US_POSIX"} & set(languages.values)


def test_no_input_is_deprecated(schema: GraphQLSchema) -> None:
    """Introspection hides deprecated arguments and input fields by default, and the code generators then refuse documents."""
    for kind in schema.type_map.values():
        if isinstance(kind, GraphQLInputObjectType):
            assert [name for name, field in kind.fields.items() if field.deprecation_reason is not None] == []
        elif isinstance(kind, GraphQLObjectType):
            arguments = [argument for field in kind.fields.values() for argument in field.args.values()]
            assert [argument for argument in arguments if argument.deprecation_reason is not None] == []


def test_directives_stand_where_october_2021_knows_them(schema: GraphQLSchema) -> None:
    places: dict[str, set[str]] = {
        directive.name: {DirectiveLocation(location).name for location in directive.locations} for directive in schema.directives
    }
    assert {name: places[name] - OCTOBER_2021 for name in places if places[name] - OCTOBER_2021} == {}
    assert {"include", "skip", "deprecated", "specifiedBy"} <= set(places)


def test_scalars_have_saleors_names_and_are_ours(schema: GraphQLSchema) -> None:
    scalars = {name: kind for name, kind in schema.type_map.items() if isinstance(kind, GraphQLScalarType)}
    assert set(scalars) <= SALEOR_SCALARS
    homes = {name: kind.graphene_type.__module__ for name, kind in scalars.items() if hasattr(kind, "graphene_type")}
    foreign = {name for name, home in homes.items() if not home.startswith("marketplace.kit.graphql")}
    assert foreign <= {"String", "Int", "Float", "Boolean", "ID"}  # a second Date of graphene's would take no notice of ours


def test_a_client_can_read_the_introspection(schema: GraphQLSchema) -> None:
    read = introspection_from_schema(schema, descriptions=True, input_value_deprecation=False)
    assert set(build_client_schema(read).type_map) == set(schema.type_map)
    assert "DIRECTIVE_DEFINITION" not in str(read["__schema"]["directives"])
    assert print_schema(build_client_schema(read)).count("@deprecated") == print_schema(schema).count("@deprecated")


def test_every_name_of_ours_is_described(schema: GraphQLSchema) -> None:
    nameless = []
    for name, kind in schema.type_map.items():
        if name.startswith("__") or name in ("String", "Int", "Float", "Boolean", "ID"):
            continue
        nameless += [name] if not kind.description else []
        for field_name, field in getattr(kind, "fields", {}).items():
            nameless += [f"{name}.{field_name}"] if not field.description else []
            for argument_name, argument in getattr(field, "args", {}).items():
                nameless += [f"{name}.{field_name}({argument_name}:)"] if not argument.description else []
    assert nameless == []
    assert get_named_type(schema.query_type) is schema.query_type
