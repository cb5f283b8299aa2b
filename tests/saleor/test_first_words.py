"""Words as they were first written and in other languages, and the two searches among attributes."""

import pytest
from django.test import Client

from catalog.products.models import ProductLegal
from tests.graphql_client import ask
from tests.saleor.window import Window, open_window

pytestmark = pytest.mark.django_db


@pytest.fixture
def window() -> Window:
    return open_window()


@pytest.mark.parametrize(
    ("search", "inside", "found"),
    [("ea", "le", ["leaflet"]), ("EA", "", ["leaflet", "weave"]), ("ea", None, ["leaflet", "weave"]), ("zz", "le", [])],
)
def test_both_searches_of_attributes_hold(search: str, inside: str | None, found: list[str], window: Window) -> None:
    query = """query($search: String, $inside: String) { attributes(first: 30, search: $search, filter: {search: $inside}) {
        edges { node { slug } } } }"""
    rows = ask(query, search=search, inside=inside)["attributes"]["edges"]
    assert [edge["node"]["slug"] for edge in rows] == found


@pytest.mark.parametrize("asked", ["en", "hi"])
def test_yes_and_no_are_said_in_the_language_asked_for(asked: str, window: Window) -> None:
    """Whatever the language that the request itself is in."""
    query = """{ products(first: 2, sortBy: {field: CREATED_AT, direction: ASC}) { edges { node {
        attribute(slug: "handmade") { values { name en: translation(languageCode: EN_IN) { name }
        hi: translation(languageCode: HI) { name language { code } } ta: translation(languageCode: TA) { name } } } } } } }"""
    response = Client().post("/graphql/", {"query": query}, content_type="application/json", headers={"Accept-Language": asked})
    nodes = [edge["node"] for edge in response.json()["data"]["products"]["edges"]]
    assert [node["attribute"]["values"] for node in nodes] == [
        [{"name": "Yes", "en": {"name": "Yes"}, "hi": {"name": "हाँ", "language": {"code": "HI"}}, "ta": None}],
        [{"name": "No", "en": {"name": "No"}, "hi": {"name": "नहीं", "language": {"code": "HI"}}, "ta": None}],
    ]


@pytest.mark.parametrize("language", ["EN", "EN_IN"])
def test_english_means_the_words_as_first_written(language: str, window: Window) -> None:
    query = """{ product(slug: "katan-silk-saree") {
        legal { translation(languageCode: %s) { genericName language { code } } }
        seller { translation(languageCode: %s) { name story } } } }"""
    assert ask(query % (language, language))["product"] == {
        "legal": {"translation": {"genericName": "Saree", "language": {"code": "EN"}}},
        "seller": {"translation": {"name": "Ganga Weavers", "story": "Forty families weave together."}},
    }
    assert ask(query % ("HI", "HI"))["product"] == {
        "legal": {"translation": {"genericName": "साड़ी", "language": {"code": "HI"}}},
        "seller": {"translation": {"name": "गंगा बुनकर", "story": "चालीस परिवार मिलकर बुनते हैं।"}},
    }
    assert ask(query % ("TA", "TA"))["product"] == {"legal": {"translation": None}, "seller": {"translation": None}}


def test_no_words_where_none_were_written(window: Window) -> None:
    ProductLegal.objects.filter(product=window.saree).update(generic_name="")
    query = '{ product(slug: "katan-silk-saree") { legal { genericName translation(languageCode: EN) { genericName } } } }'
    assert ask(query)["product"]["legal"] == {"genericName": None, "translation": None}
