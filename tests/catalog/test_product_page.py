"""The page of one product: what is chosen, what it costs, where it comes from, what is near; in both languages."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from catalog.attributes import actions as attributes
from catalog.attributes.models import AttributeChoiceTranslation
from catalog.demo.pages import fill_pages
from catalog.media.actions import add
from catalog.products.actions import Legal, ProductWords, add_variant, create, create_type
from catalog.products.models import Product, ProductChannelListing, ProductVariant
from catalog.publication.actions import publish, set_price
from catalog.stock.actions import set_quantity
from marketplace.kit.money import Money
from tests.catalog.uploads import picture, saved
from tests.factories import HsnCodeFactory
from tests.search.shelf import LEGAL, Shelf, open_shop

pytestmark = pytest.mark.django_db
HOSTILE = '"><script>alert(1)</script>'


@pytest.fixture
def shelf() -> Shelf:
    """A shop with two products."""
    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    shelf.put("Tanchoi saree")
    return shelf


def page(client: Client, product: Product, query: str = "", *, prefix: str = "") -> str:
    answer = client.get(f"{prefix}/products/{product.slug}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def main(html: str) -> str:
    """What stands between header and footer."""
    return html.partition("<main")[2].partition("</main>")[0]


def offer_html(html: str) -> str:
    """The part of the page that says what the chosen variant costs."""
    return html.partition('<div id="offer">')[2].partition("<section")[0]


def offer(html: str) -> str:
    """The same as plain words."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", offer_html(html)))


def kurta(shelf: Shelf, *, legal: Legal = LEGAL, name: str = "Kurta", words: str = "Wash by hand.") -> Product:
    """A published product in two colours and two sizes, with a story and a care text, that goes with the first of the shelf."""
    made = {
        slug: attributes.create(slug=slug, name=slug.title(), input_type=kind, entity_type=entity, translations={"hi": hindi})
        for slug, kind, entity, hindi in (
            ("colour", "DROPDOWN", "", "रंग"), ("size", "DROPDOWN", "", "साइज़"), ("story", "RICH_TEXT", "", "कहानी"),
            ("care", "PLAIN_TEXT", "", "देखभाल"), ("goes-with", "REFERENCE", "PRODUCT", "साथ"),
        )
    }  # fmt: skip
    for slug, names in (("colour", {"Red": "लाल", "Blue": "नीला"}), ("size", {"S": "एस", "M": "एम"})):
        for english, hindi in names.items():
            attributes.add_choice(attribute=made[slug], name=english, slug=english.lower(), translations={"hi": hindi})
    kind = create_type(
        slug="kurta", name="Kurta", product_attributes=[made["story"], made["care"], made["goes-with"]],
        variant_attributes=[made["colour"], made["size"]],
    )  # fmt: skip
    product = create(
        seller=shelf.seller, product_type=kind, category=shelf.category, district=shelf.district, name=name, description=words,
        hsn=HsnCodeFactory(), legal=legal,
        attributes={"story": words, "care": words, "goes-with": [shelf.products[0].pk]},
        translations={"hi": ProductWords(name="कुरता")},
    )  # fmt: skip
    for number, (colour, size) in enumerate((("red", "s"), ("red", "m"), ("blue", "s"), ("blue", "m"))):
        variant = add_variant(
            product=product, sku=f"K/{colour}-{size}", name=f"{colour} {size}", attributes={"colour": colour, "size": size}
        )
        price = Money(90_000 + number * 1000, "INR")
        set_price(
            variant=variant, channel=shelf.channel, price=price, full_price=Money(100_000, "INR"), mrp=Money(110_000, "INR")
        )
        set_quantity(variant=variant, warehouse=shelf.seller.warehouses.get(), quantity=number * 4)
    publish(product=product, channel=shelf.channel)
    return product


def pack(shelf: Shelf, product: Product, sku: str, **what: Any) -> ProductVariant:
    """One more variant for 450 rupees, of which there are ten."""
    variant = add_variant(product=product, sku=sku, name=sku, **what)
    set_price(
        variant=variant,
        channel=shelf.channel,
        price=Money(45_000, "INR"),
        full_price=Money(45_000, "INR"),
        mrp=Money(45_000, "INR"),
    )
    set_quantity(variant=variant, warehouse=shelf.seller.warehouses.get(), quantity=10)
    return variant


def test_the_first_that_can_be_had_is_shown(client: Client, shelf: Shelf) -> None:
    said = offer(page(client, kurta(shelf)))
    assert "₹910" in said and "Only 4 left" in said
    assert "Price before ₹1,000" in said and "₹90 less (9 %)" in said and "MRP ₹1,100" in said
    assert "Inclusive of all taxes" in said


