"""Rich text as EditorJS blocks: checked and sanitised when written, and again when shown."""

import html
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import nh3
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from marketplace.kit.addresses import in_language, is_path
from marketplace.kit.refused import Refused
from marketplace.kit.slugs import unicode_slug_of
from marketplace.kit.text import clean

Blocks = Mapping[str, Any]
MOST_BLOCKS = 200
MOST_CHARACTERS = 20_000

_TAGS = {"b", "i", "a"}
_MARKED = re.compile(r"[<>&\xa0\0\r\ufeff]")  # what a sanitiser may take out or write otherwise; without it a text is plain
_LIST_TAGS = {"ordered": "ol", "unordered": "ul"}


def blocks_of(text: str | Blocks | None, *, field: str = "description") -> dict[str, Any]:
    """EditorJS blocks (paragraph, header, list, quote) of a plain text (blank lines part paragraphs) or of such blocks.

    Only b, i and links survive, to http(s) or to a path of ours.
    Refused INVALID for another shape, TOO_LONG beyond 200 blocks or 20,000 characters.
    """
    if text is None:
        return {"blocks": []}
    if isinstance(text, str):
        plain = clean(text, field=field, most=MOST_CHARACTERS, lines=True)
        parts = [html.escape(clean(part), quote=False) for part in plain.split("\n\n")]
        given: Any = [{"type": "paragraph", "data": {"text": part}} for part in parts if part]
    else:
        given = text.get("blocks") if isinstance(text, Mapping) else None
    if not isinstance(given, list):
        raise _misshapen(field)
    if len(given) > MOST_BLOCKS:
        raise Refused("TOO_LONG", _("At most %(most)d paragraphs.") % {"most": MOST_BLOCKS}, field)
    blocks = {"blocks": [_block(block, field) for block in given]}
    if len(to_text(blocks)) > MOST_CHARACTERS:
        raise Refused("TOO_LONG", _("At most %(most)d characters.") % {"most": MOST_CHARACTERS}, field)
    return blocks


def blocks_or_none(text: str | Blocks | None, *, field: str = "description") -> dict[str, Any] | None:
    """Like `blocks_of`, but None where nothing is left to read."""
    blocks = blocks_of(text, field=field)
    return blocks if to_text(blocks) else None


class Heading(NamedTuple):
    """A header of the second level, and the id under which `to_html` shows it where anchors are wanted."""

    anchor: str
    text: str


def to_html(blocks: Blocks | None, *, anchors: bool = False) -> SafeString:
    """The blocks as HTML; what is not a known block is left out, and every text is sanitised anew. `anchors`: headers of the
    second level carry the ids that `outline` says."""
    ids = (heading.anchor for heading in outline(blocks)) if anchors else iter(())
    shown = ((_anchored(block, next(ids, "")) if _is_heading(block) else _shown(block)) for block in _known(blocks))
    return format_html_join("\n", "{}", ((html,) for html in shown))


def outline(blocks: Blocks | None) -> list[Heading]:
    """The headers of the second level, each with an id made of its words; no two alike."""
    found: list[Heading] = []
    for block in filter(_is_heading, _known(blocks)):
        words = _plain(block["data"]["text"])
        base = f"p-{unicode_slug_of(words, most=60)}"
        alike = sum(one.anchor == base or one.anchor.startswith(f"{base}--") for one in found)
        found.append(Heading(f"{base}--{alike + 1}" if alike else base, words))
    return found


def to_text(blocks: Blocks | None) -> str:
    """The words alone, a line per block or list item."""
    return "\n".join(line for block in _known(blocks) for line in map(_plain, _texts(block)) if line)


def _block(block: object, field: str) -> dict[str, Any]:
    """One block with nothing in it but what is known, its texts sanitised."""
    data = block.get("data") if isinstance(block, Mapping) else None
    if not isinstance(block, Mapping) or not isinstance(data, Mapping):
        raise _misshapen(field)
    if block.get("type") == "list":
        items = data.get("items")
        style = data.get("style", "unordered")
        if not isinstance(items, list) or style not in tuple(_LIST_TAGS):
            raise _misshapen(field)
        kept = {"style": style, "items": [_inline(item, field) for item in items]}
    elif block.get("type") == "header":
        level = data.get("level", 2)
        if type(level) is not int or not 2 <= level <= 4:
            raise _misshapen(field)
        kept = {"level": level, "text": _inline(data.get("text"), field)}
    elif block.get("type") in ("paragraph", "quote"):
        kept = {"text": _inline(data.get("text"), field)}
    else:
        raise _misshapen(field)
    return {"type": block["type"], "data": kept}


def _inline(text: object, field: str) -> str:
    if not isinstance(text, str):
        raise _misshapen(field)
    # Cleaned again afterwards: what is taken out leaves blanks.
    return clean(_sanitised(clean(text, field=field, most=MOST_CHARACTERS * 2)))


def _sanitised(text: str) -> str:
    if not _MARKED.search(text):
        return text
    return nh3.clean(
        text, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"},
        link_rel="nofollow noopener noreferrer", attribute_filter=_known_links_only,
    )  # fmt: skip


def _known_links_only(tag: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or is_path(value) or value.lower().startswith(("http://", "https://")) else None


_OURS = re.compile(r'<a href="(/[^"]*)" rel="[^"]*">')  # as the sanitiser writes a link to a path


def _linked(text: str) -> SafeString:
    """A sanitised text whose links to paths lead to our pages in the reader's language, and are followed by search engines."""
    return mark_safe(_OURS.sub(lambda found: f'<a href="{html.escape(in_language(html.unescape(found[1])))}">', text))


def _known(blocks: Blocks | None) -> list[dict[str, Any]]:
    """The blocks of a stored text that have the shape we write."""
    given = blocks.get("blocks") if isinstance(blocks, Mapping) else None
    known = []
    for block in given if isinstance(given, list) else []:
        try:
            known.append(_block(block, "description"))
        except Refused:
            continue
    return known


def _texts(block: Mapping[str, Any]) -> list[str]:
    data = block["data"]
    return list(data["items"]) if block["type"] == "list" else [data["text"]]


def _is_heading(block: Mapping[str, Any]) -> bool:
    return bool(block["type"] == "header" and block["data"]["level"] == 2)


def _anchored(block: Mapping[str, Any], anchor: str) -> SafeString:
    words = _linked(block["data"]["text"])  # sanitised by _known just before
    return format_html('<h2 id="{}">{}</h2>', anchor, words) if anchor else _shown(block)


def _shown(block: Mapping[str, Any]) -> SafeString:
    data = block["data"]
    texts = [_linked(text) for text in _texts(block)]  # sanitised by _known just before
    if block["type"] == "list":
        tag = mark_safe(_LIST_TAGS[data["style"]])
        return format_html("<{}>{}</{}>", tag, format_html_join("", "<li>{}</li>", ((text,) for text in texts)), tag)
    if block["type"] == "header":
        return format_html("<h{}>{}</h{}>", data["level"], texts[0], data["level"])
    if block["type"] == "quote":
        return format_html("<blockquote>{}</blockquote>", texts[0])
    return format_html("<p>{}</p>", texts[0])


def _plain(text: str) -> str:
    if not _MARKED.search(text):
        return text.strip()
    return html.unescape(nh3.clean(text, tags=set())).strip()


def _misshapen(field: str) -> Refused:
    return Refused("INVALID", _("This rich text is not made of paragraphs, headers, lists and quotes."), field)
