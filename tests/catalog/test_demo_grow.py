"""Large catalogues: what has grown keeps all that the actions promise, is the same for the same seed, and whole or not there."""

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction
from django.db.models import Count, F, Max, Min, Q
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from catalog.attributes import rules
from catalog.attributes.carrying import facts_of
from catalog.categories.models import Category
from catalog.demo.grow.growing import DATASET, grow
from catalog.demo.grow.rota import POOL, seller_of, sellers_of, size_of
from catalog.demo.grow.sheets import TABLES
from catalog.listing.queries import PageRequest, ProductFilters, products_page, visible
from catalog.media.models import ProductMedia
from catalog.origin.queries import origins_of
from catalog.origin.rules import GiReason, OdopReason
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import (
    Product,
    ProductChannelListing,
    ProductTranslation,
    ProductTypeAttribute,
    ProductVariant,
    VariantChannelListing,
)
from catalog.products.values import branch_of
from catalog.publication.queries import lacks_for
from catalog.stock.models import Stock
from marketplace.channels.models import Channel
from marketplace.channels.queries import viewpoint
from marketplace.districts.models import DatasetLoad
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import blocks_or_none
from marketplace.kit.slugs import settle
from marketplace.kit.text import clean
from marketplace.kit.words import PageWords, page_columns
from marketplace.news.models import Event
from marketplace.sellers.models import Seller
from marketplace.tariff.models import HsnCode
from tests.catalog.grown import digest, furnish
from tests.factories import UserFactory

MANY = 400


