"""What decides on the publication of a product, gathered for the rules."""

from collections.abc import Iterable
from datetime import date

from catalog.attributes.models import Attribute
from catalog.products.models import AttributeAssignment, Product, ProductTypeAttribute, VariantChannelListing
from catalog.products.values import branch_of
from catalog.publication.rules import Lack, ListingFacts, VariantFacts, lacks_of
from marketplace.channels.models import Channel
from marketplace.sellers.models import Seller


def lacks_for(product: Product, channel: Channel, *, today: date) -> list[Lack]:
    """All that stands in the way of publishing the product in the channel; tax rates are those of `today`."""
    return lacks_of(_facts(product, channel, today))


def _facts(product: Product, channel: Channel, today: date) -> ListingFacts:
    branch = branch_of(product.category)
    slots = list(
        ProductTypeAttribute.objects.filter(product_type=product.product_type_id, required=True).values_list(
            "attribute", "for_variants"
        )
    )
    by_branch = dict.fromkeys((key for key, for_variants in slots if not for_variants), True) | branch.attributes
    legal = product.legal
    hsn = product.hsn_id or branch.hsn_default
    return ListingFacts(
        seller_approved=product.seller.status == Seller.Status.APPROVED,
        currency=channel.currency_code,
        has_hsn=hsn is not None,
        declarations=branch.declarations,
        legal={field.name: getattr(legal, field.name) for field in legal._meta.concrete_fields},
        required=_slugs(key for key, required in by_branch.items() if required),
        carried=_carried(product=product),
        required_of_variants=_slugs(key for key, for_variants in slots if for_variants),
        variants=_variants(product, channel),
    )


def _variants(product: Product, channel: Channel) -> tuple[VariantFacts, ...]:
    """The variants with a price in the channel."""
    listings = VariantChannelListing.objects.filter(variant__product=product, channel=channel).select_related("variant")
    return tuple(
        VariantFacts(mrp_minor=listing.mrp_minor, carried=_carried(variant=listing.variant)) for listing in listings
    )


def _slugs(keys: Iterable[int]) -> frozenset[str]:
    return frozenset(Attribute.objects.filter(pk__in=list(keys)).values_list("slug", flat=True))


def _carried(**owner: object) -> frozenset[str]:
    return frozenset(AttributeAssignment.objects.filter(**owner).values_list("attribute__slug", flat=True))
