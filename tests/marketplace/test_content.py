"""Pages: written, changed, published and taken back."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from marketplace.content import actions, queries
from marketplace.content.actions import PageWords
from marketplace.content.models import Page, PageTranslation, PageType
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.side_by_side import side_by_side

pytestmark = pytest.mark.django_db


@pytest.fixture
def help_pages() -> PageType:
    """A type of page."""
    return actions.create_type(name="Help")


def test_a_page_is_written_with_its_words_and_seen_by_nobody_yet(help_pages: PageType) -> None:
    words = PageWords(title="वापसी", content="लौटाइए।", seo_description="कैसे")
    page = actions.create(page_type=help_pages, title=" Returns ", content="Send it.\n\nWait.", translations={"hi": words})
    page.refresh_from_db()
    assert (page.slug, page.title, page.is_published, len(page.content["blocks"])) == ("returns", "Returns", False, 2)
    hindi = page.translations.get()
    assert (hindi.slug, hindi.title, hindi.seo_description) == ("वापसी", "वापसी", "कैसे")
    assert announced() == [("PageTypeCreated", {"page_type": help_pages.pk}), ("PageChanged", {"page": page.pk})]
    assert queries.page(at=timezone.now(), slug="returns") is None


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"title": ""}, "REQUIRED", "title"),
        ({"title": "x" * 161}, "TOO_LONG", "title"),
        ({"slug": "taken"}, "SLUG_TAKEN", "slug"),
        ({"slug": "A b"}, "INVALID", "slug"),
        ({"content": {"blocks": [{"type": "raw", "data": {"html": "<script>"}}]}}, "INVALID", "content"),
        ({"content": "x" * 20_001}, "TOO_LONG", "content"),
        ({"seo_title": "x" * 71}, "TOO_LONG", "seo_title"),
        ({"metadata": {" ": "x"}}, "REQUIRED", "metadata"),
        ({"translations": {"xx": PageWords(title="x")}}, "INVALID", "translations"),
        ({"translations": {"hi": PageWords(title="")}}, "REQUIRED", "title"),
        ({"translations": {"hi": PageWords(title="x", slug="पता")}}, "SLUG_TAKEN", "slug"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_half_done(help_pages: PageType, given: dict[str, Any], code: str, field: str) -> None:
    page = actions.create(page_type=help_pages, title="Taken", translations={"hi": PageWords(title="पता")})
    told = announced()
    with pytest.raises(Refused) as refused:
        actions.create(**{"page_type": help_pages, "title": "New", **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert Page.objects.get() == page and announced() == told


def test_a_translated_slug_that_is_taken_is_told_apart(help_pages: PageType) -> None:
    for _time in range(2):
        page = actions.create(page_type=help_pages, title="Address", translations={"hi": PageWords(title="पता")})
    assert sorted(PageTranslation.objects.values_list("slug", flat=True)) == ["पता", f"पता-{page.pk}"]


def test_what_is_not_given_stays_and_an_empty_text_takes_away(help_pages: PageType) -> None:
    words = PageWords(title="पुराना", content="पुराना")
    page = actions.create(page_type=help_pages, title="Old", content="Old.", seo_title="Old", translations={"hi": words})
    actions.change(page=page, title="New", seo_title="")
    assert (page.title, page.slug, page.seo_title) == ("New", "old", "") and page.content is not None
    assert page.translations.get().title == "पुराना"
    actions.change(page=page, content="", translations={"hi": PageWords(title="नया")})
    assert page.content is None and page.title == "New"
    hindi = page.translations.get()
    assert (hindi.title, hindi.slug, hindi.content) == ("नया", "नया", None)
    with pytest.raises(Refused):
        actions.change(page=page, title=" ")
    assert announced()[-2:] == [("PageChanged", {"page": page.pk})] * 2


def test_a_page_is_seen_from_its_time_on_until_it_is_taken_back(help_pages: PageType) -> None:
    page, at = actions.create(page_type=help_pages, title="Terms"), datetime(2026, 11, 1, tzinfo=UTC)
    actions.publish(page=page, at=at)
    assert (page.is_published, page.published_at) == (True, at)
    assert queries.page(at=at, slug="terms") and not queries.page(at=at.replace(year=2025), slug="terms")
    with pytest.raises(Refused) as refused:
        actions.publish(page=page, at=at.replace(tzinfo=None))
    assert (refused.value.code, refused.value.field) == ("INVALID", "published_at")
    actions.unpublish(page=page)
    assert not queries.page(at=timezone.now(), slug="terms")
    assert announced()[-2:] == [("PagePublished", {"page": page.pk}), ("PageUnpublished", {"page": page.pk})]


def test_a_page_gets_another_slug_and_the_old_address_leads_there(help_pages: PageType, client: Client) -> None:
    page = actions.publish(page=actions.create(page_type=help_pages, title="Delivery"))
    actions.create(page_type=help_pages, title="Terms")
    actions.change(page=page, slug="shipping")
    response = client.get("/pages/delivery/")
    assert (response.status_code, response["Location"]) == (301, "/pages/shipping/")
    assert actions.change(page=page, slug="shipping").slug == "shipping"  # its own slug is not taken
    for slug, code in (("terms", "SLUG_TAKEN"), ("Not A Slug", "INVALID")):
        with pytest.raises(Refused) as refused:
            actions.change(page=page, slug=slug)
        assert (refused.value.code, refused.value.field) == (code, "slug")


def test_a_page_is_taken_away_for_good(help_pages: PageType) -> None:
    page = actions.create(page_type=help_pages, title="Delivery", translations={"hi": PageWords(title="डिलीवरी")})
    actions.remove(page=page)
    assert not Page.objects.exists() and not PageTranslation.objects.exists()
    assert announced()[-1] == ("PageRemoved", {"page": page.pk})
    for deed in (actions.remove, actions.publish, actions.change):
        with pytest.raises(Refused) as refused:
            deed(page=page)
        assert refused.value.code == "NOT_FOUND"


def test_the_readers_language_is_shown_and_the_original_where_it_is_silent(help_pages: PageType) -> None:
    page = actions.create(
        page_type=help_pages, title="Terms", content="Law.", seo_title="Terms!", seo_description="About law",
        translations={"hi": PageWords(title="शर्तें", seo_description="क़ानून के बारे में")},
    )  # fmt: skip
    actions.publish(page=page)
    row = queries.pages_by_id(ids=[page.pk], at=timezone.now(), language="hi")[page.pk]
    assert (row.title, row.language, row.seo_title, row.seo_description) == ("शर्तें", "hi", "Terms!", "क़ानून के बारे में")
    assert row.content_language == "en" and row.content["blocks"][0]["data"]["text"] == "Law."
    original = queries.page(at=timezone.now(), id=page.pk)
    assert original and (original.title, original.language, original.content_language) == ("Terms", "en", "en")


def test_the_database_keeps_published_pages_dated(help_pages: PageType) -> None:
    page = actions.create(page_type=help_pages, title="Terms")
    with pytest.raises(IntegrityError, match="page_published_since"), transaction.atomic():
        Page.objects.filter(pk=page.pk).update(is_published=True)


@pytest.mark.django_db(transaction=True)
def test_pages_of_one_name_get_slugs_of_their_own_at_the_same_moment() -> None:
    kind = actions.create_type(name="Help")
    words = {"hi": PageWords(title="शर्तें")}
    made = side_by_side([lambda: actions.create(page_type=kind, title="Terms", translations=words)] * 4)
    assert sorted(page.slug for page in made) == ["terms", "terms-2", "terms-3", "terms-4"]
    assert PageTranslation.objects.values("slug").distinct().count() == 4
