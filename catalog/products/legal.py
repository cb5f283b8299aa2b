"""The legal declarations of a product: what is stated, and which of them are well formed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from catalog.products.models import ProductLegal, ProductLegalTranslation
from marketplace.kit.columns import choice_for, text_for, whole
from marketplace.kit.refused import Refused
from marketplace.kit.words import in_known_languages

MOST_SHELF_LIFE_DAYS = 36_500

_FSSAI = re.compile(r"[0-9]{14}\Z")
_COUNTRY = re.compile(r"[A-Z]{2}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Legal:
    """What the law wants on the page, as stated by the seller; the names are those of the table's columns.

    `generic_names` are the generic name in other languages, by language. The maker's name and address and the licence
    number are its legal identity: they are said as they are registered, in every language.
    """

    generic_name: str = ""
    maker_name: str = ""
    maker_address: str = ""
    consumer_care: str = ""
    country_of_origin: str = "IN"
    fssai_licence_no: str = ""
    food_mark: str = ""
    shelf_life_days: int | None = None
    generic_names: Mapping[str, str] = field(default_factory=dict)


def legal_columns(legal: Legal) -> dict[str, Any]:
    """The columns of the table, cleaned. Refused INVALID or TOO_LONG, naming the field."""
    if legal.fssai_licence_no and not _FSSAI.match(legal.fssai_licence_no):
        raise Refused("INVALID", _("An FSSAI licence number has 14 digits."), "fssai_licence_no")
    if not _COUNTRY.match(legal.country_of_origin):
        raise Refused("INVALID", _("A country has two letters, such as IN."), "country_of_origin")
    texts = ("generic_name", "maker_name", "maker_address", "consumer_care")
    days = legal.shelf_life_days
    return {
        **{column: text_for(ProductLegal, column, getattr(legal, column)) for column in texts},
        "fssai_licence_no": legal.fssai_licence_no,
        "country_of_origin": legal.country_of_origin,
        "food_mark": choice_for(ProductLegal, "food_mark", legal.food_mark) if legal.food_mark else "",
        "shelf_life_days": None if days is None else whole(days, field="shelf_life_days", least=1, most=MOST_SHELF_LIFE_DAYS),
    }


def legal_words(legal: Legal) -> dict[str, str]:
    """The generic name by language, cleaned. Refused INVALID for an unknown language, REQUIRED or TOO_LONG."""
    return {
        language: text_for(ProductLegalTranslation, "generic_name", name, must=True)
        for language, name in in_known_languages(legal.generic_names).items()
    }
