"""Global ids: there and back, and nothing else gets in."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.kit.ids import global_id, key_of
from marketplace.kit.refused import Refused

kinds = st.sampled_from(["Product", "ProductVariant", "Category", "Seller"])
keys = st.integers(min_value=0, max_value=10**18 - 1)


@given(kinds, keys)
def test_there_and_back(kind: str, key: int) -> None:
    assert key_of(kind, global_id(kind, key)) == key


def test_the_form_is_saleors() -> None:
    assert global_id("Product", 72) == "UHJvZHVjdDo3Mg=="


@given(kinds, kinds, keys)
def test_an_id_of_another_type_is_refused(kind: str, other: str, key: int) -> None:
    if kind != other:
        with pytest.raises(Refused) as refused:
            key_of(kind, global_id(other, key), field="product")
        assert (refused.value.code, refused.value.field) == ("INVALID", "product")


@given(st.text(max_size=60) | st.binary(max_size=40).map(lambda raw: base64.b64encode(raw).decode()))
def test_anything_else_is_refused_or_a_key(value: str) -> None:
    try:
        assert 0 <= key_of("Product", value) < 10**18
    except Refused as refused:
        assert refused.code == "INVALID"


@pytest.mark.parametrize(
    "inside",
    [
        "Product:",
        "Product:-1",
        "Product:1.0",
        "Product:٣",
        "Product:1:2",
        "Product:" + "9" * 19,
        "product:1",
        "1",
        ":1",
        "Product:1\n",
    ],
)
def test_near_misses_are_refused(inside: str) -> None:
    with pytest.raises(Refused):
        key_of("Product", base64.b64encode(inside.encode()).decode())
