"""Staff make menus, hang items into them, move, rename and translate them over GraphQL, in Saleor's words; nobody else does."""

from typing import Any

import pytest
from django.test import Client

from catalog.collections.actions import publish as publish_collection
from catalog.menus import actions
from catalog.menus.models import Menu, MenuItem
from marketplace.channels.models import Channel
from marketplace.content import actions as content
from marketplace.kit.ids import global_id
from tests.factories import CategoryFactory, ChannelFactory, CollectionFactory
from tests.marketplace.signing import Device, somebody

pytestmark = pytest.mark.django_db

ITEMS = "items { id name level url children { name } }"
CREATE = (
    f"mutation($input: MenuCreateInput!) {{ menuCreate(input: $input) {{ errors {{ field code }} menu {{ id slug {ITEMS} }} }} }}"
)
UPDATE = (
    "mutation($id: ID!, $input: MenuInput!) { menuUpdate(id: $id, input: $input) { errors { field code } menu { name slug } } }"
)
DELETE = "mutation($id: ID!) { menuDelete(id: $id) { errors { field code } menu { name } } }"
HANG = """mutation($input: MenuItemCreateInput!) { menuItemCreate(input: $input) { errors { field code }
  menuItem { id name level url category { slug } collection { slug } page { slug } } } }"""
CHANGE = """mutation($id: ID!, $input: MenuItemInput!) { menuItemUpdate(id: $id, input: $input) { errors { field code }
  menuItem { name url page { slug } children { name } } } }"""
MOVE = f"""mutation($menu: ID!, $moves: [MenuItemMoveInput!]!) {{ menuItemMove(menu: $menu, moves: $moves) {{
  errors {{ field code }} menu {{ {ITEMS} }} }} }}"""
TAKE = "mutation($id: ID!) { menuItemDelete(id: $id) { errors { field code } menuItem { name } } }"
NAME = """mutation($id: ID!, $language: LanguageCodeEnum!, $input: NameTranslationInput!) {
  menuItemTranslate(id: $id, languageCode: $language, input: $input) { errors { field code }
    menuItem { name translation(languageCode: HI) { name } } } }"""
MENUS = "{ menus(first: 5) { totalCount edges { node { slug } } } }"
MENU = '{ menu(slug: "navbar") { items { name page { slug } collection { slug } } } }'


@pytest.fixture
def india() -> Channel:
    """The default channel."""
    return ChannelFactory(slug="india", is_default=True)


@pytest.fixture
def clerk(india: Channel) -> Device:
    """Staff, signed in."""
    device = Device()
    device.sign_in(somebody(is_staff=True).email)
    return device


@pytest.fixture
def menu(india: Channel) -> Menu:
    """A menu with the items a, b and c."""
    return actions.create(name="Navbar", items=[{"name": name} for name in "abc"])


def id_of(name: str) -> str:
    """The global id of the item with that name."""
    return global_id("MenuItem", MenuItem.objects.get(name=name).pk)


def test_a_menu_is_made_filled_and_read_in_the_shop(clerk: Device, client: Client) -> None:
    category, collection = CategoryFactory(), CollectionFactory()
    page = content.publish(page=content.create(page_type=content.create_type(name="Help"), title="About"))
    items = [{"name": "Cloth", "category": global_id("Category", category.pk)}, {"name": "Register", "url": "/gi/"}]
    made = clerk.ask(CREATE, input={"name": "Footer", "items": items})["menu"]
    assert [(item["name"], item["level"], item["url"]) for item in made["items"]] == [("Cloth", 0, None), ("Register", 0, "/gi/")]
    more = [
        {"name": "Gifts", "collection": global_id("Collection", collection.pk)},
        {"name": "About", "page": global_id("Page", page.pk)},
    ]
    for item in more:
        said = clerk.ask(HANG, input={**item, "menu": made["id"], "parent": id_of("Cloth")})
        assert said["errors"] == [] and (said["menuItem"]["name"], said["menuItem"]["level"]) == (item["name"], 1)
    assert said["menuItem"]["page"] == {"slug": "about"}
    said = clerk.ask(NAME, id=id_of("About"), language="HI", input={"name": "हमारे बारे में"})
    assert said == {"errors": [], "menuItem": {"name": "About", "translation": {"name": "हमारे बारे में"}}}
    assert '<a href="/hi/pages/about/">हमारे बारे में</a>' in client.get("/hi/states/").content.decode()


def test_an_item_is_renamed_and_led_elsewhere(clerk: Device, menu: Menu) -> None:
    page = content.create(page_type=content.create_type(name="Help"), title="Draft")
    said = clerk.ask(CHANGE, id=id_of("a"), input={"page": global_id("Page", page.pk)})
    assert said["menuItem"] == {"name": "a", "url": None, "page": {"slug": "draft"}, "children": []}
    assert clerk.ask(CHANGE, id=id_of("a"), input={"name": "A"})["menuItem"]["page"] == {"slug": "draft"}
    assert clerk.ask(CHANGE, id=id_of("A"), input={"url": "https://odop.example/"})["menuItem"] == {
        "name": "A", "url": "https://odop.example/", "page": None, "children": []
    }  # fmt: skip
    assert clerk.ask(CHANGE, id=id_of("A"), input={"url": None})["menuItem"]["url"] is None


