"""Addresses in the graph: how a country writes them, and the ones that the signed-in person keeps."""

from collections.abc import Callable, Sequence
from typing import Any

import graphene
from django.utils.translation import get_language
from graphene.utils.str_converters import to_camel_case

from marketplace.accounts.queries import PersonRow
from marketplace.accounts.schema import User
from marketplace.addresses import queries
from marketplace.addresses.queries import AddressRow
from marketplace.addresses.rules import AddressForm
from marketplace.kit.graphql.countries import CountryCode, CountryDisplay
from marketplace.kit.graphql.metadata import ObjectWithMetadata, with_metadata
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, ids, reads


class ChoiceValue(graphene.ObjectType):
    """One of the values that a part of an address may have."""

    raw = graphene.String(description="What is sent and kept.")
    verbose = graphene.String(description="What people read.")

    resolve_raw = reads("raw")
    resolve_verbose = reads("verbose")


def _words(description: str) -> graphene.List:
    return graphene.List(graphene.NonNull(graphene.String), required=True, description=description)


def _choices(description: str) -> graphene.List:
    return graphene.List(graphene.NonNull(ChoiceValue), required=True, description=description)


def _parts(name: str, *, second_line: bool) -> Callable[..., Any]:
    """The names of AddressInput's fields for a set of parts; a second street line is allowed, but never required."""

    @for_all
    def resolve(parents: Sequence[AddressForm], info: Any) -> list[list[str]]:
        return [sorted(_fields(getattr(parent, name), second_line)) for parent in parents]

    return resolve


def _fields(parts: frozenset[str], second_line: bool) -> set[str]:
    found = {to_camel_case(part) for part in parts if part != "street_address"}
    if "street_address" in parts:
        found.update(name for name in ("streetAddress1", "streetAddress2")[: 1 + second_line])
    return found


class AddressValidationData(graphene.ObjectType):
    """How addresses are written in a country: which parts they have, which must be there, what they may say."""

    country_code = graphene.String(required=True, description="ISO 3166-1 alpha-2 code.")
    country_name = graphene.String(required=True, description="The country's name, in the language of the request.")
    address_format = graphene.String(
        required=True, description="The order of the parts: %N name, %O company, %A street, %C city, %D part of the city, "
        "%S area, %Z postal code, %X sorting code, %n a new line."
    )  # fmt: skip
    address_latin_format = graphene.String(required=True, description="The same for addresses in Latin letters.")
    allowed_fields = _words("The parts that an address has; `name` stands for first and last name.")
    required_fields = _words("The parts that must not be empty.")
    upper_fields = _words("The parts that the post wants in capital letters.")
    country_area_type = graphene.String(required=True, description="What an area is called: state, province, county.")
    country_area_choices = _choices("The areas; for India the States and Union Territories. Empty where any text will do.")
    city_type = graphene.String(required=True, description="What a city is called.")
    city_choices = _choices("The cities of the area, where they are a closed list.")
    city_area_type = graphene.String(required=True, description="What a part of a city is called.")
    city_area_choices = _choices("The parts of the city, where they are a closed list.")
    postal_code_type = graphene.String(required=True, description="What a postal code is called: pin, zip, postal.")
    postal_code_matchers = _words("Regular expressions that a postal code must match, all of them.")
    postal_code_examples = _words("Postal codes as examples.")
    postal_code_prefix = graphene.String(required=True, description="What is written before the postal code.")

    resolve_country_code = reads("country_code")
    resolve_country_name = reads("country_name")
    resolve_address_format = reads("address_format")
    resolve_address_latin_format = reads("address_latin_format")
    resolve_allowed_fields = _parts("allowed_fields", second_line=True)
    resolve_required_fields = _parts("required_fields", second_line=False)
    resolve_upper_fields = _parts("upper_fields", second_line=True)
    resolve_country_area_type = reads("country_area_type")
    resolve_country_area_choices = reads("country_area_choices")
    resolve_city_type = reads("city_type")
    resolve_city_choices = reads("city_choices")
    resolve_city_area_type = reads("city_area_type")
    resolve_city_area_choices = reads("city_area_choices")
    resolve_postal_code_type = reads("postal_code_type")
    resolve_postal_code_matchers = reads("postal_code_matchers")
    resolve_postal_code_examples = reads("postal_code_examples")
    resolve_postal_code_prefix = reads("postal_code_prefix")


