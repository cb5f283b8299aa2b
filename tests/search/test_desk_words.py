"""Words that mean the same at the desk: listed, looked for, added, changed, taken out of use and taken away by forms."""

import pytest
from django.test import Client

from search.words import actions
from search.words.models import SearchSynonym
from search.words.queries import expansions
from tests.marketplace.signing import PASSWORD, some_address, somebody
from tests.marketplace.test_desk_pages import errors_of

pytestmark = pytest.mark.django_db
LIST = "/desk/search/searchsynonym/"


@pytest.fixture
def desk() -> Client:
    """The browser of somebody who works for the market and has signed in."""
    client = Client(REMOTE_ADDR=some_address())
    client.post("/desk/login/", {"username": somebody(is_staff=True).email, "password": PASSWORD})
    return client


def test_a_group_is_made_changed_and_taken_away(desk: Client) -> None:
    typed = {"words": "gudri\r\n रज़ाई \r\n\r\nquilt", "finds": "blanket", "in_use": "on", "note": ""}
    assert desk.post(f"{LIST}add/", typed).status_code == 302
    group = SearchSynonym.objects.get()
    address = f"{LIST}{group.pk}/"
    assert (group.words, group.finds) == (["gudri", "रज़ाई", "quilt"], ["blanket"])
    assert group.changed_by is not None and group.changed_by.is_staff
    page = desk.get(f"{address}change/").content.decode()
    assert "gudri\nरज़ाई\nquilt" in page and "/products/?q=gudri" in page
    desk.post(f"{address}change/", {**typed, "finds": "", "in_use": ""})
    group.refresh_from_db()
    assert (group.finds, group.in_use, expansions(["gudri"])) == ([], False, {})
    assert desk.post(f"{address}delete/", {"post": "yes"}).headers["Location"] == LIST
    assert not SearchSynonym.objects.exists()


def test_what_is_refused_is_said_at_its_field(desk: Client) -> None:
    actions.add(words=["diya", "deepak"])
    assert errors_of(desk.post(f"{LIST}add/", {"words": "deepak\ndiya"})) == {
        "words": ["There is a group of these words already."]
    }
    assert errors_of(desk.post(f"{LIST}add/", {"words": "diya\nlamp", "finds": "v w x y z"})) == {
        "finds": ["“v w x y z” has more than 4 words."]
    }
    assert errors_of(desk.post(f"{LIST}add/", {"words": ""})) == {"words": ["This field is required."]}


def test_the_list_is_narrowed_and_searched_in_any_script(desk: Client) -> None:
    SearchSynonym.objects.create(code="SY001", words=["diya", "दीपक"], key="1")
    SearchSynonym.objects.create(code="SY002", words=["pot", "matka"], key="2")
    own = actions.add(words=["gudri", "quilt"])
    actions.change(group=SearchSynonym.objects.get(code="SY002"), in_use=False)

    def listed(query: str) -> list[str]:
        return [group.words[0] for group in desk.get(f"{LIST}{query}").context["cl"].result_list]

    assert listed("") == ["diya", "gudri", "pot"]
    assert (listed("?q=दीप"), listed("?q=MATKA"), listed("?q=none")) == (["diya"], ["pot"], [])
    assert (listed("?whose=ours"), listed("?whose=changed"), listed("?whose=file")) == (["gudri"], ["pot"], ["diya"])
    assert listed("?whose=off") == ["pot"]
    page = desk.get(LIST).content.decode()
    assert str(own) in page


def test_what_came_with_the_shop_is_not_taken_away(desk: Client) -> None:
    group = SearchSynonym.objects.create(code="SY001", words=["diya", "दीपक"], key="1")
    assert desk.post(f"{LIST}{group.pk}/delete/", {"post": "yes"}).status_code == 403
    assert SearchSynonym.objects.exists()


def test_in_hindi(desk: Client) -> None:
    actions.add(words=["diya", "दीपक"])
    assert desk.get("/hi/desk/search/searchsynonym/").status_code == 200
    assert desk.get("/hi/desk/search/searchsynonym/add/").status_code == 200
