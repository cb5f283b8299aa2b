"""Pages of words in a browser: their language, their address, and what is not to be seen."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketplace.content import actions
from marketplace.content.actions import PageWords
from marketplace.content.models import Page

pytestmark = pytest.mark.django_db

CONTENT = {
    "blocks": [
        {"type": "header", "data": {"level": 2, "text": "Who pays"}},
        {"type": "list", "data": {"style": "ordered", "items": ["Ask <script>alert(1)</script>", "Send"]}},
        {"type": "quote", "data": {"text": "To be filled in"}},
    ]
}


@pytest.fixture
def returns() -> Page:
    """A published page with a Hindi title, and content in English only."""
    page = actions.create(
        page_type=actions.create_type(name="Help"), title="Returns", content=CONTENT, seo_title="Returns and refunds",
        translations={"hi": PageWords(title="वापसी", seo_description="लौटाने के बारे में")},
    )  # fmt: skip
    return actions.publish(page=page, at=timezone.now() - timedelta(minutes=1))


def html(client: Client, address: str, status: int = 200) -> str:
    """The page without runs of blanks."""
    answer = client.get(address)
    assert answer.status_code == status
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_page_is_shown_with_its_words_and_addresses(client: Client, returns: Page) -> None:
    page = html(client, "/pages/returns/")
    assert page.count("<h1") == 1 and "<h1>Returns</h1>" in page and '<h2 id="p-who-pays">Who pays</h2>' in page
    assert "<ol><li>Ask</li><li>Send</li></ol>" in page and "<blockquote>To be filled in</blockquote>" in page
    assert "<title>Returns and refunds · Zila Bazaar</title>" in page and "alert" not in page
    assert 'name="description" content="Who pays Ask Send To be filled in"' in page
    assert 'rel="canonical" href="http://testserver/pages/returns/"' in page
    assert 'hreflang="hi" href="http://testserver/hi/pages/returns/"' in page
    assert '<span aria-current="page">Returns</span>' in page


def test_hindi_is_shown_where_there_is_some_and_english_says_so(client: Client, returns: Page) -> None:
    page = html(client, "/hi/pages/returns/")
    assert "<h1>वापसी</h1>" in page and 'name="description" content="लौटाने के बारे में"' in page
    assert re.search(r'<article class="[^"]*" lang="en">', page) and "अंग्रेज़ी में" in page


def test_what_is_not_to_be_seen_is_not_found(client: Client, returns: Page) -> None:
    actions.publish(page=returns, at=timezone.now() + timedelta(hours=1))
    assert "There is nothing here" in html(client, "/pages/returns/", 404)
    actions.unpublish(page=returns)
    html(client, "/pages/returns/", 404)
    assert "यहाँ कुछ नहीं है" in html(client, "/hi/pages/nothing/", 404)


def test_pages_are_read_only_and_the_same_for_everybody(client: Client, returns: Page) -> None:
    assert client.post("/pages/returns/").status_code == 405
    answer = client.get("/pages/returns/")
    assert "public" in answer["Cache-Control"] and not answer.cookies


def headed(*headers: str) -> dict[str, object]:
    """Rich text of these headers with a paragraph below each."""
    parts = [
        [{"type": "header", "data": {"level": 2, "text": text}}, {"type": "paragraph", "data": {"text": "…"}}] for text in headers
    ]
    return {"blocks": [block for part in parts for block in part]}


def test_a_long_page_has_a_table_of_contents_and_a_short_one_none(client: Client, returns: Page) -> None:
    assert "On this page" not in html(client, "/pages/returns/")
    actions.change(page=returns, content=headed("Who pays", "How", "How", "कैसे <b>लौटाएँ</b>"))
    page = html(client, "/pages/returns/")
    links = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a></li>', page)
    assert links == [("p-who-pays", "Who pays"), ("p-how", "How"), ("p-how--2", "How"), ("p-कैसे-लौटाएँ", "कैसे लौटाएँ")]
    assert all(f'<h2 id="{anchor}">' in page for anchor, _text in links)


def test_a_page_says_when_its_words_last_changed(client: Client, returns: Page) -> None:
    long_ago = timezone.now() - timedelta(days=400)
    Page.objects.update(updated_at=long_ago)
    assert str(timezone.localtime(long_ago).year) in html(client, "/pages/returns/").partition("Last changed on")[2][:30]
    actions.change(page=returns, seo_description="Who pays")
    returns.refresh_from_db()
    assert returns.updated_at == long_ago
    actions.change(page=returns, translations={"hi": PageWords(title="लौटाना")})
    returns.refresh_from_db()
    assert timezone.now() - returns.updated_at < timedelta(minutes=5)


def test_a_page_leads_to_the_contact_where_there_is_one(client: Client, returns: Page) -> None:
    assert "A question about this?" not in html(client, "/pages/returns/")
    contact = actions.create(page_type=returns.page_type, title="Contact us", slug="contact")
    actions.publish(page=contact, at=timezone.now() - timedelta(minutes=1))
    assert '<a href="/pages/contact/">Contact us</a>' in html(client, "/pages/returns/").partition("A question about this?")[2]
    assert "A question about this?" not in html(client, "/pages/contact/")


def test_a_page_costs_the_same_statements_whatever_is_on_it(client: Client, returns: Page) -> None:
    counts = []
    for words in (headed("Who pays"), headed(*(f"Part {number}" for number in range(30)))):
        actions.change(page=returns, content=words)
        html(client, "/pages/returns/")
        with CaptureQueriesContext(connection) as asked:
            html(client, "/pages/returns/")
        counts.append(len(asked))
    assert counts[0] == counts[1] < 15
