"""Searches at the desk: what people looked for, to nobody's harm; and what they are ranked by, set by a form."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client
from django.utils import timezone

from search.log.models import SearchCount
from search.log.rules import FEWEST
from search.ranking import actions, queries
from search.ranking.models import SearchRanking
from search.ranking.parameters import NAMES, flat
from search.ranking.rules import Ranking
from tests.marketplace.signing import PASSWORD, some_address, somebody
from tests.marketplace.test_desk_pages import errors_of

pytestmark = pytest.mark.django_db
SEARCHES, RANKING = "/desk/search/searchcount/", "/desk/search/searchranking/"


@pytest.fixture
def desk() -> Client:
    """The browser of somebody who works for the market and has signed in."""
    client = Client(REMOTE_ADDR=some_address())
    client.post("/desk/login/", {"username": somebody(is_staff=True).email, "password": PASSWORD})
    return client


def _counted(
    query: str, times: int, *, nothing: int = 0, days: int = 0, language: str = "en", engine: str = "postgresql"
) -> None:
    SearchCount.objects.create(
        day=timezone.localdate() - timedelta(days=days), query=query, times=times, nothing=nothing, loosely=0,
        fewest=0 if nothing else 5, language=language, channel="india", engine=engine,
    )  # fmt: skip


def _lists(response: Any) -> dict[str, list[str]]:
    return {name: [line["query"] for line in lines] for name, _words, lines in response.context["lists"]}


def test_operators_see_what_was_looked_for_and_not_found(desk: Client) -> None:
    _counted("blue pottery", 4, nothing=4)
    _counted("blue pottery", 2, nothing=2, days=1, engine="elasticsearch")
    _counted("chikan kurta", 8, nothing=1, language="hi")
    _counted("chikan kurta", 1, days=2, language="hi")
    _counted("saree", 19)
    _counted("saree", 1, days=3)
    _counted("mehta wedding", 1, nothing=1, language="en", engine="elasticsearch")
    _counted("mehta wedding", 9, nothing=9)  # on one day only
    _counted("meera sharma", FEWEST - 1, nothing=FEWEST - 1)
    _counted("long ago", 49, nothing=49, days=31)
    _counted("long ago", 1, nothing=1, days=32)
    response = desk.get(SEARCHES)
    html = response.content.decode()
    assert _lists(response) == {"missed": ["blue pottery", "chikan kurta"], "wished": ["saree", "chikan kurta", "blue pottery"]}
    assert "meera" not in html and "mehta" not in html and "long ago" not in html
    assert "47 searches; 19 of them found nothing." in html
    assert "/products/?q=blue+pottery" in html and "/desk/search/searchsynonym/add/?words=blue+pottery" in html
    assert "blue pottery" in desk.get("/desk/search/searchsynonym/add/?words=blue+pottery").content.decode()
    assert _lists(desk.get(f"{SEARCHES}?language=hi"))["wished"] == ["chikan kurta"]
    today = timezone.localdate()
    some = desk.get(f"{SEARCHES}?since={today - timedelta(days=40)}&until={today - timedelta(days=1)}")
    assert _lists(some)["wished"] == ["long ago"]  # two of blue pottery are too few


@pytest.mark.parametrize("query", ["since=x", "until=31.12.2026", "language=xx", "since=2026-02-02&until=2026-01-01"])
def test_what_is_asked_wrongly_is_said_and_the_usual_days_are_shown(desk: Client, query: str) -> None:
    _counted("saree", 20)
    _counted("saree", 1, days=1)
    response = desk.get(f"{SEARCHES}?{query}")
    assert response.status_code == 200 and response.context["form"].errors and _lists(response)["wished"] == ["saree"]
    assert next(iter(response.context["form"].errors.values()))[0] in response.content.decode().replace("&#x27;", "'")


def test_a_query_about_a_person_is_forgotten(desk: Client) -> None:
    _counted("meera sharma", 4)
    _counted("meera sharma", 4, days=100)
    _counted("saree", 4)
    _counted("saree", 1, days=1)
    assert desk.get(f"{SEARCHES}forget/").status_code == 405
    response = desk.post(f"{SEARCHES}forget/", {"query": "meera sharma"}, follow=True)
    assert "is forgotten" in response.content.decode() and _lists(response)["wished"] == ["saree"]
    assert SearchCount.objects.count() == 2


def test_only_staff_see_it_and_nobody_writes_it() -> None:
    client = Client(REMOTE_ADDR=some_address())
    for place in (SEARCHES, f"{SEARCHES}forget/", RANKING, f"{RANKING}add/"):
        assert client.get(place).status_code == 302, place


def test_counts_have_no_forms(desk: Client) -> None:
    _counted("saree", 4)
    key = SearchCount.objects.get().pk
    for place in ("add/", f"{key}/change/", f"{key}/delete/", f"{key}/history/"):
        assert desk.get(SEARCHES + place).status_code in {403, 404}, place


def _values(**more: Any) -> dict[str, Any]:
    return {
        **{name: str(value) for name, value in flat(Ranking()).items()},
        "why": "A try",
        "why_hi": "",
        "valid_from": "",
        **more,
    }


def test_parameters_are_set_by_a_form_that_begins_with_those_that_hold(desk: Client) -> None:
    actions.set_parameters(values={**flat(Ranking()), "recent": Decimal("0.33")}, why="Before", by=None)
    page = desk.get(f"{RANKING}add/")
    form = page.context["adminform"].form
    assert form["recent"].value() == Decimal("0.33") and set(NAMES) < set(form.fields)
    html = page.content.decode()
    assert "A word in the product’s name" in html and "From 0.1 to 10." in html and "<script" not in html
    posted = desk.post(f"{RANKING}add/", _values(recent="0.4", why="New things count more."))
    row = SearchRanking.objects.order_by("-valid_from")[0]
    assert posted.headers["Location"] == f"{RANKING}{row.pk}/change/"
    assert queries.ranking(timezone.now()).recent == 0.4 and row.made_by is not None and row.made_by.is_staff
    assert LogEntry.objects.filter(object_id=str(row.pk)).count() == 1


def test_what_is_refused_is_said_at_its_field(desk: Client) -> None:
    past = timezone.localtime() - timedelta(days=1)
    assert errors_of(desk.post(f"{RANKING}add/", _values(quality="3"))) == {
        "quality": ["This must be a number from 0 to 2, with at most three decimal places."]
    }
    assert list(errors_of(desk.post(f"{RANKING}add/", _values(why="")))) == ["why"]
    assert list(errors_of(desk.post(f"{RANKING}add/", _values(window="")))) == ["window"]
    assert errors_of(desk.post(f"{RANKING}add/", _values(valid_from=past.strftime("%Y-%m-%dT%H:%M")))) == {
        "valid_from": ["This moment has passed. Leave it empty to begin now."]
    }


def test_what_holds_can_be_looked_at_but_not_changed(desk: Client) -> None:
    now = actions.set_parameters(values=flat(Ranking()), why="It begins.", by=None)
    ahead = actions.set_parameters(
        values=flat(Ranking()), why="Later.", valid_from=timezone.now() + timedelta(days=1), by=None
    )  # fmt: skip
    listed = desk.get(RANKING).content.decode()
    assert "holds now" in listed and "does not hold yet" in listed and listed.index("Later.") < listed.index("It begins.")
    shown = desk.get(f"{RANKING}{now.pk}/change/").content.decode()
    assert "It begins." in shown and "/pages/how-we-rank/" in shown and 'name="quality"' not in shown
    assert "A word in the product’s name" in shown
    assert desk.post(f"{RANKING}{now.pk}/change/", _values()).status_code == 403
    assert desk.post(f"{RANKING}{now.pk}/delete/", {"post": "yes"}).status_code == 403
    assert desk.post(f"{RANKING}{ahead.pk}/delete/", {"post": "yes"}).headers["Location"] == RANKING
    assert list(SearchRanking.objects.filter(pk__in=[now.pk, ahead.pk])) == [now]


def test_the_desk_is_there_in_hindi(desk: Client) -> None:
    client = Client(REMOTE_ADDR=some_address())
    client.post("/hi/desk/login/", {"username": somebody(is_staff=True).email, "password": PASSWORD})
    for place in (SEARCHES, RANKING, f"{RANKING}add/"):
        assert client.get("/hi" + place).status_code == 200
