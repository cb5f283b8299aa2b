"""The desk in Hindi: where all that is written in it is Hindi, nothing on its pages is English but names for machines."""

import pytest
from django.test import Client

from catalog.menus import actions as menus
from catalog.menus.models import MenuItem
from marketplace.content import actions
from marketplace.content.models import Page
from tests.marketplace.signing import PASSWORD, some_address, somebody
from tests.page_text import foreign_on, said_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def places() -> list[str]:
    """The desk's pages, with something in Hindi on each of them."""
    kind = actions.create_type(name="मदद", slug="help")
    page = actions.create(page_type=kind, title="डिलीवरी", slug="delivery", content="We send it.")
    actions.publish(page=actions.create(page_type=kind, title="वापसी", slug="returns"))
    menu = menus.create(name="मुख्य मेन्यू", slug="header")
    item = menus.add_item(menu=menu, name="शिल्प", url="/")
    menus.add_item(menu=menu, name="पहुँचाना", page=page, parent=item)
    return [
        "", "marketplace/page/", "marketplace/page/?seen=staff&q=%E0%A4%A1", "marketplace/page/add/",
        f"marketplace/page/{page.pk}/change/", f"marketplace/page/{page.pk}/delete/", f"marketplace/page/{page.pk}/history/",
        "marketplace/pagetype/", "marketplace/pagetype/add/", "catalog/menu/",
        "catalog/menu/add/", f"catalog/menu/{menu.pk}/change/", f"catalog/menu/{menu.pk}/delete/",
        f"catalog/menuitem/add/?menu={menu.pk}", f"catalog/menuitem/{item.pk}/change/", "password_change/",
    ]  # fmt: skip


def faults_of(place: str, html: str) -> list[str]:
    """What on the page is in no language of its own and not Hindi."""
    assert len(said_on(html)) > 3, place
    return [f"{place} {one.place}: {one.text[:120]}" for one in foreign_on(html)]


def test_nothing_is_left_in_english(places: list[str]) -> None:
    client = Client(REMOTE_ADDR=some_address())
    faults = faults_of("login", client.get("/hi/desk/login/").content.decode())
    typed = {"username": somebody(is_staff=True).email, "password": "x"}
    faults += faults_of("login refused", client.post("/hi/desk/login/", typed).content.decode())
    client.post("/hi/desk/login/", {**typed, "password": PASSWORD})
    for place in places:
        faults += faults_of(place, client.get(f"/hi/desk/{place}").content.decode())
    for place in (
        "marketplace/page/add/",
        "catalog/menu/add/",
        "catalog/menuitem/add/",
        "marketplace/pagetype/add/",
        "password_change/",
    ):
        faults += faults_of(
            f"{place} refused", client.post(f"/hi/desk/{place}", {"published_at": "x", "url": "x"}).content.decode()
        )
    passwords = {"old_password": "x", "new_password1": "password", "new_password2": "other"}
    faults += faults_of("passwords", client.post("/hi/desk/password_change/", passwords).content.decode())
    passwords["new_password2"] = "password"
    faults += faults_of("weak password", client.post("/hi/desk/password_change/", passwords).content.decode())
    page, item = Page.objects.get(slug="delivery"), MenuItem.objects.get(name="शिल्प")
    client.post(
        f"/hi/desk/marketplace/page/{page.pk}/change/",
        {"title": "पहुँचाना", "slug": "delivery", "seo_description_hi": "", "content": "Tomorrow."},
    )
    faults += faults_of("saved", client.get(f"/hi/desk/marketplace/page/{page.pk}/change/").content.decode())
    faults += faults_of("history", client.get(f"/hi/desk/marketplace/page/{page.pk}/history/").content.decode())
    client.post(f"/hi/desk/catalog/menuitem/{item.pk}/down/")
    faults += faults_of("moved", client.get(f"/hi/desk/catalog/menuitem/{item.pk}/history/").content.decode())
    gone = client.post(f"/hi/desk/marketplace/page/{page.pk}/delete/", {"post": "yes"}, follow=True)
    faults += faults_of("gone", gone.content.decode())
    faults += faults_of("not there", client.get("/hi/desk/marketplace/page/999999/change/", follow=True).content.decode())
    faults += faults_of("lately", client.get("/hi/desk/").content.decode())
    assert not faults, "\n" + "\n".join(faults)
