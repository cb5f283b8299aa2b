"""The pages and menus of the demonstration: made once, in both languages, with what the law asks for and nothing invented."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from catalog.demo import pages
from catalog.demo.pages import digest, fill_pages
from catalog.demo.reading import pair, split, toml
from catalog.listing.queries import Sorting
from catalog.menus.links import navbar_links, read_menus
from catalog.menus.models import Menu, MenuItem
from marketplace.content.actions import change, translate
from marketplace.content.models import Page
from marketplace.kit.richtext import to_text
from marketplace.kit.typed_text import read
from search.browse.forms import ORDERS, SEARCHED
from search.engines.engine import Order
from search.log.rules import FEWEST, KEPT, KEPT_RARE
from tests.factories import CategoryFactory, ChannelFactory, CollectionFactory
from tests.graphql_client import ask

pytestmark = pytest.mark.django_db

PAGES = (
    "about", "how-odop-works", "gi-badge", "how-badges-work", "how-we-rank", "for-sellers", "delivery", "returns-and-refunds",
    "privacy", "terms", "contact", "grievance-officer", "accessibility",
)  # fmt: skip
LATIN_IN_HINDI = {
    "ODOP", "PMFME", "FSSAI", "GI", "A", "WCAG", "AA", "GIGW", "IS", "grievance", "bazaar", "example",
}  # fmt: skip


@pytest.fixture
def filled() -> int:
    """The demonstration's pages over the categories that its menus lead to; how many things were made."""
    ChannelFactory(slug="india", is_default=True)
    for branch in toml("categories")["branch"]:
        CategoryFactory(slug=split(branch["root"])[0])
    return fill_pages()


def test_pages_and_menus_are_made_once(filled: int) -> None:
    assert filled == len(PAGES) + 3 and set(Page.objects.values_list("slug", flat=True)) == set(PAGES)
    assert fill_pages() == 0
    assert set(Menu.objects.values_list("slug", flat=True)) == {"header", "navbar", "footer"}


def test_what_is_missing_is_made_again(filled: int) -> None:
    Page.objects.get(slug="terms").delete()
    assert fill_pages() == 1 and Page.objects.filter(slug="terms").exists()


