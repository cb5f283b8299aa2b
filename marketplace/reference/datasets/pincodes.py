"""Loader of the PIN codes, with doubts about those whose State is not the one that their first digits stand for."""

from marketplace.districts.models import District, Pincode, State
from marketplace.districts.rules import states_of_pin
from marketplace.reference.cells import Column, code, degrees, one_of, several, slug, text, whole
from marketplace.reference.dataset import Dataset, Parsed, refuse_unknown
from marketplace.reference.datasets.districts import SHEET as DISTRICTS
from marketplace.reference.datasets.districts import STATES
from marketplace.reference.sheets import Row, Sheet
from marketplace.reference.tables import Upserts, ids

PREFIXES = Sheet(
    "pin_prefixes.csv",
    (
        Column("prefix", code(r"[1-9][0-9]{1,2}", "the first two or three digits of a PIN code")),
        Column("states", several(slug)),
        Column("source", text(300)),
    ),
    key=("prefix",),
)
SHEET = Sheet(
    "pincodes.csv",
    (
        Column("pincode", code(r"[1-9][0-9]{5}", "a PIN code of six digits")),
        Column("office_name", text(80)),
        Column("office_type", one_of("HO", "SO", "BO")),
        Column("office_count", whole(1, 9999)),
        Column("district", slug, required=False),
        Column("state", slug, required=False),
        Column("latitude", degrees(6, 38), required=False, empty=None),
        Column("longitude", degrees(68, 98), required=False, empty=None),
        Column("source", text(300)),
    ),
    key=("pincode",),
)


def check(parsed: Parsed) -> None:
    """States and districts exist and agree; doubts where the State is none that the first digits stand for."""
    rows, prefixes = parsed.rows[SHEET.file], parsed.rows[PREFIXES.file]
    for sheet in (rows, prefixes):
        refuse_unknown(sheet, "state" if sheet is rows else "states", parsed.words(STATES, "slug"), "State of states.csv")
    lies_in = {row["slug"]: row["state"] for row in parsed.rows[DISTRICTS.file]}
    refuse_unknown(rows, "district", set(lies_in), "district of districts.csv")
    by_prefix = {row["prefix"]: row["states"] for row in prefixes}
    for row in rows:
        if row["district"] and lies_in[row["district"]] != row["state"]:
            raise row.broken("state", f"{row['district']} lies in {lies_in[row['district']]}, not in {row['state'] or 'none'}")
        expected = states_of_pin(row["pincode"], by_prefix)
        if row["state"] and row["state"] not in expected:
            parsed.doubts.setdefault("pincodes", []).append(_doubt(row, expected))


def _doubt(row: Row, expected: tuple[str, ...]) -> str:
    stands_for = " or ".join(expected) or "no State (army post office)"
    return f"{row.file}, line {row.line}: {row['pincode']} is placed in {row['state']}, its first digits stand for {stands_for}"


def write(parsed: Parsed, upserts: Upserts) -> None:
    """The PIN codes; those without a district in the source have none here either."""
    states, districts = ids(State, "slug"), ids(District, "slug")
    upserts.put(Pincode, ("pincode",), {(row["pincode"],): _pincode(row, states, districts) for row in parsed.rows[SHEET.file]})


def _pincode(row: Row, states: dict[str, int], districts: dict[str, int]) -> dict[str, object]:
    taken = {name: row[name] for name in ("office_name", "office_type", "office_count", "latitude", "longitude", "source")}
    return taken | {"state_id": states.get(row["state"]), "district_id": districts.get(row["district"])}


PINCODES = Dataset("pincodes", version=1, sheets=(PREFIXES, SHEET), write=write, needs=("districts",), check=check)
