"""Pages say whose list something is from, of what day, and that nobody compared it; they name nothing of our own workshop."""

import pytest
from django.test import Client
from django.utils.translation import override

from frontend_templates.templatetags.sources import date_as_known
from tests.graphql_client import ask
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
DESIGNATION = "DPIIT ODOP list (9 June 2023), via repo someone/SIH2026"
REGISTER = "GI Registry list of registered GIs (697 serials), via repo someone/Visualizing-India-s-GIs"
WORKSHOP = ("repo", "SIH2026", "Visualizing", "697", "unverified")


@pytest.fixture
def shelf() -> Shelf:
    shelf = open_shop()
    shelf.designation.source, shelf.tag.source = DESIGNATION, REGISTER
    shelf.designation.save()
    shelf.tag.save()
    return shelf


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode().partition("<main")[2].partition("</main>")[0]


def test_a_district_says_whose_list_it_is_on(client: Client, shelf: Shelf) -> None:
    html = page(client, "/districts/varanasi/")
    assert "National ODOP list of DPIIT, Government of India, 9 June 2023" in html
    assert html.count("not checked against the original") == 1
    assert [word for word in WORKSHOP if word in html] == []


def test_both_badges_of_a_product_say_it(client: Client, shelf: Shelf) -> None:
    html = page(client, f"/products/{shelf.put('Kadhwa saree').slug}/")
    assert "National ODOP list of DPIIT, Government of India, 9 June 2023" in html
    assert "List of registered GIs of the Geographical Indications Registry, Government of India" in html
    assert html.count("not checked against the original") == 2 and "made up for a test" in html
    assert [word for word in WORKSHOP if word in html] == []


def test_a_gi_says_it(client: Client, shelf: Shelf) -> None:
    shelf.put("Kadhwa saree")
    html = page(client, f"/gi/{shelf.tag.slug}/").partition('id="sure"')[2]
    assert "List of registered GIs of the Geographical Indications Registry, Government of India" in html
    assert "not checked against the original" in html and "made up for a test" in html
    assert [word for word in WORKSHOP if word in html] == []


@pytest.mark.parametrize("place", ["districts/varanasi", "gi/banaras-brocades", "products/kadhwa-saree"])
def test_in_hindi_too(client: Client, shelf: Shelf, place: str) -> None:
    shelf.put("Kadhwa saree")
    html = page(client, f"/hi/{place}/")
    assert [word for word in ("DPIIT ODOP", "GI Registry", "June", *WORKSHOP) if word in html] == []
    assert ("9 जून 2023" in html) is not place.startswith("gi/")


def test_programs_are_told_the_source_as_it_is(shelf: Shelf) -> None:
    found = ask('{ district(slug: "varanasi") { odopProducts { source } } }')
    assert found["district"]["odopProducts"] == [{"source": DESIGNATION}]


@pytest.mark.parametrize(
    ("language", "known", "said"),
    [
        ("en", "2023-06-09", "9 June 2023"), ("en", "2025-05", "May 2025"), ("en", "2025", "2025"),
        ("hi", "2023-06-09", "9 जून 2023"), ("hi", "2025-05", "मई 2025"),
    ],
)  # fmt: skip
def test_a_date_is_told_as_far_as_it_is_known(language: str, known: str, said: str) -> None:
    with override(language):
        assert date_as_known(known) == said
