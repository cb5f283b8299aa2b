"""The category tree: planted and moved without circles, and what a branch passes down."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalog.categories import actions
from catalog.categories.actions import CategoryWords
from catalog.categories.models import Category
from catalog.categories.rules import MOST_LEVELS, Demands, branch_demands, makes_circle
from catalog.products.values import branch_of
from marketplace.kit.refused import Refused
from tests.announced import announced
from tests.factories import AttributeFactory, CategoryFactory, HsnCodeFactory
from tests.side_by_side import side_by_side

demands = st.builds(
    lambda hsn, declared, attributes: Demands(hsn_default=hsn, declarations=tuple(declared), attributes=attributes),
    st.none() | st.integers(1, 9),
    st.lists(st.sampled_from(["MRP", "MAKER", "FSSAI"]), unique=True),
    st.dictionaries(st.integers(1, 4), st.booleans()),
)


@given(st.lists(demands, max_size=5), demands)
def test_the_nearest_word_counts_and_declarations_add_up(branch: list[Demands], last: Demands) -> None:
    above, whole = branch_demands(branch), branch_demands([*branch, last])
    assert whole.hsn_default == (above.hsn_default if last.hsn_default is None else last.hsn_default)
    assert set(whole.declarations) == set(above.declarations) | set(last.declarations)
    assert whole.attributes == {**above.attributes, **last.attributes}


def test_a_circle_is_seen() -> None:
    assert makes_circle(3, parent=3, ancestors_of_parent=[])
    assert makes_circle(3, parent=9, ancestors_of_parent=[1, 3])
    assert not makes_circle(3, parent=9, ancestors_of_parent=[1, 2])


@pytest.mark.django_db
def test_a_category_is_planted_below_its_parent() -> None:
    hsn = HsnCodeFactory()
    root = actions.create(name="Textiles", declarations=["MRP", "MAKER", "MRP"], hsn_default=hsn)
    words = CategoryWords(name="साड़ियाँ", description="छह गज।")
    leaf = actions.create(name="Sarees", parent=root, description="Six yards.", translations={"hi": words})
    leaf = Category.objects.get(pk=leaf.pk)
    assert (leaf.slug, leaf.level, leaf.ancestors, leaf.parent) == ("sarees", 1, [root.pk], root)
    assert root.declarations == ["MRP", "MAKER"]
    assert leaf.translations.get().slug == "साड़ियाँ"
    assert announced() == [("CategoryChanged", {"category": key}) for key in (root.pk, leaf.pk)]


@pytest.mark.django_db
def test_slugs_without_latin_letters_take_the_parents() -> None:
    root = actions.create(name="वस्त्र")
    slugs = [root.slug, actions.create(name="साड़ी", parent=root).slug, actions.create(name="शॉल", parent=root).slug]
    assert slugs == ["category", "category-category", "category-category-2"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"name": "\n"}, "REQUIRED", "name"),
        ({"slug": "a_b"}, "INVALID", "slug"),
        ({"declarations": ["COLOUR"]}, "INVALID", "declarations"),
        ({"seo_title": "x" * 71}, "TOO_LONG", "seo_title"),
        ({"description": {"x": 1}}, "INVALID", "description"),
        ({"translations": {"hi": CategoryWords(name="x", seo_description="x" * 301)}}, "TOO_LONG", "seo_description"),
    ],
)
def test_nonsense_is_refused_and_nothing_is_half_done(given: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        actions.create(**{"name": "Sarees", **given})
    assert (refused.value.code, refused.value.field) == (code, field)
    assert not Category.objects.exists() and not announced()


def _chain(length: int) -> list[Category]:
    chain: list[Category] = []
    for _ in range(length):
        chain.append(CategoryFactory(parent=chain[-1] if chain else None))
    return chain


def _assert_tree_is_true() -> None:
    rows = {row.pk: row for row in Category.objects.all()}
    for row in rows.values():
        way = []
        above = row.parent_id
        while above is not None:
            way.insert(0, above)
            above = rows[above].parent_id
        assert (row.ancestors, row.level) == (way, len(way))


@pytest.mark.django_db
def test_a_branch_moves_whole() -> None:
    a, b, c, d = _chain(4)
    x, y = _chain(2)
    actions.move(category=b, parent=y)
    _assert_tree_is_true()
    assert Category.objects.get(pk=d.pk).ancestors == [x.pk, y.pk, b.pk, c.pk]
    actions.move(category=b, parent=None)
    _assert_tree_is_true()
    assert Category.objects.get(pk=d.pk).ancestors == [b.pk, c.pk]
    actions.move(category=b, parent=a)
    _assert_tree_is_true()


@pytest.mark.django_db
def test_no_move_makes_a_circle() -> None:
    chain = _chain(4)
    for moved, parent in itertools.product(chain, chain):
        if chain.index(parent) >= chain.index(moved):
            with pytest.raises(Refused) as refused:
                actions.move(category=moved, parent=parent)
            assert refused.value.code == "CIRCLE"
    _assert_tree_is_true()


@pytest.mark.django_db
def test_the_tree_does_not_grow_too_deep() -> None:
    chain, branch = _chain(MOST_LEVELS), _chain(3)
    with pytest.raises(Refused) as refused:
        actions.create(name="One more", parent=chain[-1])
    assert refused.value.code == "TOO_DEEP"
    with pytest.raises(Refused) as refused:
        actions.move(category=branch[0], parent=chain[-3])
    assert refused.value.code == "TOO_DEEP"
    actions.move(category=branch[0], parent=chain[-4])
    _assert_tree_is_true()


@pytest.mark.django_db
def test_a_new_category_stands_where_its_parent_stands_now() -> None:
    root, parent = CategoryFactory(), CategoryFactory()
    stale = Category.objects.get(pk=parent.pk)
    actions.move(category=parent, parent=root)
    assert actions.create(name="Leaf", parent=stale).ancestors == [root.pk, parent.pk]


@pytest.mark.django_db
def test_a_branch_demands_what_is_said_nearest() -> None:
    fabric, length = AttributeFactory(), AttributeFactory()
    root_hsn, leaf_hsn = HsnCodeFactory(), HsnCodeFactory()
    root = actions.create(name="Textiles", hsn_default=root_hsn, declarations=["MRP"])
    middle = actions.create(name="Sarees", parent=root, declarations=["COUNTRY_OF_ORIGIN"])
    leaf = actions.create(name="Banarasi", parent=middle, hsn_default=leaf_hsn)
    actions.require_attribute(category=root, attribute=fabric)
    actions.require_attribute(category=root, attribute=length)
    actions.require_attribute(category=leaf, attribute=length, required=False)
    assert branch_of(middle) == Demands(
        hsn_default=root_hsn.pk, declarations=("MRP", "COUNTRY_OF_ORIGIN"), attributes={fabric.pk: True, length.pk: True}
    )
    assert branch_of(leaf).hsn_default == leaf_hsn.pk
    assert branch_of(leaf).attributes == {fabric.pk: True, length.pk: False}
    actions.require_attribute(category=leaf, attribute=length)
    assert branch_of(leaf).attributes[length.pk] is True


@pytest.mark.django_db(transaction=True)
def test_two_moves_at_the_same_moment_make_no_circle() -> None:
    a, b = CategoryFactory(), CategoryFactory()
    moved = side_by_side([lambda: actions.move(category=a, parent=b), lambda: actions.move(category=b, parent=a)])
    assert [one.code for one in moved if isinstance(one, Refused)] == ["CIRCLE"]
    _assert_tree_is_true()
