"""Tags for the head of every page: what it says to search engines, and to those who show a card of a shared link."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from frontend_templates import structured as words

register = template.Library()
HOUSE_CARD = "pictures/card-{}.jpg"
CARD = (1200, 630)


@register.simple_tag(takes_context=True)
def structured(context: template.Context) -> SafeString | str:
    """The page as JSON-LD: the view's `structured` (a thing or a list of them), the way to it, and on the home page the house."""
    if "canonical" not in context or not getattr(context.get("request"), "resolver_match", None):
        return ""
    given = context.get("structured") or []
    things = [thing for thing in (given if isinstance(given, (list, tuple)) else [given]) if thing]
    home = reverse("home")
    if context["request"].path == home:
        logo = static("pictures/favicon.svg")
        things += words.house(_("Zila Bazaar"), home, logo, reverse("products"), context["language"])
    elif context.get("title"):
        things.append(words.breadcrumbs(context.get("trail") or [], str(context["title"]), home, _("Home")))
    return words.script(things, context["origin"]) if things else ""


@register.simple_tag(takes_context=True)
def shared_card(context: template.Context) -> SafeString | str:
    """The picture of a shared link: the view's `og_card` (a drawn card with url and alt), else its `og_image` with
    `og_image_alt`, else the card of the house."""
    if "canonical" not in context:
        return ""
    card, picture = context.get("og_card"), context.get("og_image")
    size: tuple[int, int] | None = CARD
    if card:
        url, alt = card.url, card.alt
    elif picture:
        url, alt, size = str(picture), str(context.get("og_image_alt") or context.get("title") or ""), None
    else:
        url, alt = static(HOUSE_CARD.format(context["language"])), _("Zila Bazaar")
    told = [("og:image", _whole(url, context["origin"]))]
    told += [("og:image:width", str(size[0])), ("og:image:height", str(size[1]))] if size else []
    told += [("og:image:alt", alt)] if alt else []
    return format_html(
        '{}\n<meta name="twitter:card" content="summary_large_image">',
        format_html_join("\n", '<meta property="{}" content="{}">', told),
    )


def _whole(url: Any, origin: str) -> str:
    return f"{origin}{url}" if str(url).startswith("/") else str(url)
