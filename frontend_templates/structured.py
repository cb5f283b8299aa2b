"""What pages say to machines (schema.org, as JSON-LD): the parts that every page has, and how they are written down."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.safestring import SafeString, mark_safe

Thing = dict[str, Any]
_ADDRESSES = frozenset({"@id", "url", "item", "image", "logo", "urlTemplate", "target"})
# Inside of <script> only "</script" and "<!--" mean something; the rest is for those who read it as something else.
_ESCAPED = [(sign, f"\\u{ord(sign):04x}") for sign in "<>&\u2028\u2029"]


def breadcrumbs(trail: Sequence[Mapping[str, str]], title: str, home: str, home_name: str) -> Thing:
    """The way from the home page to this one, whose own address is left out: it is the page's."""
    steps = [(home, home_name), *((step["url"], step["name"]) for step in trail)]
    items: list[Thing] = [
        {"@type": "ListItem", "position": place, "name": name, "item": url} for place, (url, name) in enumerate(steps, 1)
    ]
    items.append({"@type": "ListItem", "position": len(items) + 1, "name": title})
    return {"@type": "BreadcrumbList", "itemListElement": items}


def house(
    name: str, first: str, home: str, logo: str, search: str, language: str, *, help_at: str, languages: Sequence[str]
) -> list[Thing]:
    """The shop as an organisation, and its site with the address of its search. The organisation is the same in all languages:
    `first` is the home page that it is known by. `help_at`: where it says how it is reached, empty where it says so nowhere;
    e-mail and telephone stand there in words only."""
    organisation: Thing = {"@type": "Organization", "@id": f"{first}#house", "name": name, "url": first, "logo": logo}
    if help_at:
        organisation["contactPoint"] = {
            "@type": "ContactPoint", "contactType": "customer service", "url": help_at, "availableLanguage": list(languages),
        }  # fmt: skip
    return [
        organisation,
        {
            "@type": "WebSite", "@id": f"{home}#site", "name": name, "url": home, "inLanguage": language,
            "publisher": {"@id": f"{first}#house"},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{search}?q={{search_term_string}}"},
                "query-input": "required name=search_term_string",
            },
        },
    ]  # fmt: skip


def listed(addresses: Sequence[str]) -> Thing:
    """A list of pages of ours, in its order."""
    items = [{"@type": "ListItem", "position": place, "url": url} for place, url in enumerate(addresses, 1)]
    return {"@type": "ItemList", "numberOfItems": len(items), "itemListElement": items}


def absolute(thing: Any, origin: str, name: str = "") -> Any:
    """The same with our addresses, which begin with a slash, made whole."""
    if isinstance(thing, dict):
        return {key: absolute(value, origin, key) for key, value in thing.items()}
    if isinstance(thing, list):
        return [absolute(value, origin, name) for value in thing]
    if isinstance(thing, str) and name in _ADDRESSES and thing.startswith("/"):
        return origin + thing
    return thing


def script(things: Sequence[Thing], origin: str) -> SafeString:
    """The element that holds them; no text in them can end it, and browsers run none of it."""
    graph = {"@context": "https://schema.org", "@graph": absolute(list(things), origin)}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _ESCAPED:
        text = text.replace(sign, escaped)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')
