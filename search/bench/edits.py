"""Random edits of a catalogue, of every kind that documents change by: through actions, where there is one, and past them."""

import random
from collections.abc import Callable, Collection, Mapping
from datetime import timedelta
from typing import NamedTuple
from uuid import uuid4

from django.db import transaction
from django.utils import timezone

from catalog.attributes.models import AttributeChoice
from catalog.categories.models import Category
from catalog.events import CategoryChanged, ProductChanged, ProductCreated
from catalog.products import actions as products
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductChannelListing, ProductVariant, VariantChannelListing
from catalog.publication import actions as publication
from catalog.stock.actions import set_quantity
from catalog.stock.models import Stock
from marketplace.channels.models import Channel
from marketplace.crafts.models import Craft
from marketplace.districts.models import District
from marketplace.events import SellerChanged
from marketplace.gi.actions import authorise
from marketplace.kit.money import Money
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce
from marketplace.sellers import actions as sellers
from marketplace.sellers.models import Seller

WORDS = ("indigo", "मीनाकारी", "carved", "हथकरघा", "madder", "loom", "लाख", "brass", "tussar", "किनारी", "zari", "walnut")


class Edit(NamedTuple):
    """What was done, and a product whose document is another by it; none where it has none any more, or nothing came of it."""

    kind: str
    product: int | None


