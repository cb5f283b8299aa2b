"""Questions about designations as one list: what the districts of India are designated for."""

from collections.abc import Collection
from dataclasses import dataclass

from marketplace.districts.models import OdopProduct
from marketplace.districts.queries import OdopProductRow, odop_products_by_id
from marketplace.kit.paging import Listed, Page, PageRequest, page_of
from marketplace.kit.searching import all_found, in_columns


@dataclass(frozen=True, slots=True)
class DesignationFilters:
    """What the list is narrowed to; None says nothing, an empty list allows nothing."""

    district_ids: Collection[int] | None = None
    state_ids: Collection[int] | None = None
    schemes: Collection[str] | None = None
    sectors: Collection[str] | None = None
    search: str = ""


_LISTED: Listed[tuple[str, int]] = Listed(("product", "id"), (str, int), tuple, lambda row: row)
_named_like = in_columns("product", "product_hi", "district__name", "district__name_hi")


def designations_page(*, language: str, page: PageRequest, filters: DesignationFilters) -> Page[OdopProductRow]:
    """A page of designations by product; two statements."""
    among = {
        "district_id__in": filters.district_ids,
        "district__state_id__in": filters.state_ids,
        "scheme__in": filters.schemes,
        "sector__in": filters.sectors,
    }
    rows = OdopProduct.objects.filter(**{lookup: list(values) for lookup, values in among.items() if values is not None})
    rows = rows.filter(all_found(filters.search, _named_like))
    found = page_of(rows.values_list("product", "id"), page, _LISTED)
    by_id = odop_products_by_id([key for _product, key in found.rows], language)
    shown = [by_id[key] for _product, key in found.rows]
    return Page(shown, found.cursors, found.has_next, found.has_previous, found.count)
