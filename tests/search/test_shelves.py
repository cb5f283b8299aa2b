"""Crafts, categories, collections and makers through HTTP; what a search offers beside products; and what they all cost."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from catalog.collections.actions import add_products, create, publish
from catalog.collections.models import CollectionChannelListing
from catalog.menus.links import footer_links, read_menus
from marketplace.crafts.models import Craft, CraftName
from marketplace.gi.models import AuthorisedUser
from tests.factories import CategoryFactory, CollectionFactory, CraftFactory, DistrictFactory, SellerFactory
from tests.search.market import open_market
from tests.search.shelf import Shelf
from tests.search.test_browse_statements import grow, statements

pytestmark = pytest.mark.django_db


@pytest.fixture
def market() -> Shelf:
    """Six products; the craft of the first is zardozi."""
    market = open_market()
    craft = market.products[0].craft
    assert craft is not None
    Craft.objects.filter(pk=craft.pk).update(name="Zardozi", slug="zardozi", category="embroidery", spellings=["zardosi"])
    CraftName.objects.create(craft=craft, language_code="hi", name="ज़रदोज़ी", rank=1)
    CraftName.objects.create(craft=craft, language_code="ur", name="زردوزی", rank=1)
    craft.districts.add(market.district)
    return market


def page(client: Client, address: str, status: int = 200) -> str:
    """The page's HTML without runs of blanks."""
    answer = client.get(address)
    assert answer.status_code == status, f"{address}: {answer.status_code}"
    return re.sub(r"\s+", " ", answer.content.decode())


def test_a_craft_has_its_names_its_districts_and_its_products(client: Client, market: Shelf) -> None:
    html = page(client, "/crafts/zardozi/")
    assert '<h1 lang="en">Zardozi</h1>' in html or "<h1>Zardozi</h1>" in html
    for words in ("Embroidery", "zardosi", '<span lang="hi">ज़रदोज़ी</span> <small>Hindi</small>', '<span lang="ur">زردوزی</span>',
                  'href="/districts/varanasi/"', "Indigo saree", "1 product<"):  # fmt: skip
        assert words in html, words
    assert "Red saree" not in html
    assert "<h1>ज़रदोज़ी</h1>" in page(client, "/hi/crafts/zardozi/")
    page(client, "/crafts/nothing/", status=404)


def test_crafts_stand_kind_by_kind_and_are_found_by_any_name(client: Client, market: Shelf) -> None:
    for name in ("Kantha", "Phulkari"):
        CraftFactory(name=name, slug=name.lower(), category="embroidery")
    html = page(client, "/crafts/")
    assert "<h2>Embroidery</h2>" in html
    for words in ("zardosi", "ज़रदोज़ी", "ZARDOZI"):
        found = page(client, f"/crafts/?q={words}")
        assert 'href="/crafts/zardozi/"' in found and "Kantha" not in found, words
        assert "1 craft<" in found
    assert "Nothing matches." in page(client, "/crafts/?q=nothing-like-it")


def test_a_category_leads_on_with_its_filters_and_counts_what_lies_below(client: Client, market: Shelf) -> None:
    html = page(client, "/categories/cloth/?a-colour=red")
    assert re.search(r'href="/categories/sarees/\?a-colour=red"><span>Sarees</span> <span class="check__count">2<', html)
    assert "Brass lamp" not in html and 'id="filter-category"' not in html
    assert re.search(r'href="/categories/sarees/">Sarees</a> <span class="check__count">3<', page(client, "/categories/"))


def test_a_collection_is_a_page_where_it_is_published(client: Client, market: Shelf) -> None:
    collection = create(name="For the winter", description="Warm things.")
    add_products(collection=collection, products=market.products[:2])
    page(client, "/collections/for-the-winter/", status=404)
    publish(collection=collection, channel=market.channel)
    html = page(client, "/collections/for-the-winter/")
    assert "Warm things." in html and "Red saree" in html and "Brass lamp" not in html
    assert "1 product<" in page(client, "/collections/for-the-winter/?a-colour=red")
    CollectionChannelListing.objects.update(is_published=False)
    page(client, "/collections/for-the-winter/", status=404)


def test_a_maker_says_who_it_is_and_what_may_be_trusted(client: Client, market: Shelf) -> None:
    html = page(client, f"/sellers/{market.seller.slug}/")
    for words in ("Forty families weave together.", "Led by women", "<b>40</b> members", "since <b>1998</b>", "Hindi, Urdu",
                  "In the GI register", "AU/99/0001", "Banaras Brocades and Sarees", "Ganga Weavers Producer Company Limited",
                  "12 Madanpura", "221001", "care@ganga.example", "4 products<"):  # fmt: skip
        assert words in html, words
    assert "Brass lamp" not in html
    AuthorisedUser.objects.update(valid_until=timezone.localdate(), valid_from=timezone.localdate())
    assert "AU/99/0001" in page(client, f"/sellers/{market.seller.slug}/")  # the last day counts
    AuthorisedUser.objects.all().delete()
    assert "In the GI register" not in page(client, f"/sellers/{market.seller.slug}/")


