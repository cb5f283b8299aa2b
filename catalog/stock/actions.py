"""What may be done with stock: open a warehouse, and say how much of a variant is in it."""

from django.db import transaction
from django.utils.translation import gettext as _

from catalog.events import StockChanged
from catalog.products.models import ProductVariant
from catalog.stock.models import Stock, Warehouse
from marketplace.districts.models import District
from marketplace.kit.columns import text_for, whole
from marketplace.kit.refused import Refused
from marketplace.kit.slugs import settle
from marketplace.news.announce import announce
from marketplace.sellers.models import Seller
from marketplace.sellers.rules import is_pincode

MOST_PIECES = 10_000_000


@transaction.atomic
def create_warehouse(
    *, seller: Seller, name: str, district: District, street_address: str, city: str, pincode: str, slug: str | None = None
) -> Warehouse:
    """A new place to ship from. Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN."""
    if not is_pincode(pincode):
        raise Refused("INVALID", _("A PIN code has six digits."), "pincode")
    name = text_for(Warehouse, "name", name, must=True)
    return Warehouse.objects.create(
        seller=seller, name=name, district=district, pincode=pincode,
        slug=settle(Warehouse.objects.all(), given=slug, name=name, otherwise=f"{seller.slug}-{district.slug}"),
        street_address=text_for(Warehouse, "street_address", street_address, must=True),
        city=text_for(Warehouse, "city", city, must=True),
    )  # fmt: skip


@transaction.atomic
def set_quantity(*, variant: ProductVariant, warehouse: Warehouse, quantity: int) -> Stock:
    """The pieces on hand, counted anew. Refused WRONG_SELLER, INVALID, or BELOW_ALLOCATED where orders hold more already."""
    whole(quantity, field="quantity", least=0, most=MOST_PIECES)
    if variant.product.seller_id != warehouse.seller_id:
        raise Refused("WRONG_SELLER", _("This warehouse belongs to another seller."), "warehouse")
    rows = Stock.objects.select_for_update(no_key=True)
    stock, made = rows.get_or_create(variant=variant, warehouse=warehouse, defaults={"quantity": quantity})
    if quantity < stock.allocated:
        raise Refused("BELOW_ALLOCATED", _("Orders hold %(count)d pieces already.") % {"count": stock.allocated}, "quantity")
    if stock.quantity != quantity:
        stock.quantity = quantity
        stock.save(update_fields=["quantity"])
        made = True
    if made:
        announce(StockChanged(product=variant.product_id, variant=variant.pk, warehouse=warehouse.pk, quantity=quantity))
    return stock
