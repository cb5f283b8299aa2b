"""Cards of districts, GIs, makers, crafts and kinds of goods: drawn by the clock, on the picture of what is made there."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from itertools import product

import pytest
from django.core.management import call_command

from catalog.collections import actions as collections
from catalog.collections.models import Collection
from catalog.media import actions as media
from catalog.social.models import SocialCard
from catalog.social.queries import last_card_of
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from search.social.actions import draw, draw_in_turn
from search.social.queries import KINDS
from search.social.rules import EVERY_MINUTES, turns
from search.social.tasks import draw as draw_by_the_clock
from tests.catalog.uploads import picture, saved
from tests.search.shelf import Shelf, open_shop

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media_root", "workshop_ends")]
Hear = Callable[[], int]


@pytest.fixture
def shelf(hear_news: Hear) -> Shelf:
    """A shop whose only product has a picture, and stands in a collection."""
    shelf = open_shop()
    saree = shelf.put("Kadhwa saree")
    media.add(product=saree, upload=saved(picture(400, 300), "JPEG"), alt="A saree")
    gifts = collections.create(name="Gifts", description="To give away.")
    collections.add_products(collection=gifts, products=[saree])
    collections.publish(collection=gifts, channel=Channel.objects.get(is_default=True))
    hear_news()
    return shelf


def drawn() -> set[tuple[str, int]]:
    return set(SocialCard.objects.exclude(kind="product").values_list("kind", "row_id"))


def test_each_kind_gets_its_card_once(shelf: Shelf) -> None:
    for kind in KINDS:
        assert draw(kind=kind, language="hi", seconds=60) > 0
        assert draw(kind=kind, language="hi", seconds=60) == 0
    parent = shelf.category.parent_id
    assert drawn() == {
        ("district", shelf.district.pk), ("gi", shelf.tag.pk), ("seller", shelf.seller.pk), ("category", shelf.category.pk),
        ("category", parent), ("craft", shelf.products[0].craft_id), ("state", shelf.district.state_id),
        ("collection", Collection.objects.get().pk),
    }  # fmt: skip
    card = last_card_of("district", shelf.district.pk, "hi", alt="वाराणसी")
    assert card and card.url.startswith("/media/public/cards/") and card.alt == "वाराणसी"
    assert last_card_of("district", shelf.district.pk, "en", alt="Varanasi") is None


def test_another_name_is_drawn_anew_and_what_is_hidden_is_not_drawn(shelf: Shelf) -> None:
    draw(kind="seller", language="en", seconds=60)
    Seller.objects.update(name="Yamuna Weavers")
    assert draw(kind="seller", language="en", seconds=60) == 1
    SocialCard.objects.all().delete()
    Seller.objects.update(status="SUSPENDED")
    assert sum(draw(kind=kind, language="en", seconds=60) for kind in KINDS) == 0
    assert drawn() == set()


def test_what_has_nothing_to_show_any_more_loses_its_card_in_the_next_turn(shelf: Shelf) -> None:
    for kind in KINDS:
        for language in ("en", "hi"):
            draw(kind=kind, language=language, seconds=60)
    Seller.objects.update(status="SUSPENDED")
    draw(kind="district", language="en", seconds=60)
    assert last_card_of("district", shelf.district.pk, "en", alt="Varanasi") is None
    assert last_card_of("district", shelf.district.pk, "hi", alt="वाराणसी")
    for kind in KINDS:
        for language in ("en", "hi"):
            draw(kind=kind, language=language, seconds=60)
    assert drawn() == set()
    assert SocialCard.objects.filter(kind="product").count() == 2


def test_a_turn_that_did_not_come_to_its_end_takes_nothing_down(shelf: Shelf) -> None:
    draw(kind="category", language="en", seconds=60)
    before = drawn()
    draw(kind="category", language="en", seconds=0)
    assert drawn() == before and len(before) == 2


def test_without_a_channel_nothing_is_drawn(db: None) -> None:
    assert draw(kind="district", language="en", seconds=1) == 0


def test_time_is_kept(shelf: Shelf) -> None:
    assert draw(kind="category", language="en", seconds=0) == 1


def test_every_kind_has_its_turn_in_every_language(shelf: Shelf) -> None:
    start = datetime(2026, 11, 23, tzinfo=UTC)
    moments = [start + timedelta(minutes=EVERY_MINUTES * number) for number in range(2 * len(KINDS))]
    orders = [turns(moment, list(KINDS), ["en", "hi"]) for moment in moments]
    assert len({order[0] for order in orders}) == len(moments)
    for order in orders:
        assert sorted(order) == sorted(product(KINDS, ["en", "hi"]))
    assert orders[0][1:] == orders[1][:-1]


def test_a_turn_that_is_done_early_goes_on_with_the_next(shelf: Shelf) -> None:
    draw_by_the_clock()
    seen = {
        (kind, language) for kind, language in SocialCard.objects.exclude(kind="product").values_list("kind", "language_code")
    }
    assert seen == set(product(KINDS, ["en", "hi"]))


def test_when_the_time_is_over_the_others_wait(shelf: Shelf) -> None:
    assert draw_in_turn(turns=[("category", "hi"), ("seller", "hi")], seconds=0) == 1
    assert {kind for kind, _key in drawn()} == {"category"}
    assert draw_in_turn(turns=[("seller", "hi"), ("category", "hi")], seconds=60) == 2
    assert {kind for kind, _key in drawn()} == {"category", "seller"}


def test_the_command_draws_all_that_is_missing_and_may_be_run_again(shelf: Shelf) -> None:
    SocialCard.objects.all().delete()
    told = [StringIO() for _run in range(3)]
    call_command("draw_cards", most=0, stdout=told[0])
    assert len(drawn()) == 8 and not SocialCard.objects.filter(kind="product").exists()
    call_command("draw_cards", stdout=told[1])
    assert SocialCard.objects.filter(kind="product").count() == 2
    call_command("draw_cards", stdout=told[2])
    assert [text.getvalue() for text in told] == ["16 cards drawn.\n", "2 cards drawn.\n", "0 cards drawn.\n"]
