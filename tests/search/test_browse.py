"""The pages to browse, through HTTP: what they show, in which language, and what they answer to nonsense."""

import gzip
import re

import pytest
from django.test import Client

from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> Shelf:
    """A shop with one product."""
    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    return shelf


def addresses(shelf: Shelf) -> list[str]:
    """Every page there is for this shop."""
    return [
        "/", "/states/", "/states/uttar-pradesh/", "/districts/varanasi/", "/gi/", f"/gi/{shelf.tag.slug}/", "/categories/",
        f"/categories/{shelf.category.slug}/", "/products/", f"/products/{shelf.products[0].slug}/",
        f"/sellers/{shelf.seller.slug}/",
    ]  # fmt: skip


def page(client: Client, address: str, status: int = 200) -> str:
    """The page's HTML without runs of blanks."""
    answer = client.get(address)
    assert answer.status_code == status, f"{address}: {answer.status_code}"
    return re.sub(r"\s+", " ", answer.content.decode())


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_every_page_answers_in_its_language_and_names_the_other(client: Client, shelf: Shelf, prefix: str) -> None:
    language, other = ("hi", "en") if prefix else ("en", "hi")
    for address in addresses(shelf):
        html = page(client, prefix + address)
        assert f'<html lang="{language}">' in html
        assert html.count("<h1") == 1, address
        assert f'rel="canonical" href="http://testserver{prefix}{address}"' in html
        same = address if other == "en" else f"/hi{address}"
        assert f'hreflang="{other}" href="http://testserver{same}"' in html
        assert 'name="description"' in html, address
        assert " style=" not in html
        assert re.findall(r'<script(?! type="application/ld\+json">| src="[^"]+" nonce="[^"]+")', html) == []
        assert "{{" not in html and "{%" not in html


def test_a_district_shows_its_products_before_the_list_of_its_gi_tags(client: Client, shelf: Shelf) -> None:
    html = page(client, "/districts/varanasi/")
    places = [html.index(f'<h2 id="{part}"') for part in ("known", "products", "gi", "makers")]
    assert places == sorted(places)


def test_categories_of_every_level_are_links(client: Client, shelf: Shelf) -> None:
    html = page(client, "/categories/")
    assert '<h2><a href="/categories/cloth/">Cloth</a></h2>' in html
    assert '<a href="/categories/sarees/">Sarees</a>' in html


def test_a_product_gives_the_reason_only_where_a_gi_is_claimed(client: Client) -> None:
    shelf = open_shop(valid_for=-1)
    claimed, plain = shelf.put("Kadhwa saree"), shelf.put("Cotton saree", gi=False)
    assert "is no longer valid, so there is no badge." in page(client, f"/products/{claimed.slug}/")
    assert "GI badge" not in page(client, f"/products/{plain.slug}/").partition("</main>")[0]


def test_the_language_switch_keeps_place_and_filters(client: Client, shelf: Shelf) -> None:
    html = page(client, "/products/?gi=1&sort=-price&q=saree")
    assert 'href="/hi/products/?q=saree&amp;gi=1&amp;sort=-price"' in html


def test_hindi_words_are_shown_where_there_are_some(client: Client, shelf: Shelf) -> None:
    html = page(client, f"/hi/products/{shelf.products[0].slug}/")
    assert "कढ़वा साड़ी" in html and "वाराणसी" in html and "गंगा बुनकर" in html


def test_english_words_on_hindi_pages_say_so(client: Client, shelf: Shelf) -> None:
    plain = shelf.put("Tanchoi saree")
    html = page(client, f"/hi/products/{plain.slug}/")
    assert '<h1 lang="en">Tanchoi saree</h1>' in html
    assert "अंग्रेज़ी में" in html


def test_product_page_shows_prices_stock_badges_and_declarations(client: Client, shelf: Shelf) -> None:
    html = page(client, f"/products/{shelf.products[0].slug}/")
    for words in (
        "₹1,25,000", "₹1,25,500.50", "Out of stock", "Only 3 left", "GI tagged: Banaras Brocades and Sarees", "AU/99/0001",
        "ODOP product of Varanasi", "Banarasi silk saree", "Ganga Weavers Producer Company Limited", "MRP ₹1,25,500.50",
        "Country of origin", "India", "care@ganga.example", "Woven on a pit loom.",
    ):  # fmt: skip
        assert words in html, words


def test_product_page_says_why_there_is_no_gi_badge(client: Client, db: None) -> None:
    shelf = open_shop(valid_for=-1)
    html = page(client, f"/products/{shelf.put().slug}/")
    assert "GI tagged" not in html
    assert "is no longer valid" in html


def test_district_page_says_what_it_is_known_for(client: Client, shelf: Shelf) -> None:
    html = page(client, "/districts/varanasi/")
    for words in ("Banarasi silk saree", "Banaras Brocades and Sarees", "Ganga Weavers", "Kadhwa saree", "Benares, Kashi"):
        assert words in html, words


def test_seller_page_makes_the_disclosures(client: Client, shelf: Shelf) -> None:
    html = page(client, f"/sellers/{shelf.seller.slug}/")
    for words in ("Ganga Weavers Producer Company Limited", "12 Madanpura", "221001", "+91 98765 43210", "Urdu"):
        assert words in html, words


