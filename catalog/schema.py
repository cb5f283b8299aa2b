"""The catalogue's part of the graph: categories, menus, products with all that is known of them, their origin and pictures."""

from catalog.attributes.schema import Query as Attributes
from catalog.attributes.selected import ASSIGNED_TYPES
from catalog.categories.schema import Query as Categories
from catalog.collections.schema import Query as Collections
from catalog.listing import carried, fields, legal, pricing, variant_fields  # noqa: F401  they add their parts to Product and ProductVariant
from catalog.listing.schema import Query as Products
from catalog.media import schema as media  # noqa: F401
from catalog.menus.mutations import Mutation as HangingUp
from catalog.menus.schema import Query as Menus
from catalog.origin import schema as origin  # noqa: F401
from catalog.pages import schema as pages  # noqa: F401


class Query(Attributes, Categories, Collections, Products, Menus):
    """What the catalogue answers."""


class Mutation(HangingUp):
    """What the catalogue does."""


# Only the interface AssignedAttribute leads to these; by name, so that the printed schema does not hang on imports
TYPES = sorted(ASSIGNED_TYPES.values(), key=str)

# How long lists without paging usually are, for the cost of documents
LENGTHS = {
    "AssignedAttribute": 8, "AssignedChoiceAttributeValue": 2, "Attribute": 10, "AttributeValue": 2, "Collection": 3,
    "MenuItem": 8, "ProductMedia": 4, "ProductVariant": 4, "SelectedAttribute": 8,
}  # fmt: skip
