"""Loader of the register of Geographical Indications, with the States and districts that each is tied to."""

from django.db import models

from marketplace.districts.models import District, State
from marketplace.gi.models import GiArea, GiTag
from marketplace.reference.cells import Column, code, flag, one_of, several, slug, text, whole
from marketplace.reference.dataset import Dataset, Parsed, refuse_unknown
from marketplace.reference.datasets.districts import SHEET as DISTRICTS
from marketplace.reference.datasets.districts import STATES
from marketplace.reference.sheets import Row, Sheet
from marketplace.reference.tables import Upserts, ids

COUNTRIES = (
    "Chile", "Czech Republic", "France", "Germany", "Greece", "India", "Ireland", "Italy", "Japan", "Mexico", "Peru", "Portugal",
    "Spain", "Thailand", "United Kingdom", "United States of America",
)  # fmt: skip
"""The countries whose GIs are registered in India, as the register spells them."""
BASES = ("district name in GI name", "general knowledge, unverified", "third-party coordinates, unverified")
SHEET = Sheet(
    "gi_tags.csv",
    (
        Column("code", code(r"GI[0-9]{4}[a-z]?", "a code such as GI0102")),
        Column("slug", slug),
        Column("serial_no", whole(1, 9999)),
        Column("name", text(160)),
        Column("name_hi", text(160), required=False),
        Column("name_alias", text(160), required=False),
        Column("application_no", code(r"[0-9]{1,6}", "an application number"), required=False),
        Column("goods_category", one_of(*GiTag.Category.values)),
        Column("states", several(slug), required=False, empty=[]),
        Column("country", one_of(*COUNTRIES)),
        Column("is_logo", flag),
        Column("districts", several(slug), required=False, empty=[]),
        Column("district_basis", one_of(*BASES), required=False),
        Column("registration_fy_est", code(r"20[0-9]{2}-[0-9]{2}", "a financial year such as 2004-05"), required=False),
        Column("source", text(300)),
    ),
    key=("code",),
    unique=(("slug",), ("name",)),
)
_OWN = {"slug", "serial_no", "name", "name_hi", "name_alias", "application_no", "goods_category", "country", "is_logo",
        "registration_fy_est", "source"}  # fmt: skip


def check(parsed: Parsed) -> None:
    """States and districts exist; an Indian GI has a State; areas come with their basis."""
    rows = parsed.rows[SHEET.file]
    refuse_unknown(rows, "states", parsed.words(STATES, "slug"), "State of states.csv")
    refuse_unknown(rows, "districts", parsed.words(DISTRICTS, "slug"), "district of districts.csv")
    for row in rows:
        if (row["country"] == "India") != bool(row["states"]):
            raise row.broken("states", "an Indian GI names its States, a foreign one none")
        if bool(row["districts"]) != bool(row["district_basis"]):
            raise row.broken("district_basis", "districts and the basis of their mapping come together")


def write(parsed: Parsed, upserts: Upserts) -> None:
    """Tags, the States they lie in, and their areas."""
    rows = parsed.rows[SHEET.file]
    in_states: type[models.Model] = GiTag.states.through
    tags = {(row["code"],): {name: row[name] for name in sorted(_OWN)} for row in rows}
    upserts.put(GiTag, ("code",), tags, name="name", owned=(GiArea, in_states))
    tag_ids, state_ids, district_ids = ids(GiTag, "code"), ids(State, "slug"), ids(District, "slug")
    lies_in: dict[tuple[int, int], dict[str, object]] = {
        (tag_ids[row["code"]], state_ids[state]): {} for row in rows for state in row["states"]
    }
    upserts.put(in_states, ("gitag_id", "state_id"), lies_in, parent="gitag_id")
    areas = {(tag_ids[row["code"]], district_ids[district]): _basis(row) for row in rows for district in row["districts"]}
    upserts.put(GiArea, ("gi_tag_id", "district_id"), areas, parent="gi_tag_id")


def _basis(row: Row) -> dict[str, str]:
    return {"basis": row["district_basis"]}


GI = Dataset("gi", version=1, sheets=(SHEET,), write=write, needs=("districts",), check=check)
