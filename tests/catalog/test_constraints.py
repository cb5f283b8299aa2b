"""The database keeps the promises: each constraint is broken on purpose, past all actions, and refuses by name."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from catalog.attributes.models import AttributeChoiceTranslation, AttributeTranslation
from catalog.categories.models import Category, CategoryAttribute, CategoryTranslation
from catalog.collections.models import CollectionChannelListing, CollectionProduct, CollectionTranslation
from catalog.products.assignments import AttributeAssignment, AttributeAssignmentTranslation
from catalog.products.models import (
    ProductChannelListing,
    ProductLegal,
    ProductLegalTranslation,
    ProductTranslation,
    ProductTypeAttribute,
    ProductTypeTranslation,
    ProductVariantTranslation,
    VariantChannelListing,
)
from catalog.stock.models import Stock
from marketplace.sellers.models import SellerMember, SellerTranslation
from tests import factories as make

pytestmark = pytest.mark.django_db

ROOMS = (
    "catalog.attributes", "catalog.categories", "catalog.collections", "catalog.products", "catalog.stock",
    "marketplace.channels", "marketplace.sellers", "marketplace.accounts",
)  # fmt: skip


def _twice(make_one: Callable[..., Any], **same: Any) -> None:
    make_one(**same)
    make_one(**same)


def _words(table: Any, owner: str, factory: Any, **more: Any) -> None:
    _twice(table.objects.create, **{owner: factory()}, language_code="hi", **more)


def _listing(**columns: Any) -> ProductChannelListing:
    return ProductChannelListing.objects.create(product=make.ProductFactory(), channel=make.ChannelFactory(), **columns)


def _price(price: int, full: int, mrp: int | None = None) -> VariantChannelListing:
    variant, channel = make.ProductVariantFactory(), make.ChannelFactory()
    return VariantChannelListing.objects.create(
        variant=variant, channel=channel, price_minor=price, full_price_minor=full, mrp_minor=mrp
    )


def _value(**columns: Any) -> AttributeAssignment:
    return AttributeAssignment.objects.create(
        **{"product": make.ProductFactory(), "attribute": make.AttributeFactory(), **columns}
    )


def _value_twice(column: str, value: Any) -> None:
    _twice(_value, product=make.ProductFactory(), attribute=make.AttributeFactory(), **{column: value})


def _below_itself() -> None:
    """A category that names itself among its ancestors, past Django."""
    root = make.CategoryFactory()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE catalog_category SET parent_id = id, level = 1, ancestors = ARRAY[id] WHERE id = %s", [root.pk])


def _in_order(listing: type, **same: Any) -> None:
    _twice(listing.objects.create, channel=make.ChannelFactory(), **same)  # type: ignore[attr-defined]


BREAKS: list[tuple[str, Callable[[], Any]]] = [
    ("one_default_channel", lambda: make.ChannelFactory.create_batch(2, is_default=True)),
    ("channel_currency_is_iso", lambda: make.ChannelFactory(currency_code="inr")),
    ("channel_currency_is_iso", lambda: make.ChannelFactory(currency_code="IN")),
    ("channel_sells_at_home", lambda: make.ChannelFactory(default_country="IN", countries=["US"])),
    ("user_email_unique_in_any_case", lambda: [make.UserFactory(email=email) for email in ("a@b.in", "A@b.in")]),
    ("seller_status_known", lambda: make.SellerFactory(status="GREAT")),
    ("seller_kind_known", lambda: make.SellerFactory(kind="BANK")),
    ("seller_pincode_format", lambda: make.SellerFactory(pincode="022100")),
    ("seller_translation_once", lambda: _words(SellerTranslation, "seller", make.SellerFactory, name="x")),
    ("seller_member_once", lambda: _twice(SellerMember.objects.create, seller=make.SellerFactory(), user=make.UserFactory())),
    ("attribute_unit_and_bounds_only_numeric", lambda: make.AttributeFactory(unit="cm")),
    ("attribute_unit_and_bounds_only_numeric", lambda: make.AttributeFactory(minimum=1)),
    ("attribute_bounds_in_order", lambda: make.AttributeFactory(input_type="NUMERIC", minimum=2, maximum=1)),
    ("attribute_entity_only_reference", lambda: make.AttributeFactory(input_type="REFERENCE")),
    ("attribute_entity_only_reference", lambda: make.AttributeFactory(entity_type="PRODUCT")),
    ("attribute_translation_once", lambda: _words(AttributeTranslation, "attribute", make.AttributeFactory, name="x")),
    ("attribute_choice_slug_once", lambda: _twice(make.AttributeChoiceFactory, attribute=make.AttributeFactory(), slug="red")),
    ("choice_translation_once", lambda: _words(AttributeChoiceTranslation, "choice", make.AttributeChoiceFactory, name="x")),
    ("category_level_fits_parent", lambda: make.CategoryFactory(parent=make.CategoryFactory(), ancestors=[], level=0)),
    ("category_level_fits_parent", lambda: make.CategoryFactory(ancestors=[1])),
    ("category_level_fits_parent", lambda: make.CategoryFactory(parent=make.CategoryFactory(), ancestors=[0])),
    ("category_level_counts_ancestors", lambda: make.CategoryFactory(parent=make.CategoryFactory(), level=2)),
    ("category_not_below_itself", _below_itself),
    ("category_translation_once", lambda: _words(CategoryTranslation, "category", make.CategoryFactory, name="x")),
    (
        "category_attribute_once",
        lambda: _twice(CategoryAttribute.objects.create, category=make.CategoryFactory(), attribute=make.AttributeFactory()),
    ),
    ("collection_translation_once", lambda: _words(CollectionTranslation, "collection", make.CollectionFactory, name="x")),
    (
        "collection_product_once",
        lambda: _twice(CollectionProduct.objects.create, collection=make.CollectionFactory(), product=make.ProductFactory()),
    ),
    ("collection_listing_once_per_channel", lambda: _in_order(CollectionChannelListing, collection=make.CollectionFactory())),
    (
        "collection_listing_published_since",
        lambda: _in_order(CollectionChannelListing, collection=make.CollectionFactory(), is_published=True),
    ),
    ("product_type_translation_once", lambda: _words(ProductTypeTranslation, "product_type", make.ProductTypeFactory, name="x")),
    (
        "product_type_attribute_once",
        lambda: _twice(
            ProductTypeAttribute.objects.create, product_type=make.ProductTypeFactory(), attribute=make.AttributeFactory()
        ),
    ),
    ("product_translation_once", lambda: _words(ProductTranslation, "product", make.ProductFactory, name="x")),
    ("legal_translation_once", lambda: _words(ProductLegalTranslation, "legal", lambda: make.ProductFactory().legal)),
    ("fssai_licence_is_14_digits", lambda: make.ProductFactory(legal__fssai_licence_no="1" * 13)),
    ("country_of_origin_is_iso", lambda: make.ProductFactory(legal__country_of_origin="in")),
    ("food_mark_known", lambda: make.ProductFactory(legal__food_mark="VEGAN")),
    ("net_quantity_above_nothing", lambda: make.ProductVariantFactory(net_quantity=0)),
    ("product_rating_in_stars", lambda: make.ProductFactory(rating=99, reviews=1)),
    ("product_rating_in_stars", lambda: make.ProductFactory(rating=501, reviews=1)),
    ("product_rated_by_reviews", lambda: make.ProductFactory(rating=400)),
    ("product_rated_by_reviews", lambda: make.ProductFactory(reviews=1)),
    ("net_quantity_unit_known", lambda: make.ProductVariantFactory(net_quantity_unit="STONE")),
    ("variant_translation_once", lambda: _words(ProductVariantTranslation, "variant", make.ProductVariantFactory, name="x")),
    ("product_listing_once_per_channel", lambda: _in_order(ProductChannelListing, product=make.ProductFactory())),
    (
        "product_listing_published_since",
        lambda: _listing(is_published=True, price_from_minor=1, price_to_minor=1, full_price_from_minor=1, full_price_to_minor=1),
    ),
    ("product_listing_published_with_price", lambda: _listing(is_published=True, published_at=timezone.now())),
    (
        "product_listing_price_range",
        lambda: _listing(price_from_minor=2, price_to_minor=1, full_price_from_minor=2, full_price_to_minor=2),
    ),
    (
        "product_listing_price_range",
        lambda: _listing(price_from_minor=1, price_to_minor=1, full_price_from_minor=2, full_price_to_minor=1),
    ),
    ("product_listing_price_range", lambda: _listing(price_from_minor=1)),
    ("product_listing_price_range", lambda: _listing(price_to_minor=1)),
    ("product_listing_price_range", lambda: _listing(price_from_minor=1, price_to_minor=1)),
    (
        "variant_listing_once_per_channel",
        lambda: _in_order(VariantChannelListing, variant=make.ProductVariantFactory(), price_minor=1, full_price_minor=1),
    ),
    ("variant_price_above_nothing", lambda: _price(0, 1)),
    ("variant_price_believable", lambda: _price(1, 10**12 + 1)),
    ("variant_price_within_full_price", lambda: _price(2, 1)),
    ("variant_price_within_mrp", lambda: _price(1, 2, mrp=1)),
    ("attribute_value_of_product_or_variant", lambda: _value(product=None, plain_text="x")),
    ("attribute_value_of_product_or_variant", lambda: _value(variant=make.ProductVariantFactory(), plain_text="x")),
    ("attribute_value_is_one", lambda: _value()),
    ("attribute_value_is_one", lambda: _value(plain_text="x", boolean=False)),
    ("attribute_value_once", lambda: _value_twice("plain_text", "x")),
    ("attribute_value_once", lambda: _value_twice("choice", make.AttributeChoiceFactory())),
    ("attribute_value_once", lambda: _value_twice("reference_key", 7)),
    (
        "assignment_translation_once",
        lambda: _words(AttributeAssignmentTranslation, "assignment", lambda: _value(plain_text="x"), plain_text="y"),
    ),
    ("warehouse_pincode_format", lambda: make.WarehouseFactory(pincode="22100")),
    (
        "stock_once_per_warehouse",
        lambda: _twice(Stock.objects.create, variant=make.ProductVariantFactory(), warehouse=make.WarehouseFactory()),
    ),
    (
        "stock_covers_allocations",
        lambda: Stock.objects.create(
            variant=make.ProductVariantFactory(), warehouse=make.WarehouseFactory(), quantity=1, allocated=2
        ),
    ),
]


@pytest.mark.parametrize(
    ("constraint", "break_it"), BREAKS, ids=[f"{name}-{place}" for place, (name, _deed) in enumerate(BREAKS)]
)
def test_the_database_refuses(constraint: str, break_it: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        break_it()
    assert refused.value.__cause__.diag.constraint_name == constraint  # type: ignore[union-attr]


def test_every_constraint_of_these_rooms_is_broken_above() -> None:
    declared = {
        constraint.name
        for model in apps.get_models()
        if model.__module__.startswith(ROOMS)
        for constraint in model._meta.constraints
    }
    assert declared == {name for name, _deed in BREAKS}


def test_negative_numbers_do_not_get_in() -> None:
    for row, column in [
        (make.ProductVariantFactory(), "weight_grams"),
        (_price(1, 1), "price_minor"),
        (Stock.objects.create(variant=make.ProductVariantFactory(), warehouse=make.WarehouseFactory()), "quantity"),
    ]:
        with pytest.raises(IntegrityError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**{column: -1})


def test_what_is_referred_to_is_not_deleted() -> None:
    product = make.ProductFactory()
    assert ProductLegal.objects.filter(product=product).exists()
    for protected in (product.category, product.seller, product.product_type, product.district, product.hsn):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute(f"DELETE FROM {protected._meta.db_table} WHERE id = %s", [protected.pk])
    assert Category.objects.filter(pk=product.category_id).exists()


@pytest.mark.parametrize(
    "factory",
    [
        make.ChannelFactory,
        make.SellerFactory,
        make.AttributeFactory,
        make.CategoryFactory,
        make.CollectionFactory,
        make.ProductTypeFactory,
        make.ProductFactory,
        make.WarehouseFactory,
    ],
)
def test_a_slug_stands_for_one_row(factory: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        _twice(factory, slug="same")


def test_an_article_number_stands_for_one_variant() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        _twice(make.ProductVariantFactory, sku="SAME")
