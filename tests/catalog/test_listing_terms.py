"""Terms say of every product what its rows say, whatever was changed; and lists answered from them are those of the long way."""

import threading
from collections.abc import Callable
from datetime import timedelta
from itertools import product as combinations
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from catalog.attributes.models import AttributeChoice
from catalog.listing import terms
from catalog.listing.conditions import AttributeCondition
from catalog.listing.filters import ProductFilters
from catalog.listing.models import ListingTerm
from catalog.listing.queries import ProductOrder, Sorting, products_page
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductChannelListing, ProductVariant, VariantChannelListing
from marketplace.channels.queries import viewpoint
from marketplace.kit.paging import PageRequest
from tests.factories import AttributeChoiceFactory, AttributeFactory, CategoryFactory, SellerFactory
from tests.search.shelf import Shelf, open_shop

Term = tuple[Any, ...]


def _told() -> list[Term]:
    columns = ("channel_id", "choice_id", "category_id", "slug", "product_id", "seller_id")
    return sorted(ListingTerm.objects.values_list(*columns, "published_at", "price_from_minor", "price_to_minor"))


def _expected() -> list[Term]:
    """What the rows themselves say, read the slow way."""
    found = set()
    shown = ProductChannelListing.objects.filter(is_published=True, visible_in_listings=True)
    for listing in shown.select_related("product__seller"):
        product = listing.product
        sold = ProductVariant.objects.filter(product=product, channel_listings__channel=listing.channel)
        for value in AttributeAssignment.objects.filter(choice__isnull=False):
            if value.product_id == product.pk or value.variant_id in {variant.pk for variant in sold}:
                found.add((
                    listing.channel_id, value.choice_id, product.category_id, product.slug, product.pk, product.seller_id,
                    listing.published_at, listing.price_from_minor, listing.price_to_minor,
                ))  # fmt: skip
    return sorted(found)


def _furnished(products: int = 6) -> tuple[Shelf, list[AttributeChoice]]:
    """A shop whose products and variants carry choices by chance."""
    shop, source = open_shop(), Random(7)
    kinds = [AttributeFactory(), AttributeFactory()]
    choices = [AttributeChoiceFactory(attribute=kind) for kind in kinds for _choice in range(3)]
    for number in range(products):
        product = shop.put(rupees=100 * (number + 1))
        for owner in ({"product": product}, {"variant": product.variants.last()}):
            for choice in source.sample(choices, 2):
                AttributeAssignment.objects.create(**owner, attribute=choice.attribute, choice=choice)
    return shop, choices


@pytest.mark.django_db
def test_every_change_of_a_row_is_told() -> None:
    shop, choices = _furnished()
    assert _told() == _expected() != []
    product, other = shop.products[:2]
    listing = ProductChannelListing.objects.get(product=product)
    value = AttributeAssignment.objects.filter(product=product).first()
    assert value is not None
    of_variant = AttributeAssignment.objects.filter(variant__product=other).first()
    assert of_variant is not None
    priced = VariantChannelListing.objects.get(variant=of_variant.variant)
    category, spare = CategoryFactory(), shop.put()
    has = set(product.attribute_values.values_list("choice_id", flat=True))
    another = next(choice for choice in choices if choice.pk not in has)
    deeds: list[Callable[[], Any]] = [
        lambda: ProductChannelListing.objects.filter(pk=listing.pk).update(is_published=False),
        lambda: ProductChannelListing.objects.filter(pk=listing.pk).update(is_published=True),
        lambda: ProductChannelListing.objects.filter(pk=listing.pk).update(visible_in_listings=False),
        lambda: ProductChannelListing.objects.update(visible_in_listings=True, price_from_minor=5, full_price_from_minor=5),
        lambda: ProductChannelListing.objects.update(published_at=timezone.now()),
        lambda: Product.objects.filter(pk=product.pk).update(slug="another-slug"),
        lambda: Product.objects.update(category=category),
        lambda: ProductVariant.objects.filter(pk=of_variant.variant_id).update(product=spare),
        lambda: ProductVariant.objects.filter(pk=of_variant.variant_id).update(product=other),
        lambda: AttributeAssignment.objects.filter(pk=value.pk).update(attribute=another.attribute, choice=another),
        lambda: AttributeAssignment.objects.filter(pk=value.pk).update(product=spare),
        lambda: value.delete(),
        lambda: priced.delete(),
        lambda: VariantChannelListing.objects.create(
            variant=of_variant.variant, channel=shop.channel, price_minor=900, full_price_minor=900
        ),
        lambda: AttributeAssignment.objects.filter(pk=of_variant.pk).update(variant=spare.variants.first()),
        lambda: of_variant.delete(),
        lambda: listing.delete(),
    ]
    for number, deed in enumerate(deeds):
        before = _told()
        deed()
        assert _told() == _expected(), number
        assert _told() != before, number


@pytest.mark.django_db
def test_what_says_nothing_of_terms_writes_none() -> None:
    shop, _choices = _furnished(2)
    keys = set(ListingTerm.objects.values_list("pk", flat=True))
    Product.objects.update(name="Another name")
    shop.seller.save()
    assert set(ListingTerm.objects.values_list("pk", flat=True)) == keys


