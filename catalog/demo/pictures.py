"""Hangs up the pictures of the demonstration: ordered when the shops stand, drawn by the workers afterwards.

Drawing takes longer than all else together, and the shops can be visited meanwhile. An order is a fact of the news, so
a worker that dies leaves nothing undone, and several share the work.
"""

from collections.abc import Iterable
from functools import lru_cache

from catalog.demo.motifs import draw
from catalog.demo.motifs.raster import to_png
from catalog.demo.places import places
from catalog.demo.plan import PicturePlan, ProductPlan, ShopPlan
from catalog.demo.shops import compose
from catalog.events import DemonstrationPictureOrdered
from catalog.media import actions as media
from catalog.media.models import ProductMedia
from catalog.products.models import Product
from marketplace.news.announce import announce

# Pixels. A side of 600 gives three sizes of renditions; more would double the time until all is drawn.
SIDES = {"whole": 600, "detail": 480}


def drawn(picture: PicturePlan) -> bytes:
    """One picture as PNG; the same plan gives the same bytes."""
    return to_png(draw(craft=picture.motif, seed=picture.seed, view=picture.view).svg, size=SIDES[picture.view])


def order(shops: Iterable[ShopPlan], *, seed: int) -> int:
    """Have drawn what the shops' products without pictures lack, in one transaction of the caller; how many were ordered.

    First each product as a whole, the newest first, as people see them; then the details.
    """
    plans = {product.slug: product for shop in shops for product in shop.products}
    with_pictures = ProductMedia.objects.values("product")
    bare = Product.objects.filter(slug__in=list(plans)).exclude(pk__in=with_pictures)
    keys = dict(bare.values_list("slug", "pk"))
    wanted = [
        (number, -plans[slug].published_at.timestamp(), DemonstrationPictureOrdered(product=key, number=number, seed=seed))
        for slug, key in keys.items()
        for number in range(len(plans[slug].pictures))
    ]
    facts = [fact for _number, _age, fact in sorted(wanted, key=lambda one: one[:2])]
    announce(*facts)
    return len(facts)


def hang(*, product_id: int, number: int, seed: int) -> None:
    """Draw the product's picture of this number, show it and make its renditions; safe to repeat.

    Nothing happens where the product is gone, or is none of the demonstration. No transaction is open while drawing.
    """
    product = Product.objects.filter(pk=product_id).first()
    plan = _plans(seed).get(product.slug) if product else None
    if product is None or plan is None or number >= len(plan.pictures):
        return
    picture = plan.pictures[number]
    shown = media.add(
        product=product, upload=drawn(picture), alt=picture.alt.en[:250], translations={"hi": picture.alt.hi[:250]}
    )  # fmt: skip
    # At once, so that pictures appear one by one and not all at the end; the order that `add` gave then finds it done.
    media.make_renditions(picture_id=shown.picture_id)


@lru_cache(maxsize=1)
def _plans(seed: int) -> dict[str, ProductPlan]:
    return {product.slug: product for shop in compose(places(), seed=seed) for product in shop.products}
