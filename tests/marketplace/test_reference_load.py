"""The reference data is all there, loads twice to the same, and tells what a new version of a file changed."""

import io
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count, Model, Q

from marketplace.models import (
    AuthorisedUser,
    Craft,
    CraftName,
    DatasetLoad,
    District,
    GiArea,
    GiTag,
    GstRate,
    HsnCode,
    OdopGiLink,
    OdopProduct,
    Pincode,
    Seller,
    State,
)  # fmt: skip
from marketplace.reference.load import check, load, names
from marketplace.reference.report import DatasetReport
from tests.marketplace.reference_files import copy_with, on_lines, picture, where, without

pytestmark = pytest.mark.usefixtures("reference_data", "db")


def _seller(district: District) -> Seller:
    return Seller.objects.create(
        slug="lucknow-chikan-house", name="Lucknow Chikan House", legal_name="Lucknow Chikan House", kind="MSME",
        status="APPROVED", district=district, street_address="1 Chowk", city="Lucknow", pincode="226003",
        customer_care_email="care@example.org", customer_care_phone="+915220000000",
    )  # fmt: skip


def _changes(reports: list[DatasetReport]) -> dict[str, dict[str, list[str]]]:
    """What changed, by table and kind, without what is empty."""
    kinds = ("added", "changed", "removed", "kept")
    found = {
        table.table: {kind: getattr(table, kind) for kind in kinds if getattr(table, kind)}
        for report in reports
        for table in report.tables
    }
    return {table: changes for table, changes in found.items() if changes}


def test_what_the_issue_promises_is_there() -> None:
    up = District.objects.filter(state__iso="IN-UP")
    assert (State.objects.count(), District.objects.count(), up.count()) == (36, 788, 75)
    assert not up.filter(Q(lgd_code="") | Q(division="") | Q(name_hi="") | Q(latitude=None)).exists()
    assert OdopProduct.objects.count() == 2000
    assert OdopProduct.objects.values("district").distinct().count() >= 770
    assert OdopProduct.objects.filter(scheme="UP-ODOP").values("district").distinct().count() == 75
    assert GiTag.objects.filter(country="India").count() == 657
    assert GiTag.objects.filter(country="India", states=None).count() == 0
    assert GiTag.objects.filter(states__iso="IN-UP").count() == 79
    assert (Pincode.objects.count(), Pincode.objects.filter(district=None).count()) == (19586, 99)
    assert Pincode.objects.filter(district__state__iso="IN-UP").values("district").distinct().count() == 75
    assert (HsnCode.objects.count(), Craft.objects.count(), OdopGiLink.objects.count()) == (154, 177, 236)
    assert set(GstRate.objects.values("hsn").annotate(n=Count("id")).values_list("n", flat=True)) == {1, 2}


def test_no_row_is_without_its_source() -> None:
    tables: list[type[Model]] = [State, District, OdopProduct, Pincode, GiTag, HsnCode, GstRate, Craft]
    for model in tables:
        assert not model._default_manager.filter(source="").exists(), model
    based: list[type[Model]] = [GiArea, OdopGiLink]
    for model in based:
        assert not model._default_manager.filter(basis="").exists(), model
    assert not District.objects.filter(point_basis="").exists()


def test_uttar_pradesh_reads_in_hindi() -> None:
    assert not GiTag.objects.filter(states__iso="IN-UP", name_hi="").exists()
    assert not District.objects.exclude(division="").filter(division_hi="").exists()
    assert not District.objects.exclude(aliases=[]).filter(aliases_hi=[]).exists()  # of any State
    assert not OdopProduct.objects.filter(district__state__iso="IN-UP", product_hi="").exists()
    assert not Craft.objects.exclude(names__language_code="hi").exists()


def test_slugs_carry_the_state_where_names_repeat() -> None:
    twins = District.objects.filter(name__in=["Bilaspur", "Hamirpur", "Pratapgarh"]).values_list("slug", flat=True)
    assert sorted(twins) == [
        "bilaspur-chhattisgarh", "bilaspur-himachal-pradesh", "hamirpur-himachal-pradesh", "hamirpur-uttar-pradesh",
        "pratapgarh-rajasthan", "pratapgarh-uttar-pradesh",
    ]  # fmt: skip
    assert District.objects.get(slug="prayagraj").aliases[0] == "Allahabad"


def test_rates_are_dated() -> None:
    rates = GstRate.objects.filter(hsn__code="62").order_by("valid_from").values_list(
        "valid_from", "valid_until", "rate", "threshold_paise", "rate_above"
    )  # fmt: skip
    assert list(rates) == [
        (date(2025, 9, 22), None, 500, 250000, 1800),
        (None, date(2025, 9, 21), 500, 100000, 1200),
    ]
    unknown = GstRate.objects.get(hsn__code="2209", valid_until=None)
    assert (unknown.rate, unknown.valid_from, unknown.as_printed) == (None, date(2025, 9, 22), "")
    shawls = GstRate.objects.get(hsn__code="6214", valid_until=None)
    assert (shawls.rate, shawls.rate_above, shawls.threshold_paise) == (500, None, 250000)
    carpets = GstRate.objects.get(hsn__code="5701", valid_from=None)
    assert carpets.rate == 500 and "other before 12" in carpets.condition


def test_loading_again_changes_nothing() -> None:
    before = picture()
    assert all(report.skipped for report in load())
    assert picture() == before


