"""The pages of places over the whole reference data: map and list say the same, a district is found, neighbours are shown."""

import pytest
from django.test import Client
from django.utils.html import escape

from marketplace.channels.actions import create
from tests.search.test_places import listed, mapped, page

pytestmark = pytest.mark.usefixtures("reference_data", "db", "channel")


@pytest.fixture
def channel(reference_data: None, db: None) -> None:
    """A channel to look from, with nothing on sale."""
    create(slug="india", name="India", currency_code="INR", is_default=True)


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_the_list_of_states_equals_the_map(client: Client, prefix: str) -> None:
    html = page(client, f"{prefix}/states/")
    assert len(mapped(html)) >= 36 and {url for _level, url, _name in mapped(html)} == listed(html)
    assert {level for level, _url, _name in mapped(html)} == {"none"}


def test_the_list_of_districts_equals_the_map(client: Client) -> None:
    html = page(client, "/states/uttar-pradesh/")
    assert len(mapped(html)) == 75 and {url for _level, url, _name in mapped(html)} == listed(html)
    assert "Banarasi Silk Saree" in html


def test_new_districts_say_that_they_are_only_a_dot(client: Client) -> None:
    assert "Dots may stand a little beside the place" in page(client, "/states/rajasthan/")
    assert "Dots may stand a little beside the place" not in page(client, "/states/bihar/")


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("221001", "varanasi"),
        (" 221 001 ", "varanasi"),
        ("२२१००१", "varanasi"),
        ("Benares", "varanasi"),
        ("जौनपुर", "jaunpur"),
        ("Bombay", "mumbai-suburban"),
        ("zila lucknow", "lucknow"),
        ("Lucknow, Uttar Pradesh", "lucknow"),
    ],
)
def test_a_district_is_found(client: Client, typed: str, slug: str) -> None:
    html = page(client, "/states/", q=typed)
    found = html.partition('id="found"')[2].partition("</ul>")[0]
    assert f'href="/districts/{slug}/"' in found and 'content="noindex,follow"' in html


def test_a_state_is_found_by_its_name(client: Client) -> None:
    found = page(client, "/hi/states/", q="नागालैंड").partition('id="found"')[2].partition("</ul>")[0]
    assert 'href="/hi/states/nagaland/"' in found


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("123", "A PIN code has six digits"),
        ("999999", "We know no district"),
        ("Atlantis", "We know no district “Atlantis”"),
        ("<b>", "We know no district “&lt;b&gt;”"),
        ("791701", "is known, but not its district"),
    ],
)
def test_what_is_not_found_is_said(client: Client, typed: str, said: str) -> None:
    html = page(client, "/states/", q=typed)
    assert said in html and f'value="{escape(typed)}"' in html


def test_neighbours_are_links_and_near_ones_say_so(client: Client) -> None:
    html = page(client, "/districts/varanasi/").partition('<h2 id="neighbours"')[2].partition("</ul>")[0]
    assert 'href="/districts/jaunpur/"' in html and "<small>near</small>" not in html
    html = page(client, "/districts/new-delhi/").partition('<h2 id="neighbours"')[2].partition("</ul>")[0]
    assert 'href="/districts/central-delhi/"' in html and "<small>near</small>" in html
    assert '<h2 id="neighbours"' not in page(client, "/districts/lakshadweep/")


def test_land_without_a_district_is_explained(client: Client) -> None:
    said = "Where the land has no colour"
    assert said in page(client, "/states/jammu-and-kashmir/") and said in page(client, "/states/delhi/")
    assert said not in page(client, "/states/bihar/")
