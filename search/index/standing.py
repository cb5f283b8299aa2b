"""Sees which sellers have become small, or are it no more, and notes their products."""

from collections.abc import Collection

from django.db import transaction

from catalog.products.models import Product
from marketplace.sellers.models import Seller
from search.index.models import SearchSeller
from search.index.notes import note_many
from search.index.sellers import small_among

_AT_ONCE = 1000


def turned(seller_ids: Collection[int], *, filling: bool = False) -> set[int]:
    """Those of the sellers that stand otherwise than when last asked, or are small and were never asked for; in the caller's
    transaction, in which nobody else asks for them. Whoever asks last has seen all that was committed before. `filling`: all
    products will be learnt anyway, so who was never asked for is only written down."""
    ids = sorted(seller_ids)
    unknown = _unknown(ids)
    standing = small_among(unknown) if filling else ()
    made = [SearchSeller(seller=key, small=key in standing) for key in unknown]
    SearchSeller.objects.bulk_create(made, ignore_conflicts=True)
    rows = list(SearchSeller.objects.filter(seller__in=ids).select_for_update(no_key=True).order_by("seller"))
    small = small_among(ids)
    changed = {row.seller for row in rows if row.small != (row.seller in small)}
    SearchSeller.objects.filter(seller__in=changed & small).update(small=True)
    SearchSeller.objects.filter(seller__in=changed - small).update(small=False)
    return changed


def turn_all(*, filling: bool = False) -> int:
    """Ask for every seller, as a day on which one ceases to be new has no news; how many products were noted."""
    count, after = 0, 0
    while ids := list(Seller.objects.filter(id__gt=after).order_by("id").values_list("id", flat=True)[:_AT_ONCE]):
        after = ids[-1]
        with transaction.atomic():
            changed = turned(ids, filling=filling)
            count += note_many(Product.objects.filter(seller_id__in=changed).values_list("id", flat=True)) if changed else 0
    return count


def _unknown(ids: list[int]) -> list[int]:
    known = set(SearchSeller.objects.filter(seller__in=ids).values_list("seller", flat=True))
    return [key for key in ids if key not in known]
