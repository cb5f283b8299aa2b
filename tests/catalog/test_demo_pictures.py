"""Pictures of the demonstration: ordered with the shops, drawn by whoever hears of it, the same for the same seed."""

from collections.abc import Callable

import pytest

from catalog.demo import pictures
from catalog.demo.load import load
from catalog.demo.places import places
from catalog.demo.plan import ProductPlan
from catalog.demo.shops import SEED, compose
from catalog.media.models import Picture, ProductMedia
from catalog.products.models import Product
from marketplace.news.models import Delivery


@pytest.fixture
def plans(reference_data: None, db: None) -> dict[str, ProductPlan]:
    load(most=1)
    return {product.slug: product for product in compose(places())[0].products}


def ordered() -> list[tuple[int, int]]:
    """Product and number of what waits to be drawn, in the order of delivery."""
    waiting = Delivery.objects.filter(listener="catalog.hang_demonstration_picture").order_by("id")
    return [(row.event.payload["product"], row.event.payload["number"]) for row in waiting.select_related("event")]


def test_every_picture_of_the_plan_is_ordered_once_wholes_before_details(plans: dict[str, ProductPlan]) -> None:
    keys = dict(Product.objects.values_list("slug", "pk"))
    wanted = {(keys[slug], number) for slug, plan in plans.items() for number in range(len(plan.pictures))}
    found = ordered()
    assert set(found) == wanted and len(found) == len(wanted)
    numbers = [number for _product, number in found]
    assert numbers == sorted(numbers)


def test_what_is_ordered_hangs_with_its_words_and_renditions(plans: dict[str, ProductPlan], hear_news: Callable[[], int]) -> None:
    hear_news()
    for slug, plan in plans.items():
        shown = list(ProductMedia.objects.filter(product__slug=slug).order_by("sort_order").select_related("picture"))
        assert [media.alt for media in shown] == [picture.alt.en for picture in plan.pictures]
        assert [media.translations.get().alt for media in shown] == [picture.alt.hi for picture in plan.pictures]
        assert all(media.picture.state == Picture.State.READY for media in shown)
        assert all(media.picture.renditions.count() >= 4 for media in shown)


def test_drawing_twice_hangs_one_picture(plans: dict[str, ProductPlan]) -> None:
    product = Product.objects.get(slug=next(iter(plans)))
    for _ in range(2):
        pictures.hang(product_id=product.pk, number=0, seed=SEED)
    assert product.media.count() == 1 and Picture.objects.count() == 1


def test_the_same_plan_gives_the_same_bytes(plans: dict[str, ProductPlan]) -> None:
    picture = next(iter(plans.values())).pictures[0]
    assert pictures.drawn(picture) == pictures.drawn(picture)


def test_nothing_is_drawn_for_what_is_gone_or_no_demonstration(plans: dict[str, ProductPlan]) -> None:
    product = Product.objects.order_by("pk")[0]
    pictures.hang(product_id=0, number=0, seed=SEED)
    pictures.hang(product_id=product.pk, number=99, seed=SEED)
    Product.objects.filter(pk=product.pk).update(slug="somebody-elses")
    pictures.hang(product_id=product.pk, number=0, seed=SEED)
    assert not ProductMedia.objects.exists()


def test_who_has_pictures_gets_no_further_orders(plans: dict[str, ProductPlan]) -> None:
    before = len(ordered())
    product = Product.objects.get(slug=next(iter(plans)))
    pictures.hang(product_id=product.pk, number=0, seed=SEED)
    again = pictures.order(compose(places())[:1], seed=SEED)
    assert len(ordered()) == before + again
    assert product.pk not in {key for key, _number in ordered()[before:]}
