"""What browser tests may ask for: the browser, and a small shop that has one of everything."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from catalog.demo.pages import fill_pages
from catalog.media.actions import add
from search.screens.chromium import ARGUMENTS, chromium
from tests.browser.places import collected
from tests.catalog.uploads import picture, saved
from tests.search.learnt import learn
from tests.search.shelf import Shelf, open_shop


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for the module. Playwright's loop runs in this thread, which Django takes for an async context."""
    if chromium() is None:
        pytest.skip("no Chromium on this machine: pages are not looked at in a browser")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def shelf(transactional_db: None, hear_news: Callable[[], int]) -> Shelf:
    """A shop with a badge and a picture, a product without either, pages of words, and words that are missing in Hindi."""
    shelf = open_shop()
    woven = shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    add(product=woven, upload=saved(picture(640, 800), "PNG"), alt="A saree", translations={"hi": "एक साड़ी"})
    shelf.put("Cotton saree", rupees=900, gi=False, odop=False)
    collected(shelf)
    fill_pages()
    hear_news()
    learn()
    return shelf
