"""The storefront's operations about pages and menus name all that the list does, and both executors answer them alike."""

from typing import Any

import orjson
import pytest
from graphql import TypeInfo, TypeInfoVisitor, Visitor, execute, parse, visit

from catalog.attributes.actions import create as create_attribute
from catalog.collections.actions import publish as publish_collection
from catalog.menus.actions import add_item
from catalog.menus.actions import create as create_menu
from catalog.pages.actions import assign, give_attributes
from marketplace.content import actions as content
from marketplace.kit.graphql.assemble import schema
from marketplace.kit.graphql.context import Context
from tests.factories import CategoryFactory, ChannelFactory, CollectionFactory
from tests.graphql_client import ask
from tests.saleor.content import CONTENT, MENU, PAGE
from tests.saleor.coordinates import coordinates

pytestmark = pytest.mark.django_db
OURS = ("Page.", "PageType.", "PageTranslation.", "PageCountable", "Menu", "Query.page", "Query.menu")


@pytest.fixture
def _filled() -> None:
    """A page that carries two attributes, and a menu that leads to a category, a collection, that page and an address."""
    collection = CollectionFactory()
    publish_collection(collection=collection, channel=ChannelFactory(slug="india", is_default=True))
    kind = content.create_type(name="Section")
    text = create_attribute(slug="heading", name="Heading", input_type="PLAIN_TEXT")
    shown = create_attribute(slug="shown", name="Shown", input_type="SINGLE_REFERENCE", entity_type="COLLECTION")
    give_attributes(page_type=kind, attributes=[text, shown])
    words = {"hi": content.PageWords(title="परिचय", content="शब्द।")}
    page = content.publish(page=content.create(page_type=kind, title="About", content="Words.", translations=words))
    assign(page=page, values={"heading": "Welcome", "shown": collection.pk})
    menu = create_menu(name="Navbar")
    top = add_item(menu=menu, name="Shop", category=CategoryFactory(), translations={"hi": "दुकान"})
    add_item(menu=menu, name="Gifts", collection=collection, parent=top)
    add_item(menu=menu, name="About", page=page, parent=top)
    add_item(menu=menu, name="Register", url="/gi/")


@pytest.mark.parametrize(
    ("document", "variables"),
    [
        (PAGE, {"slug": "परिचय", "slugLanguageCode": "HI", "languageCode": "HI_IN"}),
        (PAGE, {"slug": "none", "slugLanguageCode": "EN", "languageCode": "EN"}),
        (CONTENT, {"slugs": ["about"], "channel": "india", "languageCode": "HI"}),
        (MENU, {"slug": "navbar", "channel": "india", "languageCode": "HI"}),
        (MENU, {"slug": "none", "channel": "india", "languageCode": "HI"}),
    ],
)
@pytest.mark.usefixtures("_filled")
def test_graphql_core_answers_the_same(document: str, variables: dict[str, Any], rf) -> None:  # type: ignore[no-untyped-def]
    fast = ask(document, **variables)
    slow = execute(schema(), parse(document), context_value=Context(rf.post("/graphql/")), variable_values=variables)
    assert slow.errors is None and orjson.loads(orjson.dumps(slow.data)) == fast


def test_the_documents_name_all_that_the_storefront_reads_of_pages_and_menus() -> None:
    named: set[str] = set()
    types = TypeInfo(schema())

    class Named(Visitor):
        """Collects fields as coordinates."""

        def enter_field(self, node: Any, *_: Any) -> None:
            named.add(f"{types.get_parent_type()}.{node.name.value}")

    for document in (PAGE, CONTENT, MENU):
        visit(parse(document), TypeInfoVisitor(types, Named()))
    wanted = {row.coordinate for row in coordinates() if row.kind in ("field", "root_query") and row.coordinate.startswith(OURS)}
    assert len(wanted) > 25 and wanted <= named