@pytest.fixture(scope="module")
def grown(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A furnished catalogue to which the command has added `MANY` products in three chunks, by two writers."""
    with django_db_blocker.unblock():
        furnish()
        out = io.StringIO()
        call_command("demo", "grow", "--products", str(MANY), "--chunk", "150", stdout=out)
    yield out.getvalue()
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        ours = [
            model
            for label in ("marketplace", "catalog")
            for model in apps.get_app_config(label).get_models()
            if model._meta.managed
        ]
        cursor.execute(f"TRUNCATE {', '.join(model._meta.db_table for model in ours)} CASCADE")
        connection.close()


pytestmark = pytest.mark.usefixtures("grown", "db")


def _grown() -> "models.QuerySet[Product]":
    return Product.objects.filter(variants__sku__startswith="GROWN-").distinct()


def _numbers(first: int, last: int) -> list[int]:
    """The keys of the products of these numbers."""
    skus = [f"GROWN-{number:08d}-1" for number in range(first, last + 1)]
    return list(ProductVariant.objects.filter(sku__in=skus).order_by("sku").values_list("product", flat=True))


def test_as_many_have_grown_as_were_asked_for(grown: str) -> None:
    assert _grown().count() == MANY == len(_numbers(1, MANY))
    assert "400 of 400 products" in grown and "400 products and 10 sellers" in grown
    assert Seller.objects.count() == 1 + 10
    assert DatasetLoad.objects.get(dataset=DATASET).added == MANY


def test_nothing_stands_in_the_way_of_publication() -> None:
    channels = {row.pk: row for row in Channel.objects.all()}
    listings = ProductChannelListing.objects.filter(product__in=_grown()).select_related("product__category", "product__seller")
    assert listings.count() > MANY
    today = timezone.localdate()
    for place, listing in enumerate(listings.select_related("product__legal").order_by("product", "channel")):
        at = today if place % 4 else timezone.localdate(listing.published_at)  # the rates of then, too
        assert lacks_for(listing.product, channels[listing.channel_id], today=at) == []


def test_each_is_to_be_seen_in_india_and_a_third_abroad() -> None:
    everything = set(_grown().values_list("pk", flat=True))
    for language in ("en", "hi"):
        seen = visible(viewpoint(language=language, channel="india")).filter(visible_in_listings=True)
        assert everything <= set(seen.values_list("product", flat=True))
    abroad = visible(viewpoint(language="en", channel="export")).filter(product__in=everything).count()
    assert MANY * 0.15 < abroad < MANY * 0.6
    page = products_page(
        at=viewpoint(language="hi", channel="india"), page=PageRequest(first=20), filters=ProductFilters(ids=_numbers(1, 20))
    )
    assert len(page.rows) == 20 and {row.language for row in page.rows} == {"hi"}


def test_ranges_follow_from_prices_and_no_price_lies_above_the_mrp() -> None:
    ranges = {
        (product, channel): found
        for product, channel, *found in VariantChannelListing.objects.values_list("variant__product", "channel").annotate(
            Min("price_minor"), Max("price_minor"), Min("full_price_minor"), Max("full_price_minor")
        )
    }
    listed = ProductChannelListing.objects.filter(product__in=_grown())
    for listing in listed:
        assert ranges.pop((listing.product_id, listing.channel_id)) == [
            listing.price_from_minor, listing.price_to_minor, listing.full_price_from_minor, listing.full_price_to_minor,
        ]  # fmt: skip
    assert not {product for product, _channel in ranges} & set(_grown().values_list("pk", flat=True))
    prices = VariantChannelListing.objects.filter(variant__product__in=_grown())
    assert not prices.filter(channel__slug="india").exclude(mrp_minor__gte=F("full_price_minor")).exists()
    assert not prices.filter(channel__slug="export", mrp_minor__isnull=False).exists()
    assert prices.filter(price_minor__lt=F("full_price_minor")).exists()


def test_variants_and_stock() -> None:
    sizes = Counter(_grown().annotate(size=Count("variants")).values_list("size", flat=True))
    assert set(sizes) == {1, 2, 3}
    stocks = Stock.objects.filter(variant__product__in=_grown())
    assert stocks.count() == ProductVariant.objects.filter(product__in=_grown()).count()
    assert not stocks.exclude(warehouse__seller=F("variant__product__seller")).exists()
    assert not stocks.filter(Q(quantity__lt=0) | ~Q(allocated=0)).exists() and stocks.filter(quantity__gt=50).exists()
    for field, most in (("net_quantity", 1_000_000), ("weight_grams", 1_000_000)):
        assert not ProductVariant.objects.exclude(**{f"{field}__gte": 1, f"{field}__lte": most}).exists()
    assert all(
        re.fullmatch(r"GROWN-[0-9]{8}-[1-3]", variant.sku) for variant in ProductVariant.objects.filter(product__in=_grown())
    )


def test_slugs_are_what_the_actions_would_take_and_make() -> None:
    for product in _grown():
        with transaction.atomic():  # the rule for a slug that is given
            assert settle(Product.objects.exclude(pk=product.pk), given=product.slug, name="", otherwise="") == product.slug
    for words in ProductTranslation.objects.filter(product__in=_grown()):
        assert words.slug == page_columns(ProductTranslation, PageWords(name=words.name))["slug"]
        assert words.language_code == "hi" and re.search("[\u0900-\u097f]", words.name)
    assert ProductTranslation.objects.filter(product__in=_grown()).count() == MANY
    names = set(_grown().values_list("name", flat=True))
    assert len(names) == MANY


def test_every_text_is_clean() -> None:
    written = [*{model for model, _columns in TABLES.values()}, *apps.get_app_config("marketplace").get_models()]
    for model in written:
        texts = [field.attname for field in model._meta.concrete_fields if isinstance(field, models.CharField | models.TextField)]
        if model._meta.managed and texts and model._meta.model_name in ("seller", "sellertranslation", *_OURS):
            for row in model._default_manager.values_list(*texts):
                for text in filter(None, row):
                    assert text == clean(text, lines=True) and unicodedata.is_normalized("NFC", text)


_OURS = [model._meta.model_name for model, _columns in TABLES.values()]


def test_rich_text_is_what_the_sanitiser_leaves() -> None:
    rich = [*_grown().values_list("description", flat=True)]
    rich += ProductTranslation.objects.filter(product__in=_grown()).values_list("description", flat=True)
    rich += AttributeAssignment.objects.filter(rich_text__isnull=False).values_list("rich_text", flat=True)
    assert len(rich) > 200
    assert [blocks for blocks in rich if blocks_or_none(blocks) != blocks] == []


def test_attribute_values_are_those_of_type_and_branch_and_kept_the_rules() -> None:
    slots: dict[bool, set[tuple[int, int]]] = {True: set(), False: set()}
    for kind, attribute, for_variants in ProductTypeAttribute.objects.values_list("product_type", "attribute", "for_variants"):
        slots[for_variants].add((kind, attribute))
    branches = {category.pk: set(branch_of(category).attributes) for category in Category.objects.all()}
    carried = AttributeAssignment.objects.select_related("attribute", "choice", "product", "variant__product")
    kinds: Counter[str] = Counter()
    values = list(carried)
    for value in values:
        product = value.product or value.variant.product
        allowed = (product.product_type_id, value.attribute_id) in slots[value.variant is not None]
        assert allowed or (value.variant is None and value.attribute_id in branches[product.category_id])
        kinds[value.attribute.input_type] += 1
        if value.choice:
            assert value.choice.attribute_id == value.attribute_id
    facts = facts_of({value.attribute for value in values})
    for value in carried.filter(number__isnull=False):
        assert rules.values_of(facts[value.attribute.slug], value.number)[0].number == value.number
    assert {"DROPDOWN", "MULTISELECT", "NUMERIC", "BOOLEAN", "PLAIN_TEXT", "RICH_TEXT", "REFERENCE"} <= set(kinds)
    referred = carried.filter(product__in=_grown(), reference_key__isnull=False)
    sellers = dict(Product.objects.values_list("pk", "seller"))
    assert referred and all(sellers[value.reference_key] == value.product.seller_id for value in referred)
    texts = carried.filter(Q(plain_text__isnull=False) | Q(rich_text__isnull=False), product__in=_grown())
    assert not texts.filter(translations=None).exists()


def test_badges_rest_on_registers_and_designations() -> None:
    keys = list(_grown().values_list("pk", flat=True))
    origins = origins_of(keys, viewpoint(language="en", channel="india")).values()
    gi = Counter(origin.gi.reason for origin in origins)
    assert gi[GiReason.AUTHORISED] and gi[GiReason.NO_CLAIM] > gi[GiReason.AUTHORISED]
    odop = Counter(origin.odop_reason for origin in origins)
    assert odop[OdopReason.DESIGNATED] and odop[OdopReason.NO_CLAIM] and not odop[OdopReason.OTHER_DISTRICT]
    assert not _grown().exclude(district=F("seller__district")).exists()
    assert not _grown().filter(gi_tag__isnull=False).exclude(gi_tag__country="India").exists()
    assert not _grown().filter(hsn=None).exists() and HsnCode.objects.filter(product__in=_grown()).distinct().count() > 3


def test_pictures_are_shared_with_products_of_the_same_category() -> None:
    shown = ProductMedia.objects.filter(product__in=_grown()).select_related("product")
    lent = dict(ProductMedia.objects.exclude(product__in=_grown()).values_list("picture", "product__category"))
    assert shown and all(lent[media.picture_id] == media.product.category_id for media in shown)
    assert not shown.filter(translations=None).exists()


def test_a_chunk_is_told_once() -> None:
    told = Counter(kind.removeprefix("catalog.") for kind in Event.objects.values_list("kind", flat=True))
    assert told["ProductsGrown"] == 3
    keys: set[int] = set(_grown().values_list("pk", flat=True))
    for event in Event.objects.filter(kind="catalog.ProductsGrown"):
        keys -= set(range(event.payload["first"], event.payload["last"] + 1))
    assert keys == set()
    assert told["marketplace.SellerApproved"] == told["marketplace.SellerRegistered"] == 10
    assert told["marketplace.GiUserAuthorised"] and not told["ProductCreated"] + told["ProductPublished"]


def _again(**how: Any) -> tuple[str, list[int]]:
    """The digest of the products of such a run, which is taken back, and their numbers."""
    before = DatasetLoad.objects.get(dataset=DATASET).added
    with transaction.atomic():
        for products in how.pop("runs"):
            grow(products=products, writers=0, **how)
        after = DatasetLoad.objects.get(dataset=DATASET).added
        found = digest(_numbers(before + 1, after))
        transaction.set_rollback(True)
    return found, [before + 1, after]


def test_the_same_seed_gives_the_same_however_it_is_cut() -> None:
    once = _again(runs=[60])
    assert once == _again(runs=[60]) == _again(runs=[37, 23]) == _again(runs=[60], chunk=17)
    assert once[1] == [MANY + 1, MANY + 60]
    DatasetLoad.objects.filter(dataset=DATASET).update(version=76)
    assert _again(runs=[60], seed=76)[0] != once[0]


def test_a_second_run_adds_others() -> None:
    first = set(_grown().values_list("slug", flat=True))
    assert grow(products=50, writers=0).products == 50
    assert _grown().count() == MANY + 50 and first < set(_grown().values_list("slug", flat=True))


def test_an_interrupted_run_leaves_whole_chunks_and_goes_on() -> None:
    def interrupt(line: str) -> None:
        if line.startswith("40 of"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        grow(products=100, chunk=20, writers=0, say=interrupt)
    assert _grown().count() == MANY + 40 == DatasetLoad.objects.get(dataset=DATASET).added
    grow(products=60, chunk=20, writers=0)
    assert len(_numbers(1, MANY + 100)) == MANY + 100 == _grown().count()


def test_a_chunk_that_fails_leaves_nothing() -> None:
    ProductVariant.objects.create(
        product=Product.objects.exclude(pk__in=_grown())[0], sku=f"GROWN-{MANY + 25:08d}-1", name="Taken"
    )
    with pytest.raises(Exception, match="sku"), transaction.atomic():
        grow(products=40, chunk=40, writers=0)
    assert len(_numbers(MANY + 1, MANY + 40)) == 1 and DatasetLoad.objects.get(dataset=DATASET).added == MANY


def test_sellers_who_may_not_sell_get_no_more() -> None:
    grow(products=5, writers=0)
    suspended = Product.objects.get(pk=_numbers(MANY + 5, MANY + 5)[0]).seller
    Seller.objects.filter(pk=suspended.pk).update(status=Seller.Status.SUSPENDED)
    before = suspended.products.count()
    grow(products=10, writers=0)
    assert suspended.products.count() == before and _grown().count() == MANY + 15


def test_what_is_mandatory_is_always_there() -> None:
    """Also what an operator has demanded since: attributes that the demonstration knows nothing of."""
    from catalog.attributes import actions as attributes
    from catalog.categories import actions as categories

    demanded = [
        attributes.create(slug="batch", name="Batch", input_type="PLAIN_TEXT"),
        attributes.create(slug="grade", name="Grade", input_type="DROPDOWN"),
        attributes.create(slug="ph", name="pH", input_type="NUMERIC", minimum=4, maximum=9),
    ]
    attributes.add_choice(attribute=demanded[1], slug="a", name="A")
    for root in Category.objects.filter(parent=None):
        for attribute in demanded:
            categories.require_attribute(category=root, attribute=attribute)
    ProductTypeAttribute.objects.update(required=True)
    ProductTypeAttribute.objects.filter(Q(attribute__input_type="REFERENCE") | Q(for_variants=True)).update(required=False)
    grow(products=60, writers=0)
    india = Channel.objects.get(slug="india")
    products = Product.objects.filter(pk__in=_numbers(MANY + 1, MANY + 60)).select_related("category", "seller", "legal")
    assert len(products) == 60
    assert [lacks for product in products if (lacks := lacks_for(product, india, today=timezone.localdate()))] == []


@pytest.mark.parametrize(
    ("table", "words"),
    [("marketplace_hsncode", "zila manage load_reference"), ("catalog_producttype", "zila demo load")],
)
def test_without_ground_it_says_what_to_run_first(table: str, words: str) -> None:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")
        with pytest.raises(Refused, match=words):
            grow(products=10, writers=0)
        transaction.set_rollback(True)


def test_what_is_refused(settings: Any) -> None:
    with pytest.raises(CommandError, match="at least 1"):
        call_command("demo", "grow", "--products", "0")
    with pytest.raises(CommandError, match="seed 75"):
        call_command("demo", "grow", "--products", "5", "--seed", "9")
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="--yes-in-production"):
        call_command("demo", "grow", "--products", "5")
    assert _grown().count() == MANY


def test_the_other_subcommands_are_those_that_were_there(settings: Any) -> None:
    UserFactory(email="operator@zila.example")
    out = io.StringIO()
    call_command("demo", "logins", stdout=out)
    assert "operator@zila.example" in out.getvalue()
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="demonstration shops are loaded only with --yes-in-production"):
        call_command("demo", "load")


def test_writers_are_not_let_into_an_open_transaction() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        grow(products=5)
    assert _grown().count() == MANY


def test_who_sells_what() -> None:
    several = Counter(seller_of(number) for number in range(1, 401))
    assert sum(several.values()) == 400 and all(size_of(seller) == count for seller, count in several.items())
    for first, last in ((1, 1), (1, 400), (37, 41), (130, 905), (399_990, 400_010)):
        assert sellers_of(first, last) == list(dict.fromkeys(seller_of(number) for number in range(first, last + 1)))
    assert len({seller_of(number) for number in range(1, 200_001)}) == POOL and seller_of(200_001) == 0