class Query:
    """Addresses at the root."""

    address_validation_rules = graphene.Field(
        AddressValidationData,
        country_code=CountryCode(required=True, description="The country."),
        country_area=graphene.String(description="An area of it, which narrows the cities and the postal codes."),
        city=graphene.String(description="A city of the area, which narrows further."),
        city_area=graphene.String(description="A part of the city."),
        description="How addresses are written in a country; null for EU, which is none.",
    )

    @for_all
    def resolve_address_validation_rules(
        parents: Sequence[None], info: Any, country_code: str, country_area: str | None = None, city: str | None = None,
        city_area: str | None = None,
    ) -> list[AddressForm | None]:  # fmt: skip
        form = queries.form_of(
            country_code, get_language() or "en", country_area=country_area or "", city=city or "", city_area=city_area or ""
        )
        return [form] * len(parents)


@with_metadata(lambda parents, info: [parent.metadata for parent in parents])
class Address(graphene.ObjectType):
    """A postal address."""

    class Meta:
        interfaces = (ObjectWithMetadata,)

    id = graphene.ID(required=True, description="Global id.")
    first_name = graphene.String(required=True, description="First name of who receives.")
    last_name = graphene.String(required=True, description="Last name of who receives.")
    company_name = graphene.String(required=True, description="Company or organisation.")
    street_address_1 = graphene.String(required=True, name="streetAddress1", description="House and street.")
    street_address_2 = graphene.String(required=True, name="streetAddress2", description="Landmark, village, post office.")
    city = graphene.String(required=True, description="City, town or village.")
    city_area = graphene.String(required=True, description="Part of the city.")
    postal_code = graphene.String(required=True, description="Postal code; in India the PIN code.")
    country = graphene.Field(CountryDisplay, required=True, description="The country.")
    country_area = graphene.String(required=True, description="State, province or county; in India the State's English name.")
    phone = graphene.String(description="Telephone number of who receives.")
    is_default_shipping_address = graphene.Boolean(description="Whether parcels go here where nothing else is said.")
    is_default_billing_address = graphene.Boolean(description="Whether invoices name it where nothing else is said.")

    resolve_first_name = reads("first_name")
    resolve_last_name = reads("last_name")
    resolve_company_name = reads("company_name")
    resolve_street_address_1 = reads("street_address_1")
    resolve_street_address_2 = reads("street_address_2")
    resolve_city = reads("city")
    resolve_city_area = reads("city_area")
    resolve_postal_code = reads("postal_code")
    resolve_country = reads("country")
    resolve_country_area = reads("country_area")
    resolve_is_default_shipping_address = reads("is_default_shipping")
    resolve_is_default_billing_address = reads("is_default_billing")

    resolve_id = ids("Address")

    @for_all
    def resolve_phone(parents: Sequence[AddressRow], info: Any) -> list[str | None]:
        return [parent.phone or None for parent in parents]


def _kept(people: Sequence[PersonRow], info: Any) -> list[list[AddressRow]]:
    """Of each person, read once a request."""
    mark = ("addresses", *(person.id for person in people))
    if mark not in info.context.kept:
        info.context.kept[mark] = queries.addresses_of({person.id for person in people})
    return [info.context.kept[mark][person.id] for person in people]


@part_of(User)
class UserAddresses:
    """A person's addresses."""

    addresses = graphene.List(graphene.NonNull(Address), required=True, description="The addresses kept, oldest first.")
    default_shipping_address = graphene.Field(Address, description="Where parcels go where nothing else is said.")
    default_billing_address = graphene.Field(Address, description="What invoices name where nothing else is said.")

    @for_all
    def resolve_addresses(parents: Sequence[PersonRow], info: Any) -> list[list[AddressRow]]:
        return _kept(parents, info)

    @for_all
    def resolve_default_shipping_address(parents: Sequence[PersonRow], info: Any) -> list[AddressRow | None]:
        return [next((row for row in rows if row.is_default_shipping), None) for rows in _kept(parents, info)]

    @for_all
    def resolve_default_billing_address(parents: Sequence[PersonRow], info: Any) -> list[AddressRow | None]:
        return [next((row for row in rows if row.is_default_billing), None) for rows in _kept(parents, info)]
