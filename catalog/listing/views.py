"""The page of one product."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from catalog.listing import queries
from catalog.listing.cards import ProductDetail, detail
from marketplace.channels.queries import viewpoint
from marketplace.kit.pages import public_page
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import to_html, to_text

SUMMARY_LENGTH = 160


@public_page
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """Pictures, prices, origin with its badges, declarations and maker of one product."""
    at = viewpoint(language=get_language() or "en")
    row = queries.product(at=at, slug=slug)
    if row is None:
        raise Refused("NOT_FOUND", _("There is no product of this name."), "slug")
    shown = detail(row, at)
    return render(
        request,
        "products/product.html",
        {
            "here": "products",
            "title": shown.seo_title or shown.card.name,
            "description": shown.seo_description or to_text(shown.description)[:SUMMARY_LENGTH] or shown.card.name,
            "og_type": "product",
            "og_image": _picture(request, shown),
            "product": shown,
            "story": to_html(shown.description),
            "currency": at.currency,
            "entries": [
                {"variant": variant, "facts": shown.variant_attributes.get(variant.id, ())} for variant in shown.variants
            ],
            "opens": row.available_at if row.available_at and row.available_at > at.at else None,
            "trail": _trail(shown),
        },
    )


def _picture(request: HttpRequest, shown: ProductDetail) -> str:
    """The absolute address of the first picture, for whoever shares the page; empty where none is ready."""
    picture = shown.card.picture
    return request.build_absolute_uri(picture.src) if picture and picture.src else ""


def _trail(shown: ProductDetail) -> list[dict[str, str]]:
    return [{"url": reverse("category", args=[step.slug]), "name": step.name} for step in shown.category_path]
