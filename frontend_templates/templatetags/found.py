"""Tags for the head of every page: what it says to search engines, and to those who show a card of a shared link."""

from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from frontend_templates import structured as words

register = template.Library()
HOUSE_CARD = "pictures/card-{}.jpg"
CARD = (1200, 630)


@register.simple_tag(takes_context=True)
def structured(context: template.Context) -> SafeString | str:
    """The page as JSON-LD: the view's `structured` (a thing, a list of them, or nothing), the way to it, which ends with the name
    that is seen on the page (`name_seen`, else `title`), and on the home page the house."""
    if "canonical" not in context or not getattr(context.get("request"), "resolver_match", None):
        return ""
    given = context.get("structured") or []
    things = [thing for thing in (given if isinstance(given, (list, tuple)) else [given]) if thing]
    home = reverse("home")
    if context["request"].path == home:
        things += _house(context, home)
    elif context.get("title"):
        name = str(context.get("name_seen") or context["title"])
        things.append(words.breadcrumbs(context.get("trail") or [], name, home, _("Home")))
    return words.script(things, context["origin"]) if things else ""


def _house(context: template.Context, home: str) -> list[words.Thing]:
    """The house is one in all languages: its own address is that of the first one's home page."""
    with override(settings.LANGUAGE_CODE):
        first = reverse("home")
    logo = static("pictures/favicon.svg")
    help_at = context.get("help_at") or ""
    return words.house(
        _("Zila Bazaar"), first, home, logo, reverse("products"), context["language"], help_at=help_at, languages=_languages()
    )


def _languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


@register.simple_tag(takes_context=True)
def shared_card(context: template.Context) -> SafeString | str:
    """The picture of a shared link: the view's `og_card` (a drawn card with url and alt), else the card of the house.

    Never a picture of the thing itself: ours are WebP, small and of any shape. Some
    sharers take JPEG and PNG only, Facebook shows a picture at the first sharing only where its size is told, and all cut it
    to 1.91 to 1. The card of the house, for the minutes until the thing's own is drawn, is shown by all, and whole.
    """
    if "canonical" not in context:
        return ""
    card = context.get("og_card")
    url, alt = (card.url, card.alt) if card else (static(HOUSE_CARD.format(context["language"])), _("Zila Bazaar"))
    told = [("og:image", _whole(url, context["origin"])), ("og:image:type", "image/jpeg")]
    told += [("og:image:width", str(CARD[0])), ("og:image:height", str(CARD[1])), ("og:image:alt", alt)]
    return format_html(
        '{}\n<meta name="twitter:card" content="summary_large_image">',
        format_html_join("\n", '<meta property="{}" content="{}">', told),
    )


def _whole(url: Any, origin: str) -> str:
    return f"{origin}{url}" if str(url).startswith("/") else str(url)
