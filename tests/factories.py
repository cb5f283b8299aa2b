"""Rows for tests, as plain as they can be; each with what its columns demand and no more."""

from datetime import date
from typing import Any

import factory
from factory import LazyAttribute, Sequence, SubFactory
from factory.django import DjangoModelFactory

from catalog.attributes.models import Attribute, AttributeChoice
from catalog.categories.models import Category
from catalog.collections.models import Collection
from catalog.products.models import Product, ProductLegal, ProductType, ProductVariant
from catalog.stock.models import Warehouse
from marketplace.accounts.models import User
from marketplace.channels.models import Channel
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, OdopProduct, State
from marketplace.gi.models import AuthorisedUser, GiTag
from marketplace.sellers.models import Seller
from marketplace.tariff.models import HsnCode


class StateFactory(DjangoModelFactory[State]):
    """A State with made-up codes."""

    class Meta:
        model = State

    name = Sequence("State {}".format)
    name_hi = Sequence("राज्य {}".format)
    slug = Sequence("state-{}".format)
    kind = "STATE"
    iso = Sequence("X{:03d}".format)
    lgd_code = Sequence("{:04d}".format)
    gst_code = "09"
    zone = "North"
    source = "made up for a test"


class DistrictFactory(DjangoModelFactory[District]):
    """A district of a State of its own."""

    class Meta:
        model = District

    state = SubFactory(StateFactory)
    name = Sequence("District {}".format)
    name_hi = Sequence("ज़िला {}".format)
    slug = Sequence("district-{}".format)
    source = "made up for a test"


class OdopProductFactory(DjangoModelFactory[OdopProduct]):
    """A designation of a district of its own."""

    class Meta:
        model = OdopProduct

    code = Sequence("OD{:06d}".format)
    district = SubFactory(DistrictFactory)
    product = Sequence("Product {}".format)
    sector = "handloom"
    scheme = "UP-ODOP"
    rank = 1
    source = "made up for a test"


class CraftFactory(DjangoModelFactory[Craft]):
    """A craft."""

    class Meta:
        model = Craft

    code = Sequence("CT{:05d}".format)
    slug = Sequence("craft-{}".format)
    name = Sequence("Craft {}".format)
    category = "weaving"
    source = "made up for a test"


class HsnCodeFactory(DjangoModelFactory[HsnCode]):
    """An HSN heading without rates."""

    class Meta:
        model = HsnCode

    code = Sequence("{:04d}".format)
    level = "heading"
    description = "Goods"
    category = "textile"
    confidence = "high"
    in_hsn_master = True
    source = "made up for a test"


class ChannelFactory(DjangoModelFactory[Channel]):
    """A channel in rupees."""

    class Meta:
        model = Channel

    slug = Sequence("channel-{}".format)
    name = Sequence("Channel {}".format)
    currency_code = "INR"


class UserFactory(DjangoModelFactory[User]):
    """A person who cannot sign in with a password."""

    class Meta:
        model = User

    email = Sequence("person-{}@example.org".format)
    password = "!"


class SellerFactory(DjangoModelFactory[Seller]):
    """An approved seller."""

    class Meta:
        model = Seller

    slug = Sequence("seller-{}".format)
    name = Sequence("Seller {}".format)
    legal_name = Sequence("Seller {} Limited".format)
    kind = "ARTISAN"
    status = "APPROVED"
    district = SubFactory(DistrictFactory)
    languages = ["hi"]
    street_address = "1 Weavers' Lane"
    city = "Varanasi"
    pincode = "221001"
    customer_care_email = "care@example.org"
    customer_care_phone = "+91 98765 43210"


class GiTagFactory(DjangoModelFactory[GiTag]):
    """A registered GI of India."""

    class Meta:
        model = GiTag

    code = Sequence("GI{:06d}".format)
    slug = Sequence("gi-{}".format)
    serial_no = Sequence(lambda number: number + 1)
    name = Sequence("GI {}".format)
    goods_category = "handicraft"
    country = "India"
    source = "made up for a test"


class AuthorisedUserFactory(DjangoModelFactory[AuthorisedUser]):
    """An entry in the register, valid from 2020 to 2030."""

    class Meta:
        model = AuthorisedUser

    gi_tag = SubFactory(GiTagFactory)
    seller = SubFactory(SellerFactory)
    valid_from = date(2020, 1, 1)
    valid_until = date(2030, 12, 31)
    source = "made up for a test"


class AttributeFactory(DjangoModelFactory[Attribute]):
    """A plain text attribute."""

    class Meta:
        model = Attribute

    slug = Sequence("attribute-{}".format)
    name = Sequence("Attribute {}".format)
    input_type = "PLAIN_TEXT"


class AttributeChoiceFactory(DjangoModelFactory[AttributeChoice]):
    """A choice of a dropdown of its own."""

    class Meta:
        model = AttributeChoice

    attribute = SubFactory(AttributeFactory, input_type="DROPDOWN")
    slug = Sequence("choice-{}".format)
    name = Sequence("Choice {}".format)


class CategoryFactory(DjangoModelFactory[Category]):
    """A root category, or one below `parent`, that demands nothing."""

    class Meta:
        model = Category

    parent = None
    ancestors = LazyAttribute(lambda row: [*row.parent.ancestors, row.parent.pk] if row.parent else [])
    level = LazyAttribute(lambda row: len(row.ancestors))
    slug = Sequence("category-{}".format)
    name = Sequence("Category {}".format)


class ProductTypeFactory(DjangoModelFactory[ProductType]):
    """A product type without attributes."""

    class Meta:
        model = ProductType

    slug = Sequence("type-{}".format)
    name = Sequence("Type {}".format)


class ProductFactory(DjangoModelFactory[Product]):
    """A product with an HSN code and an empty legal block, in its seller's district; published nowhere."""

    class Meta:
        model = Product
        skip_postgeneration_save = True

    seller = SubFactory(SellerFactory)
    product_type = SubFactory(ProductTypeFactory)
    category = SubFactory(CategoryFactory)
    district = LazyAttribute(lambda row: row.seller.district)
    hsn = SubFactory(HsnCodeFactory)
    slug = Sequence("product-{}".format)
    name = Sequence("Product {}".format)

    @factory.post_generation
    def legal(obj: Product, create: bool, extracted: object, **columns: Any) -> None:
        """The row of declarations; its columns are given as legal__generic_name="Saree"."""
        if create:
            ProductLegal.objects.create(product=obj, **columns)


class ProductVariantFactory(DjangoModelFactory[ProductVariant]):
    """One piece of a product of its own."""

    class Meta:
        model = ProductVariant

    product = SubFactory(ProductFactory)
    sku = Sequence("SKU-{}".format)
    name = "One size"


class WarehouseFactory(DjangoModelFactory[Warehouse]):
    """A warehouse of a seller of its own, in the seller's district."""

    class Meta:
        model = Warehouse

    seller = SubFactory(SellerFactory)
    slug = Sequence("warehouse-{}".format)
    name = Sequence("Warehouse {}".format)
    district = LazyAttribute(lambda row: row.seller.district)
    street_address = "1 Weavers' Lane"
    city = "Varanasi"
    pincode = "221001"


class CollectionFactory(DjangoModelFactory[Collection]):
    """An empty collection."""

    class Meta:
        model = Collection

    slug = Sequence("collection-{}".format)
    name = Sequence("Collection {}".format)
