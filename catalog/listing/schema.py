"""Lists of products at the root of the graph and below places, categories, sellers, crafts and GI tags."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

import graphene

from catalog.categories.schema import Category, tree_of
from catalog.collections.schema import Collection
from catalog.listing import queries, searched
from catalog.listing.asked import filters_of, order_of
from catalog.listing.facets import Asked, ProductConnection, ProductFacets
from catalog.listing.fields import know_alone
from catalog.listing.inputs import SEARCH, ProductFilterInput, ProductOrderInput, ProductWhereInput
from catalog.listing.queries import Parent, ProductOrder, ProductRow, Sorting
from catalog.listing.variants import variant
from catalog.media.queries import Fitting
from catalog.media.schema import fitting, know_covers
from catalog.products.schema import Product, ProductVariant, Seen
from marketplace.channels.schema import CHANNEL, viewpoint_of
from marketplace.crafts.schema import Craft
from marketplace.districts.schema import District
from marketplace.gi.schema import GiTag
from marketplace.kit.graphql.connections import PAGING, Connection, connect, connection_of, request_of
from marketplace.kit.graphql.languages import language_of
from marketplace.kit.graphql.parts import part_of
from marketplace.kit.graphql.resolvers import for_all, looks_ahead, plain, reads
from marketplace.kit.graphql.translations import SLUG_LANGUAGE
from marketplace.kit.ids import key_of
from marketplace.kit.paging import Page
from marketplace.kit.reads import one
from marketplace.kit.text import clean
from marketplace.sellers.schema import Seller

ProductCountableConnection = connection_of(Product)
# What lists bring along, where it is asked for
_AHEAD = {"cover": ("edges", "node", "thumbnail"), "total": ("totalCount",)}
Ahead = Mapping[str, Sequence[dict[str, Any]]]
NOTHING: Ahead = MappingProxyType({})


@part_of(ProductCountableConnection)
class FacetsOfConnection:
    """Facets on a list of products."""

    facets = graphene.Field(ProductFacets, description="How many products of the whole list have what.")

    resolve_facets = reads("asked")


_BELOW = graphene.String(
    description="Slug of the channel: prices and publication differ by channel. Without it the default channel is meant, also "
    "below a product of another channel."
)
_BELOW_COLLECTION = graphene.String(
    description="Slug of the channel: prices and publication differ by channel. Without it the collection's channel is meant."
)


def _narrowing(channel: graphene.String) -> dict[str, Any]:
    """The arguments of every list of products."""
    return {
        "channel": channel,
        "filter": graphene.Argument(ProductFilterInput, description="Narrows the list."),
        "where": graphene.Argument(ProductWhereInput, description="Narrows the list further, with AND and OR."),
        "search": graphene.String(description=SEARCH),
        "sort_by": graphene.Argument(ProductOrderInput, description="Orders the list."),
        **PAGING,
    }


def _asked(
    info: Any,
    channel: str | None = None,
    filter: dict[str, Any] | None = None,
    where: dict[str, Any] | None = None,
    search: str | None = None,
    sort_by: dict[str, Any] | None = None,
    **paging: Any,
) -> dict[str, Any]:
    """The arguments of every list of products as our queries want them."""
    filter, where, sort_by = plain(filter), plain(where), plain(sort_by)
    at = viewpoint_of(info, channel or (filter or {}).get("channel") or (sort_by or {}).get("channel"))
    filters = filters_of(filter, where, search, categories=tree_of(info), at=at)
    order = order_of(sort_by, searched=bool(filters.search))
    return {"at": at, "filters": filters, "order": order, "page": request_of(**paging)}


def _cover(ahead: Ahead) -> Fitting | None:
    """The thumbnail that will be asked for of each product; of several, the first."""
    return fitting(**plain(ahead["cover"][0])) if ahead.get("cover") else None


def _connected(page: Page[ProductRow], asked: Asked, info: Any, cover: Fitting | None) -> ProductConnection:
    if cover is not None:
        know_covers(info, cover, {row.id: row.cover for row in page.rows})
    made = connect(page, lambda row: Seen(row, asked.at))
    return ProductConnection(made.edges, made.page_info, made.count, asked)


def _products_of(parent: Parent, key: Callable[[Any], int], order: ProductOrder | None = None) -> Any:
    """A resolver of the products that hang below a thing; `order` is the one where none is asked for."""

    @looks_ahead(**_AHEAD)
    @for_all
    def resolve(parents: Sequence[Any], info: Any, ahead: Ahead = NOTHING, **arguments: Any) -> list[Connection]:
        if arguments.get("channel") is None and isinstance(parents[0], Seen):
            arguments["channel"] = parents[0].at.channel
        asked = _asked(info, **arguments)
        if order is not None and arguments.get("sort_by") is None and not asked["filters"].search:
            asked["order"] = order
        keys = [key(thing) for thing in parents]
        cover = _cover(ahead)
        pages = searched.products_of(parent, keys, **asked, cover=cover)
        return [
            _connected(page, Asked(asked["at"], asked["filters"], parent, key), info, cover)
            for key, page in zip(keys, pages, strict=True)
        ]

    return resolve


def _field(description: str, channel: graphene.String = _BELOW) -> graphene.Field:
    return graphene.Field(ProductCountableConnection, **_narrowing(channel), description=description)


def _id(row: Any) -> int:
    key: int = row.id
    return key


@part_of(District)
class DistrictProducts:
    """Products on a district."""

    products = _field("The products that belong to the district.")
    resolve_products = _products_of(Parent.DISTRICT, _id)


@part_of(Category)
class CategoryProducts:
    """Products on a category."""

    products = _field("The products of the category and all below it.")
    resolve_products = _products_of(Parent.CATEGORY, _id)


@part_of(Seller)
class SellerProducts:
    """Products on a seller."""

    products = _field("What the seller offers.")
    resolve_products = _products_of(Parent.SELLER, _id)


@part_of(GiTag)
class GiTagProducts:
    """Products on a GI tag."""

    products = _field("The products that claim this tag; filter by giTagged for those that bear its badge today.")
    resolve_products = _products_of(Parent.GI_TAG, _id)


@part_of(Collection)
class CollectionProducts:
    """Products on a collection."""

    products = _field("The products of the collection, in its own order where no other is asked for.", _BELOW_COLLECTION)
    resolve_products = _products_of(Parent.COLLECTION, lambda seen: seen.row.id, ProductOrder(Sorting.COLLECTION))


@part_of(Craft)
class CraftProducts:
    """Products on a craft."""

    products = _field("The products of the craft.")
    resolve_products = _products_of(Parent.CRAFT, _id)


class Query:
    """Products at the root."""

    products = _field("The products that are published in the channel.", CHANNEL)
    product = graphene.Field(
        Product,
        id=graphene.ID(description="Global id."),
        slug=graphene.String(description="Its slug."),
        slug_language_code=SLUG_LANGUAGE,
        channel=CHANNEL,
        description="One product by id or slug; null where it does not exist or may not be seen.",
    )
    product_variant = graphene.Field(
        ProductVariant,
        id=graphene.ID(description="Global id."),
        sku=graphene.String(description="The seller's own number for it."),
        channel=CHANNEL,
        description="One variant by id or SKU; null where it does not exist or may not be seen.",
    )

    @looks_ahead(**_AHEAD)
    def resolve_products(root: None, info: Any, ahead: Ahead = NOTHING, **arguments: Any) -> Connection:
        asked, cover = _asked(info, **arguments), _cover(ahead)
        page = searched.products_page(**asked, cover=cover, counted=bool(ahead.get("total")))
        return _connected(page, Asked(asked["at"], asked["filters"], None, None), info, cover)

    def resolve_product(
        root: None,
        info: Any,
        id: str | None = None,
        slug: str | None = None,
        slug_language_code: Any = None,
        channel: str | None = None,
    ) -> Seen | None:
        key = key_of("Product", id) if id is not None else None
        at = viewpoint_of(info, channel)
        language = None if slug_language_code is None else language_of(plain(slug_language_code))
        with one("product") as found:
            both = queries.product_in_words(at=at, id=key, slug=clean(slug or ""), slug_language=language)
            if both and language is None:  # in another language, a slug may pass on to another product
                found(both[0].id)
        if both is None:
            return None
        know_alone(info, both[1])
        return Seen(both[0], at)

    def resolve_product_variant(
        root: None, info: Any, id: str | None = None, sku: str | None = None, channel: str | None = None
    ) -> Seen | None:
        key = key_of("ProductVariant", id) if id is not None else None
        at = viewpoint_of(info, channel)
        with one("product") as found:
            row = variant(at, id=key, sku=clean(sku or ""))
            if row is None or queries.product(at=at, id=row.product_id) is None:
                return None
            found(row.product_id)
        return Seen(row, at)
