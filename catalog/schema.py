"""The catalogue's part of the graph: categories, menus, products with all that is known of them, their origin and pictures."""

from catalog.categories.schema import Query as Categories
from catalog.listing import fields, pricing  # noqa: F401  they add their parts to Product and ProductVariant
from catalog.listing.schema import Query as Products
from catalog.media import schema as media  # noqa: F401
from catalog.menus.schema import Query as Menus
from catalog.origin import schema as origin  # noqa: F401


class Query(Categories, Products, Menus):
    """What the catalogue answers."""
