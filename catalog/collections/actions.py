"""What may be done with collections: make one, put products in, publish it in a channel."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.collections.models import Collection, CollectionChannelListing, CollectionProduct, CollectionTranslation
from catalog.events import CollectionChanged
from catalog.products.models import Product
from marketplace.channels.models import Channel
from marketplace.kit.columns import text_for
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import Blocks, blocks_or_none
from marketplace.kit.slugs import settle
from marketplace.kit.words import PageWords as CollectionWords
from marketplace.kit.words import in_known_languages, page_columns
from marketplace.news.announce import announce

__all__ = ["CollectionWords", "add_products", "create", "publish"]


@transaction.atomic
def create(
    *, name: str, slug: str | None = None, description: str | Blocks | None, seo_title: str = "", seo_description: str = "",
    translations: Mapping[str, CollectionWords] = {},
) -> Collection:  # fmt: skip
    """A new, empty collection. Refused INVALID, REQUIRED, TOO_LONG or SLUG_TAKEN."""
    name = text_for(Collection, "name", name, must=True)
    collection = Collection.objects.create(
        name=name, slug=settle(Collection.objects.all(), given=slug, name=name, otherwise="collection"),
        description=blocks_or_none(description),
        seo_title=text_for(Collection, "seo_title", seo_title),
        seo_description=text_for(Collection, "seo_description", seo_description),
    )  # fmt: skip
    CollectionTranslation.objects.bulk_create(
        CollectionTranslation(collection=collection, language_code=language, **page_columns(CollectionTranslation, words))
        for language, words in in_known_languages(translations).items()
    )
    announce(CollectionChanged(collection=collection.pk))
    return collection


@transaction.atomic
def add_products(*, collection: Collection, products: Sequence[Product]) -> None:
    """The products, in their order, behind those that are there; one that is there keeps its place."""
    Collection.objects.select_for_update(no_key=True).get(pk=collection.pk)
    there = set(CollectionProduct.objects.filter(collection=collection).values_list("product", flat=True))
    fresh = [product for product in dict.fromkeys(products) if product.pk not in there]
    CollectionProduct.objects.bulk_create(
        CollectionProduct(collection=collection, product=product, sort_order=place)
        for place, product in enumerate(fresh, start=len(there))
    )
    if fresh:
        announce(CollectionChanged(collection=collection.pk))


@transaction.atomic
def publish(*, collection: Collection, channel: Channel, at: datetime | None = None) -> CollectionChannelListing:
    """The collection is to be seen in the channel from `at` (now) on. Refused CHANNEL_INACTIVE, or INVALID for a naive time."""
    if not channel.is_active:
        raise Refused("CHANNEL_INACTIVE", _("This channel is closed."), "channel")
    at = timezone.now() if at is None else at
    if timezone.is_naive(at):
        raise Refused("INVALID", _("This time has no time zone."), "at")
    listing, _made = CollectionChannelListing.objects.update_or_create(
        collection=collection, channel=channel, defaults={"is_published": True, "published_at": at}
    )
    announce(CollectionChanged(collection=collection.pk))
    return listing
