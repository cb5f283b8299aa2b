"""A search for words: all of them must be found, each anywhere."""

import pytest

from marketplace.districts.models import State
from marketplace.kit.searching import MOST_WORDS, all_found, all_in, in_columns, words_of
from tests.factories import StateFactory


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", True), ("pradesh", True), ("PRADESH uttar", True), ("प्रदेश uttar", True), ("uttar tripura", False),
        ("uttar  pra", True), ("%", False), ("uttar _", False), (" ".join(["uttar"] * MOST_WORDS + ["tripura"]), True),
    ],
)  # fmt: skip
@pytest.mark.django_db
def test_each_word_is_found_somewhere(search: str, found: bool) -> None:
    row = StateFactory(name="Uttar Pradesh", name_hi="उत्तर प्रदेश")
    assert all_in(search, [row.name, row.name_hi]) is found
    assert State.objects.filter(all_found(search, in_columns("name", "name_hi"))).exists() is found


def test_so_many_words_are_looked_for() -> None:
    assert words_of(" a  b ") == ["a", "b"]
    assert words_of("a " * 20) == ["a"] * MOST_WORDS