def test_a_variant_is_chosen_by_its_sku(client: Client, shelf: Shelf) -> None:
    html = page(client, product := kurta(shelf), "?variant=K/blue-m")
    assert "₹930" in offer(html) and "In stock" in offer(html) and "₹70 less (7 %)" in offer(html)
    assert f'<link rel="canonical" href="http://testserver/products/{product.slug}/">' in html
    assert offer_html(html).count('aria-current="true"') == 2
    # each option leads to the variant that differs in it alone
    assert set(re.findall(r'href="\?variant=([^"]+)"', html)) == {"K/red-m", "K/blue-m", "K/blue-s"}
    out = offer(page(client, product, "?variant=K/red-s"))
    assert "₹900" in out and "Out of stock" in out and "left" not in out


@pytest.mark.parametrize("query", ["?variant=none", "?variant=", "?variant=%00", "?variant=" + "9" * 400, "?variant=SAREE-1-0"])
def test_a_variant_that_there_is_not_changes_nothing(client: Client, shelf: Shelf, query: str) -> None:
    product = kurta(shelf)
    strange = client.get(f"/products/{product.slug}/{query}")
    if strange.status_code == 400:
        assert "%00" in query
        return
    assert offer(strange.content.decode()) == offer(page(client, product))


def test_no_saving_is_claimed_where_there_is_none(client: Client, shelf: Shelf) -> None:
    html = main(page(client, shelf.products[0])).partition("product__shelf")[0]
    assert "<del" not in html and " less (" not in html


def test_what_a_gram_costs_stands_beside_the_net_quantity(client: Client, shelf: Shelf) -> None:
    product = shelf.products[0]
    pack(shelf, product, "HALF", net_quantity=500, net_quantity_unit="GRAM", weight_grams=620)
    pack(shelf, product, "MORE", net_quantity=1500, net_quantity_unit="GRAM")
    half, more = page(client, product, "?variant=HALF"), page(client, product, "?variant=MORE")
    assert "Net quantity: 500 g" in offer(half) and "₹0.90 per g" in offer(half) and "Weighs 620 g packed" in half
    assert "Net quantity: 1.5 kg" in offer(more) and "₹300 per kg" in offer(more)
    assert "per piece" not in offer(page(client, product))


def test_on_sale_from_a_day_to_come(client: Client, shelf: Shelf) -> None:
    product = shelf.products[0]
    begins = timezone.now() + timedelta(days=40)
    ProductChannelListing.objects.filter(product=product).update(available_for_purchase_at=begins)
    for variant in product.variants.all():
        shown = offer(page(client, product, f"?variant={variant.sku}"))
        assert "On sale from" in shown and 'class="stock' not in shown, "what cannot be bought yet is not in stock"
    ProductChannelListing.objects.filter(product=product).update(available_for_purchase_at=timezone.now())
    assert "On sale from" not in offer(page(client, product))


def test_out_of_stock_is_said_in_both_languages(client: Client, shelf: Shelf) -> None:
    product = shelf.put("Gone saree", pieces=0)
    assert "Out of stock" in offer(page(client, product))
    said = offer(page(client, product, prefix="/hi"))
    assert "Out of stock" not in said and re.search("[\u0900-\u097f]", said)


def test_it_is_sent_from_where_it_lies(client: Client, shelf: Shelf) -> None:
    html = page(client, shelf.products[0])
    sent = html.partition("Sent from")[2][:200]
    assert '<a href="/districts/varanasi/">Varanasi</a>, Uttar Pradesh' in sent
    assert 'href="/pages/delivery/"' not in main(html)
    fill_pages()
    html = main(page(client, shelf.products[0]))
    for slug in ("delivery", "returns-and-refunds", "grievance-officer", "gi-badge", "how-odop-works"):
        assert f'href="/pages/{slug}/"' in html, slug
    assert '<a href="/hi/pages/delivery/">' in page(client, shelf.products[0], prefix="/hi")


def test_the_maker_is_disclosed(client: Client, shelf: Shelf) -> None:
    html = main(page(client, shelf.products[0]))
    for words in (
        "Ganga Weavers Producer Company Limited", "12 Madanpura, Varanasi 221001", "tel:+919876543210", "Producer company",
        "mailto:care@ganga.example", f"/sellers/{shelf.seller.slug}/", "Forty families weave together.",
    ):  # fmt: skip
        assert words in html, words


def test_badges_explain_themselves(client: Client, shelf: Shelf) -> None:
    origin = main(page(client, shelf.products[0])).partition('id="origin"')[2].partition("</section>")[0]
    for words in (
        "/gi/banaras-brocades/", "Varanasi", "Ganga Weavers", "AU/99/0001", "made up for a test", "Banarasi silk saree",
        "it is not a mark of quality", "/districts/varanasi/", "/states/uttar-pradesh/", "/crafts/",
    ):  # fmt: skip
        assert words in origin, words


