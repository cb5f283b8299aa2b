"""Menus at the desk: made, named, hung, moved and taken out of by forms; the shop's head and foot show what hangs there."""

from typing import Any

import pytest
from django.test import Client

from catalog.menus import actions
from catalog.menus.models import Menu, MenuItem
from marketplace.content import actions as content
from tests.factories import CategoryFactory
from tests.marketplace.signing import PASSWORD, some_address, somebody
from tests.marketplace.test_desk_pages import errors_of, form_of

pytestmark = pytest.mark.django_db
MENUS, ITEMS = "/desk/catalog/menu/", "/desk/catalog/menuitem/"


@pytest.fixture
def desk() -> Client:
    """The browser of somebody who works for the market and has signed in."""
    client = Client(REMOTE_ADDR=some_address())
    client.post("/desk/login/", {"username": somebody(is_staff=True).email, "password": PASSWORD})
    return client


@pytest.fixture
def menu() -> Menu:
    """The head of the shop: two ways, one below the first."""
    menu = actions.create(name="Main", slug="header")
    crafts = actions.add_item(menu=menu, name="Crafts", url="/crafts/", translations={"hi": "शिल्प"})
    actions.add_item(menu=menu, name="Makers", url="/sellers/", parent=crafts)
    actions.add_item(menu=menu, name="GI", url="/gi/")
    return menu


def item(name: str) -> MenuItem:
    """The item of that name."""
    return MenuItem.objects.get(name=name)


def names_of(desk: Client, menu: Menu) -> list[tuple[str, int]]:
    """What the tree shows, in order, with how deep it stands."""
    return [(twig.name, twig.depth) for twig in desk.get(f"{MENUS}{menu.pk}/change/").context["twigs"]]


def test_a_menu_is_made_renamed_and_taken_away(desk: Client) -> None:
    assert desk.post(f"{MENUS}add/", {"name": "Festival"}).status_code == 302
    menu = Menu.objects.get()
    address = f"{MENUS}{menu.pk}/"
    assert menu.slug == "festival" and "Nothing hangs in this menu yet." in desk.get(f"{address}change/").content.decode()
    desk.post(f"{address}change/", {"name": "Diwali", "slug": "diwali"})
    menu.refresh_from_db()
    assert (menu.name, menu.slug) == ("Diwali", "diwali")
    actions.create(name="Other", slug="other")
    assert errors_of(desk.post(f"{address}change/", {"name": "D", "slug": "other"})) == {"slug": ["This slug is taken."]}
    assert "Take away “Diwali”?" in desk.get(f"{address}delete/").content.decode()
    assert desk.post(f"{address}delete/", {"post": "yes"}).headers["Location"] == MENUS
    assert not Menu.objects.filter(slug="diwali").exists()


def test_the_tree_is_shown_in_order_in_both_languages(desk: Client, menu: Menu) -> None:
    assert names_of(desk, menu) == [("Crafts", 0), ("Makers", 1), ("GI", 0)]
    page = desk.get(f"/hi{MENUS}{menu.pk}/change/").content.decode()
    assert "शिल्प" in page and "/sellers/" in page and "ऊपर" in page


def test_an_item_is_hung_below_another_and_seen_in_the_shop(desk: Client, menu: Menu) -> None:
    category = CategoryFactory(name="Brass", slug="brass")
    address = f"{ITEMS}add/?menu={menu.pk}&parent={item('GI').pk}"
    typed = {**form_of(desk, address), "name": "Brassware", "name_hi": "पीतल", "target": f"category:{category.pk}"}
    assert typed["parent"] == str(item("GI").pk) and typed["menu"] == str(menu.pk)
    hung = desk.post(address, typed)
    assert hung.headers["Location"] == f"{MENUS}{menu.pk}/change/#item-{item('Brassware').pk}"
    assert names_of(desk, menu)[-1] == ("Brassware", 1)
    assert '<a href="/categories/brass/">Brassware</a>' in Client().get("/crafts/").content.decode()
    assert '<a href="/hi/categories/brass/">पीतल</a>' in Client().get("/hi/crafts/").content.decode()


