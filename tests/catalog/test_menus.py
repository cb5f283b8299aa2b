"""Menus: built, moved, translated, shown without what may not be seen, at a constant cost; the foot of every page."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.collections.actions import publish as publish_collection
from catalog.menus import actions, queries, rules
from catalog.menus.models import Menu, MenuItem
from marketplace.channels.models import Channel
from marketplace.content import actions as content
from marketplace.content.models import Page
from marketplace.kit.ids import global_id
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import CategoryFactory, ChannelFactory, CollectionFactory
from tests.graphql_client import ask, code_of
from tests.saleor.content import MENU

pytestmark = pytest.mark.django_db

DEEP = """query($slug: String!, $channel: String) { menu(slug: $slug, channel: $channel) { items { name
  children { name children { name } } } } }"""


@pytest.fixture
def india() -> Channel:
    """The default channel."""
    return ChannelFactory(slug="india", is_default=True)


@pytest.fixture
def menu() -> Menu:
    """An empty menu."""
    return actions.create(name="Navbar")


def words(title: str, *, published: bool = True) -> Page:
    """A page."""
    kind = content.PageType.objects.first() or content.create_type(name="Help")
    page = content.create(page_type=kind, title=title, translations={"hi": content.PageWords(title=f"{title} हिंदी में")})
    return content.publish(page=page, at=timezone.now() - timedelta(hours=1)) if published else page


def shown(slug: str = "navbar", channel: str = "india") -> Any:
    """The names of a menu, those below an item in a list behind it."""

    def names(items: list[dict[str, Any]]) -> list[Any]:
        return [name for item in items for name in (item["name"], *([names(item["children"])] if item.get("children") else []))]

    return names(ask(DEEP, slug=slug, channel=channel)["menu"]["items"])


def test_a_menu_is_told_whole(india: Channel, menu: Menu) -> None:
    category, collection, page = CategoryFactory(), CollectionFactory(), words("About")
    publish_collection(collection=collection, channel=india)
    shop = actions.add_item(menu=menu, name="Shop", translations={"hi": "दुकान"})
    actions.add_item(menu=menu, name="Sarees", category=category, parent=shop)
    actions.add_item(menu=menu, name="Gifts", collection=collection, parent=shop)
    actions.add_item(menu=menu, name="About", page=page)
    actions.add_item(menu=menu, name="ODOP", url="https://odop.example/")
    found = ask(MENU, slug="navbar", channel="india", languageCode="HI")["menu"]["items"]
    assert [item["name"] for item in found] == ["Shop", "About", "ODOP"]
    sarees, gifts = found[0]["children"]
    nothing = {"url": None, "translation": None, "category": None, "collection": None, "page": None, "children": []}
    assert found[0] | {"children": []} == nothing | {
        "id": global_id("MenuItem", shop.pk), "name": "Shop", "level": 0, "translation": {"name": "दुकान"},
    }  # fmt: skip
    assert (sarees["level"], sarees["category"]["slug"], gifts["collection"]["slug"]) == (1, category.slug, collection.slug)
    assert found[1]["page"] == {
        "id": global_id("Page", page.pk), "slug": "about", "title": "About",
        "translation": {"title": "About हिंदी में", "slug": "about-हिंदी-में"},
    }  # fmt: skip
    assert found[2]["url"] == "https://odop.example/"
    assert ask(MENU, slug="navbar", channel="india", languageCode="EN")["menu"]["items"][0]["translation"] == {"name": "Shop"}
    kinds = [("PageTypeCreated", 1), ("PageChanged", 1), ("PagePublished", 1), ("CollectionChanged", 1), ("MenuChanged", 6)]
    assert sorted(kinds) == sorted({(kind, sum(one == kind for one, _ in announced())) for kind, _ in announced()})


def test_what_may_not_be_seen_is_left_out_with_all_below_it(india: Channel, menu: Menu) -> None:
    ChannelFactory(slug="export")
    collection = CollectionFactory()
    publish_collection(collection=collection, channel=india)
    gifts = actions.add_item(menu=menu, name="Gifts", collection=collection)
    actions.add_item(menu=menu, name="Below gifts", parent=gifts, url="/gi/")
    actions.add_item(menu=menu, name="Ahead", page=content.publish(page=words("A"), at=timezone.now() + timedelta(hours=1)))
    actions.add_item(menu=menu, name="Draft", page=words("B", published=False))
    actions.add_item(menu=menu, name="Help", page=words("C"))
    assert shown() == ["Gifts", ["Below gifts"], "Help"]
    assert shown(channel="export") == ["Help"]
    publish_collection(collection=collection, channel=india, at=timezone.now() + timedelta(hours=1))
    assert shown() == ["Help"]


def test_a_menu_is_found_by_id_slug_or_name_and_else_is_not_there(india: Channel, menu: Menu) -> None:
    one = "query($id: ID, $slug: String, $name: String, $channel: String) { menu(id: $id, slug: $slug, name: $name, channel: $channel) { id name slug } }"  # noqa: E501
    same = {"id": global_id("Menu", menu.pk), "name": "Navbar", "slug": "navbar"}
    for by in ({"id": same["id"]}, {"slug": "navbar"}, {"name": "Navbar"}):
        assert ask(one, **by)["menu"] == same
    for by in ({"id": global_id("Menu", 0)}, {"slug": "footer"}, {"name": "navbar"}, {}):
        assert ask(one, **by)["menu"] is None
    assert code_of(one, id=global_id("Page", 1)) == "INVALID" and code_of(one, slug="navbar", channel="moon") == "NOT_FOUND"


def test_menus_and_items_carry_metadata(india: Channel) -> None:
    menu = actions.create(name="Footer", metadata={"columns": "3"})
    for number in "12":
        actions.add_item(menu=menu, name=number, metadata={"icon": number})
    found = ask('{ menu(slug: "footer") { metafield(key: "columns") items { metafield(key: "icon") } } }')["menu"]
    assert found == {"metafield": "3", "items": [{"metafield": "1"}, {"metafield": "2"}]}


def test_three_items_cost_what_one_costs(india: Channel, menu: Menu) -> None:
    def grow() -> None:
        collection = CollectionFactory()
        publish_collection(collection=collection, channel=india)
        top = actions.add_item(menu=menu, name="Group", translations={"hi": "समूह"})
        below = actions.add_item(menu=menu, name="Category", category=CategoryFactory(), parent=top)
        for parent in (None, top, below):
            actions.add_item(menu=menu, name="Collection", collection=collection, parent=parent)
            actions.add_item(menu=menu, name="Page", page=words("Page"), parent=parent)

    def statements() -> int:
        ask(MENU, slug="navbar", channel="india", languageCode="HI")
        with CaptureQueriesContext(connection) as caught:
            ask(MENU, slug="navbar", channel="india", languageCode="HI")
        return len(caught)

    grow()
    one = statements()
    grow()
    grow()
    assert statements() == one


def test_items_are_moved_renamed_and_taken_out(india: Channel, menu: Menu) -> None:
    a, b, c = (actions.add_item(menu=menu, name=name) for name in "abc")
    d = actions.add_item(menu=menu, name="d", parent=c)
    actions.move_item(item=a, parent=d)
    assert shown() == ["b", "c", ["d", ["a"]]] and a.level == 2
    actions.move_item(item=c, parent=b)
    actions.move_item(item=d, parent=None)
    assert shown() == ["b", ["c"], "d", ["a"]]
    assert sorted(MenuItem.objects.values_list("name", "level")) == [("a", 1), ("b", 0), ("c", 1), ("d", 0)]
    actions.change_item(item=a, name="Α", translations={"hi": "अ"})
    actions.change_item(item=a, name="A")
    assert a.translations.get().name == "अ"
    actions.remove_item(item=b)
    assert shown() == ["d", ["A"]]
    assert announced() == [("MenuChanged", {"menu": menu.pk})] * 11


def test_an_item_goes_some_places_on_among_its_siblings(india: Channel, menu: Menu) -> None:
    a, b, c, d = (actions.add_item(menu=menu, name=name) for name in "abcd")
    for item, step, order in ((a, 1, "bacd"), (d, -2, "bdac"), (b, 99, "dacb"), (c, -99, "cdab"), (a, 0, "cdab")):
        actions.move_item(item=item, parent=None, step=step)
        assert "".join(shown()) == order
    actions.move_item(item=b, parent=d)
    actions.move_item(item=a, parent=d, step=-1)
    assert shown() == ["c", "d", ["a", "b"]]


def test_an_item_leads_elsewhere_or_nowhere(india: Channel, menu: Menu) -> None:
    item = actions.add_item(menu=menu, name="Help", page=words("Help"))
    actions.change_item(item=item, to=actions.Target(url="/gi/"))
    assert (item.page, item.url) == (None, "/gi/")
    with pytest.raises(Refused) as refused:
        actions.change_item(item=item, to=actions.Target(url="/gi/", category=CategoryFactory()))
    assert refused.value.code == "TOO_MANY_TARGETS"
    actions.change_item(item=item, name="Nowhere")
    assert (item.name, item.url) == ("Nowhere", "/gi/")
    actions.change_item(item=item, to=actions.Target())
    assert (item.category, item.collection, item.page, item.url) == (None, None, None, "")


def test_a_menu_is_renamed_and_taken_away(menu: Menu) -> None:
    actions.create(name="Footer")
    actions.add_item(menu=menu, name="Help")
    actions.change(menu=menu, name="Main ways", slug="main")
    assert (menu.name, menu.slug) == ("Main ways", "main")
    with pytest.raises(Refused) as refused:
        actions.change(menu=menu, slug="footer")
    assert refused.value.code == "SLUG_TAKEN"
    actions.remove(menu=menu)
    assert not MenuItem.objects.exists() and list(Menu.objects.values_list("slug", flat=True)) == ["footer"]
    for deed in (actions.remove, actions.change):
        with pytest.raises(Refused) as refused:
            deed(menu=Menu(pk=menu.pk or 0))
        assert refused.value.code == "NOT_FOUND"


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": " "}, "REQUIRED", "name"),
        ({"name": "x" * 121}, "TOO_LONG", "name"),
        ({"url": "javascript:alert(1)"}, "INVALID", "url"),
        ({"url": "//elsewhere.example"}, "INVALID", "url"),
        ({"url": "https://" + "x" * 250}, "TOO_LONG", "url"),
        ({"url": "/gi/", "category": 1}, "TOO_MANY_TARGETS", "url"),
        ({"parent": "elsewhere"}, "NOT_FOUND", "parent"),
        ({"parent": "deepest"}, "TOO_DEEP", "parent"),
        ({"translations": {"xx": "x"}}, "INVALID", "translations"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_half_done(menu: Menu, given: dict[str, Any], code: str, field: str) -> None:
    deepest = None
    for _level in range(rules.MOST_LEVELS):
        deepest = actions.add_item(menu=menu, name="Deep", parent=deepest)
    elsewhere = actions.add_item(menu=actions.create(name="Other"), name="Elsewhere")
    if "category" in given:
        given["category"] = CategoryFactory()
    if "parent" in given:
        given["parent"] = {"elsewhere": elsewhere, "deepest": deepest}[given["parent"]]
    before, told = MenuItem.objects.count(), announced()
    with pytest.raises(Refused) as refused:
        actions.add_item(**{"menu": menu, "name": "New", **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert MenuItem.objects.count() == before and announced() == told


def test_an_item_does_not_come_below_itself_nor_too_deep(menu: Menu) -> None:
    a = actions.add_item(menu=menu, name="a")
    b = actions.add_item(menu=menu, name="b", parent=a)
    for parent in (a, b):
        with pytest.raises(Refused) as refused:
            actions.move_item(item=a, parent=parent)
        assert refused.value.code == "CIRCLE"
    chain = actions.add_item(menu=menu, name="c")
    for _level in range(rules.MOST_LEVELS - 2):
        chain = actions.add_item(menu=menu, name="c", parent=chain)
    with pytest.raises(Refused) as refused:
        actions.move_item(item=a, parent=chain)
    assert refused.value.code == "TOO_DEEP"
    with pytest.raises(Refused) as refused:
        actions.create(name="New", slug="navbar")
    assert refused.value.code == "SLUG_TAKEN"


def test_a_menu_holds_only_so_many_items(menu: Menu) -> None:
    MenuItem.objects.bulk_create(MenuItem(menu=menu, name="x") for _ in range(rules.MOST_ITEMS))
    with pytest.raises(Refused) as refused:
        actions.add_item(menu=menu, name="One more")
    assert refused.value.code == "TOO_MANY"


def test_the_database_lets_an_item_lead_to_one_thing_only(menu: Menu) -> None:
    item = actions.add_item(menu=menu, name="Help", page=words("Help"))
    with pytest.raises(IntegrityError, match="menu_item_one_target"), transaction.atomic():
        MenuItem.objects.filter(pk=item.pk).update(url="/gi/")
    item.page.delete()
    assert not MenuItem.objects.exists()


def test_the_foot_of_a_page_shows_the_footer_menu_in_the_readers_language(client: Client, india: Channel) -> None:
    footer = actions.create(name="Footer")
    group = actions.add_item(menu=footer, name="Help & more", translations={"hi": "मदद"})
    category = CategoryFactory()
    actions.add_item(menu=footer, name="Delivery", page=words("Delivery"), parent=group, translations={"hi": "डिलीवरी"})
    actions.add_item(menu=footer, name="Cloth", category=category, parent=group)
    actions.add_item(menu=footer, name="Register", url="/gi/", parent=group)
    actions.add_item(menu=footer, name="Draft", page=words("Draft", published=False), parent=group)
    actions.add_item(menu=footer, name="Empty group")
    with CaptureQueriesContext(connection) as caught:
        english = client.get("/states/").content.decode()
    assert sum("catalog_menuitem" in (query["sql"] or "") for query in caught.captured_queries) == 1
    assert "Help &amp; more</h2>" in english and '<a href="/pages/delivery/">Delivery</a>' in english
    assert f'<a href="/categories/{category.slug}/">Cloth</a>' in english and "Draft" not in english and "Empty" not in english
    hindi = client.get("/hi/states/").content.decode()
    assert '<a href="/hi/pages/delivery/">डिलीवरी</a>' in hindi and '<a href="/hi/gi/" lang="en">Register</a>' in hindi
    assert "/pages/delivery/" in client.get("/nothing-here/").content.decode()


@pytest.mark.django_db(transaction=True)
def test_the_foot_is_held_in_memory_until_a_commit_changes_it(client: Client) -> None:
    footer, page = actions.create(name="Footer"), words("Delivery")
    group = actions.add_item(menu=footer, name="Help")
    item = actions.add_item(menu=footer, name="Delivery", page=page, parent=group)

    def foot() -> tuple[bool, int]:
        with CaptureQueriesContext(connection) as caught:
            html = client.get("/states/").content.decode()
        return ">Delivery</a>" in html, sum("catalog_menuitem" in (query["sql"] or "") for query in caught.captured_queries)

    assert foot() == (True, 1) and foot() == (True, 0)
    content.unpublish(page=page)
    assert foot() == (False, 1) and foot() == (False, 0)
    tomorrow = timezone.now() + timedelta(days=1)
    content.publish(page=page, at=tomorrow)
    assert foot() == (False, 1)
    [help_group] = queries.menus_anywhere(["footer"], language="en", at=tomorrow)["footer"]
    assert [branch.row.name for branch in help_group.children] == ["Delivery"]
    content.publish(page=page)
    assert foot() == (True, 1)
    actions.change_item(item=item, name="How it comes")
    assert foot() == (False, 1)