def test_food_bears_its_mark_in_words_too(client: Client, shelf: Shelf) -> None:
    food = Legal(
        generic_name="Sweet", maker_name="M", maker_address="A", consumer_care="C", fssai_licence_no="12345678901234",
        food_mark="VEG", shelf_life_days=1,
    )  # fmt: skip
    html = main(page(client, kurta(shelf, legal=food)))
    for words in ("food-mark--veg", "Vegetarian", "12345678901234", "1 day from packing", "Maximum retail price"):
        assert words in html, words


def test_words_that_are_missing_in_hindi_are_marked(client: Client, shelf: Shelf) -> None:
    html = main(page(client, kurta(shelf), prefix="/hi"))
    assert "<h1>कुरता</h1>" in html
    assert '<div class="prose" lang="en"><p>Wash by hand.</p></div>' in html
    assert '<p class="prose" lang="en">Wash by hand.</p>' in html
    assert "लाल" in html and "रंग" in html
    AttributeChoiceTranslation.objects.all().delete()
    html = main(page(client, Product.objects.get(slug="kurta"), prefix="/hi"))
    assert '<dd lang="en">Red</dd>' in html and '<span lang="en">Blue</span>' in html
    plain = main(page(client, shelf.products[1], prefix="/hi"))
    assert '<h1 lang="en">Tanchoi saree</h1>' in plain and "अंग्रेज़ी में" in plain


def test_hostile_words_are_shown_as_words(client: Client, shelf: Shelf) -> None:
    product = kurta(shelf, name=f"Kurta {HOSTILE}", words=HOSTILE)
    for prefix in ("", "/hi"):
        html = page(client, product, f"?variant={HOSTILE}", prefix=prefix)
        assert "<script>alert" not in html


def test_pictures_open_large_without_a_script(client: Client, shelf: Shelf, hear_news: Callable[[], int]) -> None:
    product = kurta(shelf)
    html = main(page(client, product))
    assert "gallery__open" not in html
    blue = ProductVariant.objects.get(sku="K/blue-m")
    add(product=product, upload=saved(picture(600, 600), "PNG"), alt="Red kurta", translations={"hi": "लाल कुरता"})
    waiting = main(page(client, product))
    assert "The picture is being prepared." in waiting
    add(product=product, upload=saved(picture(500, 600), "PNG"), alt="Blue kurta", variants=[blue])
    hear_news()
    html = main(page(client, product)).partition("product__shelf")[0]
    assert len(re.findall(r'class="gallery__open" href="/media/[^"]+\.webp"', html)) == 2
    assert re.findall(r'alt="([^"]+)"', html) == ["Red kurta", "Blue kurta"]
    # one is fetched at once, the others when they are near
    assert html.count('fetchpriority="high"') == 1
    hindi = main(page(client, product, prefix="/hi"))
    assert 'alt="लाल कुरता"' in hindi and 'alt="Blue kurta" lang="en"' in hindi
    assert re.findall(r'alt="([^"]+)"', main(page(client, product, "?variant=K/blue-m")))[0] == "Blue kurta"


def test_what_stands_near_is_visible_and_is_not_itself(client: Client, shelf: Shelf) -> None:
    product = kurta(shelf)
    hidden = shelf.put("Hidden saree")
    ProductChannelListing.objects.filter(product=hidden).update(is_published=False)
    html = main(page(client, product))
    assert "Kadhwa saree" in html.partition('class="goes-with"')[2].partition("</ul>")[0]
    shelves = html.partition("product__shelf")[2]
    assert "Tanchoi saree" in shelves and "Hidden" not in html
    assert f"/products/{product.slug}/" not in shelves
    # what goes with it is not shown once more
    assert "Kadhwa" not in shelves


def test_a_product_without_variants_can_still_be_read(client: Client, shelf: Shelf) -> None:
    product = shelf.products[0]
    ProductChannelListing.objects.filter(product=product).update(is_published=True)
    product.variants.all().delete()
    html = page(client, product)
    assert "Nothing of it is for sale at the moment." in html


def statements(client: Client, product: Product) -> list[str]:
    texts: list[str] = []

    def note(execute: Callable[..., Any], sql: Any, *rest: Any) -> Any:
        texts.append(str(sql))
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        page(client, product, prefix="/hi")
    return texts


def test_three_of_everything_cost_what_one_costs(client: Client, shelf: Shelf, hear_news: Callable[[], int]) -> None:
    product = shelf.put("Counted saree")
    add(product=product, upload=saved(picture(300, 300), "PNG"), alt="One")
    hear_news()
    fill_pages()
    page(client, product)
    one = statements(client, product)
    for number in range(3):
        add(product=product, upload=saved(picture(300 + number, 400), "PNG"), alt=f"More {number}")
        pack(shelf, product, f"MORE-{number}")
        shelf.put(f"Saree beside it {number}", hindi="साड़ी")
    hear_news()
    three = statements(client, product)
    assert len(one) == len(three), "\n".join(three)
    # inside of a test's transaction, what is held in memory is read anew each time
    assert len({one for one in three if "marketplace_tablechange" not in one}) <= 31
