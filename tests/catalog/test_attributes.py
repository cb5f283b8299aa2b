"""Attributes: made with a type, given choices, and their values checked by that type."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.attributes import actions
from catalog.attributes.models import Attribute, AttributeChoice
from catalog.attributes.rules import AttributeFacts, Value, values_of
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import AttributeFactory


def _facts(input_type: str, **more: Any) -> AttributeFacts:
    return AttributeFacts(slug="weave", input_type=input_type, choices={"plain": 1, "twill": 2}, **more)


@pytest.mark.parametrize(
    ("input_type", "given", "values"),
    [
        ("DROPDOWN", "twill", [Value(choice_id=2)]),
        ("MULTISELECT", ["twill", "plain", "twill"], [Value(choice_id=2), Value(choice_id=1)]),
        ("MULTISELECT", ("plain",), [Value(choice_id=1)]),
        ("NUMERIC", 5, [Value(number=Decimal(5))]),
        ("NUMERIC", "-12.5000", [Value(number=Decimal("-12.5"))]),
        ("NUMERIC", Decimal("999999999999.9999"), [Value(number=Decimal("999999999999.9999"))]),
        ("BOOLEAN", False, [Value(boolean=False)]),
        ("DATE", "2026-11-23", [Value(date=date(2026, 11, 23))]),
        ("DATE", date(2026, 11, 23), [Value(date=date(2026, 11, 23))]),
        ("PLAIN_TEXT", " cafe\u0301 ", [Value(plain_text="caf\u00e9")]),
        ("PLAIN_TEXT", " \u00a0", []),
        ("RICH_TEXT", "Soft.", [Value(rich_text={"blocks": [{"type": "paragraph", "data": {"text": "Soft."}}]})]),
        ("RICH_TEXT", {"blocks": []}, []),
        ("FILE", "public/ab/manual-1.pdf", [Value(file_key="public/ab/manual-1.pdf")]),
        ("REFERENCE", 7, [Value(reference_key=7)]),
        ("REFERENCE", [7, 9, 7], [Value(reference_key=7), Value(reference_key=9)]),
        ("SINGLE_REFERENCE", 7, [Value(reference_key=7)]),
        *((kind, empty, []) for kind in Attribute.InputType.values for empty in (None, "", [], ())),
    ],
)
def test_input_becomes_values_of_the_type(input_type: str, given: object, values: list[Value]) -> None:
    assert values_of(_facts(input_type), given) == values


@pytest.mark.parametrize(
    ("input_type", "given"),
    [
        ("DROPDOWN", "satin"),
        ("DROPDOWN", ["twill"]),
        ("DROPDOWN", 2),
        ("DROPDOWN", True),
        ("DROPDOWN", {"twill": 1}),
        ("MULTISELECT", "twill"),
        ("MULTISELECT", ["satin"]),
        ("MULTISELECT", [None]),
        ("MULTISELECT", [["twill"]]),
        ("MULTISELECT", {"twill"}),
        ("MULTISELECT", ["twill"] * 51),
        ("NUMERIC", 1.5),
        ("NUMERIC", True),
        ("NUMERIC", "NaN"),
        ("NUMERIC", "Infinity"),
        ("NUMERIC", "1e999999"),
        ("NUMERIC", "12 cm"),
        ("NUMERIC", "0.00001"),
        ("NUMERIC", 10**12),
        ("NUMERIC", "sNaN"),
        ("NUMERIC", [1]),
        ("NUMERIC", "1e-999999"),
        ("BOOLEAN", "true"),
        ("BOOLEAN", 1),
        ("BOOLEAN", 0),
        ("DATE", "23.11.2026"),
        ("DATE", "2026-02-30"),
        ("DATE", datetime(2026, 11, 23, tzinfo=UTC)),
        ("DATE", 20261123),
        ("PLAIN_TEXT", 5),
        ("PLAIN_TEXT", "\ud800"),
        ("PLAIN_TEXT", ["x"]),
        ("RICH_TEXT", 5),
        ("RICH_TEXT", {"html": "x"}),
        ("FILE", "../secret"),
        ("FILE", "/etc/passwd"),
        ("FILE", "a//b"),
        ("FILE", "x" * 201),
        ("FILE", "a b"),
        ("FILE", "a\n"),
        ("FILE", 5),
        ("FILE", "pages/hero.webp"),
        ("FILE", "public/ab/manual.exe"),
        ("FILE", "quarantine/ab/manual.pdf"),
        ("REFERENCE", "7"),
        ("SINGLE_REFERENCE", "7"),
        ("SINGLE_REFERENCE", [7]),
        ("SINGLE_REFERENCE", 0),
        ("REFERENCE", 0),
        ("REFERENCE", -1),
        ("REFERENCE", 2**63),
        ("REFERENCE", [True]),
        ("REFERENCE", 1.0),
    ],
)
def test_what_does_not_fit_the_type_is_refused_with_the_attributes_slug(input_type: str, given: object) -> None:
    with pytest.raises(Refused) as refused:
        values_of(_facts(input_type), given)
    assert refused.value.code in {"INVALID_VALUE", "INVALID"} and refused.value.field == "weave"


def test_texts_have_a_length() -> None:
    for kind, most in {"PLAIN_TEXT": 2000, "RICH_TEXT": 20_000}.items():
        assert values_of(_facts(kind), "x" * most)
        with pytest.raises(Refused) as refused:
            values_of(_facts(kind), "x" * (most + 1))
        assert (refused.value.code, refused.value.field) == ("TOO_LONG", "weave")


@pytest.mark.parametrize(("number", "within"), [("0", True), ("-0.0001", False), ("100", True), ("100.0001", False)])
def test_bounds_are_inclusive(number: str, within: bool) -> None:
    facts = _facts("NUMERIC", minimum=Decimal(0), maximum=Decimal(100))
    if within:
        assert values_of(facts, number)
    else:
        with pytest.raises(Refused) as refused:
            values_of(facts, number)
        assert refused.value.code == "OUT_OF_BOUNDS"


@given(
    st.sampled_from(Attribute.InputType.values),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats()
        | st.text(max_size=9)
        | st.decimals()
        | st.dates()
        | st.binary(max_size=4),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
        max_leaves=5,
    ),
)
def test_any_input_is_a_value_or_refused(input_type: str, given: object) -> None:
    try:
        values = values_of(_facts(input_type), given)
    except Refused:
        return
    for value in values:
        filled = [column for column in Value.__dataclass_fields__ if getattr(value, column) is not None]
        assert len(filled) == 1
        assert value.number is None or (value.number.is_finite() and abs(value.number) < 10**12)


@pytest.mark.django_db
def test_an_attribute_is_made_with_its_unit_bounds_and_words() -> None:
    attribute = actions.create(
        slug="length",
        name="Length",
        input_type="NUMERIC",
        unit="cm",
        filterable=True,
        minimum=Decimal("0.5"),
        maximum=Decimal(900),
        translations={"hi": "लंबाई"},
    )
    attribute.refresh_from_db()
    assert (attribute.unit, attribute.minimum, attribute.maximum) == ("cm", Decimal("0.5"), Decimal(900))
    assert attribute.filterable_in_storefront and attribute.translations.get().name == "लंबाई"
    assert announced() == [("AttributeChanged", {"attribute": attribute.pk})]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"input_type": "COLOUR"}, "INVALID", "input_type"),
        ({"unit": "cm"}, "INVALID", "unit"),
        ({"minimum": Decimal(1)}, "INVALID", "unit"),
        ({"input_type": "REFERENCE"}, "INVALID", "entity_type"),
        ({"input_type": "SINGLE_REFERENCE"}, "INVALID", "entity_type"),
        ({"input_type": "REFERENCE", "entity_type": "USER"}, "INVALID", "entity_type"),
        ({"entity_type": "PRODUCT"}, "INVALID", "entity_type"),
        ({"input_type": "NUMERIC", "minimum": Decimal(2), "maximum": Decimal(1)}, "OUT_OF_BOUNDS", "maximum"),
        ({"input_type": "NUMERIC", "maximum": Decimal("NaN")}, "INVALID_VALUE", "maximum"),
        ({"slug": "colour"}, "SLUG_TAKEN", "slug"),
        ({"slug": ""}, "INVALID", "slug"),
        ({"name": ""}, "REQUIRED", "name"),
        ({"translations": {"hi": ""}}, "REQUIRED", "name"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_half_done(given: dict[str, Any], code: str, field: str) -> None:
    AttributeFactory(slug="colour")
    with pytest.raises(Refused) as refused:
        actions.create(**{"slug": "new", "name": "New", "input_type": "PLAIN_TEXT", **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert Attribute.objects.count() == 1 and not announced()


@pytest.mark.django_db
def test_choices_stand_in_order_with_slugs_of_their_own() -> None:
    colour, other = AttributeFactory(slug="colour", input_type="DROPDOWN"), AttributeFactory(input_type="MULTISELECT")
    for name in ("Red", "लाल", "Red"):
        actions.add_choice(attribute=colour, name=name, translations={"hi": "लाल"})
    actions.add_choice(attribute=other, name="Red")
    assert list(colour.choices.order_by("sort_order").values_list("slug", flat=True)) == ["red", "colour", "red-2"]
    assert other.choices.get().slug == "red"
    assert [name for name, _fields in announced()] == ["AttributeChanged"] * 4


@pytest.mark.django_db
def test_only_lists_have_choices() -> None:
    with pytest.raises(Refused) as refused:
        actions.add_choice(attribute=AttributeFactory(input_type="NUMERIC"), name="Red")
    assert refused.value.code == "WRONG_TYPE" and not AttributeChoice.objects.exists()
