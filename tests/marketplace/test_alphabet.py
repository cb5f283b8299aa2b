"""Names stand in the order of the Hindi dictionary, and no page of a list in that order shows one twice or none."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.kit.alphabet import MOST, in_reading_order, page_by_name, reading_key, told
from marketplace.kit.paging import Page, PageRequest
from marketplace.kit.refused import Refused

IN_ORDER = [
    ["अंबेडकर नगर", "अकोला", "अगरतला", "आगरा", "आज़मगढ़", "इंदौर", "इटावा", "उज्जैन", "ऊधम सिंह नगर", "एटा", "ऐज़ॉल", "ओंगोल", "औरैया"],
    ["कंधमाल", "कच्छ", "कटक", "काँगड़ा", "कांचीपुरम", "काकीनाडा", "किशनगंज", "कुल्लू", "कूच बिहार", "केंद्रपाड़ा", "कोटा", "कौशांबी", "क्योंझर"],
    ["हंस", "हँसी", "हः", "हक", "हाथ", "ह्रास"],  # ं and ः before all letters
    ["कांच", "काँच की चूड़ी", "कांच के मनके", "काग़ज़ी", "कागज़ी काम", "काजू"],  # nukta forms with their letters
    ["ज़री", "जरी काम", "जरीदार"],  # word by word
    ["फल", "फ़सल", "फाग"],
    ["त", "त्", "थ"],
    ["10 कंबल", "१२ दीये", "आम", "मीरा-भायंदर", "हल्दी", "LED दीया", "lota", "Órfeo", "Zari", "தமிழ்"],
]  # fmt: skip


@pytest.mark.parametrize("names", IN_ORDER, ids=lambda names: names[0])
def test_names_stand_as_in_the_dictionary(names: list[str]) -> None:
    assert sorted([*names[1::2], *names[::2]], key=reading_key) == names


@pytest.mark.parametrize(
    "one, other",
    [
        ("ज़री", "जरी"), ("काँच", "कांच"), ("\u095b", "ज"), ("ढ़ोल", "ढोल"), ("मीरा-भायंदर", "मीरा भायंदर"),
        ("‘काँच’, दीया", "काँच दीया"), ("१२", "12"), ("LOTA", "lota"), ("क्\u200dष", "क्ष"),
        (" आम  रस ", "आम रस"), ("डॉ. अंबेडकर", "डॉ अंबेडकर"),
    ],
)  # fmt: skip
def test_what_makes_no_difference(one: str, other: str) -> None:
    assert reading_key(one) == reading_key(other) != ""


@given(st.text())
def test_a_key_is_short_ascii_and_the_same_for_every_form_of_a_name(name: str) -> None:
    key = reading_key(name)
    assert key.isascii() and len(key) <= MOST and "\x00" not in key
    assert reading_key(unicodedata.normalize("NFD", name)) == key


def test_only_where_names_are_translated_is_anything_moved() -> None:
    assert in_reading_order(["ख", "क"], "en", str) == ["ख", "क"]
    assert in_reading_order(["ख", "क"], "hi", str) == ["क", "ख"]


NAMES = {1: "ख", 2: "क", 3: "क", 4: "Zari", 5: "कं", 6: "का", 7: "अ"}
KEYS = [7, 2, 3, 5, 6, 1, 4]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 9])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_follow_one_another(size: int, descending: bool) -> None:
    expected, seen, after = KEYS[::-1] if descending else KEYS, [], None
    while True:
        page = page_by_name(NAMES, PageRequest(first=size, after=after), descending=descending)
        seen += page.rows
        assert page.has_previous == (after is not None) and page.count() == len(NAMES)
        if not page.has_next:
            break
        after = page.end_cursor
    assert seen == expected
    back, before = [], None
    while True:
        page = page_by_name(NAMES, PageRequest(last=size, before=before), descending=descending)
        back = [*page.rows, *back]
        if not page.has_previous:
            break
        before = page.start_cursor
    assert back == expected


def test_a_name_that_is_gone_is_still_a_place_to_go_on_from() -> None:
    first = page_by_name(NAMES, PageRequest(first=3))
    rest = {key: name for key, name in NAMES.items() if key != 3}
    assert page_by_name(rest, PageRequest(first=9, after=first.end_cursor)).rows == [5, 6, 1, 4]


def test_a_cursor_of_another_list_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        page_by_name(NAMES, PageRequest(first=3, after="WzFd"))
    assert refused.value.code == "INVALID_CURSOR"


def test_a_row_that_is_gone_takes_its_cursor_along() -> None:
    page = told(Page([1, 2], ["a", "b"], True, False, lambda: 2), {2: "two"})
    assert (page.rows, page.cursors, page.has_next, page.count()) == (["two"], ["b"], True, 2)