def test_makers_are_listed_by_place_kind_and_who_leads_them(client: Client, market: Shelf) -> None:
    SellerFactory(name="Hidden", slug="hidden", status="PENDING")
    everybody = page(client, "/sellers/")
    assert "2 makers<" in everybody and "Raman and Sons" in everybody and "Hidden" not in everybody
    ours = {"women=1": True, "state=uttar-pradesh": True, "kind=PRODUCER_COMPANY": True, "q=गंगा": True, "q=raman": False,
            "state=kerala": False, "state=kerala&district=palakkad": False}  # fmt: skip
    for query, is_ours in ours.items():
        html = page(client, f"/sellers/?{query}")
        assert "1 maker<" in html, query
        assert ("Ganga Weavers" in html.partition("<main")[2]) == is_ours, query
    assert "Nothing matches." in page(client, "/sellers/?state=nowhere")
    assert "Nothing matches." in page(client, "/sellers/?state=kerala&district=idukki")
    for nonsense in ("kind=NOBODY", "women=perhaps", "state=a/b"):
        page(client, f"/sellers/?{nonsense}", status=400)


def test_makers_are_paged(client: Client, market: Shelf) -> None:
    for number in range(24):
        SellerFactory(name=f"Weaver {number:02d}", slug=f"weaver-{number}", district=market.district)
    forth = re.search(r'rel="next" href="([^"]+)"', page(client, "/sellers/"))
    assert forth and "Weaver 23" in page(client, forth[1].replace("&amp;", "&"))


def test_a_search_shows_places_and_crafts_of_that_name(client: Client, market: Shelf) -> None:
    html = page(client, "/products/?q=varanasi")
    row = html.partition('id="matches"')[2].partition("</section>")[0]
    assert 'href="/districts/varanasi/"' in row
    assert 'href="/crafts/zardozi/"' in page(client, "/products/?q=zardozi")
    assert 'href="/gi/banaras-brocades/"' in page(client, "/products/?q=brocades saree")
    assert 'href="/sellers/raman/"' in page(client, "/products/?q=raman")
    assert 'id="matches"' not in page(client, "/products/")


def test_a_search_for_nothing_offers_ways_on(client: Client, market: Shelf) -> None:
    html = page(client, "/products/?q=purple zardozi")
    assert "Nothing matches." in html
    assert 'href="/crafts/zardozi/"' in html and 'href="/categories/cloth/"' in html and 'href="/states/"' in html
    narrowed = page(client, "/products/?q=saree&to=1")
    assert 'href="/products/?q=saree"' in narrowed and "Nothing matches." in narrowed


def test_menus_lead_to_collections(client: Client, market: Shelf) -> None:
    from catalog.menus.actions import add_item
    from catalog.menus.actions import create as create_menu

    collection = CollectionFactory(name="Winter", slug="winter")
    publish(collection=collection, channel=market.channel)
    add_item(menu=create_menu(name="footer", slug="footer"), name="For the winter", collection=collection)
    assert [(link.name, link.url) for link in footer_links(read_menus())] == [("For the winter", "/collections/winter/")]
    CollectionChannelListing.objects.update(is_published=False)
    assert footer_links(read_menus()) == ()


PAGES: dict[str, Callable[[Shelf], str]] = {
    "crafts": lambda shelf: "/crafts/?q=zardozi",
    "craft": lambda shelf: "/crafts/zardozi/",
    "collection": lambda shelf: "/collections/winter/",
    "makers": lambda shelf: "/sellers/",
    "filtered": lambda shelf: "/categories/cloth/?gi=1&women=1&a-colour=indigo&state=uttar-pradesh&sort=-price",
    "search": lambda shelf: "/products/?q=saree",
    "nothing": lambda shelf: "/products/?q=zardozi purple",
}


@pytest.mark.parametrize("name", PAGES)
def test_three_of_everything_cost_what_one_costs(client: Client, market: Shelf, name: str) -> None:
    collection = create(name="Winter", description="")
    publish(collection=collection, channel=market.channel)
    add_products(collection=collection, products=market.products)
    address = PAGES[name](market)
    grow(market)  # the newest product claims a GI, before and after
    one = statements(client, address)
    craft = market.products[0].craft
    assert craft is not None
    for _time in range(2):
        grow(market)
        market.products[-1].craft = craft
        market.products[-1].save()
        craft.districts.add(DistrictFactory())
        CraftName.objects.create(craft=craft, language_code="hi", name=f"नाम {_time}", rank=2)
        CraftFactory(name=f"Zardozi {_time}", category="embroidery")
        CategoryFactory(parent=market.category.parent)
        add_products(collection=collection, products=market.products[-1:])
    three = statements(client, address)
    assert len(one) == len(three)
    assert all(statement.lstrip(" (\n").startswith("SELECT") for statement in three)