def test_forced_loading_changes_nothing_either() -> None:
    before = picture()
    reports = load(force=True)
    assert not any(report.skipped for report in reports)
    assert _changes(reports) == {}
    after = picture()
    assert {table for table in before if before[table] != after[table]} == {DatasetLoad._meta.db_table}


def test_a_first_load_fills_empty_tables() -> None:
    GstRate.objects.all().delete()
    HsnCode.objects.all().delete()
    DatasetLoad.objects.filter(dataset="hsn").delete()
    (report,) = (report for report in load() if not report.skipped)
    assert (report.dataset, report.count("added")) == ("hsn", 154 + GstRate.objects.count())


def test_a_renamed_district_keeps_key_and_slug(tmp_path: Path) -> None:
    key = District.objects.get(slug="agra").pk
    copy_with(tmp_path, "districts.csv", where("slug", "agra", "name", "Agravana"))
    reports = load(["districts"], directory=tmp_path)
    assert _changes(reports) == {"districts": {"changed": ["Agravana"]}}
    assert District.objects.get(pk=key).name == "Agravana"


def test_what_refers_to_a_changed_file_is_looked_at_again(tmp_path: Path) -> None:
    copy_with(tmp_path, "districts.csv", where("slug", "agra", "name", "Agravana"))
    assert {report.dataset for report in load(directory=tmp_path) if report.skipped} == {"hsn", "synonyms"}


def test_a_row_that_vanished_takes_its_own_rows_along(tmp_path: Path) -> None:
    assert CraftName.objects.filter(craft__code="CT001").exists()
    copy_with(tmp_path, "crafts.csv", without("code", "CT001"))
    changes = _changes(load(directory=tmp_path))
    assert changes["crafts"] == {"removed": ["CT001"]}
    assert set(changes) == {"crafts", "craft-district relationships", "craft names"}
    assert not CraftName.objects.filter(craft__code="CT001").exists()


def test_a_vanished_row_that_is_used_is_kept_with_its_own_rows_and_told(tmp_path: Path) -> None:
    tag = GiTag.objects.get(code="GI0102")
    areas = GiArea.objects.filter(gi_tag=tag).count()
    user = AuthorisedUser.objects.create(
        gi_tag=tag, seller=_seller(District.objects.get(slug="lucknow")), source="a test",
        valid_from=date(2024, 1, 1), valid_until=date(2034, 1, 1),
    )  # fmt: skip
    copy_with(tmp_path, "gi_tags.csv", without("code", "GI0102"))
    unlink = on_lines(lambda lines: [_clear_link(lines[0], row) for row in lines[1:]])
    copy_with(tmp_path, "odop_products.csv", unlink)
    first = load(["odop"], directory=tmp_path)
    assert _changes(first)["gi tags"] == {"kept": ["GI0102"]}
    assert (GiArea.objects.filter(gi_tag=tag).count(), tag.states.count()) == (areas, 1)
    assert not OdopGiLink.objects.filter(gi_tag=tag).exists()
    user.delete()
    second = load(["gi"], directory=tmp_path)
    assert _changes(second)["gi tags"] == {"removed": ["GI0102"]}
    assert not GiTag.objects.filter(code="GI0102").exists()
    assert all(report.skipped for report in load(["gi"], directory=tmp_path))


def _clear_link(header: list[str], row: list[str]) -> None:
    if "GI0102" in row[header.index("gi_tags")]:
        row[header.index("gi_tags")] = row[header.index("gi_link_basis")] = ""


def test_a_new_row_is_added(tmp_path: Path) -> None:
    def another(lines: list[list[str]]) -> None:
        lines.append([*lines[-1]])
        lines[-1][0] = "999998"

    copy_with(tmp_path, "pincodes.csv", on_lines(another))
    assert _changes(load(directory=tmp_path)) == {"pincodes": {"added": ["999998"]}}


def test_pin_codes_in_another_state_than_their_digits_say_are_told(tmp_path: Path) -> None:
    standing = check(["pincodes"])
    assert [doubt.split(": ")[1][:6] for doubt in standing] == ["900056", "900099"]

    def moved(lines: list[list[str]]) -> None:
        row = next(row for row in lines if row[0] == "110001")
        row[lines[0].index("state")], row[lines[0].index("district")] = "goa", "north-goa"

    copy_with(tmp_path, "pincodes.csv", on_lines(moved))
    (report,) = (report for report in load(directory=tmp_path) if not report.skipped)
    assert report.doubts[0] == "pincodes.csv, line 2: 110001 is placed in goa, its first digits stand for delhi"
    assert report.doubts[1:] == standing


def test_the_command_reports() -> None:
    told = _told("hsn", force=True)
    assert "hsn_gst.csv: 154 rows read" in told and "hsn: hsn codes: 154 unchanged" in told
    assert _told("hsn").strip() == "hsn: unchanged since the last load"
    assert "The files are in order." in _told(check=True)
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("load_reference", "weather")


def _told(*datasets: str, **options: Any) -> str:
    out = io.StringIO()
    call_command("load_reference", *datasets, stdout=out, **options)
    return out.getvalue()


def test_a_dataset_brings_along_what_it_refers_to() -> None:
    assert [report.dataset for report in load(["odop"])] == ["districts", "gi", "odop"]
    assert names() == ["districts", "gi", "odop", "pincodes", "hsn", "crafts", "synonyms"]
