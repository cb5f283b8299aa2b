"""The pages that help a buyer are found under whatever slug the operators give them; what is not to be seen is not linked to."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.demo.pages import fill_pages
from marketplace.content.actions import change
from marketplace.content.models import Page
from marketplace.content.queries import titles_of
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
PREFIXES = pytest.mark.parametrize("prefix", ["", "/hi"])
OFFICER = "Grievance officer of this market"
OFFICER_IN_HINDI = "इस बाज़ार के शिकायत अधिकारी"


@pytest.fixture
def shelf() -> Shelf:
    """A shop with a product that bears both badges, and all pages of words."""
    shelf = open_shop()
    shelf.put("Kadhwa saree")
    fill_pages()
    return shelf


def rename(slug: str, *names: str) -> None:
    """Another slug, and another after that."""
    page = Page.objects.get(slug=slug)
    for name in names:
        change(page=page, slug=name)


def hide(*slugs: str) -> None:
    """To be seen by staff only."""
    assert Page.objects.filter(slug__in=slugs).update(is_published=False) == len(slugs)


def body(client: Client, address: str) -> str:
    """What stands between head and foot."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode().partition("<main")[2].partition("</main>")[0]


def pages(shelf: Shelf) -> dict[str, str]:
    """The addresses of a product, its seller and its GI."""
    product = shelf.seller.products.get()
    return {"product": f"/products/{product.slug}/", "seller": f"/sellers/{shelf.seller.slug}/", "gi": f"/gi/{shelf.tag.slug}/"}


@PREFIXES
@pytest.mark.parametrize("kind", ["product", "seller"])
def test_complaints_lead_to_the_officer_else_to_the_contact_else_nowhere(
    client: Client, shelf: Shelf, kind: str, prefix: str
) -> None:
    address, words = prefix + pages(shelf)[kind], OFFICER_IN_HINDI if prefix else OFFICER
    for led, after in (
        ("grievance-officer", lambda: rename("grievance-officer", "shikayat", "complaints")),
        ("complaints", lambda: hide("complaints")),
        ("contact", lambda: rename("contact", "contact-us")),
        ("contact-us", lambda: hide("contact-us")),
    ):
        assert f'<a href="{prefix}/pages/{led}/">{words}</a>' in body(client, address), led
        assert client.get(f"{prefix}/pages/{led}/").status_code == 200
        after()
    assert words not in body(client, address) and "/pages/contact" not in body(client, address)


@PREFIXES
def test_renamed_pages_are_linked_to_by_the_slug_that_they_have(client: Client, shelf: Shelf, prefix: str) -> None:
    shown = {
        "product": ("delivery", "returns-and-refunds", "gi-badge", "how-odop-works"),
        "gi": ("gi-badge", "contact", "for-sellers"),
    }
    for slug in {slug for slugs in shown.values() for slug in slugs}:
        rename(slug, f"first-{slug}", f"second-{slug}")
    for kind, slugs in shown.items():
        html = body(client, prefix + pages(shelf)[kind])
        for slug in slugs:
            assert f'href="{prefix}/pages/second-{slug}/"' in html, (kind, slug)
            assert f"/pages/{slug}/" not in html and f"first-{slug}" not in html
    hide(*(f"second-{slug}" for slug in {*shown["product"], *shown["gi"]}))
    for kind, slugs in shown.items():
        html = body(client, prefix + pages(shelf)[kind])
        assert not any(f"second-{slug}" in html or f"/pages/{slug}/" in html for slug in slugs), kind


def test_a_page_of_words_and_the_house_lead_to_the_renamed_contact(client: Client, shelf: Shelf) -> None:
    rename("contact", "contact-us")
    assert '<a href="/pages/contact-us/">' in body(client, "/pages/delivery/").partition("A question about this?")[2]
    assert "A question about this?" not in body(client, "/pages/contact-us/")
    moved = client.get("/pages/contact/")
    assert (moved.status_code, moved["Location"]) == (301, "/pages/contact-us/")
    assert '/pages/contact-us/"' in client.get("/").content.decode().partition("contactPoint")[2][:200]
    hide("contact-us")
    assert "A question about this?" not in body(client, "/pages/delivery/")
    assert client.get("/pages/contact/").status_code == 404


def test_a_slug_that_is_given_anew_is_the_new_page(shelf: Shelf) -> None:
    rename("contact", "contact-us")
    rename("about", "contact")
    found = titles_of(("contact", "about", "nowhere"), at=timezone.now())
    assert {asked: row.slug for asked, row in found.items()} == {"contact": "contact", "about": "contact"}
    assert titles_of((), at=timezone.now()) == {}


@pytest.mark.parametrize("kind", ["product", "seller", "gi"])
def test_names_old_and_new_cost_the_same_statements(client: Client, shelf: Shelf, kind: str) -> None:
    def asked() -> int:
        client.get(pages(shelf)[kind])
        with CaptureQueriesContext(connection) as caught:
            client.get(pages(shelf)[kind])
        return len(caught)

    before = asked()
    for slug in ("contact", "grievance-officer", "gi-badge", "delivery", "for-sellers"):
        rename(slug, f"new-{slug}")
    assert asked() == before
