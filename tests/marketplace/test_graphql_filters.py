"""Lists of values in arguments: an empty one allows nothing, one that is too long is refused; words are looked for one by one."""

from typing import Any

import pytest

from marketplace.kit.graphql.filters import MOST_VALUES
from marketplace.kit.ids import global_id
from tests.graphql_client import ask, code_of
from tests.search.shelf import Shelf, open_shop

pytestmark = pytest.mark.django_db
ENUMS = {"categories": "[GiCategoryEnum!]", "kinds": "[SellerKindEnum!]", "schemes": "[String!]", "sectors": "[String!]"}
LISTS = {
    "districts": ("states",),
    "giTags": ("states", "districts", "categories"),
    "sellers": ("districts", "kinds"),
    "odopProducts": ("states", "districts", "schemes", "sectors"),
}
CASES = [(name, argument) for name, arguments in LISTS.items() for argument in arguments]


@pytest.fixture
def shop() -> Shelf:
    return open_shop()


def _values(shop: Shelf, argument: str) -> str:
    """A value that the one row of each list has."""
    return {
        "states": global_id("State", shop.district.state_id), "districts": global_id("District", shop.district.pk),
        "categories": shop.tag.goods_category.upper(), "kinds": shop.seller.kind, "schemes": shop.designation.scheme,
        "sectors": shop.designation.sector,
    }[argument]  # fmt: skip


@pytest.mark.parametrize(("name", "argument"), CASES)
def test_empty_lists_allow_nothing_and_long_ones_are_refused(shop: Shelf, name: str, argument: str) -> None:
    query = f"query($given: {ENUMS.get(argument, '[ID!]')}) {{ {name}(first: 5, {argument}: $given) {{ totalCount }} }}"

    def count(given: Any) -> int:
        return int(ask(query, given=given)[name]["totalCount"])

    one = _values(shop, argument)
    assert (count(None), count([one]), count([])) == (1, 1, 0)
    assert count([one] * MOST_VALUES) == 1
    assert code_of(query, given=[one] * (MOST_VALUES + 1)) == "TOO_MANY"


@pytest.mark.parametrize(
    ("name", "search", "count"),
    [
        ("giTags", "sarees banaras", 1), ("giTags", "साड़ियाँ बनारस", 1), ("giTags", "sarees agra", 0),
        ("odopProducts", "saree banarasi", 1), ("odopProducts", "varanasi silk", 1), ("odopProducts", "वाराणसी साड़ी", 1),
        ("odopProducts", "silk agra", 0),
        ("districts", "kashi benares", 1), ("districts", "वाराणसी varanasi", 1), ("districts", "kashi agra", 0),
    ],
)  # fmt: skip
def test_a_search_looks_for_each_word(shop: Shelf, name: str, search: str, count: int) -> None:
    query = f"query($search: String) {{ {name}(first: 5, search: $search) {{ totalCount }} }}"
    assert ask(query, search=search)[name]["totalCount"] == count
