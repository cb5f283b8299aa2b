"""The page “How we rank”: made from the parameters that hold, each of them, with what was changed; and nothing else counts."""

import dataclasses
import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from marketplace.content.models import Page, PageType
from search.engines.document import Document
from search.engines.engine import Hit
from search.ranking import actions, told
from search.ranking.models import SearchRanking
from search.ranking.parameters import NAMES, PARAMETERS, flat
from search.ranking.rules import Ranking

pytestmark = pytest.mark.django_db
PLACE = "/pages/how-we-rank/"
USUAL = flat(Ranking())
PAID = re.compile(
    r"(?:^|_)(paid|boost|sponsor|promot|advert|commission|fee|margin|sold|sales|revenue|clicks?|views?|person|user|session)"
)


@pytest.fixture(autouse=True)
def _nothing_set() -> None:
    SearchRanking.objects.all().delete()


def _set(ahead: timedelta | None = None, why: str = "A try", why_hi: str = "", **values: Any) -> SearchRanking:
    begins = None if ahead is None else timezone.now() + ahead
    return actions.set_parameters(values={**USUAL, **values}, why=why, why_hi=why_hi, valid_from=begins, by=None)


def _text(html: str) -> str:
    inside = html.partition('<div class="prose ranking"')[2].partition("<footer")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", inside).split())


def _page(client: Client, prefix: str = "") -> str:
    response = client.get(prefix + PLACE)
    assert response.status_code == 200
    return _text(response.content.decode())


def test_it_says_what_holds_without_a_page_of_the_operators(client: Client) -> None:
    text = _page(client)
    for words in (
        "the settings that it has.", "the product’s name 100%", "its craft, its GI, and what its district is known for 50%",
        "the description 5%", "How well it is described +25%", "It is in stock +20%", "It is new here +10%", "every 30 days",
        "4 pictures 25%", "a description of 400 letters 20%", "its name in 2 languages 20%",
        "Of each 24 places among the first 96, at most 3 are one maker’s", "at least 50% as well",
        "12.5% are for small and new makers", "at least 80% as well", "at most 10 different products", "less than 180 days ago",
        "Payment. There is no place for it", "The search knows neither who you are", "Nothing has been changed",
    ):  # fmt: skip
        assert words in text, words


def test_it_follows_the_settings_at_once_and_tells_what_was_changed(client: Client) -> None:
    first = _set(why="It begins.")
    _set(why="New things count more.", recent=Decimal("0.3"), most_of_seller=2, weight_maker=Decimal("0.4"))
    _set(timedelta(days=3), why="Later they count less.", recent=Decimal("0.05"))
    text = _page(client)
    assert "It is new here +30%" in text and "at most 2 are one maker’s" in text and "the maker’s name 40%" in text
    assert "It begins." in text and "New things count more." in text
    for changed in (
        "It is new here: 30%, before 10%", "Most products of one maker among them: 2, before 3",
        "A word in the maker’s name: 0.4, before 0.1",
    ):  # fmt: skip
        assert changed in text
    before, after = text.index("What will be changed"), text.index("What has been changed")
    assert before < text.index("Later they count less.") < text.index("It is new here: 5%, before 30%") < after
    assert first.why in text[after:]


def test_what_counts_nothing_is_not_said(client: Client) -> None:
    none = {name: Decimal(0) for name in ("quality", "recent", "weight_about", "quality_origin", "small_share")}
    _set(**none)
    text = _page(client)
    assert "the description 5%" not in text and "It is new here +" not in text and "halved" not in text
    assert "described well when" not in text and "small and new makers" not in text and "at most 3 are one maker’s" in text
    _set(window=0, stocked=Decimal(0), **none)
    text = _page(client)
    assert "fair share" not in text and "what lifts a product" not in text


def test_the_operators_words_go_first_and_it_stands_in_their_contents(client: Client) -> None:
    blocks = [{"type": "header", "data": {"text": f"Part {number}", "level": 2}} for number in range(3)]
    kind = PageType.objects.create(slug="about", name="About")
    page = Page.objects.create(
        slug="how-we-rank", title="How we order lists", page_type=kind, is_published=True, published_at=timezone.now(),
        content={"blocks": blocks},
    )  # fmt: skip
    html = client.get(PLACE).content.decode()
    assert html.count("<h1") == 1 and "How we order lists</h1>" in html
    assert html.index("Part 2</h2>") < html.index("What the search counts now</h2>")
    contents = html.partition("reading__contents")[2].partition("</nav>")[0]
    assert contents.count("<li>") == 6 and all(f'id="{anchor}"' in html for anchor in re.findall(r'href="#([^"]+)', contents))
    Page.objects.filter(pk=page.pk).update(is_published=False)
    assert "What the search counts now" in client.get(PLACE).content.decode()


def test_hindi_reasons_are_told_where_there_are_any(client: Client) -> None:
    _set(why="It begins.", why_hi="यह शुरुआत है।")
    _set(why="Without Hindi.")
    html = client.get("/hi" + PLACE).content.decode()
    assert ">यह शुरुआत है।<" in html and '<p lang="en">Without Hindi.' in html and "It begins." not in html


def test_every_parameter_has_its_words() -> None:
    """So that no change of one can be hidden."""
    assert len({told.label(name) for name in NAMES}) == len(NAMES)
    for one in PARAMETERS:
        values = {**USUAL, one.name: one.least if USUAL[one.name] != one.least else one.most}
        changed = SearchRanking.objects.all().delete() and [
            actions.set_parameters(values=given, why="x", by=None) for given in (USUAL, values)
        ]
        assert len(changed) == 2
        (change,) = told.eras(_history())[0].changes
        assert change.words == told.label(one.name) and change.before != change.after


def _history() -> list[Any]:
    from search.ranking.queries import history

    return history(timezone.now())


def test_nothing_that_is_paid_for_and_nobody_is_known_to_the_search() -> None:
    """What ranks a product is in its document, its hit and the parameters: none of them has a place for anything else."""
    known = [field.name for kind in (Document, Hit, Ranking) for field in dataclasses.fields(kind)] + list(NAMES)
    assert not [name for name in known if PAID.search(name)]


def test_it_is_read_only_and_kept_by_caches(client: Client) -> None:
    assert client.post(PLACE).status_code == 405
    response = client.get(PLACE)
    assert "public" in response.headers["Cache-Control"] and response.headers["ETag"]