def test_an_item_leads_elsewhere_and_stands_elsewhere(desk: Client, menu: Menu) -> None:
    page = content.create(page_type=content.create_type(name="Help"), title="About")
    address = f"{ITEMS}{item('Makers').pk}/change/"
    typed = form_of(desk, address)
    assert typed["url"] == "/sellers/" and typed["parent"] == str(item("Crafts").pk)
    assert "Makers" not in str(desk.get(address).context["adminform"].form["parent"])  # never below itself
    assert set(errors_of(desk.post(address, {**typed, "target": f"page:{page.pk}"}))) == {"url"}
    typed.pop("url")
    desk.post(address, {**typed, "target": f"page:{page.pk}", "parent": "", "name": "About us"})
    row = item("About us")
    assert (row.page_id, row.url, row.parent_id) == (page.pk, "", None)
    assert "Page: About (nobody sees it yet)" in desk.get(f"{MENUS}{menu.pk}/change/").content.decode()


def test_up_and_down(desk: Client, menu: Menu) -> None:
    gi = item("GI").pk
    assert desk.get(f"{ITEMS}{gi}/up/").status_code == 405
    moved = desk.post(f"{ITEMS}{gi}/up/")
    assert moved.headers["Location"] == f"{MENUS}{menu.pk}/change/#item-{gi}"
    assert names_of(desk, menu) == [("GI", 0), ("Crafts", 0), ("Makers", 1)]
    desk.post(f"{ITEMS}{gi}/up/")
    desk.post(f"{ITEMS}{gi}/down/")
    assert [name for name, _depth in names_of(desk, menu)] == ["Crafts", "Makers", "GI"]
    assert desk.post(f"{ITEMS}{gi}/sideways/").status_code == 404
    assert desk.post(f"{ITEMS}99999999/up/", follow=True).redirect_chain[-1][0] == MENUS


def test_refusals_are_said_at_their_fields(desk: Client, menu: Menu) -> None:
    address = f"{ITEMS}add/?menu={menu.pk}"
    typed = form_of(desk, address)
    assert set(errors_of(desk.post(address, {**typed, "name": "X", "url": "javascript:alert(1)"}))) == {"url"}
    assert set(errors_of(desk.post(address, {**typed, "name": ""}))) == {"name"}
    assert set(errors_of(desk.post(address, {**typed, "name": "X", "target": "page:99"}))) == {"target"}
    assert set(errors_of(desk.post(address, {**typed, "name": "X", "parent": "99"}))) == {"parent"}
    assert set(errors_of(desk.post(f"{ITEMS}add/?menu=x", {"name": "X", "menu": "x"}))) == {"menu"}
    deep = item("Makers")
    for name in ("third", "fourth"):
        deep = actions.add_item(menu=menu, name=name, parent=deep)
    assert set(errors_of(desk.post(address, {**typed, "name": "X", "parent": deep.pk}))) == {"parent"}
    change = f"{ITEMS}{item('Crafts').pk}/change/"
    assert set(errors_of(desk.post(change, {**form_of(desk, change), "name_hi": ""}))) == {"name_hi"}
    assert MenuItem.objects.count() == 5


def test_taking_out_asks_first_and_goes_back_to_the_menu(desk: Client, menu: Menu) -> None:
    address = f"{ITEMS}{item('Crafts').pk}/delete/"
    assert "Makers" in desk.get(address).content.decode()
    assert desk.post(address, {"post": "yes"}).headers["Location"] == f"{MENUS}{menu.pk}/change/"
    assert names_of(desk, menu) == [("GI", 0)]
    assert desk.get(ITEMS).headers["Location"] == MENUS


