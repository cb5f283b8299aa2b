"""Pages at the desk: written, changed, shown, previewed and taken away by forms; what is refused is said at its field."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from marketplace.content import actions
from marketplace.content.models import Page, PageTranslation, PageType
from marketplace.news.models import Event
from tests.announced import announced
from tests.marketplace.signing import PASSWORD, some_address, somebody

pytestmark = pytest.mark.django_db
LIST = "/desk/marketplace/page/"


@pytest.fixture
def desk() -> Client:
    """The browser of somebody who works for the market and has signed in."""
    client = Client(REMOTE_ADDR=some_address())
    client.post("/desk/login/", {"username": somebody(is_staff=True).email, "password": PASSWORD})
    return client


@pytest.fixture
def kind() -> PageType:
    """A kind of page."""
    return actions.create_type(name="Help")


@pytest.fixture
def page(kind: PageType) -> Page:
    """A page that nobody sees yet, with Hindi words."""
    return actions.create(
        page_type=kind, title="Delivery", slug="delivery", content="We send it.",
        translations={"hi": actions.PageWords(title="डिलीवरी", content="हम भेजते हैं।")},
    )  # fmt: skip


def form_of(desk: Client, address: str) -> dict[str, Any]:
    """What the form at that address would send, as it is."""
    form = desk.get(address).context["adminform"].form
    values = {name: form[name].value() for name in form.fields}
    typed = {name: form.fields[name].widget.format_value(value) for name, value in values.items()}
    typed = {name: value[0] if isinstance(value, list) else value for name, value in typed.items()}
    ticked = {"is_published": "on"} if values.get("is_published") else {}
    return {name: value for name, value in typed.items() if value not in (None, "", False)} | ticked


def errors_of(answer: Any) -> dict[str, list[str]]:
    """What the form that came back says at its fields."""
    assert answer.status_code == 200
    return {name: list(map(str, said)) for name, said in answer.context["adminform"].form.errors.items()}


def change(desk: Client, page: Page, **typed: Any) -> Any:
    """Send the page's form with these values in it."""
    address = f"{LIST}{page.pk}/change/"
    return desk.post(address, {**form_of(desk, address), **typed})


def test_a_page_is_written_in_both_languages(desk: Client, kind: PageType) -> None:
    typed = {
        "page_type": kind.pk, "title": "Returns", "content": "## How\r\n- **ask**\r\n- wait", "seo_description": "About returns.",
        "title_hi": "वापसी", "content_hi": "पहले पूछें।", "is_published": "on",
    }  # fmt: skip
    answer = desk.post(f"{LIST}add/", typed)
    page = Page.objects.get()
    assert answer.headers["Location"] == f"{LIST}{page.pk}/change/"
    assert (page.slug, page.is_published) == ("returns", True)
    shown = Client().get("/pages/returns/").content.decode()
    assert "<ul><li><b>ask</b></li><li>wait</li></ul>" in shown and "About returns." in shown
    assert "पहले पूछें।" in Client().get("/hi/pages/returns/").content.decode()
    ways = desk.get(answer.headers["Location"]).content.decode()
    assert 'href="/pages/returns/"' in ways and 'href="/hi/pages/returns/"' in ways and "“Returns” is saved." in ways
    assert LogEntry.objects.get().object_repr == "Returns"


def test_only_what_was_changed_is_written(desk: Client, page: Page) -> None:
    before = Page.objects.values().get()
    assert change(desk, page).status_code == 302
    after = Page.objects.values().get()
    assert before == after and PageTranslation.objects.get().title == "डिलीवरी"
    assert change(desk, page, title_hi="सामान पहुँचाना").status_code == 302
    assert PageTranslation.objects.get().title == "सामान पहुँचाना"
    assert PageTranslation.objects.get().slug == "डिलीवरी"
    assert Page.objects.get().title == "Delivery" and Page.objects.get().updated_at > before["updated_at"]


def test_what_cannot_be_typed_stays_where_it_is(desk: Client, page: Page) -> None:
    odd = {"type": "paragraph", "data": {"text": "<i><b>both</b></i> and&nbsp;more"}}
    actions.change(page=page, content={"blocks": [odd]})
    assert change(desk, page, content="***both*** and\xa0more\r\n\r\nNew.").status_code == 302
    blocks = Page.objects.get().content["blocks"]
    assert blocks == [odd, {"type": "paragraph", "data": {"text": "New."}}]


