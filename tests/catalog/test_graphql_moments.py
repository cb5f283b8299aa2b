"""Moments in arguments and cursors: with any offset, at both ends of the calendar, they are answered or refused with a code."""

from base64 import b64encode
from datetime import timedelta

import pytest
from django.utils import timezone

from catalog.products.models import Product
from tests.graphql_client import ask, code_of
from tests.search.shelf import open_shop

pytestmark = pytest.mark.django_db

CHANGED = "query($at: DateTime!) { products(first: 5, where: {updatedAt: {range: {gte: $at}}}) { edges { node { name } } } }"
SORTED = """query($c: String!) { products(first: 5, after: $c, sortBy: {field: %s, direction: ASC}, channel: "india") {
  edges { node { name } } } }"""


def test_offsets_that_postgresql_does_not_know_are_taken() -> None:
    open_shop().put("Saree")
    now = timezone.now()
    for offset in ("+23:59", "-23:59", "+15:59", "+16:00", "Z"):
        minutes = 0 if offset == "Z" else int(f"{offset[0]}1") * (int(offset[1:3]) * 60 + int(offset[4:]))
        local = (now + timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%S")
        Product.objects.update(updated_at=now + timedelta(seconds=5))
        assert len(ask(CHANGED, at=local + offset)["products"]["edges"]) == 1, offset
        Product.objects.update(updated_at=now - timedelta(seconds=5))
        assert ask(CHANGED, at=local + offset)["products"]["edges"] == [], offset


@pytest.mark.parametrize("at", ["0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"])
def test_moments_beyond_the_calendar_are_refused(at: str) -> None:
    assert code_of(CHANGED, at=at) == "BAD_USER_INPUT"


@pytest.mark.parametrize("field", ["LAST_MODIFIED_AT", "PUBLISHED_AT", "CREATED_AT"])
def test_forged_cursors_are_refused_or_answered(field: str) -> None:
    shop = open_shop()
    shop.put("Saree")
    query = SORTED % field
    for moment in ("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"):
        forged = b64encode(f'["{moment}",1]'.encode()).decode()
        assert code_of(query, c=forged) == "INVALID_CURSOR"
    for moment, found in (("0001-01-02T00:00:00+23:59", 1), ("9999-12-30T23:59:59-23:59", 0), ("2020-01-01T00:00:00+16:00", 1)):
        forged = b64encode(f'["{moment}",1]'.encode()).decode()
        assert len(ask(query, c=forged)["products"]["edges"]) == found, moment
