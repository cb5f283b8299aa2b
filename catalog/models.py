"""The index of this package's tables."""

from catalog.attributes.models import Attribute, AttributeChoice, AttributeChoiceTranslation, AttributeTranslation
from catalog.categories.models import Category, CategoryAttribute, CategoryBranch, CategoryTranslation
from catalog.collections.models import Collection, CollectionChannelListing, CollectionProduct, CollectionTranslation
from catalog.listing.models import ListingTerm
from catalog.media.models import Background, Picture, ProductMedia, ProductMediaTranslation, Rendition
from catalog.menus.models import Menu, MenuItem, MenuItemTranslation
from catalog.pages.models import PageAttributeAssignment, PageAttributeAssignmentTranslation, PageTypeAttribute
from catalog.products.assignments import AttributeAssignment, AttributeAssignmentTranslation
from catalog.products.models import (
    Product,
    ProductChannelListing,
    ProductLegal,
    ProductLegalTranslation,
    ProductTranslation,
    ProductType,
    ProductTypeAttribute,
    ProductTypeTranslation,
    ProductVariant,
    ProductVariantTranslation,
    VariantChannelListing,
)
from catalog.social.models import SocialCard
from catalog.stock.models import Stock, Warehouse

__all__ = [
    "Attribute", "AttributeAssignment", "AttributeAssignmentTranslation", "AttributeChoice", "AttributeChoiceTranslation",
    "AttributeTranslation", "Background", "Category", "CategoryAttribute", "CategoryBranch", "CategoryTranslation",
    "Collection", "CollectionChannelListing", "CollectionProduct", "CollectionTranslation", "ListingTerm", "Menu", "MenuItem",
    "MenuItemTranslation", "PageAttributeAssignment", "PageAttributeAssignmentTranslation", "PageTypeAttribute",
    "Picture", "Product", "ProductChannelListing", "ProductLegal", "ProductLegalTranslation", "ProductMedia",
    "ProductMediaTranslation", "ProductTranslation", "ProductType", "ProductTypeAttribute", "ProductTypeTranslation",
    "ProductVariant", "ProductVariantTranslation", "Rendition", "SocialCard", "Stock", "VariantChannelListing", "Warehouse",
]  # fmt: skip
