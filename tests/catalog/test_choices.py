"""By what a reader chooses among variants: by attributes that cross, by one that tells all apart, else by name."""

from catalog.listing.choices import Choice, choices, first_choice
from catalog.listing.facts import AttributeFact, AttributeValue
from catalog.listing.variants import VariantRow

PLACES = {"colour": 1, "size": 2, "width": 3, "length": 4}


def variant(id: int, *, available: int = 1, price: int = 100) -> VariantRow:
    return VariantRow(id, 1, f"S-{id}", f"Variant {id}", None, f"Variant {id}", None, 1, "PIECE", price, price, None, available)


def facts(**values: str) -> list[AttributeFact]:
    return [
        AttributeFact(PLACES[slug], slug, slug.title(), "DROPDOWN", "", "", [AttributeValue(1, value, value, *[None] * 7)])
        for slug, value in values.items()
    ]


def shown(choice: Choice) -> list[tuple[str, int, bool]]:
    """What each option is called, to which variant it leads, whether it is chosen."""
    return [
        (option.fact.values[0].slug or "" if option.fact else option.variant.name, option.variant.id, option.chosen)
        for option in choice.options
    ]


def test_one_variant_leaves_no_choice() -> None:
    assert choices([variant(1)], {1: facts(colour="red")}, variant(1)) == []


def test_one_attribute_in_which_all_differ_is_one_choice() -> None:
    rows = [variant(1), variant(2)]
    [choice] = choices(rows, {1: facts(colour="red", size="m"), 2: facts(colour="blue", size="m")}, rows[1])
    assert (choice.slug, choice.name) == ("colour", "Colour")
    assert shown(choice) == [("red", 1, False), ("blue", 2, True)]


def test_attributes_that_cross_are_chosen_each() -> None:
    rows = [variant(number) for number in (1, 2, 3, 4)]
    table = {
        1: facts(colour="red", size="s"), 2: facts(colour="red", size="m"),
        3: facts(colour="blue", size="s"), 4: facts(colour="blue", size="m"),
    }  # fmt: skip
    colour, size = choices(rows, table, rows[1])
    # from red in m one comes to blue in m, not to another size
    assert shown(colour) == [("red", 2, True), ("blue", 4, False)]
    assert shown(size) == [("s", 1, False), ("m", 2, True)]


def test_where_there_is_no_such_pair_the_nearest_in_stock_is_led_to() -> None:
    rows = [variant(1), variant(2, available=0), variant(3), variant(4)]
    table = {
        1: facts(colour="red", size="s"), 2: facts(colour="blue", size="m"),
        3: facts(colour="blue", size="l"), 4: facts(colour="red", size="l"),
    }  # fmt: skip
    colour, _size = choices(rows, table, rows[0])
    assert shown(colour) == [("red", 1, True), ("blue", 3, False)]


def test_attributes_that_go_along_with_each_other_are_one_choice_by_name() -> None:
    rows = [variant(1), variant(2)]
    [choice] = choices(rows, {1: facts(width="60", length="90"), 2: facts(width="90", length="150")}, rows[0])
    assert choice.name == "" and shown(choice) == [("Variant 1", 1, True), ("Variant 2", 2, False)]


def test_variants_that_no_attribute_tells_apart_are_chosen_by_name() -> None:
    rows = [variant(1), variant(2), variant(3)]
    for table in ({}, {1: facts(colour="red"), 2: facts(colour="red"), 3: facts(colour="blue")}):
        [choice] = choices(rows, table, rows[0])
        assert [name for name, _id, _chosen in shown(choice)] == ["Variant 1", "Variant 2", "Variant 3"]


def test_prices_are_named_only_where_they_differ() -> None:
    table = {1: facts(colour="red"), 2: facts(colour="blue")}
    same, dearer = [variant(1), variant(2)], [variant(1), variant(2, price=200)]
    assert not choices(same, table, same[0])[0].prices_differ
    assert choices(dearer, table, dearer[0])[0].prices_differ


def test_first_is_what_can_be_had() -> None:
    gone, there = variant(1, available=0), variant(2)
    assert first_choice([gone, there]) == there
    assert first_choice([gone]) == gone
    assert first_choice([]) is None
