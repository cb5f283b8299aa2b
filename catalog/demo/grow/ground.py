"""The ground that a catalogue grows on: keys and rules of the furniture and the reference data, read once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils import timezone

from catalog.attributes.carrying import facts_of
from catalog.attributes.models import Attribute
from catalog.attributes.rules import AttributeFacts
from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.demo.places import all_places
from catalog.demo.plan import Place
from catalog.media.models import Picture, ProductMedia
from catalog.products.models import ProductType, ProductTypeAttribute
from catalog.products.values import branch_of
from catalog.publication.rules import HOME_CURRENCY
from marketplace.channels.models import Channel
from marketplace.crafts.models import Craft
from marketplace.gi.models import GiArea, GiTag
from marketplace.kit.refused import Refused
from marketplace.tariff.models import HsnCode
from marketplace.tariff.queries import rates_by_id
from marketplace.tariff.rules import Rate


@dataclass(frozen=True, slots=True)
class Slots:
    """The attributes of a product type or a category's branch, by slug; the value says whether it is required."""

    product: dict[str, bool]
    variant: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Shelf:
    """A leaf category with what its whole branch demands of a listing."""

    key: int
    hsn: int | None
    declarations: frozenset[str]
    attributes: dict[str, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """All that products refer to, keys by slug or code. `crafts`: key, kind and State; `pictures`: those to be seen by
    category; `shelves`: leaf categories; `collections` with the number of their products."""

    india: int
    export: int | None
    types: dict[str, int]
    slots: dict[str, Slots]
    attributes: dict[str, AttributeFacts]
    attribute_keys: dict[str, int]
    entities: dict[str, str]
    shelves: dict[str, Shelf]
    crafts: dict[str, tuple[int, str, int | None]]
    tags: dict[str, int]
    areas: frozenset[tuple[str, int]]
    codes: dict[str, int]
    rates: dict[int, tuple[Rate, ...]]
    pictures: dict[int, list[int]]
    collections: dict[str, tuple[int, int]]
    places: dict[tuple[str, str], Place]
    today: date


def survey() -> Ground:
    """What stands ready. Refused NO_REFERENCE_DATA or NO_FURNITURE with what to run first."""
    codes = dict(HsnCode.objects.values_list("code", "pk"))
    places = all_places()
    if not codes or not any(place.pincodes for place in places.values()):
        raise Refused("NO_REFERENCE_DATA", "There is no reference data to grow on: run `zila manage load_reference` first.")
    leaves = Category.objects.filter(children=None).order_by("pk")
    types = dict(ProductType.objects.filter(has_variants=True).order_by("pk").values_list("slug", "pk"))
    india = Channel.objects.filter(slug="india", currency_code=HOME_CURRENCY, is_active=True).first()
    if not leaves or not types or india is None:
        raise Refused("NO_FURNITURE", "There are no channels, categories and product types yet: run `zila demo load` first.")
    export = Channel.objects.filter(slug="export", currency_code="USD", is_active=True).first()
    attributes = list(Attribute.objects.order_by("pk"))
    slugs = {row.pk: row.slug for row in attributes}
    return Ground(
        india=india.pk, export=export.pk if export else None, types=types, slots=_slots(types),
        attributes=facts_of(attributes), attribute_keys={slug: key for key, slug in slugs.items()},
        entities={row.slug: row.entity_type for row in attributes},
        shelves={row.slug: _shelf(row, slugs) for row in leaves},
        crafts={row.code: (row.pk, row.category, row.state_id) for row in Craft.objects.order_by("pk")},
        tags=dict(GiTag.objects.filter(country="India").values_list("code", "pk")),
        areas=frozenset(GiArea.objects.values_list("gi_tag__code", "district")),
        codes=codes, rates=rates_by_id(codes.values()), pictures=_pictures(), collections=_collections(), places=places,
        today=timezone.localdate(),
    )  # fmt: skip


def _slots(types: Iterable[str]) -> dict[str, Slots]:
    found = {slug: Slots({}, {}) for slug in types}
    rows = ProductTypeAttribute.objects.filter(product_type__slug__in=found).order_by("for_variants", "sort_order")
    for kind, attribute, for_variants, required in rows.values_list(
        "product_type__slug", "attribute__slug", "for_variants", "required"
    ):
        (found[kind].variant if for_variants else found[kind].product)[attribute] = required
    return found


def _shelf(category: Category, slugs: dict[int, str]) -> Shelf:
    branch = branch_of(category)
    attributes = {slugs[key]: required for key, required in branch.attributes.items()}
    return Shelf(category.pk, branch.hsn_default, frozenset(branch.declarations), attributes)


def _pictures() -> dict[int, list[int]]:
    """The pictures that the products of each category show; those that are ready, where there are some."""
    found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    shown = ProductMedia.objects.exclude(picture__state=Picture.State.REFUSED).order_by("picture", "product__category")
    for category, picture, state in shown.values_list("product__category", "picture", "picture__state").distinct():
        found[state][category].append(picture)
    return {**found[Picture.State.UPLOADED], **found[Picture.State.READY]}


def _collections() -> dict[str, tuple[int, int]]:
    rows = Collection.objects.annotate(count=Count("collectionproduct")).order_by("pk")
    return {slug: (key, count) for slug, key, count in rows.values_list("slug", "pk", "count")}
