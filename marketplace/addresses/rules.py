"""What an address needs in its country, and whether a given one has it. Pure: the country's form is handed in."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from marketplace.kit.text import clean

INDIA = "IN"
INDIAN_PIN = "^[1-9][0-9]{5}$"

_PHONE = re.compile(r"\+?[0-9](?:[ -]?[0-9]){7,14}\Z")
_INDIAN_PHONE = re.compile(r"(?:\+91|0)?[6-9][0-9]{9}\Z")

# The columns that must say something where a part is required; a second street line never must.
_NEEDED: Mapping[str, tuple[str, ...]] = {"name": ("first_name", "last_name"), "street_address": ("street_address_1",)}
_ORDER = ("name", "company_name", "street_address", "city_area", "city", "country_area", "postal_code")


class Choice(NamedTuple):
    """One of the values that a part of the address may have: `raw` is kept, `verbose` is for people."""

    raw: str
    verbose: str


class AddressForm(NamedTuple):
    """How addresses are written in a country. The parts are called name, company_name, street_address, city, city_area,
    postal_code, country_area, sorting_code; the formats use libaddressinput's letters (%N, %O, %A, %C, %D, %Z, %S, %X, %n).
    """

    country_code: str
    country_name: str
    address_format: str
    address_latin_format: str
    allowed_fields: frozenset[str]
    required_fields: frozenset[str]
    upper_fields: frozenset[str]
    country_area_type: str
    country_area_choices: tuple[Choice, ...]
    city_type: str
    city_choices: tuple[Choice, ...]
    city_area_type: str
    city_area_choices: tuple[Choice, ...]
    postal_code_type: str
    postal_code_matchers: tuple[str, ...]
    postal_code_examples: tuple[str, ...]
    postal_code_prefix: str


class Fault(NamedTuple):
    """What is wrong with a column of an address: REQUIRED or INVALID."""

    column: str
    code: str


def anchored(pattern: str) -> str:
    """The pattern held to the text's beginning (and end, where it ends in $) also when it has alternatives."""
    body = pattern.removeprefix("^")
    whole = body.endswith("$")
    body = body.removesuffix("$")
    return f"^(?:{body})" + "$" * whole if "|" in body else f"^{body}" + "$" * whole


def chosen(value: str, choices: tuple[Choice, ...]) -> str | None:
    """The raw value that somebody means who wrote one of the names in any case; None where it is none of them."""
    wanted = clean(value).casefold()
    return next((choice.raw for choice in choices if wanted in (choice.raw.casefold(), choice.verbose.casefold())), None)


def settled(address: Mapping[str, str], form: AddressForm) -> dict[str, str]:
    """The address with its areas called by their raw names, where they are among the choices."""
    known = {"country_area": form.country_area_choices, "city": form.city_choices, "city_area": form.city_area_choices}
    return {**address, **{name: chosen(address[name], choices) or address[name] for name, choices in known.items() if choices}}


def faults(address: Mapping[str, str], form: AddressForm) -> list[Fault]:
    """What is wrong with a settled address, by column in the order of the form; nothing for an address in order."""
    needed = [column for part in _ORDER if part in form.required_fields for column in _NEEDED.get(part, (part,))]
    found = [Fault(column, "REQUIRED") for column in needed if not address[column]]
    for name, choices in (("country_area", form.country_area_choices), ("city", form.city_choices)):
        if choices and address[name] and address[name] not in {choice.raw for choice in choices}:
            found.append(Fault(name, "INVALID"))
    code = address["postal_code"]
    if code and not all(re.match(pattern, code) for pattern in form.postal_code_matchers):
        found.append(Fault("postal_code", "INVALID"))
    if address["phone"] and not is_phone(address["phone"], form.country_code):
        found.append(Fault("phone", "INVALID"))
    return found


def is_phone(text: str, country: str) -> bool:
    """Whether this can be dialled: in India a mobile or +91 number of ten digits, elsewhere 8 to 15 digits."""
    plain = text.replace(" ", "").replace("-", "")
    if country == INDIA and not (plain.startswith("+") and not plain.startswith("+91")):
        return bool(_INDIAN_PHONE.match(plain))
    return bool(_PHONE.match(text))
