"""A small shop for tests of pages: one district that is known for something, one seller, and as many products as wanted."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from catalog.categories.actions import CategoryWords
from catalog.categories.actions import create as create_category
from catalog.categories.models import Category
from catalog.products.actions import Legal, ProductWords, add_variant, create, create_type
from catalog.products.models import Product, ProductType
from catalog.publication.actions import publish, set_price
from catalog.stock.actions import create_warehouse, set_quantity
from marketplace.channels.actions import create as create_channel
from marketplace.channels.models import Channel
from marketplace.districts.models import District, OdopProduct
from marketplace.gi.actions import authorise
from marketplace.gi.models import GiTag
from marketplace.kit.money import Money
from marketplace.sellers.actions import SellerWords, approve, register
from marketplace.sellers.models import Seller
from tests.factories import CraftFactory, DistrictFactory, GiTagFactory, HsnCodeFactory, OdopProductFactory, StateFactory

LEGAL = Legal(
    generic_name="Saree",
    generic_names={"hi": "साड़ी"},
    maker_name="Ganga Weavers",
    maker_address="12 Madanpura, Varanasi 221001",
    consumer_care="care@ganga.example, +91 98765 43210",
)


@dataclass
class Shelf:
    """What stands in the shop; `put` adds to it through the actions that people use."""

    channel: Channel
    district: District
    designation: OdopProduct
    tag: GiTag
    category: Category
    product_type: ProductType
    seller: Seller
    products: list[Product] = field(default_factory=list)

    def put(
        self, name: str = "", *, rupees: int = 1_25_000, gi: bool = True, odop: bool = True, hindi: str = "", pieces: int = 3
    ) -> Product:
        """One more published product with two variants, the second dearer."""
        place = len(self.products)
        product = create(
            seller=self.seller, product_type=self.product_type, category=self.category, district=self.district,
            name=name or f"Silk saree {place:03d}", gi_tag=self.tag if gi else None, craft=CraftFactory(),
            odop_product=self.designation if odop else None, hsn=HsnCodeFactory(), legal=LEGAL,
            description="Woven on a pit loom.\n\nThe border takes eleven days.",
            translations={"hi": ProductWords(name=hindi, description="करघे पर बुनी गई।")} if hindi else {},
        )  # fmt: skip
        self.products.append(product)
        warehouse = self.seller.warehouses.first() or create_warehouse(
            seller=self.seller, name="Loom house", district=self.district, street_address="12 Madanpura", city="Varanasi",
            pincode="221001",
        )  # fmt: skip
        for step, label in enumerate(("Plain", "With zari")):
            variant = add_variant(product=product, sku=f"SAREE-{product.pk}-{step}", name=label, weight_grams=700)
            price = Money(rupees * 100 + step * 50_050, self.channel.currency_code)
            set_price(variant=variant, channel=self.channel, price=price, full_price=price, mrp=price)
            set_quantity(variant=variant, warehouse=warehouse, quantity=pieces * step)
        publish(product=product, channel=self.channel)
        return product


def open_shop(*, valid_for: int = 365) -> Shelf:
    """A shop without products: Varanasi, its designation, a GI whose entry is valid for these days, an approved seller."""
    state = StateFactory(name="Uttar Pradesh", name_hi="उत्तर प्रदेश", slug="uttar-pradesh", zone="Central")
    district = DistrictFactory(state=state, name="Varanasi", name_hi="वाराणसी", slug="varanasi", aliases=["Benares", "Kashi"])
    designation = OdopProductFactory(
        district=district, product="Banarasi silk saree", product_hi="बनारसी रेशमी साड़ी", sector="handloom_textile"
    )
    tag = GiTagFactory(name="Banaras Brocades and Sarees", name_hi="बनारस ब्रोकेड और साड़ियाँ", slug="banaras-brocades")
    tag.states.add(state)
    tag.areas.create(district=district, basis="general knowledge, unverified")
    seller = register(
        name="Ganga Weavers", legal_name="Ganga Weavers Producer Company Limited", kind="PRODUCER_COMPANY", district=district,
        women_led=True, languages=["hi", "ur"], story="Forty families weave together.", founded_year=1998, member_count=40,
        street_address="12 Madanpura", city="Varanasi", pincode="221001", customer_care_email="care@ganga.example",
        customer_care_phone="+91 98765 43210",
        translations={"hi": SellerWords(name="गंगा बुनकर", story="चालीस परिवार मिलकर बुनते हैं।")},
    )  # fmt: skip
    approve(seller=seller)
    today = timezone.localdate()
    authorise(
        gi_tag=tag, seller=seller, valid_from=today - timedelta(days=3650 - 365),
        valid_until=today + timedelta(days=valid_for), source="made up for a test", authorised_user_no="AU/99/0001",
    )  # fmt: skip
    cloth = create_category(name="Cloth", translations={"hi": CategoryWords(name="कपड़ा")})
    return Shelf(
        channel=create_channel(slug="india", name="India", currency_code="INR", is_default=True),
        district=district,
        designation=designation,
        tag=tag,
        category=create_category(name="Sarees", parent=cloth, translations={"hi": CategoryWords(name="साड़ियाँ")}),
        product_type=create_type(slug="saree", name="Saree"),
        seller=seller,
    )
