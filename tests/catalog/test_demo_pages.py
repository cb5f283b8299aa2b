"""The pages and menus of the demonstration: made once, in both languages, with what the law asks for and nothing invented."""

import re

import pytest
from django.test import Client

from catalog.demo.pages import blocks_of, fill_pages
from catalog.demo.reading import pair, split, toml
from catalog.menus.models import Menu, MenuItem
from marketplace.content.models import Page
from marketplace.kit.richtext import to_text
from tests.factories import CategoryFactory, ChannelFactory, CollectionFactory
from tests.graphql_client import ask

pytestmark = pytest.mark.django_db

PAGES = ("about", "how-odop-works", "gi-badge", "delivery", "returns-and-refunds", "privacy", "terms", "contact")
LATIN_IN_HINDI = {"ODOP", "PMFME"}


@pytest.fixture
def filled() -> int:
    """The demonstration's pages over the categories that its menus lead to; how many things were made."""
    ChannelFactory(slug="india", is_default=True)
    for branch in toml("categories")["branch"]:
        CategoryFactory(slug=split(branch["root"])[0])
    return fill_pages()


def test_pages_and_menus_are_made_once(filled: int) -> None:
    assert filled == len(PAGES) + 2 and set(Page.objects.values_list("slug", flat=True)) == set(PAGES)
    assert fill_pages() == 0
    assert set(Menu.objects.values_list("slug", flat=True)) == {"navbar", "footer"}


def test_what_is_missing_is_made_again(filled: int) -> None:
    Page.objects.get(slug="terms").delete()
    assert fill_pages() == 1 and Page.objects.filter(slug="terms").exists()


@pytest.mark.parametrize("slug", PAGES)
def test_every_page_is_whole_in_both_languages(slug: str) -> None:
    words = toml("pages")["pages"][slug]
    english, hindi = blocks_of(words["en"])["blocks"], blocks_of(words["hi"])["blocks"]
    assert [block["type"] for block in english] == [block["type"] for block in hindi]
    for one, other in zip(english, hindi, strict=True):
        assert len(one["data"].get("items", ())) == len(other["data"].get("items", ()))
    latin = set(re.findall(r"[A-Za-z]+", to_text({"blocks": hindi}) + pair(words["title"], "||").hi))
    assert latin <= LATIN_IN_HINDI


@pytest.mark.parametrize("slug", PAGES)
@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_every_page_is_shown(client: Client, filled: int, slug: str, prefix: str) -> None:
    answer = client.get(f"{prefix}/pages/{slug}/")
    html = answer.content.decode()
    assert answer.status_code == 200 and html.count("<h1>") == 1 and "language-mark" not in html
    assert all(f'href="{prefix}/pages/{other}/"' in html for other in PAGES)


def test_what_only_the_state_can_know_is_left_to_it(client: Client, filled: int) -> None:
    html = client.get("/pages/contact/").content.decode()
    assert html.count("<blockquote>To be filled in by the State") == 2
    for words in ("name, designation", "48 hours", "one month", "1915"):
        assert words in html, words
    for slug in ("about", "delivery", "returns-and-refunds", "privacy", "terms"):
        assert "<blockquote>To be filled in by the State" in client.get(f"/pages/{slug}/").content.decode(), slug


def test_the_navigation_leads_to_what_is_there(filled: int) -> None:
    found = ask("""{ menu(slug: "navbar") { items { name category { slug } page { slug } children { name category { slug }
      translation(languageCode: HI) { name } } } } }""")["menu"]["items"]
    assert [item["name"] for item in found] == ["Textiles", "Home", "Food", "How ODOP works"]
    assert [child["category"]["slug"] for child in found[0]["children"]] == ["sarees-and-fabrics", "clothing", "home-textiles"]
    assert all(child["translation"]["name"] for item in found for child in item["children"])


def test_items_whose_collection_is_there_are_hung_up() -> None:
    for slug in ("home-and-hearth", "gi-treasures"):
        CollectionFactory(slug=slug)
    fill_pages()
    assert set(MenuItem.objects.filter(collection__isnull=False).values_list("name", flat=True)) == {"GI Treasures"}
