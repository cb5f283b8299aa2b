"""Scalars take what they say and refuse everything else, in variables and in literals alike."""

import datetime
from decimal import Decimal as Number
from typing import Any

import pytest
from graphql import GraphQLError, parse_value
from hypothesis import given
from hypothesis import strategies as st

from marketplace.kit.graphql import scalars

UTC = datetime.UTC
IST = datetime.timezone(datetime.timedelta(hours=5, minutes=30))

TAKEN: list[tuple[Any, Any, str, Any]] = [
    (scalars.Date, "2026-11-23", '"2026-11-23"', datetime.date(2026, 11, 23)),
    (
        scalars.DateTime,
        "2026-11-23T12:30:00+05:30",
        '"2026-11-23T12:30:00+05:30"',
        datetime.datetime(2026, 11, 23, 12, 30, tzinfo=IST),
    ),
    (scalars.DateTime, "2026-11-23T12:30:00Z", '"2026-11-23T12:30:00Z"', datetime.datetime(2026, 11, 23, 12, 30, tzinfo=UTC)),
    (scalars.DateTime, "2026-11-23T12:30:00", '"2026-11-23T12:30:00"', datetime.datetime(2026, 11, 23, 12, 30, tzinfo=UTC)),
    (scalars.DateTime, "2026-11-23", '"2026-11-23"', datetime.datetime(2026, 11, 23, tzinfo=UTC)),
    (scalars.Decimal, 0.1, "0.1", Number("0.1")),
    (scalars.Decimal, -5, "-5", Number(-5)),
    (scalars.Decimal, "12.50", '"12.50"', Number("12.50")),
    (scalars.Decimal, 1e5, "1e5", Number(100000)),
    (scalars.PositiveDecimal, 0, "0", Number(0)),
    (scalars.PositiveInt, 1, "1", 1),
    (scalars.Day, 0, "0", 0),
    (scalars.JSON, {"a": [1, 2.5, "x", None, True]}, '{a: [1, 2.5, "x", null, true]}', {"a": [1, 2.5, "x", None, True]}),
    (scalars.JSONString, '{"a": 1}', '"{\\"a\\": 1}"', {"a": 1}),
    (scalars.Metadata, {"a": "b"}, '{a: "b"}', {"a": "b"}),
]
WRONG_VALUES: list[tuple[Any, Any]] = [
    *[
        (scalars.Date, wrong)
        for wrong in ("", "2026-02-30", "26-1-1", "2026-11-23T00:00:00", 20261123, None, True, [], "٢٠٢٦-١١-٢٣")
    ],
    *[
        (scalars.DateTime, wrong)
        for wrong in (
            "",
            "now",
            "2026-11-23T25:00:00",
            "9" * 400,
            0,
            True,
            "2026-11-23T12:00:00+99:00",
            "0001-01-01T00:00:00+05:30",
            "9999-12-31T23:59:59-23:59",
        )
    ],
    *[
        (scalars.Decimal, wrong)
        for wrong in ("NaN", "sNaN", "Infinity", "-inf", "1E+999999", "1E+99", "1_000", "١", "", True, None, [], {}, 10**400)
    ],
    *[(scalars.Decimal, wrong) for wrong in (float("nan"), float("inf"), 1e300, 10**16, "0." + "1" * 30, "9" * 5000)],
    *[(scalars.PositiveDecimal, wrong) for wrong in (-1, "-0.01", "NaN")],
    *[(scalars.PositiveInt, wrong) for wrong in (0, -1, 2**31, 1.0, "1", True, None)],
    *[(scalars.UUID, wrong) for wrong in ("", "x" * 32, 5, "{6d2c4dd4-5a33-4a5e-8a3c-6a1a2f1c0f2e}")],
    *[(scalars.JSONString, wrong) for wrong in ("", "{", "NaN", "[" * 20 + "]" * 20, '"' + "a" * 40_000 + '"', {}, 1)],
    *[(scalars.Metadata, wrong) for wrong in ({"a": 1}, [], "x", {"a": None})],
]
WRONG_LITERALS = [
    (scalars.Date, "20261123"), (scalars.DateTime, "1"), (scalars.Decimal, "true"), (scalars.Decimal, "1e999"),
    (scalars.Decimal, '"1E+999999"'), (scalars.Decimal, "9" * 5000), (scalars.PositiveInt, "9" * 5000),
    (scalars.PositiveInt, "1.0"), (scalars.Day, "-1"), (scalars.JSON, "1e999"), (scalars.JSON, "[" * 30 + "]" * 30),
    (scalars.JSON, "NaN"),
    (scalars.UUID, "5"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "value", "literal", "meant"), TAKEN)
def test_values_and_literals_mean_the_same(kind: Any, value: Any, literal: str, meant: Any) -> None:
    assert kind.parse_value(value) == meant
    assert kind.parse_literal(parse_value(literal)) == meant


@pytest.mark.parametrize(("kind", "value"), WRONG_VALUES, ids=lambda part: str(part)[:20])
def test_wrong_values_are_refused(kind: Any, value: Any) -> None:
    with pytest.raises(GraphQLError) as caught:
        kind.parse_value(value)
    assert caught.value.extensions == {"code": "BAD_USER_INPUT"}


@pytest.mark.parametrize(("kind", "literal"), WRONG_LITERALS, ids=lambda part: str(part)[:20])
def test_wrong_literals_are_refused(kind: Any, literal: str) -> None:
    with pytest.raises(GraphQLError) as caught:
        kind.parse_literal(parse_value(literal))
    assert caught.value.extensions == {"code": "BAD_USER_INPUT"}


def test_moments_are_in_utc_since_postgresql_knows_fewer_offsets() -> None:
    moment = scalars.DateTime.parse_value("2026-11-23T10:00:00+23:59")
    assert moment.isoformat() == "2026-11-22T10:01:00+00:00"


def test_answers_are_written_as_saleor_writes_them() -> None:
    assert scalars.DateTime.serialize(datetime.datetime(2026, 11, 23, tzinfo=UTC)) == "2026-11-23T00:00:00+00:00"
    assert scalars.Date.serialize(datetime.date(2026, 11, 23)) == "2026-11-23"
    assert scalars.Decimal.serialize(Number("12.50")) == 12.5
    assert scalars.JSONString.serialize({"name": "साड़ी"}) == '{"name":"साड़ी"}'
    with pytest.raises(TypeError):
        scalars.DateTime.serialize(datetime.datetime(2026, 11, 23))  # noqa: DTZ001
    with pytest.raises(ValueError, match="finite"):
        scalars.Decimal.serialize(Number("NaN"))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**14), max_value=10**14, places=4))
def test_every_amount_comes_through_exactly(number: Number) -> None:
    assert scalars.Decimal.parse_value(str(number)) == number


@given(st.one_of(st.text(), st.floats(), st.integers(), st.binary(), st.lists(st.integers()), st.booleans(), st.none()))
def test_nothing_else_than_a_coded_refusal_comes_out(value: Any) -> None:
    for kind in (scalars.Date, scalars.DateTime, scalars.Decimal, scalars.PositiveDecimal, scalars.PositiveInt, scalars.UUID,
                 scalars.JSONString, scalars.Metadata, scalars.Day):  # fmt: skip
        try:
            kind.parse_value(value)
        except GraphQLError as error:
            assert error.extensions == {"code": "BAD_USER_INPUT"}