def test_items_are_moved_all_or_none(clerk: Device, menu: Menu) -> None:
    key = global_id("Menu", menu.pk)
    said = clerk.ask(
        MOVE, menu=key, moves=[{"itemId": id_of("c"), "sortOrder": -2}, {"itemId": id_of("a"), "parentId": id_of("b")}]
    )
    assert [(item["name"], item["children"]) for item in said["menu"]["items"]] == [("c", []), ("b", [{"name": "a"}])]
    elsewhere = actions.add_item(menu=actions.create(name="Footer"), name="elsewhere")
    for bad, fault in (
        ({"itemId": id_of("b"), "parentId": id_of("a")}, ("parent", "CANNOT_ASSIGN_NODE")),
        ({"itemId": global_id("MenuItem", elsewhere.pk)}, ("itemId", "NOT_FOUND")),
        ({"itemId": global_id("MenuItem", 0)}, ("itemId", "NOT_FOUND")),
    ):
        said = clerk.ask(MOVE, menu=key, moves=[{"itemId": id_of("c"), "parentId": id_of("b")}, bad])
        assert [(error["field"], error["code"]) for error in said["errors"]] == [fault]
        assert MenuItem.objects.get(name="c").parent is None


def test_items_and_menus_are_taken_away(clerk: Device, menu: Menu) -> None:
    assert clerk.ask(TAKE, id=id_of("a")) == {"errors": [], "menuItem": {"name": "a"}}
    assert clerk.ask(UPDATE, id=global_id("Menu", menu.pk), input={"name": "Main"})["menu"] == {"name": "Main", "slug": "navbar"}
    assert clerk.ask(MENUS) == {"totalCount": 1, "edges": [{"node": {"slug": "navbar"}}]}
    assert clerk.ask(DELETE, id=global_id("Menu", menu.pk)) == {"errors": [], "menu": {"name": "Main"}}
    assert not MenuItem.objects.exists() and not Menu.objects.exists()
    assert clerk.ask(DELETE, id=global_id("Menu", menu.pk))["errors"] == [{"field": "id", "code": "NOT_FOUND"}]


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({"name": " "}, "name", "REQUIRED"),
        ({"url": "javascript:alert(1)"}, "url", "INVALID"),
        ({"url": "/gi/", "category": "category"}, "url", "TOO_MANY_MENU_ITEMS"),
        ({"category": "Q2F0ZWdvcnk6MA=="}, "category", "NOT_FOUND"),
        ({"page": "Q2F0ZWdvcnk6MQ=="}, "page", "INVALID"),
        ({"menu": "TWVudTow"}, "menu", "NOT_FOUND"),
        ({"parent": "TWVudUl0ZW06MA=="}, "parent", "NOT_FOUND"),
    ],
)
def test_nonsense_is_refused_by_its_field(clerk: Device, menu: Menu, given: dict[str, Any], field: str, code: str) -> None:
    if given.get("category") == "category":
        given = {**given, "category": global_id("Category", CategoryFactory().pk)}
    said = clerk.ask(HANG, input={"name": "New", "menu": global_id("Menu", menu.pk), **given})
    assert said == {"errors": [{"field": field, "code": code}], "menuItem": None}
    assert MenuItem.objects.count() == 3


@pytest.mark.parametrize("query", [CREATE, UPDATE, DELETE, HANG, CHANGE, MOVE, TAKE, NAME])
def test_only_staff_may(menu: Menu, query: str) -> None:
    key = id_of("a") if "menuItem" in query else global_id("Menu", menu.pk)
    given: dict[str, Any] = {"id": key, "menu": global_id("Menu", menu.pk), "moves": [], "language": "HI", "input": {"name": "x"}}
    if query == HANG:
        given["input"]["menu"] = global_id("Menu", menu.pk)
    customer = Device()
    customer.sign_in(somebody().email)
    for device in (Device(), customer):
        answer = device.post(query, **{name: value for name, value in given.items() if f"${name}:" in query})
        assert answer["errors"][0]["extensions"]["code"] == "PERMISSION_DENIED"
    assert sorted(MenuItem.objects.values_list("name", flat=True)) == ["a", "b", "c"] and Menu.objects.count() == 1


def test_only_staff_see_what_leads_to_something_hidden(clerk: Device, india: Channel, menu: Menu) -> None:
    draft = content.create(page_type=content.create_type(name="Help"), title="Draft")
    actions.add_item(menu=menu, name="Draft", page=draft)
    hidden, shown = CollectionFactory(), CollectionFactory()
    publish_collection(collection=shown, channel=india)
    for collection in (hidden, shown):
        actions.add_item(menu=menu, name=collection.slug, collection=collection)
    seen = [item["name"] for item in Device().ask(MENU)["items"]]
    assert seen == ["a", "b", "c", shown.slug]
    told = {item["name"]: item for item in clerk.ask(MENU)["items"]}
    assert list(told) == ["a", "b", "c", "Draft", hidden.slug, shown.slug]
    assert told["Draft"]["page"] == {"slug": "draft"}