def test_a_page_that_nobody_has_edited_is_renewed(filled: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Language by language: what somebody has written stays, and so does whatever was never ours."""
    old = read("All of your words, by name where you choose none.")
    page, other = Page.objects.get(slug="how-we-rank"), Page.objects.get(slug="terms")
    change(page=page, content=old)
    change(page=other, content=old)
    translate(page=page, language="hi", content=read("किसी ने लिखा।"))
    former = {"how-we-rank": {"en": [digest(old)], "hi": [digest(old)]}, "gone": {"en": [digest(old)]}}
    monkeypatch.setattr(pages, "toml", lambda name: former if name == "former_pages" else toml(name))
    assert fill_pages() == 1 and fill_pages() == 0
    page.refresh_from_db()
    other.refresh_from_db()
    assert digest(page.content) == digest(read(toml("pages")["pages"]["how-we-rank"]["en"]))
    assert digest(other.content) == digest(old)
    assert page.translations.get(language_code="hi").content == read("किसी ने लिखा।")


def test_no_text_of_today_is_a_former_one() -> None:
    """Nor is a page named that is not there."""
    words = toml("pages")["pages"]
    for slug, former in toml("former_pages").items():
        for language, texts in former.items():
            assert texts and digest(read(words[slug][language])) not in texts, (slug, language)


@pytest.mark.parametrize("slug", PAGES)
def test_every_page_is_whole_in_both_languages(slug: str) -> None:
    words = toml("pages")["pages"][slug]
    english, hindi = read(words["en"])["blocks"], read(words["hi"])["blocks"]
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
    for slug in ("about", "for-sellers", "delivery", "returns-and-refunds", "privacy", "terms", "contact"):
        assert "<blockquote>To be filled in by the State" in client.get(f"/pages/{slug}/").content.decode(), slug


def test_the_officer_is_said_to_be_made_up(client: Client, filled: int) -> None:
    for address, made_up, words in (
        ("/pages/grievance-officer/", "Demonstration data: this officer does not exist.", ("48 hours", "one month", "ticket")),
        ("/hi/pages/grievance-officer/", "यह अधिकारी काल्पनिक है", ("48 घंटे", "एक महीने", "टिकट")),
    ):
        html = client.get(address).content.decode()
        assert made_up in html.partition("<blockquote>")[2][:120]
        assert all(word in html for word in (*words, "1915", "grievance@bazaar.example"))


def test_what_is_said_of_the_order_is_what_lists_offer(client: Client, filled: int) -> None:
    """Another order in the lists needs other words here."""
    assert {order.field for order in ORDERS.values()} == {Sorting.NAME, Sorting.PRICE, Sorting.DATE}
    assert set(SEARCHED.values()) == set(Order)
    html = client.get("/pages/how-we-rank/").content.decode()
    for words in (
        "order of their names", "lowest price first", "highest price first", "newest first", "Nobody can pay",
        "fits your words best", "nearest to your PIN code first", "best rated first", "What the search counts now",
    ):  # fmt: skip
        assert words in html, words


def test_the_privacy_notice_says_how_searches_are_counted(client: Client, filled: int) -> None:
    html = client.get("/pages/privacy/").content.decode()
    assert f"deleted after {KEPT_RARE.days} days, all others after {KEPT.days} days" in html
    assert FEWEST == 3 and "fewer than three searches" in html
    assert all(f"{days} दिन" in client.get("/hi/pages/privacy/").content.decode() for days in (KEPT.days, KEPT_RARE.days))


def test_new_pages_are_hung_into_menus_that_people_have_changed(filled: int) -> None:
    footer = Menu.objects.get(slug="footer")
    MenuItem.objects.get(menu=footer, name="Delivery").delete()
    MenuItem.objects.filter(menu=footer, name="Help").update(sort_order=99)
    Page.objects.get(slug="accessibility").delete()
    assert fill_pages() == 1
    names = MenuItem.objects.filter(menu=footer).values_list("name", "parent__name")
    assert ("Accessibility", "Help") in names and "Delivery" not in dict(names)


def test_new_pages_have_no_place_where_their_group_is_gone(filled: int) -> None:
    MenuItem.objects.filter(name="Help").delete()
    Page.objects.get(slug="accessibility").delete()
    assert fill_pages() == 1 and not MenuItem.objects.filter(name="Accessibility").exists()


@pytest.mark.parametrize(("language", "first"), [
    ("en", ("States and districts", "/states/")), ("hi", ("राज्य और ज़िले", "/hi/states/")),
])  # fmt: skip
def test_the_main_menu_is_the_operators(filled: int, language: str, first: tuple[str, str]) -> None:
    with override(language):
        links = navbar_links(read_menus())
        assert (links[0].name, links[0].url) == first and len(links) == 5
        Menu.objects.get(slug="header").delete()
        assert navbar_links(read_menus())[-1].url.endswith("/pages/how-odop-works/")
        Menu.objects.all().delete()
        assert navbar_links(read_menus()) == ()


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


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_the_links_in_their_words_lead_to_pages_in_the_readers_language(filled: int, client: Client, prefix: str) -> None:
    found = set()
    for slug in PAGES:
        words = client.get(f"{prefix}/pages/{slug}/").content.decode().partition('class="prose')[2].partition("</article>")[0]
        found |= set(re.findall(r'<a href="(/[^"]*)"', words))
    assert {f"{prefix}/pages/gi-badge/", f"{prefix}/pages/grievance-officer/", f"{prefix}/pages/returns-and-refunds/"} <= found
    assert [link for link in found if client.get(link).status_code != 200] == []
