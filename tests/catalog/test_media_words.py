"""Alt texts in other languages, in the graph: the original one for English, none where none is kept."""

from collections.abc import Callable

import pytest

from catalog.media.actions import add
from tests.catalog.uploads import picture, saved
from tests.graphql_client import ask
from tests.search.shelf import open_shop

pytestmark = pytest.mark.django_db
ASKED = """{ products(first: 1) { edges { node { media {
  alt en: translation(languageCode: EN) { ...said } hi: translation(languageCode: HI) { ...said }
  bn: translation(languageCode: BN) { ...said }
} } } } } fragment said on ProductMediaTranslation { alt language { code } }"""


def test_alt_texts_are_told_in_a_language(hear_news: Callable[[], int]) -> None:
    product = open_shop().put("Katan saree")
    add(product=product, upload=saved(picture(), "PNG"), alt="A red saree", translations={"hi": "लाल साड़ी"})
    add(product=product, upload=saved(picture(400, 300), "PNG"), alt="Its border")
    hear_news()
    first, second = ask(ASKED)["products"]["edges"][0]["node"]["media"]
    assert first == {
        "alt": "A red saree",
        "en": {"alt": "A red saree", "language": {"code": "EN"}},
        "hi": {"alt": "लाल साड़ी", "language": {"code": "HI"}},
        "bn": None,
    }
    assert second == {"alt": "Its border", "en": {"alt": "Its border", "language": {"code": "EN"}}, "hi": None, "bn": None}
