"""Opens one demonstration shop by the actions that people use: seller, authorisation, warehouse, products, prices, stock."""

from dataclasses import dataclass, field

from catalog.demo.furnish import Furniture
from catalog.demo.plan import ProductPlan, ShopPlan, VariantPlan
from catalog.products import actions as products
from catalog.products.models import Product
from catalog.products.translations import translate_values
from catalog.publication.actions import publish, set_price
from catalog.stock import actions as stock
from catalog.stock.models import Warehouse
from marketplace.crafts.models import Craft
from marketplace.districts.models import District, OdopProduct
from marketplace.gi import actions as gi
from marketplace.gi.models import GiTag
from marketplace.kit.money import Money
from marketplace.sellers import actions as sellers
from marketplace.sellers.models import Seller
from marketplace.tariff.models import HsnCode

SOURCE = "demonstration data"


@dataclass
class Opener:
    """What all openings share: the furniture and the reference rows, read once."""

    furniture: Furniture
    districts: dict[int, District] = field(init=False)
    designations: dict[int, OdopProduct] = field(init=False)
    crafts: dict[str, Craft] = field(init=False)
    tags: dict[str, GiTag] = field(init=False)
    codes: dict[str, HsnCode] = field(init=False)

    def __post_init__(self) -> None:
        self.districts = District.objects.in_bulk()
        self.designations = OdopProduct.objects.in_bulk()
        self.crafts = {row.code: row for row in Craft.objects.all()}
        self.tags = {row.code: row for row in GiTag.objects.all()}
        self.codes = {row.code: row for row in HsnCode.objects.all()}

    def open(self, shop: ShopPlan) -> Seller:
        """The shop with all that is in it; inside of one transaction of the caller."""
        district = self.districts[shop.place.key]
        seller = sellers.register(
            name=shop.name.en, legal_name=shop.legal_name, kind=shop.kind, district=district, women_led=shop.women_led,
            languages=shop.languages, story=shop.story.en, founded_year=shop.founded_year, member_count=shop.member_count,
            street_address=shop.street, city=shop.city, pincode=shop.pincode, customer_care_email=shop.email,
            customer_care_phone=shop.phone, slug=shop.slug,
            translations={"hi": sellers.SellerWords(name=shop.name.hi, story=shop.story.hi)},
        )  # fmt: skip
        sellers.approve(seller=seller)
        if shop.valid_from and shop.valid_until:
            gi.authorise(
                gi_tag=self.tags[shop.gi], seller=seller, valid_from=shop.valid_from, valid_until=shop.valid_until, source=SOURCE,
                authorised_user_no=f"DEMO/{shop.gi}/{shop.number:04d}",
            )  # fmt: skip
        warehouse = stock.create_warehouse(
            seller=seller, name=f"{shop.name.en[:120]}, store room", district=district, street_address=shop.street,
            city=shop.city, pincode=shop.pincode, slug=f"{shop.slug[:100]}-store",
        )  # fmt: skip
        made: dict[str, Product] = {}
        for plan in shop.products:
            made[plan.slug] = self._put(plan, shop, seller, warehouse, made)
        return seller

    def _put(self, plan: ProductPlan, shop: ShopPlan, seller: Seller, warehouse: Warehouse, made: dict[str, Product]) -> Product:
        product = self._create(plan, shop, seller, made)
        for variant in plan.variants:
            self._add(product, variant, plan, warehouse)
        publish(product=product, channel=self.furniture.channels["india"], at=plan.published_at)
        if any(variant.abroad for variant in plan.variants):
            publish(product=product, channel=self.furniture.channels["export"], at=plan.published_at)
        return product

    def _create(self, plan: ProductPlan, shop: ShopPlan, seller: Seller, made: dict[str, Product]) -> Product:
        allowed, _ = self.furniture.carries[plan.product_type]
        texts = {slug: words for slug, words in plan.texts.items() if slug in allowed}
        values = {slug: value for slug, value in plan.values.items() if slug in allowed}
        if plan.goes_with and "goes-with" in allowed:
            values["goes-with"] = [made[plan.goes_with].pk]
        product = products.create(
            seller=seller, product_type=self.furniture.types[plan.product_type], district=self.districts[shop.place.key],
            category=self.furniture.categories[plan.category], name=plan.name.en, slug=plan.slug,
            craft=self.crafts.get(plan.craft), gi_tag=self.tags.get(plan.gi), hsn=self.codes[plan.hsn],
            odop_product=self.designations[plan.odop] if plan.odop else None,
            description=plan.description.en, legal=_legal(plan, shop),
            attributes={**values, **{slug: words.en for slug, words in texts.items()}},
            seo_title=plan.name.en if len(plan.name.en) <= 70 else "", seo_description=plan.summary.en[:300],
            translations={
                "hi": products.ProductWords(
                    name=plan.name.hi, description=plan.description.hi, seo_description=plan.summary.hi[:300],
                    seo_title=plan.name.hi if len(plan.name.hi) <= 70 else "",
                )
            },
        )  # fmt: skip
        if texts:
            translate_values(product=product, language="hi", values={slug: words.hi for slug, words in texts.items()})
        return product

    def _add(self, product: Product, plan: VariantPlan, of: ProductPlan, warehouse: Warehouse) -> None:
        allowed = self.furniture.carries[of.product_type][1]
        variant = products.add_variant(
            product=product, sku=plan.sku, name=plan.name.en, weight_grams=plan.grams, net_quantity=plan.quantity,
            net_quantity_unit=plan.unit, attributes={slug: value for slug, value in plan.values.items() if slug in allowed},
            translations={"hi": plan.name.hi},
        )  # fmt: skip
        full_price = Money.of(plan.full_price, "INR")
        set_price(
            variant=variant, channel=self.furniture.channels["india"], price=Money.of(plan.price, "INR"),
            full_price=full_price, mrp=full_price,
        )  # fmt: skip
        if plan.abroad:
            set_price(variant=variant, channel=self.furniture.channels["export"], price=Money(plan.abroad, "USD"))
        stock.set_quantity(variant=variant, warehouse=warehouse, quantity=plan.stock)


def _legal(plan: ProductPlan, shop: ShopPlan) -> products.Legal:
    """What the law wants; nobody can be reached at the addresses of a demonstration."""
    return products.Legal(
        generic_name=plan.generic_name.en, generic_names={"hi": plan.generic_name.hi}, maker_name=shop.legal_name,
        country_of_origin="IN",
        maker_address=f"{shop.street}, {shop.city}, {shop.place.state} {shop.pincode}"[:300],
        consumer_care=f"{shop.email}, {shop.phone}", fssai_licence_no=plan.fssai, food_mark="VEG" if plan.fssai else "",
        shelf_life_days=plan.shelf_life_days,
    )  # fmt: skip
