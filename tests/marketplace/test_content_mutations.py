"""Staff write, change, translate, publish and take away pages over GraphQL, in Saleor's words; nobody else does."""

import json
from typing import Any

import pytest
from django.test import Client

from marketplace.content import actions
from marketplace.content.models import Page, PageType
from marketplace.kit.ids import global_id
from tests.factories import ChannelFactory
from tests.marketplace.signing import Device, somebody

pytestmark = pytest.mark.django_db

CREATE = """mutation($input: PageCreateInput!) { pageCreate(input: $input) { errors { field code message }
  page { id slug title isPublished publishedAt content pageType { slug } } } }"""
UPDATE = """mutation($id: ID!, $input: PageInput!) { pageUpdate(id: $id, input: $input) { errors { field code }
  page { slug title isPublished publishedAt seoTitle seoDescription } } }"""
DELETE = "mutation($id: ID!) { pageDelete(id: $id) { errors { field code } page { title } } }"
TRANSLATE = """mutation($id: ID!, $language: LanguageCodeEnum!, $input: PageTranslationInput!) {
  pageTranslate(id: $id, languageCode: $language, input: $input) { errors { field code }
    page { title translation(languageCode: HI) { title slug seoTitle content } } } }"""
TYPE = (
    "mutation($input: PageTypeCreateInput!) { pageTypeCreate(input: $input) { errors { field code } pageType { id name slug } } }"
)
TYPES = "{ pageTypes(first: 10) { totalCount edges { node { id slug attributes { slug } } } } }"
SEEN = "query($id: ID!) { page(id: $id) { title isPublished } }"
LIST = "{ pages(first: 10, sortBy: {field: PUBLISHED_AT, direction: ASC}) { totalCount edges { node { slug } } } }"
WORDS = json.dumps({"blocks": [{"type": "paragraph", "data": {"text": "Sent in <b>two</b> days.<script>x</script>"}}]})


@pytest.fixture
def clerk() -> Device:
    """Staff, signed in."""
    device = Device()
    device.sign_in(somebody(is_staff=True).email)
    return device


@pytest.fixture
def kind() -> PageType:
    """A type of page."""
    return actions.create_type(name="Help")


def first(device: Device, kind: PageType, **more: Any) -> str:
    """The id of a page that was written through the door."""
    said = device.ask(CREATE, input={"title": "Delivery", "pageType": global_id("PageType", kind.pk), **more})
    assert said["errors"] == []
    return str(said["page"]["id"])


def test_a_page_is_written_translated_published_and_read_in_the_shop(clerk: Device, kind: PageType, client: Client) -> None:
    ChannelFactory(slug="india", is_default=True)
    said = clerk.ask(CREATE, input={"title": "Delivery", "content": WORDS, "pageType": global_id("PageType", kind.pk)})
    page = said["page"]
    assert (page["slug"], page["isPublished"], page["publishedAt"], page["pageType"]) == (
        "delivery",
        False,
        None,
        {"slug": "help"},
    )
    assert "<script>" not in page["content"]
    assert client.get("/pages/delivery/").status_code == 404
    hindi = {"title": "डिलीवरी", "content": WORDS.replace("Sent", "भेजा")}
    said = clerk.ask(TRANSLATE, id=page["id"], language="HI_IN", input=hindi)
    assert said["errors"] == [] and said["page"]["translation"]["slug"] == "डिलीवरी"
    said = clerk.ask(TRANSLATE, id=page["id"], language="HI", input={"seoTitle": "कब आएगा"})
    assert {**said["page"]["translation"], "content": ""} == {
        "title": "डिलीवरी", "slug": "डिलीवरी", "seoTitle": "कब आएगा", "content": ""
    }  # fmt: skip
    said = clerk.ask(UPDATE, id=page["id"], input={"isPublished": True, "seo": {"title": "When it comes"}})
    assert said["errors"] == [] and (said["page"]["isPublished"], said["page"]["seoTitle"]) == (True, "When it comes")
    assert "<b>two</b> days" in client.get("/pages/delivery/").content.decode()
    assert "भेजा" in client.get("/hi/pages/delivery/").content.decode()


def test_what_is_not_given_stays_and_a_former_slug_leads_on(clerk: Device, kind: PageType, client: Client) -> None:
    ChannelFactory(slug="india", is_default=True)
    key = first(clerk, kind, isPublished=True, publishedAt="2026-01-05T10:00:00+05:30", seo={"description": "How we send"})
    said = clerk.ask(UPDATE, id=key, input={"slug": "shipping", "isPublished": True})
    assert said["page"] == {
        "slug": "shipping", "title": "Delivery", "isPublished": True, "publishedAt": "2026-01-05T04:30:00+00:00", "seoTitle": "",
        "seoDescription": "How we send",
    }  # fmt: skip
    assert client.get("/pages/delivery/")["Location"] == "/pages/shipping/"
    assert clerk.ask(UPDATE, id=key, input={"publishedAt": "2027-01-01T00:00:00Z"})["page"]["publishedAt"][:4] == "2027"
    assert client.get("/pages/shipping/").status_code == 404
    said = clerk.ask(UPDATE, id=key, input={"isPublished": False, "title": "Sending"})["page"]
    assert (said["isPublished"], said["publishedAt"], said["title"]) == (False, None, "Sending")


