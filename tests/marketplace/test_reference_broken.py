"""A broken reference file is refused whole, with file, line, column and what is wrong; the database stays as it was."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from marketplace.reference.broken import BrokenFile
from marketplace.reference.load import DATA, check, load
from tests.marketplace.reference_files import cell, copy_with, on_lines, picture, without

pytestmark = pytest.mark.usefixtures("reference_data", "db")
Change = Callable[[bytes], bytes | None]


def _line(file: str, key: str) -> int:
    """The line in which a key stands."""
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return next(number for number, row in enumerate(csv.reader(lines), 1) if row[0] == key)


def _first(file: str, column: str) -> str:
    """The key of the first row whose column is filled."""
    with (DATA / file).open(encoding="utf-8", newline="") as lines:
        return next(row["code"] for row in csv.DictReader(lines) if row[column])


def _swap(lines: list[list[str]]) -> None:
    for row in lines:
        row[0], row[1] = row[1], row[0]


GI = _line("gi_tags.csv", "GI0102")
LINK = _line("odop_products.csv", _first("odop_products.csv", "gi_link_basis"))
HSN = _line("hsn_gst.csv", "62")
AGRA = _line("districts.csv", "mathura")  # a later one of its division
LAST_CRAFT = _line("crafts.csv", "CT177")
KINDS: dict[str, tuple[str, Change, int, str, str]] = {
    "another word in the header": ("districts.csv", cell(1, "name", "title"), 1, "name", "'title' where 'name' belongs"),
    "columns in another order": ("states.csv", on_lines(_swap), 1, "slug", "'name' where 'slug' belongs"),
    "a column too many": ("crafts.csv", on_lines(lambda all_: all_[0].append("more")), 1, "more", "more columns"),
    "a column too few": ("crafts.csv", on_lines(lambda all_: all_[0].pop()), 1, "source", "'' where 'source' belongs"),
    "a cell too few": ("states.csv", on_lines(lambda all_: all_[4].pop()), 5, "source", "has 9 cells, not 10"),
    "a cell too many": ("states.csv", on_lines(lambda all_: all_[4].append("x")), 5, "source", "has 11 cells, not 10"),
    "an empty line": ("states.csv", lambda raw: raw + b"\n", 38, "slug", "has 0 cells"),
    "cut off in the middle": ("crafts.csv", lambda raw: raw[:-60], LAST_CRAFT, "state", "cells, not 10"),
    "an empty cell": ("states.csv", cell(3, "name_hi", ""), 3, "name_hi", "is empty"),
    "blanks around": ("states.csv", cell(3, "name", " Assam"), 3, "name", "has blanks around 'Assam'"),
    "a control character": ("states.csv", cell(3, "name", "As\x00sam"), 3, "name", "control character"),
    "a line break": ("crafts.csv", cell(3, "name", "Za\nri"), 3, "name", "control character"),
    "text too long": ("states.csv", cell(3, "name", "A" * 81), 3, "name", "longer than 80"),
    "a bad number": ("odop_products.csv", cell(7, "rank", "first"), 7, "rank", "'first' is not a whole number"),
    "a number out of bounds": ("districts.csv", cell(9, "latitude", "95.5"), 9, "latitude", "not between 6 and 38"),
    "no number at all": ("districts.csv", cell(9, "latitude", "nan"), 9, "latitude", "not a number of degrees"),
    "a day that is none": ("hsn_gst.csv", cell(3, "effective_from", "2025-02-30"), 3, "effective_from", "is not a day"),
    "a day in another form": ("hsn_gst.csv", cell(3, "effective_from", "22/09/2025"), 3, "effective_from", "is not a day"),
    "a bad PIN code": ("pincodes.csv", cell(12, "pincode", "11001"), 12, "pincode", "not a PIN code of six digits"),
    "a bad slug": ("districts.csv", cell(9, "slug", "Agra"), 9, "slug", "not a slug"),
    "a bad code": ("gi_tags.csv", cell(9, "code", "G0102"), 9, "code", "not a code such as GI0102"),
    "a bad rate": ("hsn_gst.csv", cell(3, "gst_rate", "5%"), 3, "gst_rate", "not a rate in percent"),
    "neither yes nor no": ("gi_tags.csv", cell(9, "is_logo", "yes"), 9, "is_logo", "neither 0 nor 1"),
    "an unknown category": ("gi_tags.csv", cell(9, "goods_category", "food"), 9, "goods_category", "is none of agricultural"),
    "an unknown basis of a point": ("districts.csv", cell(9, "point_basis", "guess"), 9, "point_basis", "is none of boundary"),
    "an unknown status": ("districts.csv", cell(9, "status", "old"), 9, "status", "is none of current"),
    "an unknown division": ("districts.csv", cell(9, "division", "Avadh"), 9, "division", "'Avadh' is none of Agra"),
    "a division of two names": ("districts.csv", cell(AGRA, "division_hi", "आग्रा"), AGRA, "division_hi", "is 'आगरा' above"),
    "more other names than there are": ("districts.csv", cell(9, "aliases_hi", "एक;दो"), 9, "aliases_hi", "more names than"),
    "an unknown kind of State": ("states.csv", cell(3, "kind", "REALM"), 3, "kind", "is none of STATE, UT"),
    "an unknown zone": ("states.csv", cell(3, "zone", "Elsewhere"), 3, "zone", "is none of Northern"),
    "an unknown country": ("gi_tags.csv", cell(GI, "country", "Inda"), GI, "country", "'Inda' is none of Chile"),
    "an unknown basis of an area": ("gi_tags.csv", cell(GI, "district_basis", "guess"), GI, "district_basis", "is none of"),
    "an unknown basis of a link": ("odop_products.csv", cell(LINK, "gi_link_basis", "guess"), LINK, "gi_link_basis", "none of"),
    "an unknown scheme": ("odop_products.csv", cell(7, "scheme", "ODOP"), 7, "scheme", "is none of DPIIT, PMFME"),
    "an unknown sector": ("odop_products.csv", cell(7, "sector", "food"), 7, "sector", "is none of agriculture"),
    "an unknown kind of office": ("pincodes.csv", cell(12, "office_type", "PO"), 12, "office_type", "is none of HO, SO, BO"),
    "an unknown level": ("hsn_gst.csv", cell(3, "level", "section"), 3, "level", "is none of chapter"),
    "an unknown category of goods": ("hsn_gst.csv", cell(3, "category", "misc"), 3, "category", "'misc' is none of apparel"),
    "an unknown confidence": ("hsn_gst.csv", cell(3, "confidence", "sure"), 3, "confidence", "is none of high"),
    "an unknown way to choose": ("hsn_gst.csv", cell(HSN, "by_price", "above"), HSN, "by_price", "is none of both, below"),
    "an unknown way before": ("hsn_gst.csv", cell(HSN, "by_price_before", "x"), HSN, "by_price_before", "is none of both, below"),
    "an unknown category of craft": ("crafts.csv", cell(3, "category", "guess"), 3, "category", "'guess' is none of bamboo"),
    "an unknown language": ("crafts.csv", cell(3, "names_other", "xx:name"), 3, "names_other", "not a name such as ta:"),
    "a key twice": ("pincodes.csv", cell(12, "pincode", "110001"), 12, "pincode", "110001 stands in line 2 already"),
    "a code twice": ("districts.csv", cell(9, "lgd_code", "603"), 9, "lgd_code", "603 stands in line 2 already"),
    "a value twice in a cell": ("crafts.csv", cell(3, "spellings", "jari;jari"), 3, "spellings", "names something twice"),
    "an empty part of a cell": ("crafts.csv", cell(3, "spellings", "jari;;zarri"), 3, "spellings", "has an empty part"),
    "an unknown State": ("districts.csv", cell(9, "state", "avadh"), 9, "state", "'avadh' is no State"),
    "an unknown district": ("odop_products.csv", cell(7, "district", "oz"), 7, "district", "'oz' is no district"),
    "an unknown GI": ("odop_products.csv", cell(7, "gi_tags", "GI9999"), 7, "gi_tags", "'GI9999' is no GI"),
    "a State that is not the district's": ("pincodes.csv", cell(2, "state", "goa"), 2, "state", "lies in delhi, not in goa"),
    "an area without a basis": ("gi_tags.csv", cell(GI, "district_basis", ""), GI, "district_basis", "come together"),
    "an Indian GI without a State": ("gi_tags.csv", cell(GI, "states", ""), GI, "states", "an Indian GI names its States"),
    "half a point": ("districts.csv", cell(9, "longitude", ""), 9, "longitude", "come together"),
    "a threshold that divides nothing": ("hsn_gst.csv", cell(HSN, "gst_rate", "5"), HSN, "by_price", "two rates"),
    "days in the wrong order": ("hsn_gst.csv", cell(3, "rate_before_until", "2025-09-22"), 3, "effective_from", "after"),
    "not UTF-8": ("states.csv", lambda raw: raw.replace(b"Assam", b"Ass\xe9m", 1), 5, "name", "byte 0xe9"),
    "UTF-16": ("states.csv", lambda raw: raw.decode().encode("utf-16"), 1, "slug", "is not UTF-8"),
    "a byte order mark": ("states.csv", lambda raw: b"\xef\xbb\xbf" + raw, 1, "slug", "byte order mark"),
    "not NFC": ("crafts.csv", cell(3, "spellings", "zari cafe\u0301"), 3, "spellings", "normal form C"),
    "mojibake of Hindi": ("crafts.csv", cell(3, "names_hi", "ज़री".encode().decode("latin-1")), 3, "names_hi", "mojibake"),
    "mojibake of a letter": ("states.csv", cell(3, "source", "ChÃ¼mou"), 3, "source", "mojibake"),
    "a quotation mark that stays open": ("states.csv", lambda raw: raw + b'"goa', 38, "slug", "no CSV from here"),
    "an empty file": ("states.csv", lambda raw: b"", 0, "", "is empty"),
    "a header and no rows": ("states.csv", lambda raw: raw.split(b"\n")[0], 1, "slug", "no rows"),
    "no file": ("states.csv", lambda raw: None, 0, "", "cannot be read"),
    "a district that others need": ("districts.csv", without("slug", "agra"), 0, "", "'agra' is no district"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_broken_file(kind: str, tmp_path: Path) -> None:
    file, change, line, column, what = KINDS[kind]
    copy_with(tmp_path, file, change)
    before = picture()
    for attempt in (load, check):
        with pytest.raises(BrokenFile) as refused:
            attempt(directory=tmp_path)
        assert what in refused.value.what
        if kind != "a district that others need":  # there the fault shows in the file that needs it
            assert (refused.value.file, refused.value.line, refused.value.column) == (file, line, column)
    assert picture() == before


def test_one_broken_file_holds_back_all_others(tmp_path: Path) -> None:
    copy_with(tmp_path, "states.csv", cell(3, "name", "Elsewhere"))
    copy_with(tmp_path, "crafts.csv", cell(3, "code", "?"))
    before = picture()
    with pytest.raises(BrokenFile):
        load(directory=tmp_path)
    assert picture() == before


def test_the_command_names_the_place(tmp_path: Path) -> None:
    copy_with(tmp_path, "odop_products.csv", cell(7, "rank", "first"))
    place = r"Nothing was changed\. odop_products\.csv, line 7, column rank: 'first' is not a whole number"
    with pytest.raises(CommandError, match=place):
        call_command("load_reference", data=tmp_path)