def test_a_tree_costs_the_same_for_three_items_as_for_six(desk: Client, menu: Menu, django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    desk.get(MENUS)  # whatever is only asked for once
    with CaptureQueriesContext(connection) as few:
        desk.get(f"{MENUS}{menu.pk}/change/")
    for name in "abc":
        actions.add_item(menu=menu, name=name, parent=item("GI"), translations={"hi": "क"})
    with django_assert_num_queries(len(few)):
        desk.get(f"{MENUS}{menu.pk}/change/")


def test_the_head_and_the_foot_are_hung_from_menus(menu: Menu) -> None:
    shop = Client().get("/crafts/").content.decode()
    head, foot = shop.partition("</header>")[0], shop.partition("<footer")[2]
    assert '<summary><span class="hidden-text">More of: Crafts</span></summary>' in head and ">Makers<" in head
    assert ">All products<" not in head and 'id="foot-find"' in foot
    column = actions.add_item(menu=actions.create(name="Footer", slug="footer"), name="Learn")
    actions.add_item(menu=column.menu, name="What GI means", url="/gi/", parent=column)
    foot = Client().get("/crafts/").content.decode().partition("<footer")[2]
    assert ">Learn<" in foot and ">What GI means<" in foot and 'id="foot-find"' not in foot
    Menu.objects.all().delete()
    head = Client().get("/crafts/").content.decode().partition("</header>")[0]
    assert ">All products<" in head and "<summary>" not in head


def test_an_item_knows_the_way_back_to_its_menu(desk: Client, menu: Menu) -> None:
    back = f'<a href="{MENUS}{menu.pk}/change/">Main</a>'
    for address in (f"{ITEMS}{item('GI').pk}/change/", f"{ITEMS}add/?menu={menu.pk}"):
        assert back in desk.get(address).content.decode()
    assert back not in desk.get(f"{ITEMS}add/").content.decode()


def test_the_list_says_where_each_menu_is_shown(desk: Client, menu: Menu, django_assert_num_queries: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def shown() -> dict[str, str]:
        answer = desk.get(MENUS)
        admin = answer.context["cl"].model_admin
        return {row.slug: admin.where(row) for row in answer.context["cl"].result_list}

    for slug in ("navbar", "footer", "kiosk"):
        actions.add_item(menu=actions.create(name=slug, slug=slug), name="GI", url="/gi/")
    top, foot, programs = "at the top of every page", "at the foot of every page", "to programs only"
    assert shown() == {"header": top, "navbar": programs, "footer": foot, "kiosk": programs}
    page = desk.get(MENUS).content.decode()
    assert "Where it is shown" in page and page.count(programs) == 2
    for row in menu.items.all():
        actions.change_item(item=row, to=actions.Target(url=""))
    assert shown() == {"header": programs, "navbar": top, "footer": foot, "kiosk": programs}
    with CaptureQueriesContext(connection) as few:
        desk.get(MENUS)
    before = len(few)  # the next request forgets them
    actions.create(name="Another", slug="another")
    desk.get(MENUS)
    with django_assert_num_queries(before):
        desk.get(MENUS)


def test_the_desk_warns_of_what_leads_nowhere_and_saves_it_all_the_same(desk: Client, menu: Menu) -> None:
    address, nothing = f"{ITEMS}add/?menu={menu.pk}", "Nothing answers at this address"
    typed = form_of(desk, address)

    def said(url: str) -> str:
        answer = desk.post(address, {**typed, "name": "New", "url": url}, follow=True)
        assert MenuItem.objects.filter(name="New", url=url).exists(), url
        MenuItem.objects.filter(name="New").delete()
        return answer.content.decode()

    CategoryFactory(name="Brass", slug="brass")
    page = content.create(page_type=content.create_type(name="Help"), title="About", slug="about")
    assert nothing in said("/pages/about/"), "nobody sees it yet"
    content.publish(page=page)
    content.change(page=page, slug="about-us")
    missing = ("/nope/", "/hi/nope/", "/pages/nope/", "/categories/nope/", "/hi/categories/nope/", "/collections/nope/?sort=name")
    for url in missing:
        assert nothing in said(url), url
    there = ("/", "/hi/", "/gi", "/gi/?q=silk#list", "/hi/gi/", "/pages/about/", "/pages/about-us/", "/categories/brass/",
             "/robots.txt", "/products/?gi=1", "/static/css/zila.css", "https://example.org/nope/")  # fmt: skip
    for url in there:
        assert nothing not in said(url), url


def test_the_desk_says_that_an_item_only_holds_others(desk: Client, menu: Menu) -> None:
    words, address = "leads nowhere until something is hung below it", f"{ITEMS}add/?menu={menu.pk}"
    saved = desk.post(address, {**form_of(desk, address), "name": "Learn"}, follow=True).content.decode()
    assert "“Learn” is saved." in saved and words in saved
    actions.add_item(menu=menu, name="What GI means", url="/gi/", parent=item("Learn"))
    change = f"{ITEMS}{item('Learn').pk}/change/"
    assert words not in desk.post(change, form_of(desk, change), follow=True).content.decode()
