"""Countries: ISO's list, Saleor's enum, and names in the languages of people."""

import graphene

from marketplace.kit.countries import ISO_CODES, POSTAL_CODES, name_of
from marketplace.kit.graphql.countries import CODES, CountryCode, CountryDisplay


def test_the_list_is_iso_s_and_the_enum_saleor_s() -> None:
    assert len(ISO_CODES) == 249 and {"IN", "NP", "LK", "US", "GB", "SX", "SS"} <= set(ISO_CODES)
    assert not {"EU", "UK", "ZZ", "AN", "XA"} & set(ISO_CODES)
    assert set(POSTAL_CODES) - set(ISO_CODES) == {"XK"}
    assert set(CODES) - set(ISO_CODES) == {"EU", "XK"} and len(CountryCode._meta.enum.__members__) == 251


def test_a_name_is_in_the_reader_s_language_or_english() -> None:
    assert (name_of("IN", "en"), name_of("IN", "hi"), name_of("DE", "hi")) == ("India", "भारत", "जर्मनी")
    assert name_of("IN", "en-in") == "India"
    assert name_of("QQ", "hi") == "QQ"


def test_a_country_is_shown_in_the_graph_with_code_and_name() -> None:
    class Query(graphene.ObjectType):
        country = graphene.Field(CountryDisplay, code=CountryCode(required=True))

        def resolve_country(root: None, info: object, code: CountryCode) -> str:
            return str(code.value)

    answer = graphene.Schema(query=Query).execute("{ country(code: AX) { code country } }")
    assert answer.errors is None and answer.data == {"country": {"code": "AX", "country": "Åland Islands"}}