def test_filters_and_order(client: Client, shelf: Shelf) -> None:
    shelf.put("Cotton saree", rupees=900, gi=False, odop=False)
    assert "Cotton saree" in page(client, "/products/?to=1000") and "Kadhwa" not in page(client, "/products/?to=1,000")
    assert "Cotton saree" not in page(client, "/products/?gi=1")
    assert "Cotton saree" not in page(client, "/products/?odop=1")
    assert "Cotton saree" not in page(client, "/products/?q=kadhwa")
    assert "Nothing matches." in page(client, "/products/?state=nowhere")
    cheap_first = page(client, "/products/?sort=price")
    assert cheap_first.index("Cotton saree") < cheap_first.index("Kadhwa saree")
    assert '<a id="sort-name" href="/products/">By name</a>' in cheap_first


def test_paging_forth_and_back_keeps_the_filters(client: Client, shelf: Shelf) -> None:
    for _number in range(25):
        shelf.put(rupees=500)
    first = page(client, "/products/?to=600")
    forth = re.search(r'rel="next" href="([^"]+)"', first)
    assert forth and "to=600" in forth[1] and "25 products" in first
    second = page(client, forth[1].replace("&amp;", "&"))
    assert "Silk saree 025" in second and "Silk saree 001<" not in second
    back = re.search(r'rel="prev" href="([^"]+)"', second)
    assert back and "Silk saree 001" in page(client, back[1].replace("&amp;", "&"))


def test_gi_register_is_searched_and_filtered(client: Client, shelf: Shelf) -> None:
    assert "Banaras Brocades" in page(client, "/gi/?q=brocade&category=handicraft&state=uttar-pradesh")
    assert "Nothing matches." in page(client, "/gi/?category=natural")
    assert "Nothing matches." in page(client, "/gi/?state=nowhere")


@pytest.mark.parametrize(
    "address",
    ["/states/nowhere/", "/districts/nowhere/", "/gi/nothing/", "/categories/nothing/", "/products/nothing/", "/sellers/nobody/",
     "/nothing", "/hi/products/nothing/"],
)  # fmt: skip
def test_unknown_places_are_404_in_the_right_language(client: Client, shelf: Shelf, address: str) -> None:
    html = page(client, address, status=404)
    assert ("यहाँ कुछ नहीं है" if address.startswith("/hi/") else "There is nothing here") in html


NONSENSE = [
    "after=x", "before=" + "a" * 5000, "after=WzEsMl0=", "after=%E0%A4%B9", "before=a&after=b", "gi=perhaps",
    "from=abc", "to=-1", "from=1e9", "to=99999999999999999999", "from=%E2%85%A7", "state=a/b", "q=" + "x" * 5000,
]  # fmt: skip


def test_nonsense_is_400_with_a_page(client: Client, shelf: Shelf) -> None:
    for query in NONSENSE:
        assert "This address does not make sense to us" in page(client, f"/products/?{query}", status=400), query


HOSTILE = ["' OR 1=1 --", '"; DROP TABLE catalog_product; --', "%", "_", "\\", "<script>alert(1)</script>", "{{ 7*7 }}"]


@pytest.mark.parametrize("name", ["q", "state", "sort", "from", "gi", "after", "category", "anything"])
def test_hostile_text_is_harmless_everywhere(client: Client, shelf: Shelf, name: str) -> None:
    for address in addresses(shelf):
        for words in HOSTILE:
            answer = client.get(address, {name: words})
            assert answer.status_code in (200, 400), (address, words)
            assert b"<script>alert" not in answer.content


def test_pages_are_read_only_doors(client: Client, shelf: Shelf) -> None:
    for address in addresses(shelf):
        assert client.post(address).status_code == 405
        assert client.head(address).status_code == 200
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/products/").status_code == 405


def test_headers_let_caches_keep_pages_for_everyone(client: Client, shelf: Shelf) -> None:
    for address in addresses(shelf):
        answer = client.get(address, headers={"Accept-Language": "hi"})
        assert "public" in answer["Cache-Control"] and "max-age=60" in answer["Cache-Control"]
        assert "Accept-Language" not in answer.get("Vary", "") and "Cookie" not in answer.get("Vary", "")
        assert not answer.cookies
        assert answer["Content-Language"] == "en"


def _unsigned(html: bytes) -> bytes:
    """Without the nonce, which is another each time."""
    return re.sub(rb'nonce="[^"]*"', b"", html)


def test_who_has_a_page_already_is_not_sent_it_again(client: Client, shelf: Shelf) -> None:
    for address in addresses(shelf):
        packed = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert packed["Content-Encoding"] == "gzip"
        plain = client.get(address).content
        assert _unsigned(gzip.decompress(packed.content)) == _unsigned(plain) and len(packed.content) < len(plain) / 2
        again = client.get(address, headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})
        assert again.status_code == 304 and not again.content


def test_robots_and_favicon(client: Client, db: None) -> None:
    assert "Disallow: /graphql/" in client.get("/robots.txt").content.decode()
