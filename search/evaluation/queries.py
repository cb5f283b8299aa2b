"""What judgements are about: the facts of every listed product, and the names that criteria may use."""

from catalog.attributes.models import AttributeChoice
from catalog.categories.models import Category
from catalog.categories.queries import tree
from catalog.listing.filters import EVERYTHING, ProductFilters
from catalog.listing.queries import listed_in
from catalog.products.assignments import AttributeAssignment
from marketplace.channels.queries import Viewpoint
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, State
from marketplace.sellers.models import Seller
from search.evaluation.criteria import ProductFacts
from search.evaluation.judged import Known

_COLUMNS = (
    "product_id", "product__name", "product__craft__slug", "product__category_id", "product__district__slug",
    "product__district__state__slug", "price_from_minor", "product__seller__kind", "product__seller__women_led",
)  # fmt: skip


def catalogue(at: Viewpoint) -> list[ProductFacts]:
    """The facts of all products that lists show at the viewpoint and that have a price, by key; a constant number of
    statements. GI and ODOP mean the badges."""
    gi, odop = _keys(at, ProductFilters(gi=True)), _keys(at, ProductFilters(odop=True))
    categories, carried = tree(at.language), _carried()
    branches = {row.id: frozenset(above.slug for above in categories.path(row)) for row in categories.rows}
    rows = listed_in(at, EVERYTHING).filter(price_from_minor__isnull=False).order_by("product_id").values_list(*_COLUMNS)
    return [
        ProductFacts(
            id=key, name=name, craft=craft or "", categories=branches[category], district=district, state=state, price=price,
            seller=seller, women_led=women_led, gi=key in gi, odop=key in odop,
            attributes={slug: frozenset(choices) for slug, choices in carried.get(key, {}).items()},
        )
        for key, name, craft, category, district, state, price, seller, women_led in rows
    ]  # fmt: skip


def known() -> Known:
    """The slugs of crafts, categories, districts, States, kinds of sellers and attributes' choices that there are."""
    choices: dict[str, set[str]] = {}
    for attribute, slug in AttributeChoice.objects.values_list("attribute__slug", "slug"):
        choices.setdefault(attribute, set()).add(slug)
    tables = {"craft": Craft, "category": Category, "district": District, "state": State}
    slugs = {name: frozenset(table._default_manager.values_list("slug", flat=True)) for name, table in tables.items()}
    return Known(
        slugs={**slugs, "seller": frozenset(Seller.Kind.values)},
        choices={slug: frozenset(found) for slug, found in choices.items()},
    )


def names_by_id(at: Viewpoint) -> dict[int, str]:
    """The original names of the listed products."""
    return dict(listed_in(at, EVERYTHING).order_by().values_list("product_id", "product__name"))


def _keys(at: Viewpoint, filters: ProductFilters) -> set[int]:
    return set(listed_in(at, filters).order_by().values_list("product_id", flat=True))


def _carried() -> dict[int, dict[str, set[str]]]:
    """The choices of products and their variants, by product and attribute."""
    found: dict[int, dict[str, set[str]]] = {}
    chosen = AttributeAssignment.objects.filter(choice__isnull=False)
    for product, of_variant, attribute, choice in chosen.values_list(
        "product_id", "variant__product_id", "attribute__slug", "choice__slug"
    ):
        found.setdefault(product or of_variant, {}).setdefault(attribute, set()).add(choice)
    return found