def test_another_address_leads_on_and_a_lost_one_stays(desk: Client, page: Page) -> None:
    change(desk, page, slug="sending", is_published="on")
    assert Client().get("/pages/delivery/").headers["Location"] == "/pages/sending/"
    assert change(desk, page, slug="").status_code == 302
    assert Page.objects.get().slug == "sending"


def test_refusals_are_said_at_their_fields_and_nothing_is_half_done(desk: Client, page: Page, kind: PageType) -> None:
    actions.create(page_type=kind, title="Other", slug="taken", translations={"hi": actions.PageWords(title="और", slug="लिया")})
    events = Event.objects.count()
    assert errors_of(change(desk, page, title="New", slug="taken")) == {"slug": ["This slug is taken."]}
    assert set(errors_of(change(desk, page, title="New", slug="Not a slug"))) == {"slug"}
    assert errors_of(change(desk, page, title="New", slug_hi="लिया")) == {"slug_hi": ["This slug is taken."]}
    assert set(errors_of(change(desk, page, title="New", title_hi=""))) == {"title_hi"}
    assert set(errors_of(change(desk, page, title=""))) == {"title"}
    assert set(errors_of(change(desk, page, title="x" * 161))) == {"title"}
    for far in ("0001-01-01T00:00", "9999-12-31T23:59", "soon"):
        assert set(errors_of(change(desk, page, title="New", published_at=far))) == {"published_at"}
    assert set(errors_of(change(desk, page, title="New", content_hi="- x\n\n" * 201))) == {"content_hi"}
    assert set(errors_of(desk.post(f"{LIST}add/", {"title": "Nothing else"}))) == {"page_type"}
    page.refresh_from_db()
    assert page.title == "Delivery" and page.slug == "delivery" and Event.objects.count() == events
    kept = change(desk, page, title="New", slug="taken").content.decode()
    assert 'value="New"' in kept and 'value="taken"' in kept


def test_long_pages_in_both_languages_fit(desk: Client, page: Page) -> None:
    long = "\n\n".join(["क्षत्रिय " * 200] * 11)
    assert change(desk, page, content=long, content_hi=long).status_code == 302
    assert len(Page.objects.get().content["blocks"]) == 11
    assert 'enctype="multipart/form-data"' in desk.get(f"{LIST}{page.pk}/change/").content.decode()


def test_strange_addresses_are_answered_politely(desk: Client, page: Page) -> None:
    for place in (
        "?o=99.x",
        "?p=99999999999999999999",
        "?seen=nobody",
        "?kind=%27",
        "?q=%F0%9F%98%80",
        "99999999999999999999999/change/",
    ):
        assert desk.get(LIST + place, follow=True).status_code == 200, place
    assert desk.get(f"{LIST}?title__regex=x").status_code == 400
    assert desk.get(f"{LIST}{page.pk}/change/?_to_field=title&_popup=1").status_code == 400
    assert desk.get("/desk/nothing/").status_code == 404
    assert desk.get("/desk/marketplace/", follow=True).redirect_chain[-1][0] == "/desk/"
    assert desk.get("/desk/catalog/menuitem/add/?menu=99999999999999999999&parent=x").status_code == 200


def test_who_comes_second_is_told(desk: Client, page: Page) -> None:
    mine = form_of(desk, f"{LIST}{page.pk}/change/")
    change(desk, page, title="Theirs")
    assert "Somebody else" in str(errors_of(desk.post(f"{LIST}{page.pk}/change/", {**mine, "title": "Mine"})))
    assert Page.objects.get().title == "Theirs"


def test_shown_from_a_day_on_and_taken_back(desk: Client, page: Page) -> None:
    change(desk, page, is_published="on", published_at="2099-01-02T10:30")
    page.refresh_from_db()
    assert page.is_published and timezone.localtime(page.published_at).strftime("%Y-%m-%d %H:%M") == "2099-01-02 10:30"
    assert Client().get("/pages/delivery/").status_code == 404
    assert "from 2 January 2099 on" in desk.get(LIST).content.decode()
    since = timezone.now() - timedelta(days=3)
    actions.publish(page=page, at=since)
    change(desk, page, title="Sending")
    page.refresh_from_db()
    assert page.published_at == since  # seconds and all
    typed = form_of(desk, f"{LIST}{page.pk}/change/")
    del typed["is_published"]
    desk.post(f"{LIST}{page.pk}/change/", typed)
    assert not Page.objects.get().is_published


