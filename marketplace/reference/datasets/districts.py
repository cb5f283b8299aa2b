"""Loader of the States and Union Territories and of their districts."""

from marketplace.districts.models import District, State
from marketplace.reference.cells import Column, code, degrees, one_of, several, slug, text
from marketplace.reference.dataset import Dataset, Parsed, refuse_unknown
from marketplace.reference.sheets import Sheet
from marketplace.reference.tables import Upserts, ids

ZONES = ("Northern", "North Eastern", "Central", "Eastern", "Western", "Southern", "Islands")
DIVISIONS = (
    "Agra", "Aligarh", "Ayodhya", "Azamgarh", "Bareilly", "Basti", "Chitrakoot", "Devipatan", "Gorakhpur", "Jhansi", "Kanpur",
    "Lucknow", "Meerut", "Mirzapur", "Moradabad", "Prayagraj", "Saharanpur", "Varanasi",
)  # fmt: skip
"""The divisions of Uttar Pradesh; the data has none of other States."""
POINT_BASES = ("boundary", "pincode_median", "headquarters_approx_unverified")
STATES = Sheet(
    "states.csv",
    (
        Column("slug", slug),
        Column("name", text(80)),
        Column("name_hi", text(80)),
        Column("kind", one_of("STATE", "UT")),
        Column("iso", code(r"IN-[A-Z]{2}", "an ISO 3166-2 code")),
        Column("iso_old", code(r"IN-[A-Z]{2}(/IN-[A-Z]{2})?", "an ISO 3166-2 code"), required=False),
        Column("lgd_code", code(r"[0-9]{1,4}", "an LGD code")),
        Column("gst_code", code(r"[0-9]{2}", "a GST State code")),
        Column("zone", one_of(*ZONES)),
        Column("source", text(300)),
    ),
    key=("slug",),
    unique=(("name",), ("iso",), ("lgd_code",)),
)
SHEET = Sheet(
    "districts.csv",
    (
        Column("slug", slug),
        Column("state", slug),
        Column("name", text(80)),
        Column("name_hi", text(80), required=False),
        Column("division", one_of(*DIVISIONS), required=False),
        Column("division_hi", text(60), required=False),
        Column("lgd_code", code(r"[0-9]{1,5}", "an LGD code"), required=False),
        Column("census2011_code", code(r"[0-9]{1,4}", "a census code"), required=False),
        Column("latitude", degrees(6, 38), required=False, empty=None),
        Column("longitude", degrees(68, 98), required=False, empty=None),
        Column("point_basis", one_of(*POINT_BASES), required=False),
        Column("status", one_of(*District.Status.values)),
        Column("created", code(r"[0-9]{4}", "a year"), required=False),
        Column("aliases", several(text(80)), required=False, empty=[]),
        Column("aliases_hi", several(text(80)), required=False, empty=[]),
        Column("source", text(300)),
    ),
    key=("slug",),
    unique=(("state", "name"), ("lgd_code",)),
)


def check(parsed: Parsed) -> None:
    """Each district lies in a State of the file; a point has both numbers and a basis; a division is called the same in Hindi
    wherever it stands, and Hindi has no other names where English has none."""
    rows = parsed.rows[SHEET.file]
    refuse_unknown(rows, "state", parsed.words(STATES, "slug"), "State of states.csv")
    in_hindi = {"": ""}
    for row in rows:
        if (row["latitude"] is None) != (row["longitude"] is None):
            raise row.broken("longitude", "latitude and longitude come together")
        if (row["latitude"] is None) == bool(row["point_basis"]):
            raise row.broken("point_basis", "a centre point and its basis come together")
        if row["division_hi"] != in_hindi.setdefault(row["division"], row["division_hi"]):
            raise row.broken("division_hi", f"{row['division']!r} is {in_hindi[row['division']]!r} above")
        if len(row["aliases_hi"]) > len(row["aliases"]):
            raise row.broken("aliases_hi", "more names than there are in aliases")


def write(parsed: Parsed, upserts: Upserts) -> None:
    """States, then districts; a district keeps its slug, whatever else changes."""
    states = {(row["slug"],): _state(row.values) for row in parsed.rows[STATES.file]}
    upserts.put(State, ("slug",), states, name="name")
    state_ids = ids(State, "slug")
    districts = {(row["slug"],): _district(row.values, state_ids) for row in parsed.rows[SHEET.file]}
    upserts.put(District, ("slug",), districts, name="name")


def _state(values: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in values.items() if name != "slug"}


def _district(values: dict[str, object], state_ids: dict[str, int]) -> dict[str, object]:
    taken = {name: value for name, value in values.items() if name not in {"slug", "state", "created"}}
    return taken | {"state_id": state_ids[str(values["state"])], "created_note": values["created"]}


DISTRICTS = Dataset("districts", version=1, sheets=(STATES, SHEET), write=write, check=check)
