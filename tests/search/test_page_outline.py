"""The outline of every page: one first heading, no level left out, landmarks with names, a title of its own."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
from django.test import Client

from catalog.demo.pages import fill_pages
from marketplace.crafts.models import Craft
from marketplace.gi.models import GiTag
from tests.browser.places import collected, failing, pages, places
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
_HEADING = re.compile(r"<h([1-6])\b")
_LANDMARK = re.compile(r"<(nav|aside|search|form(?=[^>]*role=.search)|section(?=[^>]*aria-label))\b([^>]*)>")


@pytest.fixture
def shelf(hear_news: Callable[[], int]) -> Shelf:
    """A shop with a product that bears badges and one that does not."""
    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    # a craft and a GI that are called as the category is
    Craft.objects.update(name="Sarees")
    GiTag.objects.update(name="Sarees", name_hi="साड़ियाँ")
    shelf.put("Cotton saree", rupees=900, gi=False, odop=False)
    collected(shelf)
    fill_pages()
    hear_news()
    return shelf


def test_headings_are_in_order(client: Client, shelf: Shelf) -> None:
    for place in places(shelf):
        html = client.get(place).content.decode()
        levels = [int(level) for level in _HEADING.findall(html)]
        assert levels.count(1) == 1 and levels[0] == 1, (place, levels)
        assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False)), (place, levels)


def test_every_page_has_its_landmarks_and_those_of_a_kind_have_names(client: Client, shelf: Shelf) -> None:
    for place in [*pages(shelf), *failing(shelf)]:
        html = client.get(place).content.decode()
        assert html.count("<main") == 1, place
        assert len(re.findall(r'<header class="site-header', html)) == 1 and html.count('<footer class="site-footer"') == 1, place
        found = _LANDMARK.findall(html)
        names = Counter((kind, *re.findall(r'aria-label(?:ledby)?="([^"]*)"', rest)) for kind, rest in found)
        assert all(count == 1 for count in names.values()), (place, [name for name, count in names.items() if count > 1])
        assert all(len(name) == 2 for name in names if name[0] == "nav"), (place, names)
        for labelled in re.findall(r'aria-(?:labelledby|describedby|controls)="([^"]+)"', html):
            assert all(f'id="{part}"' in html for part in labelled.split()), (place, labelled)


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_each_page_has_a_title_and_a_description_of_its_own(client: Client, shelf: Shelf, prefix: str) -> None:
    listed = [place for place in pages(shelf) if "?" not in place and shelf.products[1].slug not in place]
    heads = [client.get(prefix + place).content.decode().partition("</head>")[0] for place in listed]
    for part in (r"<title>(.*?)</title>", r'<meta name="description" content="(.*?)"'):
        told = [re.search(part, head, re.DOTALL) for head in heads]
        assert all(told), [place for place, one in zip(listed, told, strict=True) if not one]
        texts = Counter(one[1] for one in told if one)
        assert not [text for text, count in texts.items() if count > 1]


@pytest.mark.parametrize("prefix", ["", "/hi"])
def test_no_id_stands_twice_on_a_page(client: Client, shelf: Shelf, prefix: str) -> None:
    for place in places(shelf):
        ids = Counter(re.findall(r'\sid="([^"]*)"', client.get(prefix + place).content.decode()))
        assert not [name for name, count in ids.items() if count > 1], place
