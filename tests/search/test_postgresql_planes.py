"""Numbers of many products at once: sums, products, the largest of them are the same as one by one."""

from hypothesis import given
from hypothesis import strategies as st

from search.engines.postgresql.planes import (
    Planes,
    add,
    at_least,
    highest,
    in_bytes,
    largest,
    number,
    places,
    planes_of,
    product,
    total,
)

PRODUCTS = 40
SETS = st.integers(0, 2**PRODUCTS - 1)
ADDED = st.lists(st.tuples(SETS, st.integers(0, 5_000)), max_size=8)


def summed(added: list[tuple[int, int]]) -> tuple[Planes, list[int]]:
    """The planes, and the numbers one by one."""
    planes: Planes = []
    for among, value in added:
        add(planes, among, value)
    return planes, [sum(value for among, value in added if among >> place & 1) for place in range(PRODUCTS)]


def numbers(planes: Planes) -> list[int]:
    whole = in_bytes(planes, PRODUCTS)
    return [number(whole, place) for place in range(PRODUCTS)]


@given(ADDED, ADDED, st.integers(0, 6))
def test_sums_and_products_are_those_of_each(one: list[tuple[int, int]], other: list[tuple[int, int]], shift: int) -> None:
    planes, right = summed(one)
    more, also = summed(other)
    assert numbers(planes) == right
    assert numbers(product(planes, more)) == [a * b for a, b in zip(right, also, strict=True)]
    total(planes, more, shift)
    assert numbers(planes) == [a + (b << shift) for a, b in zip(right, also, strict=True)]


@given(ADDED, SETS, st.integers(0, PRODUCTS + 2), st.integers(0, 12_000))
def test_the_largest_and_all_from_a_number_on_are_found(added: list[tuple[int, int]], among: int, most: int, least: int) -> None:
    planes, right = summed(added)
    inside = [place for place in range(PRODUCTS) if among >> place & 1]
    assert list(places(at_least(planes, among, least))) == [place for place in inside if right[place] >= least]
    top = max((right[place] for place in inside), default=0)
    assert list(places(highest(planes, among))) == [place for place in inside if right[place] == top]
    sure, even = largest(planes, among, most)
    left = most - sure.bit_count()
    chosen = [*places(sure), *list(places(even))[: max(left, 0)]]
    assert (
        sorted((right[place] for place in chosen), reverse=True)
        == sorted((right[place] for place in inside), reverse=True)[:most]
    )
    if even.bit_count() > left:
        assert len({right[place] for place in places(even)}) <= 1


@given(st.binary(max_size=PRODUCTS))
def test_planes_of_bytes_hold_them(values: bytes) -> None:
    whole = in_bytes(planes_of(values), PRODUCTS)
    assert bytes(number(whole, place) for place in range(len(values))) == values
