"""What the signed-in person may do with addresses and the account, in the graph and in Saleor's words."""

from typing import Any

import graphene

from marketplace.accounts.errors import AccountError
from marketplace.accounts.queries import PersonRow, person
from marketplace.accounts.schema import User
from marketplace.addresses import actions
from marketplace.addresses.actions import COLUMNS, Given, Use
from marketplace.addresses.queries import address_of
from marketplace.addresses.schema import Address
from marketplace.kit.graphql.countries import CountryCode
from marketplace.kit.graphql.languages import LanguageCodeEnum, language_of
from marketplace.kit.graphql.metadata import MetadataInput
from marketplace.kit.graphql.mutations import Mutation as Base
from marketplace.kit.graphql.mutations import Policy, let_in
from marketplace.kit.ids import key_of

AddressTypeEnum = graphene.Enum(
    "AddressTypeEnum", [("BILLING", "BILLING"), ("SHIPPING", "SHIPPING")], description="What an address is the default for."
)
_PAIRS = graphene.List(graphene.NonNull(MetadataInput), description="Pairs to attach; others stay as they are.")


class AddressInput(graphene.InputObjectType):
    """An address as it is sent; see `addressValidationRules` for what its country asks for."""

    first_name = graphene.String(description="First name of who receives.")
    last_name = graphene.String(description="Last name of who receives.")
    company_name = graphene.String(description="Company or organisation.")
    street_address_1 = graphene.String(name="streetAddress1", description="House and street.")
    street_address_2 = graphene.String(name="streetAddress2", description="Landmark, village, post office.")
    city = graphene.String(description="City, town or village.")
    city_area = graphene.String(description="Part of the city.")
    postal_code = graphene.String(description="Postal code; in India the PIN code.")
    country = CountryCode(description="The country; India where none is named.")
    country_area = graphene.String(description="State, province or county, by one of its names.")
    phone = graphene.String(description="Telephone number of who receives.")
    metadata = _PAIRS
    skip_validation = graphene.Boolean(description="Keep what the country's form does not allow; for staff only.")


class AccountInput(graphene.InputObjectType):
    """What changes of the account; what is not given stays as it is."""

    first_name = graphene.String(description="First name.")
    last_name = graphene.String(description="Last name.")
    language_code = graphene.Argument(LanguageCodeEnum, description="The language that the person wants to read.")
    default_billing_address = AddressInput(description="What invoices are to name where nothing else is said.")
    default_shipping_address = AddressInput(description="Where parcels are to go where nothing else is said.")
    metadata = graphene.List(graphene.NonNull(MetadataInput), description="Pairs to attach; others stay as they are.")


def _taken(info: Any, given: dict[str, Any]) -> Given:
    """An AddressInput as actions take it. PERMISSION_DENIED where somebody else than staff wants to skip validation."""
    strict = not given.get("skip_validation")
    if not strict:
        let_in(Policy.STAFF, info.context.viewer)
    address = {column: given[column] for column in COLUMNS if column in given}
    return {"address": address, "metadata": _pairs(given), "strict": strict}


def _pairs(given: dict[str, Any]) -> dict[str, str]:
    return {pair["key"]: pair["value"] for pair in given.get("metadata") or ()}


def _use(kind: str | None) -> Use | None:
    return None if kind is None else Use[kind]


def _self(info: Any) -> PersonRow | None:
    return person(info.context.viewer.person)


class AccountAddressCreate(Base):
    """The address that was added, or why none was."""

    policy = Policy.SIGNED_IN
    error_type = AccountError

    class Arguments:
        input = AddressInput(required=True, description="The address.")
        type = AddressTypeEnum(description="What it is to be the default for; nothing where this is not given.")

    address = graphene.Field(Address, description="The address as it is kept.")
    user = graphene.Field(User, description="Whose address it is.")

    def act(info: Any, input: dict[str, Any], type: str | None = None) -> dict[str, Any]:
        me = info.context.viewer.person
        key = actions.add(person=me, **_taken(info, input), use=_use(type))
        return {"address": address_of(me, key), "user": _self(info)}


class AccountAddressUpdate(Base):
    """The address as it is now, or why it was not changed."""

    policy = Policy.SIGNED_IN
    error_type = AccountError

    class Arguments:
        id = graphene.ID(required=True, description="One of the person's addresses.")
        input = AddressInput(required=True, description="What changes; what is not given stays as it is.")

    address = graphene.Field(Address, description="The address as it is kept.")
    user = graphene.Field(User, description="Whose address it is.")

    def act(info: Any, id: str, input: dict[str, Any]) -> dict[str, Any]:
        me = info.context.viewer.person
        key = actions.change(person=me, id=key_of("Address", id), **_taken(info, input))
        return {"address": address_of(me, key), "user": _self(info)}


class AccountAddressDelete(Base):
    """The address that was taken away, or why none was."""

    policy = Policy.SIGNED_IN
    error_type = AccountError

    class Arguments:
        id = graphene.ID(required=True, description="One of the person's addresses.")

    address = graphene.Field(Address, description="The address as it was.")
    user = graphene.Field(User, description="Whose address it was.")

    def act(info: Any, id: str) -> dict[str, Any]:
        me, key = info.context.viewer.person, key_of("Address", id)
        before = address_of(me, key)
        actions.take_away(person=me, id=key)
        return {"address": before, "user": _self(info)}


class AccountSetDefaultAddress(Base):
    """The person with the new default, or why it was not changed."""

    policy = Policy.SIGNED_IN
    error_type = AccountError

    class Arguments:
        id = graphene.ID(required=True, description="One of the person's addresses.")
        type = AddressTypeEnum(required=True, description="What it is to be the default for.")

    user = graphene.Field(User, description="The person.")

    def act(info: Any, id: str, type: str) -> dict[str, Any]:
        actions.choose(person=info.context.viewer.person, id=key_of("Address", id), use=Use[type])
        return {"user": _self(info)}


class AccountUpdate(Base):
    """The account as it is now, or why it was not changed."""

    policy = Policy.SIGNED_IN
    error_type = AccountError

    class Arguments:
        input = AccountInput(required=True, description="What changes.")

    user = graphene.Field(User, description="The account.")

    def act(info: Any, input: dict[str, Any]) -> dict[str, Any]:
        language = input.get("language_code")
        asked = {use: input.get(f"default_{use.name.lower()}_address") for use in Use}
        defaults = {use: _taken(info, given) for use, given in asked.items() if given is not None}
        actions.change_account(
            person=info.context.viewer.person, first_name=input.get("first_name"), last_name=input.get("last_name"),
            language_code=None if language is None else language_of(language), metadata=_pairs(input), defaults=defaults,
        )  # fmt: skip
        return {"user": _self(info)}


class Mutation:
    """The signed-in person's addresses and account at the root."""

    account_address_create = AccountAddressCreate.Field(description="Keep a new address.")
    account_address_update = AccountAddressUpdate.Field(description="Change an address that is kept.")
    account_address_delete = AccountAddressDelete.Field(description="Keep an address no more.")
    account_set_default_address = AccountSetDefaultAddress.Field(description="Choose the address to begin with.")
    account_update = AccountUpdate.Field(description="Change the account of the person who is signed in.")
