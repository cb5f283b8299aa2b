"""What a client may say to narrow and order a list of products: Saleor's words, and ours beside them."""

import graphene

from marketplace.kit.graphql.countries import CountryCode
from marketplace.kit.graphql.filters import GlobalIDFilterInput, OrderDirection, StringFilterInput
from marketplace.kit.graphql.metadata import MetadataFilter
from marketplace.kit.graphql.ranges import (
    ContainsFilterInput,
    DateRangeInput,
    DateTimeFilterInput,
    DateTimeRangeInput,
    DecimalFilterInput,
    IntRangeInput,
    PriceRangeInput,
)
from marketplace.kit.graphql.scalars import DateTime
from marketplace.sellers.schema import SellerKindEnum

SEARCH = (
    "What is looked for, in any language and script, however it is spelt; plain limits of price (under 500), GI and ODOP in it "
    "narrow the list. The best come first unless another order is asked for; orders but PRICE and PUBLISHED_AT, and the facets, "
    "look at the best 10,000."
)


def _several(of: type, description: str) -> graphene.List:
    return graphene.List(graphene.NonNull(of), description=description)


def _one(of: type, description: str) -> graphene.InputField:
    return graphene.InputField(of, description=description)


StockAvailability = graphene.Enum(
    "StockAvailability",
    [("IN_STOCK", "IN_STOCK"), ("OUT_OF_STOCK", "OUT_OF_STOCK")],
    description="Whether a piece of some variant can be had.",
)


class AssignedAttributeReferenceInput(graphene.InputObjectType):
    """What a reference must refer to; all that is said must hold."""

    referenced_ids = _one(ContainsFilterInput, "Global ids of anything.")
    page_slugs = _one(ContainsFilterInput, "Slugs of pages.")
    product_slugs = _one(ContainsFilterInput, "Slugs of products.")
    product_variant_skus = _one(ContainsFilterInput, "SKUs of variants.")
    category_slugs = _one(ContainsFilterInput, "Slugs of categories.")
    collection_slugs = _one(ContainsFilterInput, "Slugs of collections.")


class AssignedAttributeValueInput(graphene.InputObjectType):
    """What the value of an attribute must be; all that is said must hold."""

    slug = _one(StringFilterInput, "The choice's slug.")
    name = _one(StringFilterInput, "The choice's name, in the language it was written in.")
    numeric = _one(DecimalFilterInput, "The number.")
    date = _one(DateRangeInput, "The day.")
    date_time = _one(DateTimeRangeInput, "The moment; no attribute of ours has one yet.")
    boolean = graphene.Boolean(description="Yes or no.")
    reference = _one(AssignedAttributeReferenceInput, "What it refers to.")


class AttributeInput(graphene.InputObjectType):
    """What a product, or one of its variants, must carry; all that is said must hold."""

    slug = graphene.String(description="The attribute's slug; any attribute without it.")
    value = _one(AssignedAttributeValueInput, "What its value must be.")
    values = _several(graphene.String, "One of these choices, by slug.")
    values_range = _one(IntRangeInput, "A number within these.")
    date_time = _one(DateTimeRangeInput, "A moment within these; no attribute of ours has one yet.")
    date = _one(DateRangeInput, "A day within these.")
    boolean = graphene.Boolean(description="Yes or no.")


class ProductStockFilterInput(graphene.InputObjectType):
    """How many pieces of a product must be on hand, over all its variants."""

    warehouse_ids = _several(graphene.ID, "In these warehouses together; in all without it.")
    quantity = _one(IntRangeInput, "So many.")


