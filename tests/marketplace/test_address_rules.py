"""How countries write addresses: the library's rules by Saleor's names, India's areas and codes from our own lists."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.addresses import queries, rules
from marketplace.addresses.rules import Choice, Fault
from marketplace.kit.countries import ISO_CODES, POSTAL_CODES
from tests.graphql_client import ask, code_of
from tests.marketplace.signing import Device

RULES = """query ($country: CountryCode!, $area: String, $city: String, $part: String) {
  addressValidationRules(countryCode: $country, countryArea: $area, city: $city, cityArea: $part) {
    countryCode countryName addressFormat addressLatinFormat allowedFields requiredFields upperFields
    countryAreaType countryAreaChoices { raw verbose } cityType cityChoices { raw verbose } cityAreaType
    cityAreaChoices { raw verbose } postalCodeType postalCodeMatchers postalCodeExamples postalCodePrefix
  }
}"""
GIVEN = {
    "first_name": "Asha", "last_name": "Devi", "company_name": "", "street_address_1": "1 Weavers' Lane", "street_address_2": "",
    "city": "Varanasi", "city_area": "", "postal_code": "221001", "country_area": "Uttar Pradesh", "phone": "+91 98765 43210",
}  # fmt: skip


@pytest.mark.django_db
def test_india_s_areas_are_our_states_and_its_codes_are_pin_codes(reference_data: None) -> None:
    found = ask(RULES, country="IN")["addressValidationRules"]
    areas = {choice["raw"]: choice["verbose"] for choice in found.pop("countryAreaChoices")}
    assert len(areas) == 36 and all(raw == verbose for raw, verbose in areas.items())
    assert {"Ladakh", "Dadra and Nagar Haveli and Daman and Diu", "Telangana"} <= set(areas)
    assert found == {
        "countryCode": "IN", "countryName": "India", "addressFormat": "%N%n%O%n%A%n%C %Z%n%S",
        "addressLatinFormat": "%N%n%O%n%A%n%C %Z%n%S",
        "allowedFields": ["city", "companyName", "countryArea", "name", "postalCode", "streetAddress1", "streetAddress2"],
        "requiredFields": ["city", "countryArea", "postalCode", "streetAddress1"], "upperFields": ["city"],
        "countryAreaType": "state", "cityType": "city", "cityChoices": [], "cityAreaType": "suburb", "cityAreaChoices": [],
        "postalCodeType": "pin", "postalCodeMatchers": ["^[1-9][0-9]{5}$"], "postalCodeExamples": ["110034", "110001"],
        "postalCodePrefix": "",
    }  # fmt: skip


@pytest.mark.django_db
def test_a_hindi_reader_reads_the_states_in_hindi_and_sends_the_same(reference_data: None) -> None:
    answer = Device().post(RULES, headers={"Accept-Language": "hi"}, country="IN")["data"]["addressValidationRules"]
    areas = {choice["raw"]: choice["verbose"] for choice in answer["countryAreaChoices"]}
    assert answer["countryName"] == "भारत" and areas["Uttar Pradesh"] == "उत्तर प्रदेश" and len(areas) == 36


@pytest.mark.django_db
def test_every_state_narrows_the_pin_codes_by_its_name_in_either_language(reference_data: None) -> None:
    states = queries.form_of("IN", "hi").country_area_choices  # type: ignore[union-attr]
    for state in states:
        english = queries.form_of("IN", "en", country_area=state.raw)
        hindi = queries.form_of("IN", "hi", country_area=state.verbose)
        assert english is not None and hindi is not None
        assert len(english.postal_code_matchers) == 2, state.raw
        assert hindi.postal_code_matchers == english.postal_code_matchers


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("area", "good", "bad"),
    [("Uttar Pradesh", "221001", "110001"), ("Delhi", "110001", "221001"), ("Ladakh", "194101", "226001")],
)
def test_the_pin_codes_of_a_state_are_its_own(reference_data: None, area: str, good: str, bad: str) -> None:
    matchers = ask(RULES, country="IN", area=area)["addressValidationRules"]["postalCodeMatchers"]
    assert all(re.match(pattern, good) for pattern in matchers)
    assert not all(re.match(pattern, bad) for pattern in matchers)


@pytest.mark.django_db
def test_every_country_has_rules_whatever_is_said_of_its_areas() -> None:
    for country in POSTAL_CODES:
        form = queries.form_of(country, "en")
        assert form is not None and form.country_code == country and form.country_name and form.address_format
        for area in form.country_area_choices[:3]:
            narrowed = queries.form_of(country, "en", country_area=area.verbose)
            for city in narrowed.city_choices[:2] if narrowed else ():
                more = queries.form_of(country, "en", country_area=area.raw, city=city.verbose)
                part = more.city_area_choices[0].verbose if more and more.city_area_choices else "nowhere"
                assert queries.form_of(country, "en", country_area=area.raw, city=city.raw, city_area=part) is not None
        for pattern in form.postal_code_matchers:
            assert all(re.match(pattern, example) for example in form.postal_code_examples), (pattern, form.postal_code_examples)


@pytest.mark.django_db
def test_a_group_of_countries_has_none_and_no_country_is_refused() -> None:
    assert ask(RULES, country="EU") == {"addressValidationRules": None}
    assert code_of(RULES, country="UK") == code_of(RULES, country="in")
    assert queries.form_of("ZZ", "en") is None and queries.form_of("../../all", "en") is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("country", "area", "city"),
    [("CN", "Beijing Shi", "Dongcheng Qu"), ("KR", "Seoul", "Gangnam-gu"), ("CN", "nowhere", "x" * 9000)],
)
def test_areas_narrow_cities_and_nonsense_narrows_nothing(country: str, area: str, city: str) -> None:
    found = ask(RULES, country=country, area=area, city=city)["addressValidationRules"]
    assert bool(found["cityChoices"]) == (area != "nowhere")


@pytest.mark.django_db
def test_a_list_of_rules_takes_a_constant_number_of_statements(django_assert_max_num_queries: object) -> None:
    with django_assert_max_num_queries(3):  # type: ignore[operator]  the States, held in memory outside of transactions
        assert ask(RULES, country="IN")["addressValidationRules"]["countryCode"] == "IN"
    with django_assert_max_num_queries(0):  # type: ignore[operator]
        assert ask(RULES, country="FR")["addressValidationRules"]["countryCode"] == "FR"


@pytest.mark.parametrize(
    ("pattern", "anchored"),
    [
        ("^2[0-35-8]|24[0-7]", "^(?:2[0-35-8]|24[0-7])"),
        (r"^\d{6}$", r"^\d{6}$"),
        (r"^\d{4}|\d{5}$", r"^(?:\d{4}|\d{5})$"),
        ("^11", "^11"),
    ],
)
def test_patterns_hold_the_whole_code_for_every_client(pattern: str, anchored: str) -> None:
    assert rules.anchored(pattern) == anchored


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, []),
        ({"country_area": "उत्तर प्रदेश"}, []),
        ({"country_area": " uttar  PRADESH "}, []),
        ({"phone": ""}, []),
        ({"phone": "098765 43210"}, []),
        ({"phone": "+1 212 555 0100"}, []),
        ({"phone": "12345"}, [Fault("phone", "INVALID")]),
        ({"phone": "+91 11111 11111"}, [Fault("phone", "INVALID")]),
        ({"postal_code": "021001"}, [Fault("postal_code", "INVALID")]),
        ({"postal_code": "110001"}, [Fault("postal_code", "INVALID")]),
        ({"postal_code": "२२१००१"}, [Fault("postal_code", "INVALID")]),
        ({"country_area": "Oudh"}, [Fault("country_area", "INVALID")]),
        ({"city": "", "street_address_1": ""}, [Fault("street_address_1", "REQUIRED"), Fault("city", "REQUIRED")]),
        ({"country_area": "", "postal_code": ""}, [Fault("country_area", "REQUIRED"), Fault("postal_code", "REQUIRED")]),
    ],
)
def test_an_indian_address_is_held_to_its_form(reference_data: None, changed: dict[str, str], faults: list[Fault]) -> None:
    given = {**GIVEN, **changed}
    form = queries.form_of("IN", "hi", country_area=given["country_area"])
    assert form is not None
    assert rules.faults(rules.settled(given, form), form) == faults


@given(st.text(max_size=40))
def test_whatever_is_written_is_a_choice_or_is_none(text: str) -> None:
    try:
        assert rules.chosen(text, (Choice("Goa", "गोवा"),)) in (None, "Goa")
    except Exception as error:
        assert getattr(error, "code", None) == "INVALID"


@pytest.mark.django_db
def test_all_iso_codes_are_served_by_the_enum() -> None:
    query = " ".join(f"c{code}: addressValidationRules(countryCode: {code}) {{ countryCode }}" for code in ISO_CODES[:20])
    assert [value["countryCode"] for value in ask(f"{{ {query} }}").values()] == list(ISO_CODES[:20])
