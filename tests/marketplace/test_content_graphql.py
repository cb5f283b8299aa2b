"""Pages over GraphQL, as Saleor's storefront asks for them: what may be seen, in which language, at a constant cost."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketplace.content import actions
from marketplace.content.actions import PageWords
from marketplace.content.models import Page, PageType
from marketplace.kit.ids import global_id
from tests.factories import ChannelFactory
from tests.graphql_client import ask, code_of
from tests.saleor.content import CONTENT, PAGE

pytestmark = pytest.mark.django_db

LIST = """query($first: Int, $after: String, $last: Int, $before: String, $sortBy: PageSortingInput, $filter: PageFilterInput,
  $where: PageWhereInput, $search: String) {
  pages(first: $first, after: $after, last: $last, before: $before, sortBy: $sortBy, filter: $filter, where: $where,
    search: $search) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    edges { cursor node { slug title pageType { id name slug } created publishedAt translation(languageCode: HI) {
      id title language { code language } } } } } }"""


@pytest.fixture
def help_pages() -> PageType:
    """A type of page."""
    return actions.create_type(name="Help")


def put(page_type: PageType, title: str, *, hindi: str = "", published: bool = True) -> Page:
    """A page, published an hour ago."""
    page = actions.create(
        page_type=page_type, title=title, content=f"{title} in words.\n\nMore words.", seo_title=f"{title}!",
        translations={"hi": PageWords(title=hindi, content="शब्दों में।")} if hindi else {},
    )  # fmt: skip
    return actions.publish(page=page, at=timezone.now() - timedelta(hours=1)) if published else page


def slugs(**arguments: object) -> list[str]:
    """The slugs of a list, in its order."""
    return [edge["node"]["slug"] for edge in ask(LIST, **{"first": 100, **arguments})["pages"]["edges"]]


def test_a_page_is_told_whole(help_pages: PageType) -> None:
    page = put(help_pages, "Delivery", hindi="डिलीवरी")
    found = ask(PAGE, slug="delivery", slugLanguageCode="EN", languageCode="HI")["page"]
    assert _words(found.pop("content")) == ["Delivery in words.", "More words."]
    assert _words(found["translation"].pop("content")) == ["शब्दों में।"]
    assert found == {
        "id": global_id("Page", page.pk), "title": "Delivery", "slug": "delivery", "seoTitle": "Delivery!", "seoDescription": "",
        "translation": {"title": "डिलीवरी", "seoTitle": "", "seoDescription": "", "slug": "डिलीवरी"},
    }  # fmt: skip
    assert ask("query($id: ID) { page(id: $id) { slug } }", id=found["id"]) == {"page": {"slug": "delivery"}}


def _words(content: str) -> list[str]:
    return [block["data"]["text"] for block in json.loads(content)["blocks"]]


def test_a_page_answers_to_its_slug_in_another_language_and_else_to_its_own(help_pages: PageType) -> None:
    put(help_pages, "Delivery", hindi="डिलीवरी")
    put(help_pages, "Returns")

    def found(slug: str, language: str | None) -> str | None:
        page = ask(PAGE, slug=slug, slugLanguageCode=language, languageCode="HI")["page"]
        return page["title"] if page else None

    assert found("डिलीवरी", "HI") == found("डिलीवरी", "HI_IN") == found("delivery", "HI") == "Delivery"
    assert found("returns", "HI") == found("returns", "EN_US") == found("returns", None) == "Returns"
    assert found("डिलीवरी", None) is found("डिलीवरी", "EN") is found("डिलीवरी", "TA") is None


def test_of_two_pages_the_one_whose_translated_slug_it_is_comes_first(help_pages: PageType) -> None:
    put(help_pages, "Pata")
    address = actions.create(page_type=help_pages, title="Address", translations={"hi": PageWords(title="पता", slug="pata")})
    actions.publish(page=address)
    found = ask(PAGE, slug="pata", slugLanguageCode="HI", languageCode="HI")["page"]
    assert found["title"] == "Address" and ask(PAGE, slug="pata", languageCode="HI")["page"]["title"] == "Pata"


def test_what_is_not_to_be_seen_is_not_there(help_pages: PageType) -> None:
    put(help_pages, "Draft", published=False)
    ahead = actions.publish(page=put(help_pages, "Ahead", hindi="आगे"), at=timezone.now() + timedelta(hours=1))
    gone = actions.unpublish(page=put(help_pages, "Gone"))
    put(help_pages, "Seen")
    assert slugs() == ["seen"] and ask(LIST, first=1)["pages"]["totalCount"] == 1
    for page in (ahead, gone):
        assert ask("query($id: ID) { page(id: $id) { slug } }", id=global_id("Page", page.pk)) == {"page": None}
    assert ask(PAGE, slug="आगे", slugLanguageCode="HI", languageCode="HI") == {"page": None}
    assert slugs(search="Draft") == slugs(filter={"slugs": ["gone"]}) == slugs(where={"slug": {"eq": "ahead"}}) == []


def test_the_storefront_reads_its_content_pages(help_pages: PageType) -> None:
    ChannelFactory(slug="india", is_default=True)
    for title in ("Delivery", "Returns", "Terms"):
        put(help_pages, title)
    found = ask(CONTENT, slugs=["terms", "delivery", "no-such"], channel="india", languageCode="HI")["pages"]["edges"]
    assert [edge["node"]["slug"] for edge in found] == ["delivery", "terms"]
    assert found[0]["node"] | {"id": ""} == {
        "id": "", "slug": "delivery", "title": "Delivery", "isPublished": True, "pageType": {"slug": "help"}, "translation": None,
        "assignedAttributes": [],
    }  # fmt: skip
    assert code_of(CONTENT, slugs=[], channel="moon", languageCode="HI") == "NOT_FOUND"


def test_a_list_is_narrowed_by_all_that_is_said(help_pages: PageType) -> None:
    law = actions.create_type(name="Law")
    one, two = put(help_pages, "Delivery", hindi="डिलीवरी"), put(help_pages, "Returns and delivery")
    put(law, "Terms")
    ids = [global_id("Page", page.pk) for page in (one, two)]
    assert slugs(filter={"ids": ids}) == slugs(where={"ids": ids}) == ["delivery", "returns-and-delivery"]
    assert slugs(filter={"ids": ids}, where={"slug": {"oneOf": ["delivery", "terms"]}}) == ["delivery"]
    assert slugs(filter={"pageTypes": [global_id("PageType", law.pk)]}) == ["terms"]
    assert slugs(where={"pageType": {"eq": global_id("PageType", law.pk)}}) == ["terms"]
    assert slugs(where={"slug": {"eq": "terms", "oneOf": ["delivery"]}}) == slugs(where={"slug": {"oneOf": []}}) == []
    assert slugs(search="returns DELIVERY") == ["returns-and-delivery"] and slugs(search="डिलीवरी") == ["delivery"]
    assert slugs(search="100%") == slugs(search="_") == []
    assert slugs(where={"slug": {"eq": None}}) == ["delivery", "returns-and-delivery", "terms"]


@pytest.mark.parametrize(
    ("field", "order"),
    [("SLUG", "abc"), ("TITLE", "abc"), ("CREATED_AT", "bca"), ("PUBLISHED_AT", "cab")],
)
@pytest.mark.parametrize("direction", ["ASC", "DESC"])
def test_paging_walks_the_list_both_ways(help_pages: PageType, field: str, order: str, direction: str) -> None:
    for title, hours in (("b", 1), ("c", 3), ("a", 2)):
        actions.publish(page=put(help_pages, title), at=timezone.now() - timedelta(hours=hours))
    wanted = list(order) if direction == "ASC" else list(reversed(order))
    sort = {"field": field, "direction": direction}
    assert slugs(sortBy=sort) == wanted
    walked, back, cursor = [], [], None
    for _step in range(3):
        page = ask(LIST, first=1, after=cursor, sortBy=sort)["pages"]
        walked += [edge["node"]["slug"] for edge in page["edges"]]
        cursor = page["pageInfo"]["endCursor"]
    assert walked == wanted and not page["pageInfo"]["hasNextPage"]
    cursor = None
    for _step in range(3):
        page = ask(LIST, last=1, before=cursor, sortBy=sort)["pages"]
        back += [edge["node"]["slug"] for edge in page["edges"]]
        cursor = page["pageInfo"]["startCursor"]
    assert back == wanted[::-1] and not page["pageInfo"]["hasPreviousPage"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ({"filter": {"ids": [global_id("Product", 1)]}}, "INVALID"),
        ({"where": {"pageType": {"oneOf": ["x"]}}}, "INVALID"),
        ({"filter": {"slugs": ["x"] * 101}}, "TOO_MANY"),
        ({"where": {"slug": {"oneOf": ["x"] * 101}}}, "TOO_MANY"),
        ({"search": "x" * 121}, "TOO_LONG"),
        ({"filter": {"search": "x" * 121}}, "TOO_LONG"),
        ({"first": 101}, "INVALID_PAGING"),
        ({"first": 1, "after": "x"}, "INVALID_CURSOR"),
    ],
)
def test_nonsense_is_refused_with_a_code(arguments: dict[str, object], code: str) -> None:
    assert code_of(LIST, **{"first": 5, **arguments}) == code


def test_metadata_are_kept_added_to_asked_for_and_filtered_by() -> None:
    kind = actions.create_type(name="Help", metadata={"icon": "lamp"})
    page = actions.create(page_type=kind, title="Delivery", metadata={"origin": "crm", "a": "1"})
    actions.publish(page=actions.change(page=page, metadata={"a": "2", "b": ""}))
    put(kind, "Returns")
    query = """{ page(slug: "delivery") { metadata { key value } metafield(key: "a") metafields(keys: ["origin", "x"])
      pageType { metafield(key: "icon") } } }"""
    assert ask(query)["page"] == {
        "metadata": [{"key": "a", "value": "2"}, {"key": "b", "value": ""}, {"key": "origin", "value": "crm"}],
        "metafield": "2", "metafields": {"origin": "crm"}, "pageType": {"metafield": "lamp"},
    }  # fmt: skip
    assert slugs(filter={"metadata": [{"key": "a"}]}) == slugs(filter={"metadata": [{"key": "a", "value": "2"}]}) == ["delivery"]
    assert slugs(filter={"metadata": [{"key": "a", "value": "1"}]}) == []


def test_three_pages_cost_what_one_costs(help_pages: PageType) -> None:
    def statements() -> int:
        ask(LIST, first=5)
        with CaptureQueriesContext(connection) as caught:
            ask(LIST, first=5)
        return len(caught)

    put(help_pages, "One", hindi="एक")
    one = statements()
    put(help_pages, "Two", hindi="दो")
    put(actions.create_type(name="Law"), "Three")
    assert statements() == one == 3