@pytest.mark.parametrize(("prefix", "words"), [("", "We send it."), ("/hi", "हम भेजते हैं।")])
def test_a_page_is_looked_at_before_others_see_it(desk: Client, page: Page, prefix: str, words: str) -> None:
    address = f"{prefix}{LIST}{page.pk}/preview/"
    assert f'href="{address}"' in desk.get(f"{LIST}{page.pk}/change/").content.decode()
    answer = desk.get(address)
    assert words in answer.content.decode() and answer["Cache-Control"] == "no-store, private"
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert Client().get(address).status_code == 302
    assert desk.get(f"{LIST}{page.pk + 1}/preview/").status_code == 404


def test_the_list_is_searched_and_filtered(desk: Client, page: Page, kind: PageType) -> None:
    actions.publish(page=actions.create(page_type=kind, title="Returns"))
    assert "Delivery" in desk.get(LIST, {"q": "डिलीवरी"}).content.decode()
    for asked, there, away in (("everybody", "Returns", "Delivery"), ("staff", "Delivery", "Returns")):
        listed = desk.get(LIST, {"seen": asked}).content.decode()
        assert there in listed and away not in listed
    assert ">Returns<" not in desk.get(LIST, {"seen": "later"}).content.decode()
    assert desk.get(LIST, {"kind": "help"}).context["cl"].result_count == 2
    hindi = desk.get(f"/hi{LIST}").content.decode()
    assert "केवल हमें" in hindi and "अंग्रेज़ी, हिन्दी" in hindi


def test_the_list_costs_the_same_for_three_as_for_one(
    desk: Client, page: Page, kind: PageType, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    desk.get(LIST)  # whatever is only asked for once
    with django_assert_max_num_queries(12) as one:
        desk.get(LIST)
    for name in ("a", "b"):
        actions.create(page_type=kind, title=name, translations={"hi": actions.PageWords(title="क")})
    with django_assert_num_queries(len(one)):
        desk.get(LIST)


def test_taking_away_asks_first(desk: Client, page: Page) -> None:
    asks = desk.get(f"{LIST}{page.pk}/delete/").content.decode()
    assert "Take away “Delivery”?" in asks and "डिलीवरी" in asks
    assert Page.objects.exists()
    key = page.pk
    assert desk.post(f"{LIST}{page.pk}/delete/", {"post": "yes"}).headers["Location"] == LIST
    assert not Page.objects.exists() and announced()[-1] == ("PageRemoved", {"page": key})
    assert "“Delivery” is taken away." in desk.get(LIST).content.decode()


def test_a_page_that_is_gone_is_said_to_be(desk: Client, page: Page) -> None:
    gone = f"{LIST}{page.pk + 1}/change/"
    assert "doesn’t exist" in desk.get(gone, follow=True).content.decode()
    assert desk.post(gone, {"title": "x"}).status_code == 302


def test_kinds_are_added_and_not_changed(desk: Client, kind: PageType) -> None:
    kinds = "/desk/marketplace/pagetype/"
    assert desk.post(f"{kinds}add/", {"name": "News"}).status_code == 302
    assert PageType.objects.get(slug="news").name == "News"
    assert set(errors_of(desk.post(f"{kinds}add/", {"name": ""}))) == {"name"}
    for asks in (desk.get, desk.post):
        assert asks(f"{kinds}{kind.pk}/change/", {"name": "x"}).headers["Location"] == kinds
    kind.refresh_from_db()
    assert kind.name == "Help" and "Help" in desk.get(kinds).content.decode()
    assert desk.get(f"{kinds}{kind.pk}/delete/").status_code == 403


def test_the_history_says_who_changed_what(desk: Client, page: Page) -> None:
    change(desk, page, title="Sending", content_hi="कल भेजेंगे।")
    said = desk.get(f"{LIST}{page.pk}/history/").content.decode()
    assert "example.org" in said and "Changed Title and Text." in said


def test_months_are_called_as_in_the_shop(desk: Client, page: Page) -> None:
    day = datetime(2025, 11, 4, 20, 0, tzinfo=UTC)  # the fifth in India
    change(desk, page, title="Sending", is_published="on")
    Page.objects.update(published_at=day, updated_at=day)
    LogEntry.objects.update(action_time=day)
    for address, times in ((LIST, 2), ("/desk/", 1), (f"{LIST}{page.pk}/history/", 1)):
        said = desk.get(f"/hi{address}").content.decode()
        assert said.count("5 नवंबर 2025") == times and "नवमबर" not in said, address
        assert desk.get(address).content.decode().count("5 November 2025") == times
