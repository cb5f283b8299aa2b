"""What is plain in a query is understood in English, Hindi and Hinglish, and everything else stays words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.language.amounts import Price
from search.language.pieces import MOST_LETTERS
from search.language.plain import PLAIN
from search.language.understand import Understanding, understand
from search.language.vocabulary import CRAFT, DISTRICT, STATE, Meaning, Name, vocabulary_of
from tests.search.vocabulary_of_india import india, rows_of

EMPTY = vocabulary_of([])

PRICES = [
    ("under 500", None, 500), ("kurta under ₹500", None, 500), ("below Rs. 1,000", None, 1000),
    ("less than 1,50,000", None, 150_000),
    ("upto 300", None, 300), ("up to 300 rupees", None, 300), ("saree within 5k", None, 5000), ("max 700 budget", None, 700),
    ("budget 2000", None, 2000), ("500 or less", None, 500), ("under 999.50", None, 999.5), ("under Rs.500/-", None, 500),
    ("500 रुपये से कम", None, 500), ("५०० रुपए से कम", None, 500), ("₹2 हज़ार तक", None, 2000), ("2 हजार के अंदर", None, 2000),
    ("1.5 लाख तक की कालीन", None, 150_000), ("৫০০ টাকা tak", None, 500), ("1000 se kam", None, 1000),
    ("1000 rs se kam ki saree", None, 1000),
    ("500 ke andar", None, 500), ("2 hazar tak", None, 2000), ("1.5 lakh tak", None, 150_000), ("<500", None, 500),
    ("above 2000", 2000, None), ("more than 2k", 2000, None), ("2000+", 2000, None), ("2000 and above", 2000, None),
    ("at least 750", 750, None),
    ("2000 से ज़्यादा", 2000, None), ("2000 se jyada", 2000, None), ("कम से कम 800", 800, None),
    ("from ₹900", 900, None), ("over 1 lakh", 100_000, None),
    ("500-1000", 500, 1000), ("500 – 1000 saree", 500, 1000), ("₹500 to ₹1,000", 500, 1000), ("between 500 and 1000", 500, 1000),
    ("500 से 1000", 500, 1000), ("500 से 1000 के बीच", 500, 1000), ("500 se 1000 tak", 500, 1000),
    ("500 aur 1000 ke beech", 500, 1000),
    ("1000 - 500", 500, 1000), ("1-2 lakh", 100_000, 200_000), ("1 से 2 हज़ार तक", 1000, 2000), ("5-10k", 5000, 10_000),
    ("price from 500 to 900", 500, 900),
    ("pachas rupaye tak", None, 50), ("पाँच सौ से कम", None, 500), ("five hundred rupees or less", None, 500),
    ("under five hundred", None, 500),
    ("do hazaar tak", None, 2000), ("dedh hazaar se kam", None, 1500), ("ढाई सौ तक", None, 250), ("साढ़े तीन हज़ार तक", None, 3500),
    ("sawa lakh se kam", None, 125_000), ("पौने दो सौ रुपये से कम", None, 175), ("do hazaar paanch sau tak", None, 2500),
    ("2 hazar 5 sau tak", None, 2500), ("under one hundred and fifty", None, 150),
    ("one lakh twenty thousand or more", 120_000, None),
    ("hazar se kam", None, 1000), ("between five hundred and one thousand", 500, 1000), ("do se teen hazaar tak", 2000, 3000),
    ("पाँच सौ से एक हज़ार के बीच", 500, 1000), ("500 se 1000 ke beech", 500, 1000), ("pachas se sau rupaye", 50, 100),
    ("under 2k", None, 2000), ("1 lakh se kam", None, 100_000), ("above half lakh", 50_000, None),
]  # fmt: skip

NO_PRICES = [
    "500 g honey", "under 500 gm", "tea 250-500 g", "bangle 2.4-2.6", "set of 6", "6 to 8 persons", "500", "saree 5.5 metre",
    "under", "से कम", "kurta 38-40", "under 0", "₹0", "under 99999999999999", "up to 12 inch", "226001",
    "100% cotton", "3-4 years", "do rang mein", "ek se badhkar ek", "lakh ki chudi", "teen me", "one of a kind",
    "blouse ke saath mein",
    "set of five", "hazari dhoti", "under twelve inches",
]  # fmt: skip


@pytest.mark.parametrize("query, least, most", PRICES)
def test_prices(query: str, least: float | None, most: float | None) -> None:
    (part,) = understand(query, EMPTY).parts
    paise = [None if rupees is None else int(rupees * 100) for rupees in (least, most)]
    assert part.price == Price(*paise, "INR")
    assert (part.kind, part.sure) == ("price", True)


@pytest.mark.parametrize(
    "query, most", [("shawl 2k", 2000), ("carpet 1.5 lakh", 150_000), ("₹500 mug", 500), ("500 रुपये", 500), ("2 hazar", 2000)]
)
def test_a_bare_price_is_not_sure(query: str, most: int) -> None:
    (part,) = understand(query, EMPTY).parts
    assert (part.price, part.sure) == (Price(None, most * 100), False)


@pytest.mark.parametrize("query", NO_PRICES)
def test_what_is_no_price(query: str) -> None:
    assert [part for part in understand(query, EMPTY).parts if part.price] == []


MARKS = [
    ("gi tagged saree", "gi", "gi tagged"), ("saree with GI tag", "gi", "GI tag"), ("G.I. mango", "gi", "G.I"),
    ("जीआई टैग", "gi", "जीआई टैग"),
    ("भौगोलिक संकेत वाली साड़ी", "gi", "भौगोलिक संकेत"), ("geographical indication", "gi", "geographical indication"),
    ("ODOP gifts", "odop", "ODOP"), ("एक ज़िला एक उत्पाद", "odop", "एक ज़िला एक उत्पाद"),
    ("one district one product", "odop", "one district one product"),
    ("honey made by women", "women", "made by women"), ("महिलाओं द्वारा बनी टोकरी", "women", "महिलाओं द्वारा बनी"),
    ("mahila karigar ki saree", "women", "mahila karigar"), ("jute bag in stock", "stock", "in stock"),
]  # fmt: skip


@pytest.mark.parametrize("query, kind, text", MARKS)
def test_gi_and_odop(query: str, kind: str, text: str) -> None:
    (part,) = understand(query, EMPTY).parts
    assert (part.kind, part.text, part.sure) == (kind, text, True)


def _told(found: Understanding) -> list[tuple[str, str, str, bool]]:
    return [(part.kind, part.key, part.text, part.sure) for part in found.parts]


WISHES = [
    ("white embroidered kurti from Lucknow", [("colour", "white", "white", True), ("craft", "kurta", "kurti", True),
                                              ("district", "lucknow", "from Lucknow", True)], ["embroidered"]),
    ("लखनऊ की चिकनकारी", [("district", "lucknow", "लखनऊ की", True), ("craft", "chikankari", "चिकनकारी", True)], []),
    ("lucknow ki chikankari", [("district", "lucknow", "lucknow ki", True), ("craft", "chikankari", "chikankari", True)], []),
    ("lucknowi kurta", [("district", "lucknow", "lucknowi", False), ("craft", "kurta", "kurta", True)], ["lucknowi"]),
    ("लखनवी कुर्ता", [("district", "lucknow", "लखनवी", False), ("craft", "kurta", "कुर्ता", True)], ["लखनवी"]),
    ("lakhnavi kurta", [("district", "lucknow", "lakhnavi", False), ("craft", "kurta", "kurta", True)], ["lakhnavi"]),
    ("jaipuri razai", [("district", "jaipur", "jaipuri", False)], ["jaipuri", "razai"]),
    ("banaras saree", [("district", "varanasi", "banaras", False), ("craft", "saree", "saree", True)], ["banaras"]),
    ("saree from Banaras", [("craft", "saree", "saree", True), ("district", "varanasi", "from Banaras", True)], []),
    ("काशी की साड़ी", [("district", "varanasi", "काशी की", True), ("craft", "saree", "साड़ी", True)], []),
    ("allahabad", [("district", "prayagraj", "allahabad", True)], []),
    ("bilaspur", [("district", "bilaspur-chhattisgarh", "bilaspur", False)], ["bilaspur"]),
    ("bottle green dupatta", [("colour", "bottle-green", "bottle green", True), ("craft", "dupatta", "dupatta", True)], []),
    ("silk sarees", [("category", "silk-sarees", "silk sarees", True)], []),
    ("phulkaree", [("craft", "phulkari", "phulkaree", True)], []),
    ("chickan ka suit", [("craft", "chikankari", "chickan", False)], ["chickan", "suit"]),
    ("ਫੁਲਕਾਰੀ ਦੁਪੱਟਾ", [("craft", "phulkari", "ਫੁਲਕਾਰੀ", True), ("craft", "dupatta", "ਦੁਪੱਟਾ", True)], []),
    ("কাঁথা শাড়ি", [("craft", "kantha", "কাঁথা", True), ("craft", "saree", "শাড়ি", True)], []),
    ("uttar pradesh handicraft", [("state", "uttar-pradesh", "uttar pradesh", True),
    ("craft", "handicraft", "handicraft", True)], []),
    ("gifts for my mother", [], ["gifts", "mother"]),
    ("ki ka", [], ["ki", "ka"]),
]  # fmt: skip


@pytest.mark.parametrize("query, parts, words", WISHES)
def test_wishes(query: str, parts: list[tuple[str, str, str, bool]], words: list[str]) -> None:
    found = understand(query, india())
    assert _told(found) == parts
    assert list(found.words) == words


@pytest.mark.parametrize(
    "query", ["धारी", "star", "band", "collar", "vest", "couple", "pair, goddess", "throw, broad", "शिखर", "mother", "gift"]
)
def test_words_that_only_resemble_a_place_are_none(query: str) -> None:
    assert understand(query, india()).parts == ()


@pytest.mark.parametrize(
    "query, by",
    [("पेड़ों", "stem"), ("bengal", ""), ("bandhani", "name"), ("kanjeeveram", "sound"), ("lucknowi", "adjective")],
)
def test_how_a_part_was_known(query: str, by: str) -> None:
    assert [part.by for part in understand(query, india()).parts] == ([by] if by else [])


def test_a_hindi_stem_is_not_sure() -> None:
    (part,) = understand("पेड़ों", india()).parts
    assert not part.sure
    (part,) = understand("pickles", india()).parts
    assert part.sure


def test_several_meanings_are_told_and_none_is_sure() -> None:
    (part,) = understand("bilaspur", india()).parts
    assert part.others == (Meaning(DISTRICT, "bilaspur-himachal-pradesh"),)
    (part,) = understand("honey", india()).parts
    assert (part.kind, part.sure, part.others) == ("craft", False, (Meaning("category", "honey"),))


def test_the_longest_name_wins() -> None:
    names = [Name(STATE, "Uttar Pradesh", "up"), Name(DISTRICT, "Uttar", "u"), Name(CRAFT, "Pradesh", "p")]
    assert _told(understand("uttar pradesh", vocabulary_of(names))) == [("state", "up", "uttar pradesh", True)]


def test_words_that_name_products_too_are_only_sure_with_from() -> None:
    vocabulary = vocabulary_of([Name(DISTRICT, "Madhubani", "madhubani")], words=["Madhubani painting"])
    assert [understand(query, vocabulary).parts[0].sure for query in ("madhubani", "from madhubani", "मधुबनी")] == [
        False,
        True,
        False,
    ]


def test_a_part_that_was_taken_back_stays_words() -> None:
    query = "lucknow kurta under 500"
    parts = understand(query, india()).parts
    for part in parts:
        found = understand(query, india(), as_words=[part.handle])
        assert [other.handle for other in found.parts] == [other.handle for other in parts if other != part]
        assert set(part.text.split()) - PLAIN.stop <= set(found.words)


def test_the_next_meaning_comes_when_the_first_is_taken_back() -> None:
    (part,) = understand("honey", india(), as_words=["craft:honey"]).parts
    assert (part.handle, part.sure) == ("category:honey", True)


def test_words_for_those_who_narrow_by_some_kinds_only() -> None:
    found = understand("white kurta from lucknow under 500", india())
    assert found.words == ()
    narrowing = [part for part in found.parts if part.kind in ("district", "price")]
    assert found.words_beside(narrowing) == ("white", "kurta")
    assert found.words_beside([]) == ("white", "kurta", "lucknow")


CRAFT_NAMES = [
    (row["slug"], name.rpartition(":")[2])
    for row in rows_of("crafts")
    for column in ("name", "names_hi", "names_other", "spellings")
    for name in filter(None, row[column].split(";"))
]


def test_every_name_of_a_craft_in_every_script_is_understood_as_the_craft() -> None:
    missed = []
    for slug, name in CRAFT_NAMES:
        meanings = [
            meaning for part in understand(name, india()).parts for meaning in (Meaning(part.kind, part.key), *part.others)
        ]
        if Meaning(CRAFT, slug) not in meanings:
            missed.append((slug, name))
    assert missed == []
    assert len(CRAFT_NAMES) > 1000


@pytest.mark.parametrize(
    "name, craft",
    [
        ("பனாரசி புடவை", "banarasi-saree"), ("ৰেচম মুগা", "muga-silk"), ("ਫੁਲਕਾਰੀ ਕਢਾਈ", "phulkari"),
        ("কাঁথা কাজ", "kantha"),
        ("ચિકનકારી કુર્તા", "chikankari"), ("ಚನ್ನಪಟ್ಟಣ ಗೊಂಬೆ", "channapatna-toys"), ("కొండపల్లి బొమ్మలు", "kondapalli-toys"),
        ("ପଟ୍ଟଚିତ୍ର ଚିତ୍ର", "pattachitra"), ("ആറന്മുള കണ്ണാടി", "aranmula-kannadi"), ("پشمینہ شال", "pashmina"), ("पैठणी साडी", "paithani"),
    ],
)  # fmt: skip
def test_a_craft_is_known_beside_other_words_of_the_script(name: str, craft: str) -> None:
    parts = understand(name, india()).parts
    assert Meaning(CRAFT, craft) in [meaning for part in parts for meaning in (Meaning(part.kind, part.key), *part.others)]


@pytest.mark.parametrize("query", ["বাঁহ-বেত", "हॉर्न-बोन", "block-print"])
def test_a_hyphen_within_a_name_parts_words(query: str) -> None:
    assert len(understand(query, EMPTY).words) == 2


ODD = st.text(st.one_of(st.characters(exclude_categories=()), st.sampled_from("0123456789 ₹.,-/kऀलखनऊ")), max_size=60)
SAID = st.lists(
    st.sampled_from(
        [
            "lucknow",
            "under",
            "500",
            "-",
            "₹",
            "2",
            "k",
            "लाख",
            "से",
            "कम",
            "gi",
            "honey",
            "from",
            "226001",
            "silk",
            "तक",
            "बनारस",
            "hsn",
            "5007",
        ]
    )
).map(" ".join)


@settings(max_examples=200)
@given(st.one_of(ODD, SAID, st.tuples(SAID, ODD).map(" ".join)))
def test_any_query_is_read(query: str) -> None:
    found = understand(query, india())
    for part in found.parts:
        assert query[part.start : part.end] == part.text != ""
        assert part.price is None or part.price.least is None or part.price.most is None or part.price.least <= part.price.most
    assert all(one.end <= other.start for one, other in zip(found.parts, found.parts[1:], strict=False))
    assert all(word and " " not in word for word in found.words)
    refused = [part.handle for part in found.parts]
    again = understand(query, india(), as_words=refused)
    assert not {part.handle for part in again.parts} & set(refused)


@pytest.mark.parametrize(
    "query",
    ["a" * 10_000, "1" * 10_000, "- " * 5_000, "1,11," * 2_000, "a-1" * 4_000, "under 500 " * 900, "क्" * 9_000, "\ud800" * 999],
)
def test_long_queries_do_no_harm(query: str) -> None:
    found = understand(query, india())
    assert all(part.end <= MOST_LETTERS for part in found.parts)
    assert sum(map(len, found.words)) <= MOST_LETTERS


@pytest.mark.parametrize(
    "query, ends",
    [
        ("above 500 under 1000", [(500, None), (None, 1000)]), ("500 से ज़्यादा और 1000 से कम", [(500, None), (None, 1000)]),
        ("under 1000 silk above 500", [(None, 1000), (500, None)]), ("above 1000 under 500", [(1000, None)]),
        ("under 500 under 1000", [(None, 500)]), ("under 500 gm honey under 200", [(None, 200)]),
    ],
)  # fmt: skip
def test_the_two_ends_of_a_price_may_be_said_apart(query: str, ends: list[tuple[int | None, int | None]]) -> None:
    prices = [part.price for part in understand(query, EMPTY).parts if part.price]
    assert prices == [Price(*(None if rupees is None else rupees * 100 for rupees in pair)) for pair in ends]


@pytest.mark.parametrize("query", ["around 1000", "1000 ke aas paas", "लगभग 1000 रुपये", "1000 के आसपास", "about ₹1,000"])
def test_about_a_price_is_not_sure(query: str) -> None:
    (part,) = understand(query, EMPTY).parts
    assert (part.price, part.sure) == (Price(75_000, 125_000), False)