@pytest.mark.django_db(transaction=True)
def test_two_who_change_a_product_at_once_leave_its_terms_right() -> None:
    shop, choices = _furnished(1)
    product = shop.products[0]
    gate = threading.Barrier(2, timeout=20)

    def change(deed: Callable[[], Any]) -> None:
        try:
            for _turn in range(10):
                gate.wait()
                with transaction.atomic():
                    deed()
        finally:
            connection.close()

    source = Random(3)

    def price() -> None:
        ProductChannelListing.objects.filter(product=product).update(
            price_from_minor=source.randrange(1, 500), full_price_from_minor=500
        )

    def choose() -> None:
        AttributeAssignment.objects.filter(product=product).delete()
        choice = source.choice(choices)
        AttributeAssignment.objects.create(product=product, attribute=choice.attribute, choice=choice)

    threads = [threading.Thread(target=change, args=[deed]) for deed in (price, choose)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert _told() == _expected()


def _choice(*choices: AttributeChoice) -> AttributeCondition:
    attribute = choices[0].attribute_id
    return AttributeCondition(True, True, attribute_id=attribute, choice_ids=[choice.pk for choice in choices])


@pytest.mark.django_db
@pytest.mark.parametrize("descending", [False, True])
def test_lists_by_terms_are_those_of_the_long_way(monkeypatch: pytest.MonkeyPatch, descending: bool) -> None:
    shop, choices = _furnished(9)
    ProductChannelListing.objects.filter(product=shop.products[4]).update(published_at=timezone.now() + timedelta(days=1))
    hidden = shop.products[5]
    hidden.seller = SellerFactory(status="SUSPENDED")
    hidden.save()
    at = viewpoint(language="en")
    attributes = [
        (_choice(choices[0]),), (_choice(*choices[:3]),), (_choice(choices[1]), _choice(*choices[3:5])),
        (_choice(choices[2], choices[0]), _choice(choices[5])),
    ]  # fmt: skip
    prices = [{}, {"variant_price_from": 30_000}, {"variant_price_to": 55_050}, {"price_from": 20_000, "price_to": 70_000},
              {"variant_price_from": 35_050, "variant_price_to": 45_050}]  # fmt: skip
    order, other = ProductOrder(descending=descending), ProductOrder(Sorting.PRICE)
    seen = 0
    for conditions, price in combinations(attributes, prices):
        filters = ProductFilters(category_ids=[shop.category.pk], attributes=conditions, **price)
        assert terms.narrowed(filters)
        for first in ({"first": 2}, {"last": 2}):
            cursor = None
            while True:
                side = {"after" if "first" in first else "before": cursor} if cursor else {}
                request = PageRequest(**first, **side)
                page = products_page(at=at, page=request, filters=filters, order=order, counted=bool(seen % 2))
                with monkeypatch.context() as patch:
                    patch.setattr(terms, "narrowed", lambda filters: None)
                    long_way = products_page(at=at, page=request, filters=filters, order=order)
                    by_price = products_page(at=at, page=request, filters=filters, order=other) if cursor is None else None
                    expected = long_way.count()
                assert (page.rows, page.cursors, page.has_next) == (long_way.rows, long_way.cursors, long_way.has_next)
                assert page.count() == expected
                if by_price is not None:
                    again = products_page(at=at, page=request, filters=filters, order=other)
                    assert (again.rows, again.count()) == (by_price.rows, expected)
                seen += len(page.rows)
                if not (page.has_next if "first" in first else page.has_previous):
                    break
                cursor = page.end_cursor if "first" in first else page.start_cursor
    assert seen > 40


@pytest.mark.parametrize(
    "filters",
    [
        ProductFilters(),
        ProductFilters(category_ids=[1]),
        ProductFilters(attributes=(AttributeCondition(True, True, attribute_id=1, choice_ids=[1]),)),
        ProductFilters(category_ids=[1], attributes=(AttributeCondition(True, True, attribute_id=1),)),
        ProductFilters(category_ids=[1], attributes=(AttributeCondition(True, True, attribute_id=1, choice_ids=[]),)),
        ProductFilters(category_ids=[1], attributes=(AttributeCondition(True, True, choice_ids=[1]),)),
        ProductFilters(category_ids=[1], attributes=(AttributeCondition(True, True, 1, [1], boolean=True),)),
        ProductFilters(category_ids=[1], attributes=(AttributeCondition(True, True, 1, [1]),), stocked=True),
        ProductFilters(category_ids=[1], attributes=(AttributeCondition(True, True, 1, [1]),), search="silk"),
        ProductFilters(category_ids=[1], attributes=(AttributeCondition(True, True, 1, [1]),), nothing=True),
        ProductFilters(category_ids=[1], attributes=(AttributeCondition(True, True, 1, [1]),), any_of=(ProductFilters(),)),
    ],
)
def test_what_terms_do_not_say_goes_the_long_way(filters: ProductFilters) -> None:
    assert terms.narrowed(filters) is None
