"""A person's addresses and account through GraphQL: kept, changed, chosen, taken away; another's are out of reach."""

from typing import Any

import pytest

from marketplace.addresses import actions
from marketplace.addresses.models import Address
from marketplace.kit.ids import global_id
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.marketplace.signing import Device, somebody
from tests.side_by_side import side_by_side

FIELDS = """id firstName lastName companyName streetAddress1 streetAddress2 city cityArea postalCode countryArea phone
  country { code country } isDefaultShippingAddress isDefaultBillingAddress metadata { key value }"""
ERRORS = "errors { field code message }"
USER = "user { addresses { id } defaultShippingAddress { id } defaultBillingAddress { id } }"
CREATE = f"""mutation ($input: AddressInput!, $type: AddressTypeEnum) {{
  accountAddressCreate(input: $input, type: $type) {{ address {{ {FIELDS} }} {USER} {ERRORS} }} }}"""
UPDATE = f"""mutation ($id: ID!, $input: AddressInput!) {{
  accountAddressUpdate(id: $id, input: $input) {{ address {{ {FIELDS} }} {ERRORS} }} }}"""
DELETE = f"mutation ($id: ID!) {{ accountAddressDelete(id: $id) {{ address {{ id city }} {USER} {ERRORS} }} }}"
DEFAULT = f"""mutation ($id: ID!, $type: AddressTypeEnum!) {{
  accountSetDefaultAddress(id: $id, type: $type) {{ {USER} {ERRORS} }} }}"""
ACCOUNT = f"""mutation ($input: AccountInput!) {{ accountUpdate(input: $input) {{
  user {{ firstName lastName languageCode metafields addresses {{ city }} defaultShippingAddress {{ city }} }} {ERRORS} }} }}"""
ME = f"{{ me {{ addresses {{ {FIELDS} }} defaultShippingAddress {{ id }} defaultBillingAddress {{ id }} }} }}"

VARANASI: dict[str, Any] = {
    "firstName": "आशा", "lastName": "Devi", "companyName": "", "streetAddress1": "1 Weavers' Lane", "streetAddress2": "",
    "city": "Varanasi", "cityArea": "", "postalCode": "221001", "country": "IN", "countryArea": "उत्तर प्रदेश",
    "phone": "+91 98765 43210",
}  # fmt: skip
BERLIN = {"firstName": "Eva", "streetAddress1": "Torstr. 1", "city": "Berlin", "postalCode": "10119", "country": "DE"}


@pytest.fixture
def device(reference_data: None, db: None) -> Device:
    """Somebody's, signed in; the lists of States are there."""
    device = Device()
    device.sign_in(somebody().email)
    return device


def faults(said: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in said["errors"]]


def add(device: Device, **more: Any) -> str:
    said = device.ask(CREATE, input={**VARANASI, **more})
    assert said["errors"] == [], said
    key: str = said["address"]["id"]
    return key


def test_an_address_is_kept_in_one_form_and_shown(device: Device) -> None:
    said = device.ask(CREATE, input={**VARANASI, "postalCode": "221 001"}, type="SHIPPING")
    key = said["address"]["id"]
    assert said == {
        "address": {
            **VARANASI, "id": key, "countryArea": "Uttar Pradesh", "country": {"code": "IN", "country": "India"},
            "isDefaultShippingAddress": True, "isDefaultBillingAddress": False, "metadata": [],
        },
        "user": {"addresses": [{"id": key}], "defaultShippingAddress": {"id": key}, "defaultBillingAddress": None},
        "errors": [],
    }  # fmt: skip
    assert device.ask(ME)["addresses"] == [said["address"]]
    assert announced()[-1][0] == "AddressesChanged" and set(announced()[-1][1]) == {"person"}


def test_all_faults_are_named_at_once(device: Device) -> None:
    said = device.ask(CREATE, input={"country": "IN", "countryArea": "Oudh", "postalCode": "022100", "phone": "12"})
    assert faults(said) == [
        ("streetAddress1", "REQUIRED"), ("city", "REQUIRED"), ("countryArea", "INVALID"), ("postalCode", "INVALID"),
        ("phone", "INVALID"),
    ]  # fmt: skip
    assert said["address"] is None and said["user"] is None and not Address.objects.exists()


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"country": "EU"}, ("country", "INVALID")),
        ({"city": "x" * 257}, ("city", "INVALID")),
        ({"metadata": [{"key": " ", "value": "x"}]}, ("metadata", "REQUIRED")),
        ({"metadata": [{"key": str(i), "value": "x"} for i in range(51)]}, ("metadata", "INVALID")),
    ],
)
def test_what_no_address_can_have_is_refused(device: Device, changed: dict[str, Any], fault: tuple[str, str]) -> None:
    assert faults(device.ask(CREATE, input={**VARANASI, **changed})) == [fault]


def test_only_staff_may_skip_validation(device: Device) -> None:
    wrong = {**VARANASI, "postalCode": "", "skipValidation": True}
    answer = device.post(CREATE, input=wrong)
    assert answer["errors"][0]["extensions"]["code"] == "PERMISSION_DENIED" and not Address.objects.exists()
    clerk = Device()
    clerk.sign_in(somebody(is_staff=True).email)
    assert clerk.ask(CREATE, input=wrong)["errors"] == []


def test_another_country_has_another_form(device: Device) -> None:
    assert device.ask(CREATE, input=BERLIN)["address"]["country"] == {"code": "DE", "country": "Germany"}
    assert faults(device.ask(CREATE, input={**BERLIN, "postalCode": "1011"})) == [("postalCode", "INVALID")]


