"""What may be done with a listing: set a variant's price in a channel, publish a product there, take it off."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max, Min
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.events import PriceChanged, ProductPublished, ProductUnpublished
from catalog.products.models import Product, ProductChannelListing, ProductVariant, VariantChannelListing
from catalog.publication.queries import lacks_for, price_in_doubt
from catalog.publication.rules import HOME_CURRENCY, check_prices
from marketplace.channels.models import Channel
from marketplace.kit.money import Money
from marketplace.kit.refused import Refused
from marketplace.news.announce import announce


@transaction.atomic
def set_price(
    *, variant: ProductVariant, channel: Channel, price: Money, full_price: Money | None = None, mrp: Money | None = None
) -> VariantChannelListing:
    """The variant's price in the channel, tax included; `full_price` is that before a discount (the price, where there is none).

    The MRP is the variant's: it holds in all channels in rupees, and stays until another is given. Refused what
    `rules.check_prices` refuses; AMBIGUOUS_TAX_BAND where no GST rate is consistent with the price; and, for a published
    product, what stands in the way of publication with the new price.
    """
    product = _locked(variant.product_id)
    full_price = full_price or price
    check_prices(channel.currency_code, price=price, full_price=full_price, mrp=mrp)
    mrp_minor = _settle_mrp(variant, channel, full_price, mrp)
    listing = VariantChannelListing.objects.filter(variant=variant, channel=channel).first()
    listing = listing or VariantChannelListing(variant=variant, channel=channel)
    listing.price_minor, listing.full_price_minor, listing.mrp_minor = price.minor, full_price.minor, mrp_minor
    listing.save()
    if price_in_doubt(listing, product, today=timezone.localdate()):
        raise _refused("AMBIGUOUS_TAX_BAND", "price")
    if _keep_range(product, channel).is_published:
        _check(product, channel, timezone.now())
    announce(PriceChanged(product=product.pk, variant=variant.pk, channel=channel.slug))
    return listing


@transaction.atomic
def publish(
    *, product: Product, channel: Channel, at: datetime | None = None, available_for_purchase_at: datetime | None = None
) -> ProductChannelListing:
    """The product is to be seen in the channel from `at` (now) on, and to be bought from then or a later time on.

    Refused with the first of what `lacks_for` finds: SELLER_NOT_APPROVED, NO_PRICED_VARIANT, MISSING_ATTRIBUTE, MISSING_HSN,
    MISSING_DECLARATION, AMBIGUOUS_TAX_BAND; CHANNEL_INACTIVE; INVALID for a time without a zone.
    """
    at = timezone.now() if at is None else at
    buy_at = at if available_for_purchase_at is None else available_for_purchase_at
    if timezone.is_naive(at) or timezone.is_naive(buy_at):
        raise Refused("INVALID", _("This time has no time zone."), "at")
    if not channel.is_active:
        raise Refused("CHANNEL_INACTIVE", _("This channel is closed."), "channel")
    product = _locked(product.pk)
    _check(product, channel, at)
    listing = _listing(product, channel)
    listing.is_published, listing.published_at, listing.available_for_purchase_at = True, at, buy_at
    listing.save()
    announce(ProductPublished(product=product.pk, channel=channel.slug))
    return listing


@transaction.atomic
def unpublish(*, product: Product, channel: Channel) -> None:
    """The product is not to be seen in the channel any more; nothing happens where it was not."""
    _locked(product.pk)
    if ProductChannelListing.objects.filter(product=product, channel=channel, is_published=True).update(is_published=False):
        announce(ProductUnpublished(product=product.pk, channel=channel.slug))


def _locked(product: int) -> Product:
    """The product, its row locked: prices and publication of one product are written by one at a time."""
    with_all = Product.objects.select_related("category", "seller", "legal")
    return with_all.select_for_update(no_key=True, of=("self",)).get(pk=product)


def _settle_mrp(variant: ProductVariant, channel: Channel, full_price: Money, mrp: Money | None) -> int | None:
    """The MRP for this listing in paise: the one given, told to the other channels in rupees, or the one already declared."""
    if channel.currency_code != HOME_CURRENCY:
        return None
    listings = VariantChannelListing.objects.filter(variant=variant, channel__currency_code=HOME_CURRENCY)
    known = listings.aggregate(mrp=Max("mrp_minor"))["mrp"] if mrp is None else mrp.minor
    if known is None:
        return None
    others = listings.exclude(channel=channel)
    if full_price.minor > known or others.filter(full_price_minor__gt=known).exists():
        raise Refused("PRICE_ABOVE_MRP", _("The price lies above the maximum retail price."), "price")
    for other in others.exclude(mrp_minor=known).select_related("channel"):
        other.mrp_minor = known
        other.save(update_fields=["mrp_minor"])
        announce(PriceChanged(product=variant.product_id, variant=variant.pk, channel=other.channel.slug))
    return int(known)


def _keep_range(product: Product, channel: Channel) -> ProductChannelListing:
    """The product's listing in the channel, with the range of its variants' prices."""
    prices = VariantChannelListing.objects.filter(variant__product=product, channel=channel).aggregate(
        price_from_minor=Min("price_minor"), price_to_minor=Max("price_minor"),
        full_price_from_minor=Min("full_price_minor"), full_price_to_minor=Max("full_price_minor"),
    )  # fmt: skip
    listing = _listing(product, channel)
    for column, minor in prices.items():
        setattr(listing, column, minor)
    listing.save()
    return listing


def _listing(product: Product, channel: Channel) -> ProductChannelListing:
    """The product's row in the channel, a new one where there is none; the product is locked, so nobody else makes it."""
    listing = ProductChannelListing.objects.filter(product=product, channel=channel).first()
    return listing or ProductChannelListing(product=product, channel=channel)


def _check(product: Product, channel: Channel, at: datetime) -> None:
    """Refuse with the first thing that stands in the way of publication."""
    for lack in lacks_for(product, channel, today=timezone.localdate(at)):
        raise _refused(lack.code, lack.field)


def _refused(code: str, field: str) -> Refused:
    messages = {
        "SELLER_NOT_APPROVED": _("This seller is not approved."),
        "NO_PRICED_VARIANT": _("No variant has a price in this channel."),
        "MISSING_ATTRIBUTE": _("A mandatory attribute is missing."),
        "MISSING_HSN": _("The HSN code is missing."),
        "MISSING_DECLARATION": _("A declaration that the law wants is missing."),
        "AMBIGUOUS_TAX_BAND": _("At this price the GST rate is ambiguous: choose a price below or above the band."),
    }
    return Refused(code, messages[code], field)
