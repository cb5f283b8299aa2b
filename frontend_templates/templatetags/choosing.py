"""Tags for what there is to choose from: long rows of options and boxes, which a template would take ten times as long to write.

An option has a `value`, a `name` in a `language` (empty: the reader's), a `count`, whether it is `chosen`, and its `depth`.
"""

from collections.abc import Iterable
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from frontend_templates.templatetags.zila import amount, language_sign

register = template.Library()


@register.simple_tag
def choices(options: Iterable[Any]) -> SafeString:
    """What stands in a list to choose from, each with its count."""
    return mark_safe("".join(map(_choice, options)))


def _choice(one: Any) -> str:
    language = _language(one.language)
    sign = language_sign(one.language) if one.language else ""
    chosen = " selected" if one.chosen else ""
    name = "– " * one.depth + escape(one.name)
    return f'<option value="{escape(one.value)}"{chosen}{language}>{name} ({amount(one.count)}){sign}</option>'


@register.simple_tag
def boxes(parameter: str, options: Iterable[Any]) -> SafeString:
    """Boxes to tick, each with its count."""
    return mark_safe("".join([_box(parameter, one, escape(one.name)) for one in options]))


@register.simple_tag
def box(parameter: str, one: Any, name: str) -> SafeString:
    """A box to tick, of this name in the reader's language."""
    return mark_safe(_box(parameter, one, escape(name)))


def _box(parameter: str, one: Any, name: str) -> str:
    value, chosen = escape(one.value), " checked" if one.chosen else ""
    return (
        f'<label class="check"><input type="checkbox" id="f-{parameter}-{value}" name="{parameter}" value="{value}"{chosen}>'
        f'<span{_language(one.language)}>{name}</span> <span class="check__count">{amount(one.count)}</span></label>'
    )


def _language(code: str) -> str:
    return f' lang="{code}"' if code else ""
