"""Loader of the ODOP lists: what each district is designated for, by scheme, and the registered GIs behind it."""

from marketplace.districts.models import District, OdopProduct
from marketplace.gi.models import GiTag, OdopGiLink
from marketplace.reference.cells import Column, code, one_of, several, slug, text, whole
from marketplace.reference.dataset import Dataset, Parsed, refuse_unknown
from marketplace.reference.datasets.districts import SHEET as DISTRICTS
from marketplace.reference.datasets.gi import SHEET as GI_TAGS
from marketplace.reference.sheets import Row, Sheet
from marketplace.reference.tables import Upserts, ids

SECTORS = (
    "agriculture", "fisheries_marine", "handicraft", "handloom_textile", "manufacturing_minerals", "perfume_wellness",
    "processed_food", "services_tourism",
)  # fmt: skip
SCHEMES = ("DPIIT", "PMFME", "STATE", "UP-ODOP")
LINK_BASES = ("manual, unverified", "name match, unverified")
SHEET = Sheet(
    "odop_products.csv",
    (
        Column("code", code(r"ODOP[0-9]{4,6}", "a code such as ODOP0001")),
        Column("district", slug),
        Column("product", text(200)),
        Column("product_hi", text(200), required=False),
        Column("sector", one_of(*SECTORS)),
        Column("scheme", one_of(*SCHEMES)),
        Column("rank", whole(1, 99)),
        Column("source", text(300)),
        Column("note", text(300), required=False),
        Column("gi_tags", several(code(r"GI[0-9]{4}[a-z]?", "a code such as GI0102")), required=False, empty=[]),
        Column("gi_link_basis", one_of(*LINK_BASES), required=False),
    ),
    key=("code",),
    unique=(("district", "product", "scheme"),),
)


def check(parsed: Parsed) -> None:
    """Districts and GIs exist; a link to a GI comes with its basis."""
    rows = parsed.rows[SHEET.file]
    refuse_unknown(rows, "district", parsed.words(DISTRICTS, "slug"), "district of districts.csv")
    refuse_unknown(rows, "gi_tags", parsed.words(GI_TAGS, "code"), "GI of gi_tags.csv")
    for row in rows:
        if bool(row["gi_tags"]) != bool(row["gi_link_basis"]):
            raise row.broken("gi_link_basis", "a link to a GI and its basis come together")


def write(parsed: Parsed, upserts: Upserts) -> None:
    """Designations, then their links to registered GIs."""
    rows = parsed.rows[SHEET.file]
    district_ids = ids(District, "slug")
    products = {(row["code"],): _product(row, district_ids) for row in rows}
    upserts.put(OdopProduct, ("code",), products, name="product", owned=(OdopGiLink,))
    product_ids, tag_ids = ids(OdopProduct, "code"), ids(GiTag, "code")
    links = {(product_ids[row["code"]], tag_ids[tag]): {"basis": row["gi_link_basis"]} for row in rows for tag in row["gi_tags"]}
    upserts.put(OdopGiLink, ("odop_product_id", "gi_tag_id"), links, parent="odop_product_id")


def _product(row: Row, district_ids: dict[str, int]) -> dict[str, object]:
    taken = {name: row[name] for name in ("product", "product_hi", "sector", "scheme", "rank", "source", "note")}
    return taken | {"district_id": district_ids[row["district"]]}


ODOP = Dataset("odop", version=1, sheets=(SHEET,), write=write, needs=("districts", "gi"), check=check)