class ProductFilterInput(graphene.InputObjectType):
    """Narrows a list of products; all that is said must hold."""

    ids = _several(graphene.ID, "Only these products.")
    slugs = _several(graphene.String, "Only products with these slugs.")
    search = graphene.String(description=SEARCH)
    channel = graphene.String(description="Slug of the channel, where the list's own argument does not say it.")
    categories = _several(graphene.ID, "In these categories or below them.")
    has_category = graphene.Boolean(description="Every product has a category.")
    collections = _several(graphene.ID, "In these collections.")
    product_types = _several(graphene.ID, "Of these types.")
    attributes = _several(AttributeInput, "What they or their variants carry.")
    price = _one(PriceRangeInput, "By the price of any variant.")
    minimal_price = _one(PriceRangeInput, "By the lowest price of the variants.")
    stock_availability = _one(StockAvailability, "Whether a piece can be had.")
    stocks = _one(ProductStockFilterInput, "By the pieces on hand.")
    is_available = graphene.Boolean(description="Whether a piece can be bought now.")
    is_published = graphene.Boolean(description="Only published products are ever shown, so false shows none.")
    is_visible_in_listing = graphene.Boolean(description="Only products of listings are ever listed, so false shows none.")
    published_from = DateTime(description="Published then or later.")
    available_from = DateTime(description="To be bought from then or later on.")
    updated_at = _one(DateTimeRangeInput, "Last changed within these.")
    metadata = _several(MetadataFilter, "What their metadata must hold.")
    gift_card = graphene.Boolean(description="No product is a gift card, so true shows none.")
    has_preordered_variants = graphene.Boolean(description="No variant is sold ahead, so true shows none.")
    districts = _several(graphene.ID, "From these districts.")
    states = _several(graphene.ID, "From these States.")
    sellers = _several(graphene.ID, "Of these sellers.")
    crafts = _several(graphene.ID, "Of these crafts.")
    gi_tags = _several(graphene.ID, "That claim these Geographical Indications.")
    gi_tagged = graphene.Boolean(description="Bears a GI badge today, or does not.")
    odop = graphene.Boolean(description="Bears an ODOP badge, or does not.")
    women_led = graphene.Boolean(description="Whether women lead the maker.")
    seller_kinds = _several(SellerKindEnum, "Of makers of these kinds.")
    countries = _several(CountryCode, "Made in these countries.")
    rating_from = graphene.Int(description="With so many stars at least, 1 to 4.")


class ProductWhereInput(graphene.InputObjectType):
    """Narrows a list of products; all that is said must hold, together with all of AND and with one of OR."""

    AND = graphene.List(graphene.NonNull(lambda: ProductWhereInput), description="All of these must hold.")
    OR = graphene.List(graphene.NonNull(lambda: ProductWhereInput), description="One of these must hold.")
    ids = _several(graphene.ID, "Only these products.")
    name = _one(StringFilterInput, "By name, in the language it was written in.")
    slug = _one(StringFilterInput, "By slug.")
    category = _one(GlobalIDFilterInput, "In these categories or below them.")
    has_category = graphene.Boolean(description="Every product has a category.")
    collection = _one(GlobalIDFilterInput, "In these collections.")
    product_type = _one(GlobalIDFilterInput, "Of these types.")
    attributes = _several(AttributeInput, "What they or their variants carry.")
    price = _one(DecimalFilterInput, "By the price of any variant.")
    minimal_price = _one(DecimalFilterInput, "By the lowest price of the variants.")
    stock_availability = _one(StockAvailability, "Whether a piece can be had.")
    stocks = _one(ProductStockFilterInput, "By the pieces on hand.")
    is_available = graphene.Boolean(description="Whether a piece can be bought now.")
    is_published = graphene.Boolean(description="Only published products are ever shown, so false shows none.")
    is_visible_in_listing = graphene.Boolean(description="Only products of listings are ever listed, so false shows none.")
    published_from = DateTime(description="Published then or later.")
    available_from = DateTime(description="To be bought from then or later on.")
    updated_at = _one(DateTimeFilterInput, "By the moment of the last change.")
    metadata = _several(MetadataFilter, "What their metadata must hold.")
    gift_card = graphene.Boolean(description="No product is a gift card, so true shows none.")
    has_preordered_variants = graphene.Boolean(description="No variant is sold ahead, so true shows none.")


ProductOrderField = graphene.Enum(
    "ProductOrderField",
    [
        (name, name)
        for name in (
            "NAME", "RANK", "PRICE", "MINIMAL_PRICE", "LAST_MODIFIED", "DATE", "TYPE", "PUBLISHED", "PUBLICATION_DATE",
            "PUBLISHED_AT", "LAST_MODIFIED_AT", "COLLECTION", "RATING", "CREATED_AT",
        )
    ],
    description="What a list of products may be ordered by. RANK, and RATING during a search, is by how well a product fits the "
    "words, the best first in either direction; COLLECTION by its place in the collection. Where one of them has no meaning the "
    "list is ordered by slug.",
)  # fmt: skip


class ProductOrderInput(graphene.InputObjectType):
    """How to order a list of products: by a field, or by the values of an attribute."""

    class Meta:
        name = "ProductOrder"

    direction = graphene.InputField(OrderDirection, required=True, description="Up or down.")
    channel = graphene.String(description="Slug of the channel, where the list's own argument does not say it.")
    attribute_id = graphene.ID(description="By the values of this attribute, instead of a field.")
    field = _one(ProductOrderField, "By what; by slug without it.")
