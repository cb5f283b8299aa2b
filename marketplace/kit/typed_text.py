"""Rich text as people type it: blank lines part paragraphs, ## - 1. > begin lines, ** * [ ]( ) stand in them; and the way back.

A sign that is meant as it stands has a backslash before it. Pure.
"""

import html
import re
from html.parser import HTMLParser
from typing import Any, NamedTuple

from marketplace.kit.richtext import Blocks, blocks_of, to_text
from marketplace.kit.text import clean

Block = dict[str, Any]

_LINE = re.compile(r"(?P<header>#{1,4})(?: |\Z)|(?P<bullet>[-*•])(?: |\Z)|(?P<number>\d{1,3})[.)](?: |\Z)|(?P<quote>>)(?: |\Z)")
_SIGN = r"[!-/:-@\[-`{-~]"
_ATOM = r"\\.|[^*\\]"
_MARK = re.compile(
    rf"\\(?P<plain>{_SIGN})"
    rf"|\*\*(?P<b>(?=\S)(?:{_ATOM}|\*(?!\*)(?:{_ATOM})+\*)+(?<=\S))\*\*(?!\*)"
    rf"|\*(?!\*)(?P<i>(?=\S)(?:{_ATOM}|\*\*(?:{_ATOM})+\*\*)+(?<=\S))\*(?!\*)"
    r"|\[(?P<words>(?:\\.|[^\[\]\\])+)\]\((?P<address>(?:https?://|/(?![/\\]))(?:\\.|[^\s()\\])*)\)",
    re.IGNORECASE,
)
_STYLES = {"bullet": "unordered", "number": "ordered"}
_SIGNS = {"b": "**", "i": "*"}


def typed(blocks: Blocks | None) -> str:
    """The text of blocks, as `blocks_of` makes them, that people type; what shows no word is left out."""
    return "\n\n".join(typed_block(block) for block in _with_words(blocks))


def read(text: str, *, before: Blocks | None = None, field: str = "content") -> dict[str, Any]:
    """The blocks of a text that somebody has typed. A part that reads like one of the blocks `before` is that block as it was,
    so that whatever cannot be typed stays as long as nobody changes its words. Refused INVALID or TOO_LONG as `blocks_of` is."""
    kept = {typed({"blocks": _read(clean(typed_block(block), lines=True))}): block for block in _with_words(before)}
    blocks = _read(clean(text, field=field, lines=True))
    return blocks_of({"blocks": [kept.get(typed_block(block), block) for block in blocks]}, field=field)


def typed_block(block: Block) -> str:
    """One block as it is typed, its lines one below the other."""
    data = block["data"]
    if block["type"] == "list":
        ordered = data["style"] == "ordered"
        signs = (f"{at}. " if ordered else "- " for at in range(1, len(data["items"]) + 1))
        return "\n".join((sign + _typed_inline(item)).rstrip() for sign, item in zip(signs, data["items"], strict=True))
    words = _typed_inline(data["text"])
    if block["type"] == "header":
        return f"{'#' * data['level']} {words}"
    if block["type"] == "quote":
        return f"> {words}"
    begins = _LINE.match(words)
    if begins is None:
        return words
    number = begins["number"] or ""
    return f"{number}\\{words[len(number) :]}"


def _with_words(blocks: Blocks | None) -> list[Block]:
    return [block for block in (blocks or {}).get("blocks", ()) if to_text({"blocks": [block]})]


class _Line(NamedTuple):
    """A line without its sign: what it begins ("" for nothing), the number or the level that it says, and its words."""

    kind: str
    number: int
    words: str


def _line(line: str) -> _Line:
    found = _LINE.match(line)
    if found is None:
        return _Line("", 0, line)
    kind = str(found.lastgroup)
    number = int(found[kind]) if kind == "number" else len(found[kind])
    return _Line(kind, number, line[found.end() :].strip())


def _read(text: str) -> list[Block]:
    """The blocks of the text; a line without a sign goes on with the one above it."""
    blocks: list[Block] = []
    going_on = False
    for line in (one.strip() for one in text.split("\n")):
        kind, number, words = _line(line)
        last = blocks[-1] if blocks else None
        style = _STYLES.get(kind)
        if not line:
            going_on = False
        elif last and style and last["data"].get("style") == style and (going_on or number == len(last["data"]["items"]) + 1):
            last["data"]["items"].append(words)
            going_on = True
        elif last and going_on and (not kind or kind == "quote" == last["type"]):
            _go_on(last, words)
        else:
            blocks.append(_new(kind, number, words))
            going_on = kind != "header"
    return [_finished(block) for block in blocks]


def _new(kind: str, number: int, words: str) -> Block:
    if kind in _STYLES:
        return {"type": "list", "data": {"style": _STYLES[kind], "items": [words]}}
    if kind == "header":
        return {"type": "header", "data": {"level": max(2, number), "text": words}}
    return {"type": "quote" if kind == "quote" else "paragraph", "data": {"text": words}}


def _go_on(block: Block, words: str) -> None:
    data = block["data"]
    if block["type"] == "list":
        data["items"][-1] = f"{data['items'][-1]} {words}".strip()
    else:
        data["text"] = f"{data['text']} {words}".strip()


def _finished(block: Block) -> Block:
    data = block["data"]
    if block["type"] == "list":
        return {**block, "data": {**data, "items": [_read_inline(item) for item in data["items"]]}}
    return {**block, "data": {**data, "text": _read_inline(data["text"])}}


def _read_inline(words: str) -> str:
    """The words of a line as HTML of b, i and a alone. Signs that would not come back as they are here stand for themselves."""
    made = _marked(words)
    return made if _marked(_typed_inline(made)) == made else html.escape(words, quote=False)


def _marked(words: str) -> str:
    parts, at = [], 0
    for found in _MARK.finditer(words):
        parts += [html.escape(words[at : found.start()], quote=False), _html_of(found)]
        at = found.end()
    return "".join(parts) + html.escape(words[at:], quote=False)


def _html_of(found: re.Match[str]) -> str:
    for tag in _SIGNS:
        if found[tag]:
            return f"<{tag}>{_marked(found[tag])}</{tag}>"
    if found["words"]:
        address = html.escape(re.sub(rf"\\({_SIGN})", r"\1", found["address"]))
        return f'<a href="{address}" rel="nofollow noopener noreferrer">{_marked(found["words"])}</a>'
    return html.escape(found["plain"], quote=False)


def _typed_inline(text: str) -> str:
    return "".join(_Typing(text).parts)


class _Typing(HTMLParser):
    """Writes HTML of b, i and a as it is typed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.addresses: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A mark opens."""
        if tag == "a":
            self.addresses.append(dict(attrs).get("href") or "")
        self.parts.append(_SIGNS.get(tag, "[" if tag == "a" and self.addresses[-1] else ""))

    def handle_endtag(self, tag: str) -> None:
        """A mark closes."""
        address = self.addresses.pop() if tag == "a" and self.addresses else ""
        self.parts.append(_SIGNS.get(tag, f"]({_escaped(address, '*()')})" if address else ""))

    def handle_data(self, data: str) -> None:
        """Words; in those of a link brackets are signs, too."""
        self.parts.append(_escaped(data, "*[]" if any(self.addresses) else "*").replace("](", "\\]("))


def _escaped(text: str, signs: str) -> str:
    return re.sub(rf"\\(?={_SIGN})|[{re.escape(signs)}]", lambda found: f"\\{found[0]}", text)
