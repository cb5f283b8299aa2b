"""The plan of the demonstration shops against the reference data: places, laws, prices, words; the same for the same seed."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.db import connection
from pytest_django import DjangoDbBlocker

from catalog.demo.logins import logins
from catalog.demo.places import places
from catalog.demo.plan import ProductPlan, ShopPlan, digest
from catalog.demo.reading import Pair, toml
from catalog.demo.shelves import MOST, chosen
from catalog.demo.shops import SEED, compose
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, OdopProduct, Pincode
from marketplace.gi.models import GiArea, GiTag
from marketplace.sellers.models import Seller
from marketplace.tariff.models import HsnCode
from marketplace.tariff.queries import rates_of
from marketplace.tariff.rules import Verdict, rate_for_inclusive_price

ROOT = Path(__file__).resolve().parents[2]
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
TWICE = re.compile(r"(?<!\S)([^\s\d]+) \1(?![^\s,.;:।])", re.IGNORECASE)
ARTICLES = re.compile(r"\b[Aa] (?!one|on-|us|uni|eu)[aeiouAEIOU]\w*|\b[Aa]n (?!hour|honest|heir)[^aeiouAEIOU\W]\w*")
# The reference maps these GIs to the districts as they were before they were divided, or to the one that bears the name.
ELSEWHERE = {
    "GI0299": "Anakapalli was cut out of Visakhapatnam in 2022",
    "GI0334": "Alluri Sitharama Raju was cut out of Visakhapatnam in 2022",
    "GI0106": "Kakinada was cut out of East Godavari in 2022",
    "GI0142": "Siddipet was cut out of Warangal and Medak in 2016",
    "GI0312": "Katarni rice grows in Bhagalpur, Banka and Munger; the name is mapped to Bhagalpur",
}
# Rupees a gram that the stuff alone costs, or a whole piece: below it no shopper would believe the word.
DEAR = {"silver": 120, "pashmina": 25}


@pytest.fixture(scope="module")
def shops(reference_data: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[ShopPlan]]:
    with django_db_blocker.unblock():
        yield compose(places())


@pytest.fixture(scope="module")
def goods(shops: list[ShopPlan]) -> list[ProductPlan]:
    return [product for shop in shops for product in shop.products]


def words_of(shops: list[ShopPlan]) -> Iterator[tuple[str, Pair]]:
    """Every text that a reader sees, with what it belongs to."""
    for shop in shops:
        yield shop.slug, shop.name
        yield shop.slug, shop.person
        yield shop.slug, shop.story
        for product in shop.products:
            yield from ((product.slug, words) for words in (product.name, product.description, product.summary))
            yield from ((product.slug, words) for words in product.texts.values())
            yield from ((product.slug, variant.name) for variant in product.variants)
            yield from ((product.slug, picture.alt) for picture in product.pictures)


@pytest.mark.django_db
def test_all_districts_of_uttar_pradesh_and_sixty_elsewhere_have_a_shop(shops: list[ShopPlan]) -> None:
    at_home = {shop.place.key for shop in shops if shop.place.state == "Uttar Pradesh"}
    assert at_home == set(District.objects.filter(state__name="Uttar Pradesh").values_list("pk", flat=True))
    assert len(at_home) == 75
    elsewhere = {shop.place.key for shop in shops} - at_home
    assert len(elsewhere) >= 60
    assert len({shop.place.state for shop in shops}) >= 30


def test_there_are_many_sellers_of_every_kind_and_many_products(shops: list[ShopPlan], goods: list[ProductPlan]) -> None:
    assert len(shops) >= 150 and len(goods) >= 700
    assert {shop.kind for shop in shops} == set(Seller.Kind.values)
    assert 0.2 < sum(shop.women_led for shop in shops) / len(shops) < 0.8
    assert {shop.claim for shop in shops} == {"valid", "expired", "early", "none", ""}
    assert all(3 <= len(shop.products) <= 6 for shop in shops)
    assert [shop.number for shop in shops] == list(range(1, len(shops) + 1))


def test_who_owns_a_shop_leads_it(shops: list[ShopPlan]) -> None:
    given = {side: " ".join(group[side] for group in toml("people")["group"].values()) for side in ("women", "men")}
    for shop in shops:
        name = shop.person.en.rsplit(" ", 1)[0]
        woman, man = (re.search(rf"(^|\s){name}/", given[side]) for side in ("women", "men"))
        assert woman or man, shop.person.en
        if shop.kind == "SHG":
            assert woman and shop.women_led, shop.slug
        elif shop.kind in ("ARTISAN", "MSME"):
            assert shop.women_led == bool(woman) or (woman and man), (shop.slug, shop.person.en)
            assert not re.search("(कर रहे|करते|देखते) हैं" if woman else "(कर रही|करती|देखती) हैं", shop.story.hi), shop.story.hi


def test_nothing_bears_the_name_of_another(shops: list[ShopPlan], goods: list[ProductPlan]) -> None:
    for names in (
        [shop.slug for shop in shops], [shop.name.en for shop in shops], [shop.email for shop in shops],
        [product.slug for product in goods], [product.name.en for product in goods],
        [variant.sku for product in goods for variant in product.variants],
    ):  # fmt: skip
        assert [name for name, count in Counter(names).items() if count > 1] == []
    for shop in shops:
        assert len({product.name.hi for product in shop.products}) == len(shop.products), shop.slug


def test_every_text_is_there_in_both_languages_and_each_in_its_own_letters(shops: list[ShopPlan]) -> None:
    for of, words in words_of(shops):
        assert words.en and words.hi, of
        assert not DEVANAGARI.search(words.en), (of, words.en)
        assert not re.search("[A-Za-z]", words.hi), (of, words.hi)
        assert DEVANAGARI.search(words.hi) or re.fullmatch(r"[\d.,× ]+", words.hi), (of, words.hi)


def test_no_text_has_a_gap_a_doubled_word_or_a_wrong_article(shops: list[ShopPlan]) -> None:
    for of, words in words_of(shops):
        for text in (words.en, words.hi):
            assert not re.search(r"[{}|]|  | [,.;:।]|\.\.|,,", text), (of, text)
            assert not TWICE.search(text), (of, text)
        assert not ARTICLES.search(words.en), (of, words.en)
        assert words.en[0] == words.en[0].upper(), (of, words.en)


def test_no_name_is_too_long_for_its_column(shops: list[ShopPlan], goods: list[ProductPlan]) -> None:
    assert max(len(shop.name.en) for shop in shops) <= 120
    assert max(len(words) for product in goods for words in asdict(product.name).values()) <= 120
    assert max(len(words) for product in goods for picture in product.pictures for words in asdict(picture.alt).values()) <= 250


@pytest.mark.django_db
def test_crafts_designations_and_pincodes_are_the_districts_own(shops: list[ShopPlan]) -> None:
    crafts = set(Craft.objects.values_list("code", flat=True))
    designated = dict(OdopProduct.objects.values_list("pk", "district"))
    pins = set(Pincode.objects.values_list("district", "pincode"))
    for shop in shops:
        assert (shop.place.key, shop.pincode) in pins
        for product in shop.products:
            assert not product.craft or product.craft in crafts, product.slug
            assert product.odop is None or designated[product.odop] == shop.place.key, product.slug
    with_odop = {shop.place.key for shop in shops for product in shop.products if product.odop}
    assert {shop.place.key for shop in shops if shop.place.state == "Uttar Pradesh"} <= with_odop


@pytest.mark.django_db
def test_a_gi_is_registered_and_lies_where_the_shop_does(shops: list[ShopPlan]) -> None:
    states: dict[str, set[str]] = {}
    for code, state in GiTag.objects.values_list("code", "states__name"):
        states.setdefault(code, set()).add(state)
    mapped = set(GiArea.objects.values_list("gi_tag__code", "district"))
    unmapped = {shop.gi for shop in shops if shop.gi and (shop.gi, shop.place.key) not in mapped}
    assert unmapped == set(ELSEWHERE)
    for shop in shops:
        assert {product.gi for product in shop.products} == {shop.gi}
        assert not shop.gi or shop.place.state in states[shop.gi], shop.slug
        assert bool(shop.gi) == bool(shop.claim)
        assert bool(shop.valid_from) == (shop.claim in ("valid", "expired", "early"))


@pytest.mark.django_db
def test_every_price_has_a_rate_that_is_consistent_with_it(goods: list[ProductPlan]) -> None:
    rates = rates_of({product.hsn for product in goods})
    assert {product.hsn for product in goods} <= set(HsnCode.objects.values_list("code", flat=True))
    for product in goods:
        assert rates[product.hsn].rates, product.hsn
        for price in {amount for variant in product.variants for amount in (variant.price, variant.full_price)}:
            found = rate_for_inclusive_price(
                rates[product.hsn].rates, day=product.published_at.date(), piece_price_paise=price * 100
            )
            assert found.verdict in (Verdict.KNOWN, Verdict.DEPENDS_ON_GOODS), (product.slug, price, found.verdict)
            assert found.possible, product.slug


def test_prices_weights_and_quantities_can_be_believed(goods: list[ProductPlan]) -> None:
    for product in goods:
        assert product.variants, product.slug
        for variant in product.variants:
            assert 10 <= variant.price <= variant.full_price <= variant.price * 1.6, (product.slug, variant)
            assert variant.abroad is None or variant.abroad / 100 * 84 > variant.price, (product.slug, variant)
            assert 0 < variant.grams <= 20_000 and variant.quantity > 0 and variant.stock >= 0
            if variant.unit in ("GRAM", "MILLILITRE"):
                assert variant.grams >= variant.quantity * 0.88, (product.slug, variant)
            least = DEAR.get(str(product.values.get("material")), 0)
            assert variant.price >= least * variant.grams, (product.slug, variant)
        if "saree" in product.slug:
            assert all(300 <= variant.grams <= 1000 for variant in product.variants), product.slug
            assert product.values["material"] != "silk" or min(variant.price for variant in product.variants) >= 4000, (
                product.slug
            )


def test_food_says_what_is_in_it_and_who_may_sell_it(goods: list[ProductPlan]) -> None:
    food = [product for product in goods if product.product_type == "food"]
    assert len(food) >= 150
    for product in food:
        assert product.texts["ingredients"].en and re.fullmatch(r"1\d{13}", product.fssai), product.slug
        assert product.shelf_life_days and product.shelf_life_days >= 30
    assert not [product for product in goods if product.fssai and product.product_type != "food"]


def test_everybody_has_a_picture_and_half_a_second_one(goods: list[ProductPlan]) -> None:
    assert all([picture.view for picture in product.pictures] in (["whole"], ["whole", "detail"]) for product in goods)
    near = sum(len(product.pictures) == 2 for product in goods) / len(goods)
    assert 0.4 < near < 0.6
    assert len({product.pictures[0].motif for product in goods}) >= 50


SHOWN = {
    " Veena": "veena", "Dholak": "dholak", "Carrom": "carrom", "Football": "football", "Cricket": "cricket", "Teddy": "teddy",
    "Jutti": "juttis", "Wooden Doll": "dolls", "Elephant": "elephant", "Bindi": "bindi", "Meenakari Pendant": "pendant",
    "Meenakari Earrings": "earrings", "Meenakari Bangle": "bangles", "Brass Lota": "vessel",
    "Thali": "tray", "Stone Bowl": "bowl", "Bronze Dancing": "figure", "Temple Lamp": "lamp",
}  # fmt: skip
ELEPHANTS = {"dhokra", "lacquer_toys"}  # which draw nothing else, or animals


def test_a_picture_shows_what_the_name_says(goods: list[ProductPlan]) -> None:
    seen = set()
    for product in goods:
        for word, motif in SHOWN.items():
            drawn = {picture.motif for picture in product.pictures}
            if word in product.name.en.partition(",")[0]:
                seen.add(word)
                assert all(motif in one or one in ELEPHANTS for one in drawn), (product.name.en, drawn)
    assert len(seen) > len(SHOWN) * 2 / 3


def test_collections_are_full_and_show_many_shops(shops: list[ShopPlan]) -> None:
    seller = {product.slug: shop.slug for shop in shops for product in shop.products}
    for name in toml("collections"):
        found = chosen(name, shops)
        assert 3 <= len(found) <= max(MOST, 75) and len(set(found)) == len(found), name
        assert len({seller[slug] for slug in found}) == len(found), name
    assert len(chosen("up-75", shops)) == 75


def test_the_logins_own_shops_of_the_plan(shops: list[ShopPlan]) -> None:
    people = logins(shops)
    owned = {login.seller: f"{login.first_name} {login.last_name}" for login in people if login.seller}
    assert len(owned) == 3 and len({login.email for login in people}) == len(people) == 6
    assert owned.items() <= {shop.slug: shop.person.en for shop in shops}.items()


@pytest.mark.django_db
def test_another_seed_gives_other_shops_in_the_same_places(shops: list[ShopPlan]) -> None:
    other = compose(places(), seed=SEED + 1)
    assert digest(other) != digest(shops)
    assert [shop.place.slug for shop in other] == [shop.place.slug for shop in shops]
    assert {shop.claim for shop in other} == {shop.claim for shop in shops}


def test_a_digest_is_over_every_word_and_price(shops: list[ShopPlan]) -> None:
    shop = shops[0]
    dearer = replace(shop.products[0].variants[0], price=shop.products[0].variants[0].price + 1)
    changed = replace(shop.products[0], variants=(dearer, *shop.products[0].variants[1:]))
    assert digest([replace(shop, products=(changed, *shop.products[1:]))]) != digest([shop])
    assert digest([replace(shop, story=Pair(shop.story.en, "कुछ और"))]) != digest([shop])


def test_the_same_seed_gives_the_same_in_any_process(shops: list[ShopPlan]) -> None:
    held: dict[str, Any] = connection.settings_dict
    address = f"postgres://{quote(held['USER'])}:{quote(held['PASSWORD'])}@{held['HOST']}:{held['PORT']}/{held['NAME']}"
    code = (
        "import django; django.setup()\n"
        "from catalog.demo.places import places; from catalog.demo.plan import digest; from catalog.demo.shops import compose\n"
        "print(digest(compose(places())))"
    )
    for hash_seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT), "DATABASE_URL": address}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == digest(shops)
