"""Crafts at the desk: spellings and names are the operator's from the first change on, whatever the reference data says."""

from pathlib import Path

import pytest
from django.test import Client

from marketplace.crafts import actions
from marketplace.crafts.models import Craft
from marketplace.kit.refused import Refused
from marketplace.reference.load import DATA, load
from tests.marketplace.signing import PASSWORD, some_address, somebody
from tests.marketplace.test_desk_pages import errors_of

pytestmark = pytest.mark.django_db
LIST = "/desk/marketplace/craft/"


@pytest.fixture
def desk() -> Client:
    """The browser of somebody who works for the market and has signed in."""
    client = Client(REMOTE_ADDR=some_address())
    client.post("/desk/login/", {"username": somebody(is_staff=True).email, "password": PASSWORD})
    return client


@pytest.fixture
def craft() -> Craft:
    """Chikankari, under two names."""
    row = Craft.objects.create(code="CT001", slug="chikankari", name="Chikankari", category="embroidery", spellings=["chikan"])
    return actions.respell(craft=row, spellings=["chikan"], names={"hi": ["चिकनकारी", "चिकन"], "ur": ["چکن کاری"]})


def _names(craft: Craft) -> list[tuple[str, str]]:
    return list(craft.names.order_by("language_code", "rank").values_list("language_code", "name"))


def test_spellings_and_names_are_changed(desk: Client, craft: Craft) -> None:
    address = f"{LIST}{craft.pk}/change/"
    assert "hi: चिकनकारी\nhi: चिकन\nur: چکن کاری" in desk.get(address).content.decode()
    assert desk.post(address, {"spellings": "chickan\r\nchikan", "names": "hi: चिकन\r\nbn: চিকন"}).status_code == 302
    craft.refresh_from_db()
    assert (craft.spellings, _names(craft)) == (["chickan", "chikan"], [("bn", "চিকন"), ("hi", "चिकन")])
    assert craft.respelled_at is not None


@pytest.mark.parametrize(
    "typed, field",
    [
        ({"names": "ur: چکن"}, "names"), ({"names": "xx: name\nhi: चिकन"}, "names"), ({"names": "hi"}, "names"),
        ({"names": ""}, "names"),
        ({"names": "hi: चिकन", "spellings": "a\nA"}, "spellings"), ({"names": "hi: चिकन", "spellings": "a" * 81}, "spellings"),
    ],
)  # fmt: skip
def test_what_is_refused_is_said_at_its_field(desk: Client, craft: Craft, typed: dict[str, str], field: str) -> None:
    assert list(errors_of(desk.post(f"{LIST}{craft.pk}/change/", typed))) == [field]
    assert _names(craft) == [("hi", "चिकनकारी"), ("hi", "चिकन"), ("ur", "چکن کاری")]


def test_crafts_are_found_and_neither_added_nor_taken_away(desk: Client, craft: Craft) -> None:
    for asked, found in (("CHIKAN", 1), ("चिकन", 1), ("zari", 0)):
        assert len(desk.get(LIST, {"q": asked}).context["cl"].result_list) == found
    assert desk.get(f"{LIST}add/").status_code == desk.get(f"{LIST}{craft.pk}/delete/").status_code == 403
    assert desk.get(f"/hi{LIST}").status_code == 200


def test_a_craft_that_is_gone(craft: Craft) -> None:
    key = Craft(pk=craft.pk)
    craft.delete()
    with pytest.raises(Refused) as refused:
        actions.respell(craft=key, spellings=[], names={"hi": ["चिकन"]})
    assert refused.value.code == "NOT_FOUND"


def test_the_reference_data_leaves_them_as_they_are(tmp_path: Path) -> None:
    load(["crafts"])
    craft = Craft.objects.get(slug="chikankari")
    actions.respell(craft=craft, spellings=["chickan"], names={"hi": ["चिकन"]})
    for original in DATA.glob("*.csv"):
        text = original.read_text(encoding="utf-8")
        changed = text.replace("chikkan", "chhikkan").replace("zarri", "zzari") if original.name == "crafts.csv" else text
        (tmp_path / original.name).write_text(changed, encoding="utf-8")
    load(["crafts"], directory=tmp_path)
    craft.refresh_from_db()
    assert (craft.spellings, _names(craft)) == (["chickan"], [("hi", "चिकन")])
    assert "zzari" in Craft.objects.get(slug="zari").spellings
