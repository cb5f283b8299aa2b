"""Rich text: the known shapes, nothing that runs, and the same when cleaned again."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from marketplace.kit.refused import Refused
from marketplace.kit.richtext import MOST_BLOCKS, MOST_CHARACTERS, blocks_of, blocks_or_none, to_html, to_text
from marketplace.kit.typed_text import read, typed

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='/logout'>x</a>",
    "<a href=' javascript:alert(1)'>x</a>",
    "<a href='http://ok.example' onclick=alert(1)>x</a>",
    "<a href='//evil.example'>x</a>",
    "<a href='/\\evil.example'>x</a>",
    "<a href='/gi/&quot; onclick=&quot;alert(1)'>x</a>",
    "<b style='background:url(x)'>x</b>",
    "<iframe src=https://evil.example></iframe>",
    "<math><mi//xlink:href='data:x,<script>'>",
    "<style>*{display:none}</style>",
    "<b><i><script></b>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<!--<script>-->",
    "<object data=x>",
    "<form action=x><input></form>",
    "<a href='vbscript:x'>x</a>",
    "<base href='https://evil.example'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>x</script></template>",
    "\x00<script\x00>x</script>",
]
markup = st.lists(
    st.sampled_from([*ATTACKS, "<b>", "</b>", "<i>bold</i>", "<", ">", "&", "&amp;", '"', "कपड़ा", "x "]), max_size=6
).map("".join)
block = st.one_of(
    st.builds(lambda text: {"type": "paragraph", "data": {"text": text}}, markup | st.text(max_size=20)),
    st.builds(lambda text, level: {"type": "header", "data": {"text": text, "level": level}}, markup, st.integers(2, 4)),
    st.builds(
        lambda items, style: {"type": "list", "data": {"items": items, "style": style}},
        st.lists(markup, max_size=3),
        st.sampled_from(["ordered", "unordered"]),
    ),
    st.builds(lambda text: {"type": "quote", "data": {"text": text}}, markup),
)


class _Reader(HTMLParser):
    """Reads HTML as a browser would begin to, and notes every tag, attribute and link."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _value in attrs}
        self.links |= {value or "" for name, value in attrs if name == "href"}


