"""`bench pages` from end to end with tiny numbers: its servers start, every kind of page answers, is weighed and counted."""

from typing import Any

import pytest
from django.db import connection

from search.bench import addresses, pages
from tests.browser.places import collected
from tests.catalog.test_bench_catalogue import _address
from tests.search.shelf import open_shop


@pytest.fixture
def shop(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two products in a collection, and pages of words."""
    from catalog.demo.pages import fill_pages

    shelf = open_shop()
    shelf.put("Kadhwa saree", hindi="कढ़वा साड़ी")
    shelf.put("Cotton saree")
    collected(shelf)
    fill_pages()
    monkeypatch.setenv("DATABASE_URL", _address())
    connection.close()


def test_every_kind_of_page_is_measured_in_both_languages(shop: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "COUNTED", 2)
    monkeypatch.setattr(pages, "TOLD_EVERY", 0)
    told: list[str] = []
    options: dict[str, Any] = {
        "products": 2, "database": connection.settings_dict["NAME"], "keep": True, "rounds": 1, "pages": 2, "only": [],
    }  # fmt: skip
    pages.run(options, told.append)
    names = [*addresses.ALONE, *addresses.BY_SLUG, "products", "filtered", "search"]
    assert told[0] == pages.HEADER
    assert [line.split()[:2] for line in told[1:-1]] == [[name, language] for name in names for language in ("en", "hi")]
    assert all(line.endswith(("PASS", "over")) for line in told[1:-1])
    assert told[-1].startswith("over 30 ms: ")


def test_the_least_of_the_rounds_counts_and_says_whether_it_is_fast() -> None:
    kind = addresses.Kind("home", "en", ("/",))
    measured = pages.Measured(kind, 1000, 4000, 5, [(40.0, 60.0, 30.0, 2.0), (29.0, 70.0, 20.0, 1.0)])
    assert measured.is_fast and measured.line().split() == [
        "home",
        "en",
        "29.0",
        "60.0",
        "20.0",
        "29.0",
        "5.0",
        "1.0",
        "4.0",
        "PASS",
    ]
    slow = pages.Measured(kind, 1, 1, 1, [(30.1, 60.0, 1.0, 1.0)])
    assert not slow.is_fast and slow.line().endswith("over")
