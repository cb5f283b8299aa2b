"""What decides on the price and the publication of a product, gathered for the rules."""

from collections.abc import Iterable, Sequence
from datetime import date

from catalog.attributes.models import Attribute
from catalog.categories.rules import Demands
from catalog.products.assignments import AttributeAssignment
from catalog.products.models import Product, ProductTypeAttribute, VariantChannelListing
from catalog.products.values import branch_of
from catalog.publication.rules import HOME_CURRENCY, Lack, ListingFacts, VariantFacts, lacks_of, tax_in_doubt
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller
from marketplace.tariff.queries import rates_by_id
from marketplace.tariff.rules import Rate


def lacks_for(product: Product, channel: Channel, *, today: date) -> list[Lack]:
    """All that stands in the way of publishing the product in the channel; tax rates are those of `today`."""
    branch = branch_of(product.category)
    variants = _variants(product, channel, _rates(product, channel, branch), today)
    return lacks_of(_facts(product, channel, branch, variants))


def price_in_doubt(listing: VariantChannelListing, product: Product, *, today: date) -> bool:
    """Whether no GST rate is consistent with the price of this listing, by the product's HSN code and the rates of `today`."""
    if listing.channel.currency_code != HOME_CURRENCY:
        return False
    hsn = product.hsn_id or branch_of(product.category).hsn_default
    return _in_doubt(listing, rates_by_id([hsn])[hsn] if hsn else (), today)


def _facts(product: Product, channel: Channel, branch: Demands, variants: tuple[VariantFacts, ...]) -> ListingFacts:
    slots = ProductTypeAttribute.objects.filter(product_type=product.product_type_id, required=True)
    of_type = dict(slots.values_list("attribute", "for_variants"))
    # The type demands what it demands in any category; the branch adds to it.
    required = {key for key, for_variants in of_type.items() if not for_variants}
    required |= {key for key, must in branch.attributes.items() if must}
    legal = product.legal
    return ListingFacts(
        seller_approved=product.seller.status == Seller.Status.APPROVED,
        currency=channel.currency_code,
        has_hsn=bool(product.hsn_id or branch.hsn_default),
        declarations=branch.declarations,
        legal={field.name: getattr(legal, field.name) for field in legal._meta.concrete_fields},
        required=_slugs(required),
        carried=frozenset(AttributeAssignment.objects.filter(product=product).values_list("attribute__slug", flat=True)),
        required_of_variants=_slugs(key for key, for_variants in of_type.items() if for_variants),
        variants=variants,
    )


def _variants(product: Product, channel: Channel, rates: Sequence[Rate], today: date) -> tuple[VariantFacts, ...]:
    """The variants with a price in the channel."""
    listings = VariantChannelListing.objects.filter(variant__product=product, channel=channel).select_related("variant")
    carried: dict[int, set[str]] = {listing.variant_id: set() for listing in listings}
    for key, slug in AttributeAssignment.objects.filter(variant__in=list(carried)).values_list("variant", "attribute__slug"):
        carried[key or 0].add(slug)
    return tuple(
        VariantFacts(
            mrp_minor=listing.mrp_minor,
            carried=frozenset(carried[listing.variant_id]),
            tax_in_doubt=_in_doubt(listing, rates, today),
        )
        for listing in listings
    )


def _rates(product: Product, channel: Channel, branch: Demands) -> Sequence[Rate]:
    """The GST rates of the product's HSN code; none where Indian tax is not in the price, or the code is not known yet."""
    hsn = product.hsn_id or branch.hsn_default
    return rates_by_id([hsn])[hsn] if hsn and channel.currency_code == HOME_CURRENCY else ()


def _in_doubt(listing: VariantChannelListing, rates: Sequence[Rate], today: date) -> bool:
    variant = listing.variant
    return tax_in_doubt(
        rates, day=today, price_minor=listing.price_minor, net_quantity=variant.net_quantity, unit=variant.net_quantity_unit
    )


def _slugs(keys: Iterable[int]) -> frozenset[str]:
    return frozenset(Attribute.objects.filter(pk__in=list(keys)).values_list("slug", flat=True))
