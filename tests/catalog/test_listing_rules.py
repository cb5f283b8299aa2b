"""When a product that is to be seen may be bought."""

from datetime import UTC, datetime, timedelta

from catalog.listing.rules import begins_later

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_sale_without_a_beginning_is_on() -> None:
    assert begins_later(None, NOW) is None


def test_a_sale_is_on_from_its_very_moment() -> None:
    assert begins_later(NOW, NOW) is None and begins_later(NOW - timedelta(seconds=1), NOW) is None
    later = NOW + timedelta(microseconds=1)
    assert begins_later(later, NOW) == later
