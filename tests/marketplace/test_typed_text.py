"""Rich text as people type it: what they write is understood, comes back as it was, and loses nothing that it cannot say."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from marketplace.kit.refused import Refused
from marketplace.kit.richtext import blocks_of, to_html, to_text
from marketplace.kit.typed_text import read, typed
from tests.marketplace.test_richtext import block

TEXT = """## Who sells here

Artisans and **self-help groups**, *all* of India.
They answer the telephone.

- [Delivery](https://bazaar.example/pages/delivery/?a=1&b=2)
- Returns
1. Ask
2. Wait

> 5 * 3 < 16 & more

#### कौन बेचता है"""
HTML = (
    "<h2>Who sells here</h2>\n<p>Artisans and <b>self-help groups</b>, <i>all</i> of India. They answer the telephone.</p>\n"
    '<ul><li><a href="https://bazaar.example/pages/delivery/?a=1&amp;b=2" rel="nofollow noopener noreferrer">Delivery</a></li>'
    "<li>Returns</li></ul>\n<ol><li>Ask</li><li>Wait</li></ol>\n<blockquote>5 * 3 &lt; 16 &amp; more</blockquote>\n"
    "<h4>कौन बेचता है</h4>"
)

# Words, and marks in one another, as a person would set them; and signs that are meant as they stand.
words = st.text(st.sampled_from("ab क़ *[]()\\#>-1.&<\"'_"), min_size=1, max_size=8)
link = st.builds(
    lambda text, end: f'<a href="https://x.example/{end}">{text}</a>', st.just("a way"), st.sampled_from(["", "a_(b)", "*"])
)
plain = words.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;"))
bold = st.builds("<b>{}</b>".format, st.sampled_from(["strong", "a <i>b</i> c"]))
italic = st.builds("<i>{}</i>".format, st.sampled_from(["soft", "a <b>b</b> c"]))
inline = st.lists(plain | st.tuples(bold | italic | link).map(lambda one: f" {one[0]} "), min_size=1, max_size=4).map("".join)
sayable = st.one_of(
    st.builds(lambda kind, text: {"type": kind, "data": {"text": text}}, st.sampled_from(["paragraph", "quote"]), inline),
    st.builds(lambda text, level: {"type": "header", "data": {"text": text, "level": level}}, inline, st.integers(2, 4)),
    st.builds(
        lambda items, style: {"type": "list", "data": {"items": items, "style": style}},
        st.lists(inline, min_size=1, max_size=3), st.sampled_from(["ordered", "unordered"]),
    ),
)  # fmt: skip
typing = st.lists(st.sampled_from([*"ab *#>-1.\\[]()\n&<क", "**", "](https://x.example/", "\n\n"]), max_size=40).map("".join)


def shown(given: dict[str, Any]) -> dict[str, Any]:
    """The blocks that show a word."""
    return {"blocks": [one for one in given["blocks"] if to_text({"blocks": [one]})]}


def test_what_people_type_is_understood() -> None:
    assert to_html(read(TEXT)) == HTML
    assert to_html(read(TEXT.replace("\n", "\r\n"))) == HTML


@pytest.mark.parametrize(("text", "html"), [
    ("***both***", "<p><b><i>both</i></b></p>"), ("**a *b* c**", "<p><b>a <i>b</i> c</b></p>"),
    ("*a **b** c*", "<p><i>a <b>b</b> c</i></p>"), ("2 * 3 * 4", "<p>2 * 3 * 4</p>"), (r"\*as it is\*", "<p>*as it is*</p>"),
    ("**open", "<p>**open</p>"), ("# Title", "<h2>Title</h2>"), ("• one\n• two", "<ul><li>one</li><li>two</li></ul>"),
    ("1. one\n\n2. two", "<ol><li>one</li><li>two</li></ol>"), ("- one\ngoes on", "<ul><li>one goes on</li></ul>"),
    ("text\n- one", "<p>text</p>\n<ul><li>one</li></ul>"), ("2024 was good", "<p>2024 was good</p>"), ("#tag", "<p>#tag</p>"),
    ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"), ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    ("[a](https://x.example) [b](https://y.example)",
     '<p><a href="https://x.example" rel="nofollow noopener noreferrer">a</a> '
     '<a href="https://y.example" rel="nofollow noopener noreferrer">b</a></p>'),
])  # fmt: skip
def test_signs(text: str, html: str) -> None:
    assert to_html(read(text)) == html


def test_what_begins_like_a_sign_is_typed_with_a_backslash() -> None:
    given = blocks_of({"blocks": [{"type": "paragraph", "data": {"text": text}} for text in ("## a", "1. b", "- c", "&gt; d")]})
    assert typed(given) == "\\## a\n\n1\\. b\n\n\\- c\n\n\\> d"
    assert read(typed(given)) == given


@given(st.lists(sayable, max_size=4))
def test_all_that_can_be_said_comes_back_as_it_was(given: list[Any]) -> None:
    blocks = shown(blocks_of({"blocks": given}))
    assert read(typed(blocks)) == blocks


@given(st.lists(block, max_size=4))
def test_what_cannot_be_said_stays_where_nobody_changes_it(given: list[Any]) -> None:
    blocks = shown(blocks_of({"blocks": given}))
    after = read(f"{typed(blocks)}\n\nnew words", before=blocks)
    assert after["blocks"][:-1] == blocks["blocks"]


@given(typing)
@example("*a**b*")
def test_what_was_typed_is_the_same_after_its_way_back(text: str) -> None:
    blocks = read(text)
    assert read(typed(blocks)) == shown(blocks)
    assert blocks_of(blocks) == blocks


def test_too_much_is_refused_at_the_field() -> None:
    with pytest.raises(Refused) as refused:
        read("- x\n\n" * 201, field="content_hi")
    assert (refused.value.code, refused.value.field) == ("TOO_LONG", "content_hi")


def test_hostile_stars_take_no_time() -> None:
    for hostile in ("*" * 5000, "**a" * 3000, "*a" * 5000, "[" * 5000, "**" + "*a*" * 3000):
        read(hostile)