def test_what_is_not_given_stays_as_it_was(device: Device) -> None:
    key = add(device, metadata=[{"key": "gate", "value": "blue"}])
    said = device.ask(UPDATE, id=key, input={"city": "Sarnath", "metadata": [{"key": "bell", "value": "two"}]})
    assert said["errors"] == []
    assert (said["address"]["city"], said["address"]["postalCode"], said["address"]["firstName"]) == ("Sarnath", "221001", "आशा")
    assert said["address"]["metadata"] == [{"key": "bell", "value": "two"}, {"key": "gate", "value": "blue"}]
    assert faults(device.ask(UPDATE, id=key, input={"postalCode": None})) == [("postalCode", "REQUIRED")]


def test_the_default_moves_and_goes_with_its_address(device: Device) -> None:
    first, second = add(device), add(device)
    for key in (first, second):
        said = device.ask(DEFAULT, id=key, type="SHIPPING")
        assert said["errors"] == [] and said["user"]["defaultShippingAddress"] == {"id": key}
    device.ask(DEFAULT, id=first, type="BILLING")
    said = device.ask(DELETE, id=first)
    assert said["address"] == {"id": first, "city": "Varanasi"}
    assert said["user"] == {
        "addresses": [{"id": second}], "defaultShippingAddress": {"id": second}, "defaultBillingAddress": None
    }  # fmt: skip


@pytest.mark.parametrize("query", [UPDATE, DELETE, DEFAULT])
def test_another_person_s_address_is_not_there(device: Device, query: str) -> None:
    key = add(device)
    stranger = Device()
    stranger.sign_in(somebody().email)
    variables: dict[str, Any] = {UPDATE: {"input": {"city": "Agra"}}, DEFAULT: {"type": "BILLING"}}.get(query, {})
    for id in (key, global_id("Address", 2**50)):
        assert faults(stranger.ask(query, id=id, **variables)) == [("id", "NOT_FOUND")]
    for id in ("x", global_id("User", 1), global_id("Address", "1;")):
        assert faults(stranger.ask(query, id=id, **variables)) == [("id", "INVALID")]
    assert stranger.ask(ME) == {"addresses": [], "defaultShippingAddress": None, "defaultBillingAddress": None}
    assert Address.objects.get().city == "Varanasi"


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        (CREATE, {"input": VARANASI}),
        (UPDATE, {"id": "x", "input": {}}),
        (DELETE, {"id": "x"}),
        (DEFAULT, {"id": "x", "type": "BILLING"}),
        (ACCOUNT, {"input": {}}),
    ],
)
def test_who_is_not_signed_in_may_do_nothing(db: None, query: str, variables: dict[str, Any]) -> None:
    answer = Device().post(query, **variables)
    assert answer["errors"][0]["extensions"]["code"] == "PERMISSION_DENIED"


def test_the_account_and_its_defaults_change_together_or_not_at_all(device: Device) -> None:
    wanted = {
        "firstName": "Asha", "languageCode": "HI_IN", "metadata": [{"key": "craft", "value": "weaving"}],
        "defaultShippingAddress": VARANASI,
    }  # fmt: skip
    said = device.ask(ACCOUNT, input=wanted)
    assert said["errors"] == []
    assert said["user"] == {
        "firstName": "Asha", "lastName": "", "languageCode": "HI", "metafields": {"craft": "weaving"},
        "addresses": [{"city": "Varanasi"}], "defaultShippingAddress": {"city": "Varanasi"},
    }  # fmt: skip
    said = device.ask(ACCOUNT, input={"lastName": "Devi", "defaultShippingAddress": {"city": "Sarnath"}})
    assert said["user"]["addresses"] == [{"city": "Sarnath"}] and said["user"]["lastName"] == "Devi"
    refused = device.ask(ACCOUNT, input={"lastName": "Gupta", "defaultShippingAddress": {"postalCode": "1"}})
    assert faults(refused) == [("postalCode", "INVALID")]
    assert device.ask("{ me { lastName } }") == {"lastName": "Devi"}
    assert faults(device.ask(ACCOUNT, input={"languageCode": "DE"})) == [("languageCode", "INVALID")]


def test_no_more_than_fifty_are_kept(device: Device) -> None:
    person = somebody()
    address = {"street_address_1": "1", "city": "Agra", "postal_code": "282001", "country_area": "Uttar Pradesh"}
    for _again in range(actions.MOST_ADDRESSES):
        actions.add(person=person.pk, address=address)
    with pytest.raises(Refused) as refused:
        actions.add(person=person.pk, address=address)
    assert refused.value.code == "INVALID"


@pytest.mark.django_db(transaction=True)
def test_two_defaults_chosen_at_the_same_moment_leave_one() -> None:
    person = somebody()
    address = {"country": "AE", "street_address_1": "1", "city": "Dubai", "country_area": "Dubai"}
    deeds = [lambda: actions.add(person=person.pk, address=address, use=actions.Use.SHIPPING, strict=False)] * 4
    assert all(isinstance(done, int) for done in side_by_side(deeds))
    assert Address.objects.filter(person=person).count() == 4
    assert Address.objects.filter(person=person, is_default_shipping=True).count() == 1


def test_a_second_mutation_of_a_request_sees_what_the_first_has_done(device: Device) -> None:
    one = f"accountAddressCreate(input: $input) {{ {USER} {ERRORS} }}"
    answer = device.post(f"mutation ($input: AddressInput!) {{ a: {one} b: {one} }}", input=VARANASI)["data"]
    assert [len(answer[name]["user"]["addresses"]) for name in "ab"] == [1, 2]
    answer = device.post(f"mutation ($input: AddressInput!) {{ tokensDeactivateAll {{ {ERRORS} }} b: {one} }}", input=VARANASI)
    assert answer["errors"][0]["extensions"]["code"] == "TOKEN_INVALID" and Address.objects.count() == 2