def test_a_page_is_taken_away(clerk: Device, kind: PageType) -> None:
    key = first(clerk, kind)
    assert clerk.ask(DELETE, id=key) == {"errors": [], "page": {"title": "Delivery"}}
    assert not Page.objects.exists()
    for again in (
        clerk.ask(DELETE, id=key),
        clerk.ask(UPDATE, id=key, input={}),
        clerk.ask(TRANSLATE, id=key, language="HI", input={}),
    ):
        assert again == {"errors": [{"field": "id", "code": "NOT_FOUND"}], "page": None}


def test_a_type_is_made_and_told(clerk: Device) -> None:
    said = clerk.ask(TYPE, input={"name": "Law"})
    assert (said["errors"], said["pageType"]["slug"]) == ([], "law")
    told = clerk.ask(TYPES)
    assert told == {"totalCount": 1, "edges": [{"node": {"id": said["pageType"]["id"], "slug": "law", "attributes": []}}]}
    assert clerk.ask(TYPE, input={"name": "Law", "slug": "law"})["errors"] == [{"field": "slug", "code": "UNIQUE"}]
    assert clerk.ask(TYPE, input={})["errors"] == [{"field": "name", "code": "REQUIRED"}]


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"title": " "}, "title", "REQUIRED"),
        ({"title": "x" * 161}, "title", "INVALID"),
        ({"slug": "taken"}, "slug", "UNIQUE"),
        ({"slug": "Not a slug"}, "slug", "INVALID"),
        ({"content": '{"blocks": 7}'}, "content", "INVALID"),
        ({"seo": {"title": "x" * 71}}, "seoTitle", "INVALID"),
        ({"pageType": "UGFnZVR5cGU6MA=="}, "pageType", "NOT_FOUND"),
        ({"pageType": "nonsense"}, "pageType", "INVALID"),
    ],
)
def test_nonsense_is_refused_by_its_field_and_nothing_is_written(
    clerk: Device, kind: PageType, given: dict[str, Any], field: str, code: str
) -> None:
    actions.create(page_type=kind, title="Taken")
    said = clerk.ask(CREATE, input={"title": "Delivery", "pageType": global_id("PageType", kind.pk), **given})
    assert [(error["field"], error["code"]) for error in said["errors"]] == [(field, code)] and said["page"] is None
    assert Page.objects.count() == 1


@pytest.mark.parametrize(("language", "given", "fault"), [
    ("EN", {"title": "x"}, ("languageCode", "INVALID")), ("TA", {"title": "x"}, ("languageCode", "INVALID")),
    ("HI", {"seoTitle": "x"}, ("title", "REQUIRED")),
])  # fmt: skip
def test_words_in_no_language_of_ours_or_without_a_title_are_refused(
    clerk: Device, kind: PageType, language: str, given: dict[str, Any], fault: tuple[str, str]
) -> None:
    said = clerk.ask(TRANSLATE, id=first(clerk, kind), language=language, input=given)
    assert [(error["field"], error["code"]) for error in said["errors"]] == [fault]


@pytest.mark.parametrize("query", [CREATE, UPDATE, DELETE, TRANSLATE, TYPE])
def test_only_staff_may(kind: PageType, query: str) -> None:
    page = actions.create(page_type=kind, title="Terms")
    somebody_else = Device()
    somebody_else.sign_in(somebody().email)
    given = {"id": global_id("Page", page.pk), "language": "HI", "input": {"title": "Hacked"}}
    if query in (CREATE, TYPE):
        given["input"] = {"title": "x", "pageType": global_id("PageType", kind.pk)} if query == CREATE else {"name": "x"}
    named = {name: value for name, value in given.items() if f"${name}:" in query}
    for device in (Device(), somebody_else):
        answer = device.post(query, **named)
        assert answer["errors"][0]["extensions"]["code"] == "PERMISSION_DENIED"
    page.refresh_from_db()
    assert (page.title, Page.objects.count(), PageType.objects.count()) == ("Terms", 1, 1)


def test_only_staff_see_drafts(clerk: Device, kind: PageType) -> None:
    key = first(clerk, kind)
    actions.publish(page=actions.create(page_type=kind, title="Terms"))
    visitor, broken = Device(), Device()
    broken.access = "nonsense"
    assert clerk.ask(SEEN, id=key) == {"title": "Delivery", "isPublished": False}
    told = clerk.ask(LIST)
    assert (told["totalCount"], {edge["node"]["slug"] for edge in told["edges"]}) == (2, {"delivery", "terms"})
    for device in (visitor, broken):
        assert device.ask(SEEN, id=key) is None
        assert device.ask(LIST) == {"totalCount": 1, "edges": [{"node": {"slug": "terms"}}]}
