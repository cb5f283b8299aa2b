"""The project's own judged queries against the demonstration shops: every name is known, every wish has an answer."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from catalog.categories.queries import tree
from catalog.demo.furnish import furnish
from catalog.demo.places import places
from catalog.demo.plan import ProductPlan, ShopPlan
from catalog.demo.shops import compose
from marketplace.crafts.models import Craft
from marketplace.districts.models import State
from search.evaluation.criteria import ProductFacts
from search.evaluation.judged import unanswered, unknown, wishes
from search.evaluation.queries import known


@pytest.fixture(scope="module")
def shops(reference_data: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[ShopPlan]]:
    """What the demonstration will be, without the work of making it."""
    with django_db_blocker.unblock():
        yield compose(places())


def test_the_demonstration_answers_every_query_and_knows_every_name(shops: list[ShopPlan], db: None) -> None:
    furnish()
    branches = {row.slug: frozenset(above.slug for above in tree("en").path(row)) for row in tree("en").rows}
    slugs = dict(State.objects.values_list("name", "slug")) | dict(Craft.objects.values_list("code", "slug"))
    planned = ((shop, product) for shop in shops for product in shop.products)
    catalogue = [_facts(number, shop, product, branches, slugs) for number, (shop, product) in enumerate(planned)]
    found = wishes()
    assert unknown(found, known()) == []
    assert unanswered(found, catalogue) == []


def _facts(
    number: int, shop: ShopPlan, product: ProductPlan, branches: dict[str, frozenset[str]], slugs: dict[str, str]
) -> ProductFacts:
    carried: dict[str, frozenset[str]] = {}
    for values in (product.values, *(variant.values for variant in product.variants)):
        for slug, value in values.items():
            chosen = value if isinstance(value, list | tuple) else (value,)
            carried[slug] = carried.get(slug, frozenset()) | {one for one in chosen if isinstance(one, str)}
    return ProductFacts(
        id=number,
        name=product.name.en,
        craft=slugs.get(product.craft, ""),
        categories=branches[product.category],
        district=shop.place.slug,
        state=slugs[shop.place.state],
        price=min(variant.price for variant in product.variants) * 100,
        seller=shop.kind,
        women_led=shop.women_led,
        gi=bool(product.gi) and shop.claim == "valid",
        odop=product.odop is not None,
        attributes=carried,
    )
