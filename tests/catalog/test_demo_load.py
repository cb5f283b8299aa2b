"""Loading the demonstration: by the actions, once, healed after a mishap, refused where it must be; seen as visitors see it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker, Settings

from catalog.attributes.models import Attribute
from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.demo.furnish import furnish, furniture
from catalog.demo.load import DATASET, load
from catalog.demo.logins import PASSWORD
from catalog.demo.opening import Opener
from catalog.demo.places import places
from catalog.demo.plan import ProductPlan, ShopPlan
from catalog.demo.shops import SEED, compose
from catalog.listing.facts import legal_of
from catalog.listing.queries import ProductFilters, ProductRow, products_page
from catalog.origin.queries import origins_of, today_of
from catalog.origin.rules import GiReason, OdopReason
from catalog.products.models import Product, ProductType, ProductVariant
from catalog.stock.models import Stock, Warehouse
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.channels.queries import viewpoint
from marketplace.districts.models import DatasetLoad
from marketplace.gi.models import AuthorisedUser
from marketplace.kit.paging import PageRequest
from marketplace.kit.refused import Refused
from marketplace.news.models import Event
from marketplace.sellers.models import Seller, SellerMember
from tests.announced import announced

FEW = 5
REASONS = {
    "valid": GiReason.AUTHORISED, "expired": GiReason.EXPIRED, "early": GiReason.NOT_YET_VALID,
    "none": GiReason.NOT_AUTHORISED, "": GiReason.NO_CLAIM,
}  # fmt: skip


@pytest.fixture(scope="module")
def plan(reference_data: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[ShopPlan]]:
    """What is to be; the furniture, which takes longest, stands already for all tests of the module."""
    tables = (Channel, Attribute, ProductType, Category, Event)
    with django_db_blocker.unblock(), transaction.atomic():
        furnish()
    with django_db_blocker.unblock():
        yield compose(places())
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(model._meta.db_table for model in tables)} CASCADE")
        connection.close()


@pytest.fixture
def loaded(plan: list[ShopPlan], db: None) -> list[ShopPlan]:
    """The first shops stand."""
    load(most=FEW)
    return plan[:FEW]


@pytest.fixture
def one_shop(plan: list[ShopPlan], db: None) -> ShopPlan:
    """The first shop stands."""
    load(most=1)
    return plan[0]


def goods(shops: list[ShopPlan]) -> dict[str, ProductPlan]:
    return {product.slug: product for shop in shops for product in shop.products}


def counted() -> Counter[str]:
    """How many rows there are of what a load makes."""
    models = (Seller, Warehouse, Product, ProductVariant, Stock, AuthorisedUser, Collection, User, SellerMember)
    return Counter({model.__name__: model.objects.count() for model in models})


def seen(language: str = "en", channel: str = "india") -> dict[str, ProductRow]:
    """What a visitor finds in the lists."""
    page = products_page(at=viewpoint(language=language, channel=channel), page=PageRequest(first=100), filters=ProductFilters())
    assert not page.has_next
    return {row.slug: row for row in page.rows}


def test_all_that_is_planned_stands_and_everything_was_announced(loaded: list[ShopPlan]) -> None:
    wanted = goods(loaded)
    assert set(Seller.objects.values_list("slug", flat=True)) == {shop.slug for shop in loaded}
    assert set(Product.objects.values_list("slug", flat=True)) == set(wanted)
    stocked = dict(Stock.objects.values_list("variant__sku", "quantity"))
    assert stocked == {variant.sku: variant.stock for product in wanted.values() for variant in product.variants}
    heard = Counter(kind for kind, _payload in announced())
    abroad = sum(any(variant.abroad for variant in product.variants) for product in wanted.values())
    prices = sum(1 + bool(variant.abroad) for product in wanted.values() for variant in product.variants)
    assert heard["SellerRegistered"] == heard["SellerApproved"] == FEW
    assert heard["ProductCreated"] == len(wanted) and heard["ProductPublished"] == len(wanted) + abroad
    assert heard["PriceChanged"] == prices
    assert heard["GiUserAuthorised"] == sum(shop.claim in ("valid", "expired", "early") for shop in loaded)


def test_every_product_is_seen_at_home_and_some_abroad_in_both_languages(loaded: list[ShopPlan]) -> None:
    wanted = goods(loaded)
    at_home, in_hindi = seen(), seen("hi")
    declared = legal_of([row.id for row in in_hindi.values()], "hi")
    assert set(at_home) == set(in_hindi) == set(wanted)
    for slug, product in wanted.items():
        prices = sorted(variant.price * 100 for variant in product.variants)
        assert at_home[slug].name == product.name.en and in_hindi[slug].name == product.name.hi
        assert in_hindi[slug].language == "hi"
        assert declared[in_hindi[slug].id].generic_name == product.generic_name.hi
        assert (at_home[slug].price_from, at_home[slug].price_to) == (prices[0], prices[-1])
    assert set(seen(channel="export")) == {slug for slug, it in wanted.items() if any(variant.abroad for variant in it.variants)}


@pytest.mark.django_db
def test_each_state_of_a_claim_shows_its_badge_or_the_reason(plan: list[ShopPlan]) -> None:
    opener = Opener(furniture())
    shops = [next(shop for shop in plan if shop.claim == claim) for claim in REASONS]
    for shop in shops:
        opener.open(shop)
    at = viewpoint(language="en", channel="india")
    rows = seen()
    origins = origins_of([row.id for row in rows.values()], at)
    for shop in shops:
        for product in shop.products:
            origin = origins[rows[product.slug].id]
            assert origin.gi.reason is REASONS[shop.claim], shop.slug
            assert (origin.gi.badge is not None) == (shop.claim == "valid")
            assert origin.place.district_id == shop.place.key
            assert origin.odop_reason is (OdopReason.DESIGNATED if product.odop else OdopReason.NO_CLAIM)
            if origin.gi.badge:
                assert origin.gi.badge.authorised_user == shop.name.en
                said = origins_of([rows[product.slug].id], replace(at, language="hi"))[rows[product.slug].id].gi.badge
                assert said and said.authorised_user == shop.name.hi
                assert origin.gi.badge.valid_from <= today_of(at) <= origin.gi.badge.valid_until


def test_a_second_load_makes_nothing_and_asks_little(one_shop: ShopPlan) -> None:
    before, heard = counted(), len(announced())
    with CaptureQueriesContext(connection) as caught:
        again = load(most=1)
    assert (again.shops, again.products, again.pictures, again.skipped) == (0, 0, 0, 1)
    assert len(caught) <= 3
    assert counted() == before and len(announced()) == heard


def test_more_shops_join_those_that_are_there(one_shop: ShopPlan, plan: list[ShopPlan]) -> None:
    more = load(most=2)
    assert (more.shops, more.products, more.skipped) == (1, len(plan[1].products), 1)
    assert set(seen()) == set(goods(plan[:2]))
    assert DatasetLoad.objects.filter(dataset=DATASET).count() == 1


@pytest.mark.django_db
def test_an_interrupted_load_is_healed_and_nothing_is_there_twice(plan: list[ShopPlan]) -> None:
    load(most=1)
    obstacle = ProductVariant.objects.order_by("pk")[0]
    its_own = obstacle.sku
    ProductVariant.objects.filter(pk=obstacle.pk).update(sku=plan[3].products[-1].variants[-1].sku)
    with pytest.raises((DatabaseError, Refused)):
        load(most=FEW)
    standing = set(Seller.objects.values_list("slug", flat=True))
    assert standing == {shop.slug for shop in plan[:3]}, "the fourth shop leaves nothing behind"
    assert set(Product.objects.values_list("slug", flat=True)) == set(goods(plan[:3]))
    ProductVariant.objects.filter(pk=obstacle.pk).update(sku=its_own)
    healed = load(most=FEW)
    assert (healed.shops, healed.skipped) == (FEW - 3, 3)
    variants = sum(len(product.variants) for product in goods(plan[:FEW]).values())
    found = counted()
    assert (found["Seller"], found["Warehouse"], found["Product"]) == (FEW, FEW, len(goods(plan[:FEW])))
    assert found["ProductVariant"] == found["Stock"] == variants
    assert load(most=FEW).shops == 0


def test_another_seed_is_refused_and_changes_nothing(one_shop: ShopPlan) -> None:
    before = counted()
    with pytest.raises(Refused) as refused:
        load(seed=SEED + 1, most=1)
    assert refused.value.code == "OTHER_SEED"
    with pytest.raises(CommandError, match="another seed"):
        call_command("load_demo", "--seed", str(SEED + 1), "--shops", "1", stdout=StringIO())
    assert counted() == before


def test_the_logins_work_and_are_listed(one_shop: ShopPlan) -> None:
    people = User.objects.filter(email__endswith="@zila.example")
    assert people.count() == 6 and all(person.check_password(PASSWORD) and person.is_active for person in people)
    assert [person.email for person in people if person.is_staff] == ["operator@zila.example"]
    said = StringIO()
    call_command("demo_logins", stdout=said)
    lines = said.getvalue().splitlines()
    assert {line.split()[0] for line in lines} == {person.email for person in people}
    assert all(PASSWORD in line for line in lines)


@pytest.mark.django_db
def test_a_seller_who_can_sign_in_acts_for_the_own_shop(plan: list[ShopPlan]) -> None:
    number = next(shop.number for shop in plan if shop.family == "moonj")
    load(most=number)
    member = SellerMember.objects.get()
    assert member.user.email.startswith("seller") and member.seller.slug == plan[number - 1].slug
    assert f"{member.user.first_name} {member.user.last_name}" == plan[number - 1].person.en


@pytest.mark.django_db
def test_production_is_asked_twice_and_gets_no_logins(plan: list[ShopPlan], settings: Settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="--yes-in-production"):
        call_command("load_demo", "--shops", "1", stdout=StringIO())
    assert not Seller.objects.exists()
    assert load(most=1).shops == 1
    assert not User.objects.exists()
    said = StringIO()
    call_command("demo_logins", stdout=said)
    assert said.getvalue() == ""