def _harm_in(shown: str) -> set[str]:
    """The tags, attributes and links that no text of ours may have."""
    read = _Reader(shown)
    tags = read.tags - {"p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "b", "i", "a"}
    links = {link for link in read.links if not re.match(r"https?://|/(?![/\\])", link, re.IGNORECASE)}
    return tags | links | (read.attributes - {"href", "rel"})


@given(st.lists(block, max_size=4))
def test_what_is_written_is_harmless_and_stays_the_same(blocks: list[dict[str, Any]]) -> None:
    try:
        stored = blocks_of({"blocks": blocks})
    except Refused as refused:
        assert refused.code == "INVALID"
        return
    assert blocks_of(stored) == stored
    assert _harm_in(to_html(stored)) == set()


@given(st.lists(block, max_size=4))
def test_what_somebody_put_into_the_table_is_harmless_when_shown(blocks: list[dict[str, Any]]) -> None:
    assert _harm_in(to_html({"blocks": blocks, "version": "2.30"})) == set()


@pytest.mark.parametrize("attack", ATTACKS)
def test_plain_text_is_never_markup(attack: str) -> None:
    stored = blocks_of(attack)
    assert _harm_in(to_html(stored)) == set()
    assert "<" not in to_html(stored).removeprefix("<p>").removesuffix("</p>")
    assert to_text(stored) == attack.replace("\x00", "")


def test_blank_lines_part_paragraphs() -> None:
    stored = blocks_of("Woven by hand.\nIn Varanasi.\n\n\n5 < 6 & more")
    assert to_text(stored) == "Woven by hand. In Varanasi.\n5 < 6 & more"
    assert to_html(stored) == "<p>Woven by hand. In Varanasi.</p>\n<p>5 &lt; 6 &amp; more</p>"


def test_each_kind_of_block_is_shown() -> None:
    stored = blocks_of(
        {
            "blocks": [
                {"type": "header", "data": {"text": "Care", "level": 3}},
                {"type": "list", "data": {"style": "ordered", "items": ["<b>Wash</b> cold", "Dry"]}},
                {"type": "quote", "data": {"text": "Fine!"}},
                {
                    "type": "paragraph",
                    "data": {"text": 'See <a href="https://example.org/?a=1&amp;b=2">here</a>', "junk": 1},
                    "id": "x",
                },
            ]
        }
    )
    assert to_html(stored) == (
        "<h3>Care</h3>\n<ol><li><b>Wash</b> cold</li><li>Dry</li></ol>\n<blockquote>Fine!</blockquote>\n"
        '<p>See <a href="https://example.org/?a=1&amp;b=2" rel="nofollow noopener noreferrer">here</a></p>'
    )
    assert to_text(stored) == "Care\nWash cold\nDry\nFine!\nSee here"


@pytest.mark.parametrize(
    "shape",
    [
        {},
        {"blocks": None},
        {"blocks": {}},
        {"blocks": ["x"]},
        {"blocks": [{"type": "paragraph"}]},
        {"blocks": [{"data": {"text": "x"}}]},
        {"blocks": [{"type": "paragraph", "data": {"text": 1}}]},
        {"blocks": [{"type": "raw", "data": {"html": "x"}}]},
        {"blocks": [{"type": "header", "data": {"text": "x", "level": 1}}]},
        {"blocks": [{"type": "header", "data": {"text": "x", "level": True}}]},
        {"blocks": [{"type": "list", "data": {"items": "x"}}]},
        {"blocks": [{"type": "list", "data": {"items": [], "style": "x"}}]},
        {"blocks": [{"type": ["paragraph"], "data": {"text": "x"}}]},
        {"blocks": [{"type": "list", "data": {"items": [], "style": []}}]},
        {"blocks": [{"type": "paragraph", "data": {"text": "\ud800"}}]},
        ["x"],
        5,
    ],
)
def test_other_shapes_are_refused_and_not_shown(shape: Any) -> None:
    with pytest.raises(Refused) as refused:
        blocks_of(shape, field="story")
    assert (refused.value.code, refused.value.field) == ("INVALID", "story")
    assert to_html(shape) == ""


def test_too_much_is_refused() -> None:
    paragraph = {"type": "paragraph", "data": {"text": "x" * 1000}}
    for long in ["x" * (MOST_CHARACTERS + 1), {"blocks": [paragraph] * 21}, {"blocks": [paragraph] * (MOST_BLOCKS + 1)}]:
        with pytest.raises(Refused) as refused:
            blocks_of(long)
        assert refused.value.code == "TOO_LONG"


@pytest.mark.parametrize(
    "empty", [None, "", " \n\n ", {"blocks": []}, {"blocks": [{"type": "paragraph", "data": {"text": "<b> </b>"}}]}]
)
def test_nothing_to_read_is_nothing(empty: Any) -> None:
    assert blocks_or_none(empty) is None
    assert to_text(None) == "" and to_html(None) == ""


def test_a_link_to_a_page_of_ours_leads_to_it_in_the_readers_language() -> None:
    words = 'See <a href="/pages/about/?a=1&amp;b=2#way">us</a>'
    blocks = blocks_of({"blocks": [{"type": "paragraph", "data": {"text": words}}]})
    assert to_html(blocks) == f"<p>{words}</p>"
    with override("hi"):
        assert to_html(blocks) == '<p>See <a href="/hi/pages/about/?a=1&amp;b=2#way">us</a></p>'
    assert typed(blocks) == "See [us](/pages/about/?a=1&b=2#way)"
    assert read("See [us](/pages/about/?a=1&b=2#way)") == blocks
    assert to_html(read("See [us](//evil.example) and [us](/nowhere/)")) == (
        '<p>See [us](//evil.example) and <a href="/nowhere/">us</a></p>'
    )
