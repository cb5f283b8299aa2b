"""What search engines are told of products: all their names in every script, what narrows lists, and when to be seen."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from catalog.products.actions import rate
from catalog.products.models import Product
from catalog.publication.actions import publish, unpublish
from catalog.stock.models import Stock
from marketplace.crafts.models import CraftName
from marketplace.sellers.models import Seller
from search.engines.document import Document
from search.index.queries import documents, product_ids
from search.index.sellers import small_among
from search.ranking.sellers import SmallSellers
from tests.factories import ChannelFactory, DistrictFactory
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> Shelf:
    """A shop with one saree."""
    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    return shelf


def told(*products: Product, version: int = 7) -> Document:
    """The only document of these products."""
    (found,) = documents([product.pk for product in products], version=version)
    return found


def test_a_product_is_told_with_all_that_it_is_called(shelf: Shelf) -> None:
    saree = shelf.products[0]
    assert saree.craft is not None
    CraftName.objects.create(craft=saree.craft, language_code="bn", name="বেনারসি", rank=1)
    words = told(saree).words
    assert words.title == ("Kadhwa saree", "कढ़वा साड़ी")
    assert words.kind[:2] == (shelf.category.name, *shelf.category.translations.values_list("name", flat=True))[:2]
    assert {"Saree", "साड़ी"} <= set(words.kind)
    assert {saree.craft.name, "বেনারসি", "Banaras Brocades and Sarees", "बनारस ब्रोकेड और साड़ियाँ", "Banarasi silk saree"} <= set(
        words.craft
    )
    assert set(words.place) >= {"Varanasi", "वाराणसी", "Benares", "Kashi", "Uttar Pradesh", "उत्तर प्रदेश"}
    assert words.maker[0] == shelf.seller.name
    assert words.about == ("Woven on a pit loom.\nThe border takes eleven days.", "करघे पर बुनी गई।")
    assert all(len(set(part)) == len(part) and "" not in part for part in words)


def test_a_product_is_told_with_what_lists_are_narrowed_by(shelf: Shelf) -> None:
    saree, seller = shelf.products[0], shelf.seller
    found = told(saree)
    assert (found.product, found.channel, found.version, found.slug) == (saree.pk, shelf.channel.pk, 7, saree.slug)
    assert (found.district, found.state) == (shelf.district.pk, shelf.district.state_id)
    assert found.categories == (shelf.category.parent_id, shelf.category.pk)
    assert (found.craft, found.gi_tag, found.odop) == (saree.craft_id, shelf.tag.pk, True)
    assert (found.seller, found.seller_kind, found.women_led) == (seller.pk, seller.kind, seller.women_led)
    assert (found.price_from, found.price_to, found.stocked, found.country) == (12_500_000, 12_550_050, True, "IN")
    (days,) = found.gi_days
    assert days[0] <= timezone.localdate() < days[1]
    assert {f"SAREE-{saree.pk}-0", f"SAREE-{saree.pk}-1", seller.pincode, saree.hsn.code if saree.hsn else ""} <= set(found.codes)
    Stock.objects.update(quantity=0)
    Product.objects.update(district=DistrictFactory())
    assert (told(saree).stocked, told(saree).odop) == (False, False)


def test_a_product_is_told_with_how_it_is_liked_and_made(shelf: Shelf) -> None:
    saree = shelf.products[0]
    assert (told(saree).rating, told(saree).reviews) == (None, 0)
    rate(product=saree, rating=450, reviews=2)
    assert (told(saree).rating, told(saree).reviews) == (450, 2)
    plain = told(saree).quality
    assert 0 < plain < 1
    saree.translations.all().delete()
    assert told(saree).quality < plain


def test_a_product_is_told_whether_its_seller_is_new_or_small(shelf: Shelf) -> None:
    saree, rule = shelf.products[0], SmallSellers(new_days=180, most_products=1)
    assert told(saree).small
    Seller.objects.update(created_at=timezone.now() - timedelta(days=400))
    assert small_among([shelf.seller.pk], rule=rule) == {shelf.seller.pk}
    another = shelf.put("Tanchoi saree")
    assert small_among([shelf.seller.pk], rule=rule) == set() and told(saree).small
    assert small_among([shelf.seller.pk], rule=rule, today=date(2000, 1, 1)) == {shelf.seller.pk}
    unpublish(product=another, channel=shelf.channel)
    assert small_among([shelf.seller.pk], rule=rule) == {shelf.seller.pk}


def test_what_may_not_be_seen_has_a_document_that_says_so(shelf: Shelf) -> None:
    saree, tomorrow = shelf.products[0], timezone.now() + timedelta(days=1)
    assert told(saree).since is not None
    publish(product=saree, channel=shelf.channel, at=tomorrow)
    assert told(saree).since == tomorrow
    unpublish(product=saree, channel=shelf.channel)
    assert told(saree).since is None
    publish(product=saree, channel=shelf.channel)
    Seller.objects.update(status="SUSPENDED")
    assert told(saree).since is None
    assert documents([0], version=1) == []


def test_each_channel_has_a_document_of_its_own(shelf: Shelf) -> None:
    saree, export = shelf.products[0], ChannelFactory(slug="export")
    saree.channel_listings.create(channel=export)
    first, second = documents([saree.pk], version=1)
    assert (first.channel, second.channel) == (shelf.channel.pk, export.pk)
    assert (second.since, second.price_from, second.stocked) == (None, None, False) and first.words == second.words


def test_three_products_cost_what_one_costs_and_all_are_walked_through(shelf: Shelf) -> None:
    def statements() -> int:
        documents(product_ids(most=10), version=1)  # what the names are is read once
        with CaptureQueriesContext(connection) as caught:
            documents(product_ids(most=10), version=1)
        return len(caught)

    one = statements()
    shelf.put("Tanchoi saree")
    shelf.put("Cutwork saree")
    assert statements() == one
    keys = sorted(product.pk for product in shelf.products)
    assert product_ids(most=2) == keys[:2] and product_ids(after=keys[1], most=2) == keys[2:]
