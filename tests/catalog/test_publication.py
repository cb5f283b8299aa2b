"""Prices and publication per channel: ranges kept true, MRP held, nothing incomplete to be seen."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from catalog.categories import actions as categories
from catalog.products import actions as products
from catalog.products.models import Product, ProductChannelListing, ProductVariant, VariantChannelListing
from catalog.products.values import write_product_values
from catalog.publication import actions
from catalog.publication.queries import lacks_for
from marketplace.channels.models import Channel
from marketplace.kit.money import Money
from marketplace.kit.refused import Refused
from marketplace.sellers import actions as sellers
from marketplace.tariff.models import GstRate, HsnCode
from tests.announced import announced
from tests.factories import (
    AttributeFactory,
    CategoryFactory,
    ChannelFactory,
    HsnCodeFactory,
    ProductFactory,
    ProductVariantFactory,
    SellerFactory,
)
from tests.side_by_side import side_by_side

pytestmark = pytest.mark.django_db


@pytest.fixture
def india(db: None) -> Channel:
    return ChannelFactory(slug="india")


@pytest.fixture
def export(db: None) -> Channel:
    return ChannelFactory(slug="export", currency_code="USD")


def _price(variant: ProductVariant, channel: Channel, minor: int, **more: int) -> VariantChannelListing:
    currency = channel.currency_code
    rest = {name: Money(amount, currency) for name, amount in more.items()}
    return actions.set_price(variant=variant, channel=channel, price=Money(minor, currency), **rest)


def _range(product: Product, channel: Channel) -> tuple[int | None, ...]:
    listing = ProductChannelListing.objects.get(product=product, channel=channel)
    return listing.price_from_minor, listing.price_to_minor, listing.full_price_from_minor, listing.full_price_to_minor


def _refusal(deed: Any, **given: Any) -> tuple[str, str | None]:
    with pytest.raises(Refused) as refused:
        deed(**given)
    return refused.value.code, refused.value.field


def test_a_price_is_set_and_the_range_follows(india: Channel, export: Channel) -> None:
    product = ProductFactory()
    small, large = ProductVariantFactory.create_batch(2, product=product)
    _price(small, india, 500, full_price=800, mrp=900)
    assert _range(product, india) == (500, 500, 800, 800)
    _price(large, india, 900)
    assert _range(product, india) == (500, 900, 800, 900)
    _price(small, india, 1000, mrp=1000)
    assert _range(product, india) == (900, 1000, 900, 1000)
    _price(large, export, 40)
    assert _range(product, export) == (40, 40, 40, 40) and _range(product, india) == (900, 1000, 900, 1000)
    assert not ProductChannelListing.objects.filter(is_published=True).exists()
    assert announced()[-1] == ("PriceChanged", {"product": product.pk, "variant": large.pk, "channel": "export"})


def test_a_refused_price_changes_nothing(india: Channel) -> None:
    variant = ProductVariantFactory()
    _price(variant, india, 500, mrp=600)
    before = announced()
    for price in (Money(0, "INR"), Money(-5, "INR"), Money(10**12 + 1, "INR"), Money(5, "USD"), Money(601, "INR")):
        with pytest.raises(Refused):
            actions.set_price(variant=variant, channel=india, price=price)
    assert _range(variant.product, india) == (500, 500, 500, 500) and announced() == before


def test_the_mrp_belongs_to_the_variant_in_all_channels_in_rupees(india: Channel, export: Channel) -> None:
    variant, fair = ProductVariantFactory(), ChannelFactory(slug="fair")
    _price(variant, india, 500, mrp=600)
    assert _price(variant, fair, 550).mrp_minor == 600
    assert _price(variant, export, 40).mrp_minor is None
    assert _price(variant, india, 500).mrp_minor == 600
    _price(variant, india, 500, mrp=580)
    assert set(VariantChannelListing.objects.exclude(channel=export).values_list("mrp_minor", flat=True)) == {580}
    changed = [fields["channel"] for name, fields in announced()[-2:] if name == "PriceChanged"]
    assert changed == ["fair", "india"]


def test_no_channel_sells_above_the_mrp_of_another(india: Channel) -> None:
    variant, fair = ProductVariantFactory(), ChannelFactory()
    _price(variant, india, 500, mrp=600)
    rupees = Money(601, "INR")
    assert _refusal(actions.set_price, variant=variant, channel=fair, price=rupees) == ("PRICE_ABOVE_MRP", "price")
    _price(variant, fair, 590)
    low = {"price": Money(500, "INR"), "mrp": Money(580, "INR")}
    assert _refusal(actions.set_price, variant=variant, channel=india, **low) == ("PRICE_ABOVE_MRP", "price")
    assert VariantChannelListing.objects.get(channel=india).mrp_minor == 600


def _two_rates(hsn: HsnCode, valid_from: date) -> None:
    """5 % up to Rs. 2,500, 18 % above."""
    GstRate.objects.create(
        hsn=hsn, valid_from=valid_from, rate=500, threshold_paise=250_000, rate_above=1800, as_printed="5/18",
        confidence="high", source="made up for a test",
    )  # fmt: skip


def _with_threshold(**more: Any) -> ProductVariant:
    hsn = HsnCodeFactory()
    _two_rates(hsn, date(2017, 7, 1))
    return ProductVariantFactory(product=ProductFactory(hsn=hsn), **more)


def test_a_price_without_a_consistent_gst_rate_is_refused_at_entry(india: Channel, export: Channel) -> None:
    variant = _with_threshold()
    given = {"variant": variant, "channel": india, "price": Money(280_000, "INR")}
    assert _refusal(actions.set_price, **given) == ("AMBIGUOUS_TAX_BAND", "price")
    assert not VariantChannelListing.objects.exists() and not ProductChannelListing.objects.exists()
    _price(variant, india, 262_500)
    _price(variant, india, 295_100)
    _price(variant, export, 280_000)
    _price(_with_threshold(net_quantity=2), india, 280_000)


def test_the_band_follows_the_hsn_default_of_the_branch(india: Channel) -> None:
    variant = _with_threshold()
    product = variant.product
    root = CategoryFactory(hsn_default=product.hsn)
    Product.objects.update(hsn=None, category=CategoryFactory(parent=root))
    given = {"variant": variant, "channel": india, "price": Money(280_000, "INR")}
    assert _refusal(actions.set_price, **given) == ("AMBIGUOUS_TAX_BAND", "price")


# Publication ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def priced(india: Channel) -> Product:
    variant = ProductVariantFactory()
    _price(variant, india, 500)
    return variant.product


def test_a_product_is_published_and_taken_off(priced: Product, india: Channel) -> None:
    at = datetime(2026, 11, 1, tzinfo=UTC)
    listing = actions.publish(product=priced, channel=india, at=at, available_for_purchase_at=at + timedelta(days=3))
    listing.refresh_from_db()
    assert (listing.is_published, listing.published_at, listing.available_for_purchase_at) == (True, at, at + timedelta(days=3))
    assert _range(priced, india) == (500, 500, 500, 500)
    actions.unpublish(product=priced, channel=india)
    actions.unpublish(product=priced, channel=india)
    listing.refresh_from_db()
    assert not listing.is_published
    fields = {"product": priced.pk, "channel": "india"}
    assert announced()[-2:] == [("ProductPublished", fields), ("ProductUnpublished", fields)]


def test_without_times_it_is_to_be_seen_and_bought_now(priced: Product, india: Channel) -> None:
    before = timezone.now()
    listing = actions.publish(product=priced, channel=india)
    assert before <= listing.published_at == listing.available_for_purchase_at <= timezone.now()


def test_a_channel_must_be_open_and_a_time_have_a_zone(priced: Product, india: Channel) -> None:
    assert _refusal(actions.publish, product=priced, channel=india, at=timezone.make_naive(timezone.now())) == ("INVALID", "at")
    Channel.objects.update(is_active=False)
    india.refresh_from_db()
    assert _refusal(actions.publish, product=priced, channel=india) == ("CHANNEL_INACTIVE", "channel")


@pytest.mark.parametrize("status", ["PENDING", "SUSPENDED"])
def test_the_seller_must_be_approved(india: Channel, status: str) -> None:
    variant = ProductVariantFactory(product=ProductFactory(seller=SellerFactory(status=status)))
    _price(variant, india, 500)
    assert _refusal(actions.publish, product=variant.product, channel=india) == ("SELLER_NOT_APPROVED", "seller")
    sellers.approve(seller=variant.product.seller)
    actions.publish(product=variant.product, channel=india)


def test_a_variant_must_have_a_price_in_the_very_channel(priced: Product, export: Channel) -> None:
    assert _refusal(actions.publish, product=priced, channel=export) == ("NO_PRICED_VARIANT", "variants")


def test_mandatory_attributes_of_type_and_branch_must_be_carried(india: Channel) -> None:
    cloth, colour, licence = AttributeFactory(slug="cloth"), AttributeFactory(slug="colour"), AttributeFactory(slug="licence")
    kind = products.create_type(
        slug="kind", name="Kind", product_attributes=[cloth], variant_attributes=[colour], required=[cloth, colour]
    )
    root = CategoryFactory()
    categories.require_attribute(category=root, attribute=licence)
    # A branch may add to what the type demands, never take from it.
    categories.require_attribute(category=root, attribute=cloth, required=False)
    product = ProductFactory(product_type=kind, category=CategoryFactory(parent=root))
    variant = products.add_variant(product=product, sku="A", name="A", attributes={"colour": "red"})
    _price(variant, india, 500)
    lacks = [lack.field for lack in lacks_for(product, india, today=date(2026, 11, 23))]
    assert lacks == ["cloth", "licence"]
    write_product_values(product, {"cloth": "Silk"})
    assert _refusal(actions.publish, product=product, channel=india) == ("MISSING_ATTRIBUTE", "licence")
    write_product_values(product, {"licence": "A"})
    actions.publish(product=product, channel=india)
    bare = products.add_variant(product=product, sku="B", name="B")
    given = {"variant": bare, "channel": india, "price": Money(500, "INR")}
    assert _refusal(actions.set_price, **given) == ("MISSING_ATTRIBUTE", "colour")


def test_an_hsn_code_comes_from_the_product_or_its_branch(india: Channel) -> None:
    root = CategoryFactory()
    variant = ProductVariantFactory(product=ProductFactory(hsn=None, category=CategoryFactory(parent=root)))
    _price(variant, india, 500)
    assert _refusal(actions.publish, product=variant.product, channel=india) == ("MISSING_HSN", "hsn")
    root.hsn_default = HsnCodeFactory()
    root.save()
    actions.publish(product=variant.product, channel=india)


def test_declarations_of_the_branch_must_be_made(india: Channel, export: Channel) -> None:
    root = CategoryFactory(declarations=["MRP", "FSSAI"])
    product = ProductFactory(category=CategoryFactory(parent=root, declarations=["SHELF_LIFE"]))
    variant = ProductVariantFactory(product=product)
    _price(variant, india, 500)
    _price(variant, export, 40)
    assert _refusal(actions.publish, product=product, channel=india) == ("MISSING_DECLARATION", "fssai_licence_no")
    product.legal.fssai_licence_no, product.legal.shelf_life_days = "1" * 14, 90
    product.legal.save()
    assert _refusal(actions.publish, product=product, channel=india) == ("MISSING_DECLARATION", "mrp")
    actions.publish(product=product, channel=export)
    _price(variant, india, 500, mrp=500)
    actions.publish(product=product, channel=india)


def test_a_published_product_takes_no_price_that_would_make_it_incomplete(india: Channel) -> None:
    product = ProductFactory(category=CategoryFactory(declarations=["MRP"]))
    first, second = ProductVariantFactory.create_batch(2, product=product)
    _price(first, india, 500, mrp=600)
    actions.publish(product=product, channel=india)
    given = {"variant": second, "channel": india, "price": Money(700, "INR")}
    assert _refusal(actions.set_price, **given) == ("MISSING_DECLARATION", "mrp")
    assert _range(product, india) == (500, 500, 500, 500)
    _price(second, india, 700, mrp=700)
    assert _range(product, india) == (500, 700, 500, 700)


def test_a_rate_that_changed_since_the_price_was_set_is_seen_at_publication(india: Channel) -> None:
    variant = _with_threshold()
    GstRate.objects.update(valid_until=timezone.localdate() + timedelta(days=10), threshold_paise=100_000)
    _price(variant, india, 280_000)
    _two_rates(variant.product.hsn, timezone.localdate() + timedelta(days=11))
    later = timezone.now() + timedelta(days=30)
    assert _refusal(actions.publish, product=variant.product, channel=india, at=later) == ("AMBIGUOUS_TAX_BAND", "price")
    actions.publish(product=variant.product, channel=india)


# At the same moment -----------------------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_the_range_is_true_after_prices_of_all_variants_at_the_same_moment() -> None:
    india, product = ChannelFactory(), ProductFactory()
    variants = ProductVariantFactory.create_batch(6, product=product)
    for turn in (1, 2, 3):
        deeds = [
            lambda variant=variant, minor=100 * turn + place: _price(variant, india, minor)
            for place, variant in enumerate(variants)
        ]
        assert all(isinstance(made, VariantChannelListing) for made in side_by_side(deeds))
        assert _range(product, india) == (100 * turn, 100 * turn + 5) * 2


@pytest.mark.django_db(transaction=True)
def test_publication_and_a_price_at_the_same_moment_leave_nothing_incomplete() -> None:
    india = ChannelFactory()
    product = ProductFactory(category=CategoryFactory(declarations=["MRP"]))
    first, second = ProductVariantFactory.create_batch(2, product=product)
    _price(first, india, 500, mrp=600)
    done = side_by_side(
        [
            lambda: actions.publish(product=product, channel=india),
            lambda: _price(second, india, 700),
        ]
    )
    # Whichever came first, the other saw it: a published product never has a variant without MRP.
    assert [one.code for one in done if isinstance(one, Refused)] == ["MISSING_DECLARATION"]
    published = ProductChannelListing.objects.get().is_published
    assert published != VariantChannelListing.objects.filter(variant=second).exists()
