"""What a query does not want is neither understood nor looked for; what it costs and short names are told by words beside."""

import pytest

from search.language.amounts import Price
from search.language.plain import PLAIN
from search.language.understand import understand
from search.language.vocabulary import STATE, Name, vocabulary_of
from tests.search.vocabulary_of_india import india


@pytest.mark.parametrize(
    "query, refused, words",
    [
        ("saree without gi", ["gi"], ["saree"]), ("saree without any zari", ["zari"], ["saree"]),
        ("kurta not silk", ["silk"], ["kurta"]), ("bina zari saree", ["zari"], ["saree"]), ("बिना ज़री साड़ी", ["जरी"], ["साडी"]),
        ("zari ke bina saree", ["zari"], ["saree"]), ("saree silk nahi chahiye", ["silk"], ["saree"]),
        ("रेशम नहीं सूती", ["रेशम"], ["सूती"]), ("बिना सिला सूट", [], ["बिना", "सिला", "सूट"]), ("not for sale", [], ["not"]),
        ("saree not under 500", [], ["saree", "not"]), ("kurta without", [], ["kurta", "without"]),
    ],
)  # fmt: skip
def test_what_is_not_wanted_is_neither_understood_nor_looked_for(query: str, refused: list[str], words: list[str]) -> None:
    found = understand(query, india())
    assert [part.key for part in found.parts if part.kind == "not"] == refused
    assert not any(part.kind == "gi" for part in found.parts)
    assert [word for word in found.words_beside([]) if word not in PLAIN.stop] == words


@pytest.mark.parametrize("query, most", [("500 wala kurta", 500), ("kurta 1000 wali", 1000), ("२००० वाली साड़ी", 2000)])
def test_who_says_what_it_costs(query: str, most: int) -> None:
    (price,) = [part.price for part in understand(query, india()).parts if part.price]
    assert price == Price(None, most * 100)


@pytest.mark.parametrize("query", ["6 wala set", "lucknow wali 500 g", "500 gram wala", "do wala"])
def test_what_is_counted_costs_nothing(query: str) -> None:
    assert [part for part in understand(query, india()).parts if part.price] == []


def test_a_short_name_of_a_state_needs_a_word_beside_it() -> None:
    states = vocabulary_of([Name(STATE, "UP", "uttar-pradesh")])
    assert understand("dress up", states).parts == ()
    for query in ("up ka itra", "attar from UP"):
        (part,) = understand(query, states).parts
        assert (part.key, part.sure) == ("uttar-pradesh", True)