class Editor:
    """Edits at random, always in the same way for a seed and a catalogue."""

    def __init__(self, seed: int, ids: Collection[int]) -> None:
        self._chance = random.Random(seed)
        self._ids = sorted(ids)

    def edit(self) -> Edit:
        """One edit, in a transaction of its own."""
        kind = self._chance.choices(list(KINDS), [weight for weight, _do in KINDS.values()])[0]
        key = self._chance.choice(self._ids)
        try:
            with transaction.atomic():  # the product is locked, so that no neighbour moves it meanwhile
                product = Product.objects.select_for_update(no_key=True).get(id=key)
                done = KINDS[kind][1](self, product)
        except (Refused, Product.DoesNotExist, Seller.DoesNotExist):  # a neighbour's edit stands in the way of this one
            return Edit(kind, None)
        return Edit(kind, product.pk if done else None)

    def _words(self) -> str:
        return " ".join(self._chance.choices(WORDS, k=3)) + f" {self._chance.randrange(10**6)}"

    def _price(self, product: Product) -> bool:
        listing = VariantChannelListing.objects.filter(variant__product=product).order_by("?").first()
        if listing is None:
            return False
        channel, most = listing.channel, listing.mrp_minor or 2 * listing.full_price_minor
        price = Money(max(100, self._chance.randrange(most // 2, most)), channel.currency_code)
        publication.set_price(variant=listing.variant, channel=channel, price=price)
        return True

    def _stock(self, product: Product) -> bool:
        stock = Stock.objects.filter(variant__product=product).order_by("?").first()
        if stock is None:
            return False
        set_quantity(
            variant=stock.variant,
            warehouse=stock.warehouse,
            quantity=self._chance.choice([many for many in (0, 1, 7) if many != stock.quantity]),
        )
        return True

    def _rating(self, product: Product) -> bool:
        products.rate(product=product, rating=self._chance.randint(100, 500), reviews=self._chance.randint(1, 999))
        return True

    def _name(self, product: Product) -> bool:
        return self._told(product, name=self._words())

    def _place(self, product: Product) -> bool:
        district = District.objects.order_by("?").values_list("id", flat=True)[0]
        return self._told(product, district_id=district, odop_product_id=None)

    def _shelf(self, product: Product) -> bool:
        return self._told(product, category_id=Category.objects.order_by("?").values_list("id", flat=True)[0])

    def _told(self, product: Product, **changed: object) -> bool:
        Product.objects.filter(pk=product.pk).update(updated_at=timezone.now(), **changed)
        announce(ProductChanged(product=product.pk))
        return True

    def _unpublish(self, product: Product) -> bool:
        for listing in product.channel_listings.filter(is_published=True).order_by("?")[:1]:
            publication.unpublish(product=product, channel=listing.channel)
            return True
        return False

    def _publish(self, product: Product) -> bool:
        for listing in product.channel_listings.order_by("?")[:1]:
            publication.publish(product=product, channel=listing.channel)
            return True
        return False

    def _variant(self, product: Product) -> bool:
        products.add_variant(product=product, sku=f"EDIT-{uuid4()}", name=self._words())
        return True

    def _choice(self, product: Product) -> bool:
        Product.objects.select_for_update(no_key=True).get(pk=product.pk)
        carried = AttributeAssignment.objects.filter(product=product, choice__isnull=False).first()
        if carried is None:
            return False
        AttributeAssignment.objects.filter(pk=carried.pk).delete()
        announce(ProductChanged(product=product.pk))
        return True

    def _suspend(self, product: Product) -> bool:
        sellers.suspend(seller=product.seller)
        return True

    def _approve(self, product: Product) -> bool:
        waiting = Seller.objects.exclude(status=Seller.Status.APPROVED).order_by("?").first()
        if waiting is None:
            return False
        sellers.approve(seller=waiting)
        return waiting.pk == product.seller_id

    def _seller(self, product: Product) -> bool:
        Seller.objects.filter(pk=product.seller_id).update(name=self._words())
        announce(SellerChanged(seller=product.seller_id))
        return True

    def _gi(self, product: Product) -> bool:
        if product.gi_tag is None:
            return False
        first = timezone.localdate() + timedelta(days=self._chance.randrange(1000))
        authorise(
            gi_tag=product.gi_tag,
            seller=product.seller,
            valid_from=first,
            valid_until=first + timedelta(days=3000),
            source="Edits",
        )
        return True

    def _category(self, product: Product) -> bool:
        Category.objects.filter(pk=product.category_id).update(name=self._words())
        announce(CategoryChanged(category=product.category_id))
        return True

    def _district(self, product: Product) -> bool:
        District.objects.filter(pk=product.district_id).update(aliases=[self._words()])
        return True

    def _craft(self, product: Product) -> bool:
        return bool(Craft.objects.filter(pk=product.craft_id or 0).update(spellings=[self._words()]))

    def _choice_name(self, product: Product) -> bool:
        carried = AttributeAssignment.objects.filter(product=product, choice__isnull=False).first()
        return carried is not None and bool(AttributeChoice.objects.filter(pk=carried.choice_id or 0).update(name=self._words()))

    def _copy(self, product: Product) -> bool:
        variants = list(ProductVariant.objects.filter(product=product)[:1])
        listings = list(ProductChannelListing.objects.filter(product=product))
        legal = product.legal
        product.pk, product.slug = None, f"edit-{uuid4()}"
        product.save(force_insert=True)
        legal.product = product
        legal.save(force_insert=True)
        for variant in variants:
            variant.pk, variant.product, variant.sku = None, product, f"EDIT-{uuid4()}"
            variant.save(force_insert=True)
        for listing in listings:
            listing.pk, listing.product = None, product
            listing.save(force_insert=True)
        self._ids.append(product.pk)
        announce(ProductCreated(product=product.pk))
        return bool(listings)

    def _take_out(self, product: Product) -> bool:
        product.channel_listings.filter(channel__in=Channel.objects.order_by("?")[:1]).delete()
        return False

    def _delete(self, product: Product) -> bool:
        product.delete()
        return False


KINDS: Mapping[str, tuple[int, Callable[[Editor, Product], bool]]] = {
    "price": (20, Editor._price), "stock": (20, Editor._stock), "rating": (10, Editor._rating), "name": (10, Editor._name),
    "place": (4, Editor._place), "shelf": (4, Editor._shelf), "choice": (3, Editor._choice), "variant": (4, Editor._variant),
    "unpublish": (5, Editor._unpublish), "publish": (8, Editor._publish), "copy": (3, Editor._copy), "gi": (2, Editor._gi),
    "take out": (1, Editor._take_out), "delete": (2, Editor._delete), "seller": (2, Editor._seller),
    "suspend": (1, Editor._suspend), "approve": (2, Editor._approve), "category": (1, Editor._category),
    "district": (1, Editor._district), "craft": (1, Editor._craft), "choice name": (1, Editor._choice_name),
}  # fmt: skip
"""What is done, and how often."""
