"""What a page says, in which language: every text and every spoken attribute, read without a browser."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_MUTE = {"script", "style", "template", "noscript"}
_SPOKEN = ("aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "alt", "title", "placeholder", "label")
_METAS = {"description", "og:title", "og:description", "og:site_name", "og:image:alt", "twitter:title", "twitter:description"}
_LATIN, _DEVANAGARI = re.compile(r"[A-Za-z]"), re.compile(r"[\u0900-\u0963\u0966-\u097f]")

# What is written in Latin letters in Hindi, too: addresses, numbers of registers, and names of norms and licences as they are
# printed on packs and in laws. Anything else stands in an element that says its language.
WRITTEN_SO = re.compile(
    r"""
    \S+@\S+ | (?:https?://|www\.)\S+ | \b[\w-]+(?:\.[\w-]+)*\.(?:in|com|org|example)\b(?:/\S*)?
    | \b(?=[A-Z0-9/.-]*\d)[A-Z0-9]+(?:[/.-][A-Z0-9]+)*\b   # AU/99/0001, GI-3A, a GSTIN, a SKU
    | \b(?:FSSAI|PMFME|WCAG|AA|GIGW|IS|QR|PDF)\b
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Said:
    """A text, what it stands in (`h2.section-head`, `img[alt]`), and the language that its nearest `lang` names."""

    text: str
    place: str
    language: str

    def cannot_mark(self) -> bool:
        """Whether this is a title, a description or a label: it cannot say that a part of it is in another language."""
        return self.place == "title" or self.place.endswith("]")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[Said] = []
        self.open: list[tuple[str, str, str]] = []  # tag, place, language

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        language = given.get("lang") or (self.open[-1][2] if self.open else "")
        place = ".".join([tag, *given.get("class", "").split()[:1]])
        for name in _SPOKEN:
            if name in given and not (name == "title" and tag == "link"):
                self._note(given[name], f"{place}[{name}]", language)
        if tag == "meta" and (given.get("name") or given.get("property")) in _METAS:
            self._note(given.get("content", ""), f"meta[{given.get('name') or given.get('property')}]", language)
        if tag == "input" and given.get("type") in ("submit", "button", "reset"):
            self._note(given.get("value", ""), f"{place}[value]", language)
        if tag not in _VOID:
            self.open.append((tag, place, language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open[-1][0] == tag, f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][0] not in _MUTE:
            self._note(data, self.open[-1][1], self.open[-1][2])

    def _note(self, text: str, place: str, language: str) -> None:
        if text.strip():
            self.said.append(Said(" ".join(text.split()), place, language))


def said_on(html: str) -> list[Said]:
    """All that a page says, in its order; fails where elements are not closed in the order in which they were opened."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"never closed: {reader.open}"
    return reader.said


def foreign_on(html: str) -> list[Said]:
    """What is in the other language without saying so: Hindi with Latin letters that are not written so in Hindi, English with
    Devanagari, and what names no language. Titles and labels may repeat a name that the page shows in its own language."""
    said = said_on(html)
    names = {language: {one.text for one in said if one.language == language and len(one.text) > 2} for language in ("en", "hi")}
    return [one for one in said if not one.language or _is_foreign(one, names["en" if one.language == "hi" else "hi"])]


def _is_foreign(one: Said, names: set[str]) -> bool:
    text = one.text
    if one.cannot_mark():
        for name in sorted((name for name in names if name in text), key=len, reverse=True):
            text = text.replace(name, "")
    if one.language == "hi":
        return bool(_LATIN.search(WRITTEN_SO.sub("", text)))
    return one.language == "en" and bool(_DEVANAGARI.search(text))
