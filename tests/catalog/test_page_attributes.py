"""What pages carry for their attributes: checked, kept, translated, and told in the graph each kind by its type."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.attributes.actions import add_choice
from catalog.attributes.actions import create as create_attribute
from catalog.attributes.models import Attribute
from catalog.collections.actions import publish as publish_collection
from catalog.pages import actions
from marketplace.content import actions as content
from marketplace.content.models import Page, PageType
from marketplace.kit.ids import global_id
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import ChannelFactory, CollectionFactory
from tests.graphql_client import ask
from tests.saleor.content import CONTENT

pytestmark = pytest.mark.django_db


@pytest.fixture
def section() -> PageType:
    """A type of page with an attribute of each kind that the storefront reads."""
    page_type = content.create_type(name="Home section")
    kinds = {
        "heading": "PLAIN_TEXT", "columns": "NUMERIC", "wide": "BOOLEAN", "picture": "FILE", "colour": "DROPDOWN",
        "tags": "MULTISELECT", "shown": "SINGLE_REFERENCE",
    }  # fmt: skip
    attributes = [
        create_attribute(
            slug=slug, name=slug.title(), input_type=kind, entity_type="COLLECTION" if slug == "shown" else "",
            translations={"hi": "शीर्षक"} if slug == "heading" else {},
        )
        for slug, kind in kinds.items()
    ]  # fmt: skip
    for slug in ("colour", "tags"):
        for name in ("Red", "Blue"):
            add_choice(attribute=Attribute.objects.get(slug=slug), name=name, translations={"hi": f"{name} हिंदी"})
    actions.give_attributes(page_type=page_type, attributes=attributes)
    return page_type


def put(section: PageType, title: str, **values: object) -> Page:
    """A published page that carries these values."""
    page = content.publish(page=content.create(page_type=section, title=title))
    actions.assign(page=page, values=values)
    return page


def carried(*slugs: str, channel: str = "india", language: str = "HI") -> list[dict[str, Any]]:
    """What the pages carry, by attribute."""
    edges = ask(CONTENT, slugs=slugs, channel=channel, languageCode=language)["pages"]["edges"]
    return [{one.pop("attribute")["slug"]: one for one in edge["node"]["assignedAttributes"]} for edge in edges]


def test_each_kind_is_told_by_its_type_in_the_order_of_the_page_type(section: PageType) -> None:
    collection = CollectionFactory(slug="gifts")
    publish_collection(collection=collection, channel=ChannelFactory(slug="india", is_default=True))
    ChannelFactory(slug="export")
    page = put(
        section, "Hero", shown=collection.pk, tags=["blue", "red"], colour="red", picture="public/pages/hero.webp", wide=True,
        columns="2.5", heading="Welcome",
    )  # fmt: skip
    actions.translate_values(page=page, language="hi", values={"heading": "स्वागत"})
    [found] = carried("hero")
    assert list(found) == ["heading", "columns", "wide", "picture", "colour", "tags", "shown"]
    file = found.pop("picture")
    assert file["__typename"] == "AssignedFileAttribute" and file["file"]["url"].endswith("/media/public/pages/hero.webp")
    red = {"name": "Red", "slug": "red", "translation": "Red हिंदी"}
    assert found == {
        "heading": {"__typename": "AssignedPlainTextAttribute", "text": "Welcome", "translation": "स्वागत"},
        "columns": {"__typename": "AssignedNumericAttribute", "number": 2.5},
        "wide": {"__typename": "AssignedBooleanAttribute", "boolean": True},
        "colour": {"__typename": "AssignedSingleChoiceAttribute", "choice": red},
        "tags": {
            "__typename": "AssignedMultiChoiceAttribute",
            "choices": [{"name": "Blue", "slug": "blue", "translation": "Blue हिंदी"}, red],
        },
        "shown": {"__typename": "AssignedSingleCollectionReferenceAttribute", "collection": {"slug": "gifts"}},
    }
    assert carried("hero", channel="export")[0]["shown"]["collection"] is None
    assert carried("hero", language="TA")[0]["heading"]["translation"] is None
    assert announced()[-2:] == [("PageAttributesChanged", {"page": page.pk})] * 2


def test_one_attribute_the_older_words_and_a_limit(section: PageType) -> None:
    page = put(section, "Hero", heading="Welcome", wide=False)
    query = """query($id: ID) { page(id: $id) { assignedAttributes(limit: 1) { attribute { slug } }
      one: assignedAttribute(slug: "wide") { ... on AssignedBooleanAttribute { value } } none: assignedAttribute(slug: "tags") { __typename }
      attributes { attribute { slug } values { plainText boolean } } attribute(slug: "heading") { values { name } }
      pageType { name attributes { slug } } } }"""  # noqa: E501
    found = ask(query, id=global_id("Page", page.pk))["page"]
    assert found == {
        "assignedAttributes": [{"attribute": {"slug": "heading"}}], "one": {"value": False}, "none": None,
        "attributes": [
            {"attribute": {"slug": "heading"}, "values": [{"plainText": "Welcome", "boolean": None}]},
            {"attribute": {"slug": "wide"}, "values": [{"plainText": None, "boolean": False}]},
        ],
        "attribute": {"values": [{"name": "Welcome"}]},
        "pageType": {
            "name": "Home section",
            "attributes": [{"slug": slug} for slug in ("heading", "columns", "wide", "picture", "colour", "tags", "shown")],
        },
    }  # fmt: skip


def test_three_pages_cost_what_one_costs(section: PageType) -> None:
    collection = CollectionFactory()
    publish_collection(collection=collection, channel=ChannelFactory(slug="india", is_default=True))

    def statements() -> int:
        carried("one", "two", "three")
        with CaptureQueriesContext(connection) as caught:
            carried("one", "two", "three")
        return len(caught)

    values = {"heading": "Welcome", "colour": "red", "tags": ["red", "blue"], "shown": collection.pk, "wide": True}
    put(section, "One", **values)
    one = statements()
    put(section, "Two", **values)
    put(section, "Three", **values)
    assert statements() == one


def test_values_are_put_in_place_of_those_before_and_taken_away(section: PageType) -> None:
    page = put(section, "Hero", heading="Welcome", colour="red")
    actions.assign(page=page, values={"heading": "Come in", "colour": None})
    assert page.attribute_values.get().plain_text == "Come in"
    actions.translate_values(page=page, language="hi", values={"heading": "आइए"})
    actions.translate_values(page=page, language="hi", values={"heading": ""})
    assert not page.attribute_values.get().translations.exists()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"size": "1"}, "ATTRIBUTE_NOT_ALLOWED"),
        ({"colour": "green"}, "INVALID_VALUE"),
        ({"columns": "NaN"}, "INVALID_VALUE"),
        ({"picture": "../secret"}, "INVALID_VALUE"),
        ({"shown": 999_999_999}, "NOT_FOUND"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_half_done(section: PageType, given: dict[str, object], code: str) -> None:
    page, told = put(section, "Hero", heading="Welcome"), announced()
    with pytest.raises(Refused) as refused:
        actions.assign(page=page, values={"heading": "New", **given})
    assert (refused.value.code, refused.value.field) == (code, next(iter(given)))
    assert page.attribute_values.get().plain_text == "Welcome" and announced() == told


@pytest.mark.parametrize(
    ("language", "slug", "code"),
    [("xx", "heading", "INVALID"), ("hi", "colour", "WRONG_TYPE"), ("hi", "wide", "NOT_FOUND"), ("hi", "size", "NOT_FOUND")],
)
def test_only_texts_that_are_carried_are_translated(section: PageType, language: str, slug: str, code: str) -> None:
    page = put(section, "Hero", heading="Welcome", colour="red")
    with pytest.raises(Refused) as refused:
        actions.translate_values(page=page, language=language, values={slug: "x"})
    assert refused.value.code == code


def test_a_type_has_each_attribute_once_and_says_so_when_that_changes(section: PageType) -> None:
    before = announced()
    actions.give_attributes(page_type=section, attributes=list(Attribute.objects.filter(slug__in=["wide", "tags"])))
    assert announced() == before and section.attribute_slots.count() == 7
