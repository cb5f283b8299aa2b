"""Whoever follows the links of the pages comes to pages: none is dead, in either language."""

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from catalog.demo.pages import fill_pages
from catalog.media.actions import add
from tests.catalog.uploads import picture, saved
from tests.search.shelf import Shelf, open_shop

_LINK = re.compile(r'<(?:a|form|link)\b[^>]*?\b(?:href|action)="([^"]*)"')
_PICTURE = re.compile(r'<(?:img|source)\b[^>]*?\b(?:src|srcset)="([^"]*)"')


@pytest.fixture
def shelf(db: None, hear_news: Callable[[], int]) -> Shelf:
    """A shop with three products, each with a picture that is ready."""
    shelf = open_shop()
    for place in range(3):
        product = shelf.put(hindi=f"साड़ी {place}")
        add(product=product, upload=saved(picture(640, 400 + place), "PNG"), alt="A saree", translations={"hi": "साड़ी"})
    fill_pages()
    hear_news()
    return shelf


@pytest.mark.parametrize("start", ["/", "/hi/"])
def test_every_link_leads_somewhere(client: Client, shelf: Shelf, start: str) -> None:
    seen, waiting = {start}, [start]
    pictures: set[str] = set()
    while waiting:
        address = waiting.pop()
        answer = client.get(address)
        assert answer.status_code == 200, address
        if not answer["Content-Type"].startswith("text/html"):
            continue
        html = answer.content.decode()
        pictures.update(part.split()[0] for found in _PICTURE.findall(html) for part in unescape(found).split(","))
        for found in _LINK.findall(html):
            assert found, f"an empty link on {address}"
            whole = urlsplit(urljoin(f"http://testserver{address}", unescape(found)))
            where = whole._replace(scheme="", netloc="", fragment="").geturl()
            if whole.netloc == "testserver" and whole.scheme == "http" and not where.startswith("/static/") and where not in seen:
                seen.add(where)
                waiting.append(where)
    assert {"/products/silk-saree-000/", "/pages/gi-badge/"} <= {where.removeprefix("/hi") for where in seen}
    assert len(pictures) >= 3 * 4
    for address in pictures:
        assert client.get(address).status_code == 200, address


def test_the_windows_of_the_home_page_lead_to_what_they_show(client: Client, shelf: Shelf) -> None:
    html = client.get("/").content.decode()
    windows = html[html.index('class="hero__windows"') :].partition("</ul>")[0]
    links = set(_LINK.findall(windows))
    assert links and links <= {f"/products/{product.slug}/" for product in shelf.products}
