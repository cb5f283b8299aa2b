"""The districts as the demonstration shops need them, from the reference data."""

from collections import defaultdict

from django.db.models import QuerySet

from catalog.demo.plan import Place
from catalog.demo.reading import Pair, lines
from marketplace.districts.models import District, OdopProduct, Pincode
from marketplace.kit.refused import Refused

# A State's own list says best what a district is known for.
_SCHEMES = ("UP-ODOP", "DPIIT", "STATE", "PMFME")


def places() -> dict[tuple[str, str], Place]:
    """The districts that the lines name, by State and name. Refused NO_REFERENCE_DATA where they are not loaded."""
    wanted = {(line.state, line.district) for line in lines()}
    found = _read([row for row in _districts() if (row.state.name, row.name) in wanted])
    if wanted - found.keys():
        raise Refused("NO_REFERENCE_DATA", "There is no reference data to open shops on: run `zila manage load_reference` first.")
    return found


def all_places() -> dict[tuple[str, str], Place]:
    """All districts that are in office, by State and name."""
    return _read([row for row in _districts() if row.status != District.Status.ANNOUNCED])


def _districts() -> QuerySet[District]:
    return District.objects.select_related("state").order_by("state__name", "name")


def _read(rows: list[District]) -> dict[tuple[str, str], Place]:
    keys = [row.pk for row in rows]
    pincodes: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for district, pincode, office in (
        Pincode.objects.filter(district__in=keys).order_by("pincode").values_list("district", "pincode", "office_name")
    ):
        pincodes[district].append((pincode, office))
    known: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for key, district, scheme, product in (
        OdopProduct.objects.filter(district__in=keys).order_by("code").values_list("pk", "district", "scheme", "product")
    ):
        known[district].append((_SCHEMES.index(scheme) if scheme in _SCHEMES else 9, key, product))
    return {
        (row.state.name, row.name): Place(
            key=row.pk, state=row.state.name, iso=row.state.iso, gst_code=row.state.gst_code, slug=row.slug,
            name=Pair(row.name, row.name_hi or row.name), pincodes=tuple(pincodes[row.pk]),
            known_for=tuple((key, product) for _, key, product in sorted(known[row.pk], key=lambda entry: entry[0])),
        )
        for row in rows
    }  # fmt: skip
