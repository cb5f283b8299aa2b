"""The page of one product."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.listing import queries
from catalog.listing.facts import AttributeFact
from catalog.listing.product_page import ProductPage, product_page
from catalog.listing.rules import begins_later
from catalog.listing.social import product_card
from catalog.listing.structured import of_product
from marketplace.channels.queries import viewpoint
from marketplace.content.queries import for_complaints
from marketplace.kit.pages import language, public_page, summary, trail
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import to_html, to_text


@public_page
def product(request: HttpRequest, slug: str) -> HttpResponse:
    """Pictures, choice, price, origin with its badges, story, declarations and maker of one product. `?variant=` takes the SKU
    of the variant to show; one that there is not changes nothing."""
    at = viewpoint(language=language())
    found = queries.product_in_words(at=at, slug=slug)
    if found is None:
        raise Refused("NOT_FOUND", _("There is no product of this name."), "slug")
    row = found[0]
    page = product_page(*found, at, request.GET.get("variant", ""))
    shown, opens = page.product, begins_later(row.available_at, at.at)
    return render(
        request,
        "products/product.html",
        {
            "here": "products",
            "title": shown.seo_title or shown.card.name,
            "name_seen": shown.card.name,
            "description": shown.seo_description or summary(to_text(shown.description)) or shown.card.name,
            "og_type": "product",
            "og_card": product_card(shown.card, at.language),
            "product": shown,
            "page": page,
            "shelves": _shelves(page),
            "delivery_pages": ("delivery", "returns-and-refunds"),
            "complaints": for_complaints(page.help),
            "story": to_html(shown.description),
            "told": [
                (fact, to_html(value.rich_text), value) for fact in shown.attributes for value in fact.values if value.rich_text
            ],
            "said": [fact for fact in shown.attributes if fact.input_type == "PLAIN_TEXT"],
            "details": _details(page),
            "currency": at.currency,
            "opens": opens,
            "structured": of_product(
                shown,
                address=reverse("product", args=[shown.card.slug]),
                seller_address=reverse("seller", args=[shown.seller.slug]),
                currency=at.currency,
                opens=opens,
            ),
            "trail": trail(*((reverse("category", args=[step.slug]), step.name) for step in shown.category_path)),
        },
    )


def _shelves(page: ProductPage) -> list[dict[str, object]]:
    """The shelves that have something, with the way to all of it."""
    related, origin, category = page.related, page.product.origin, page.product.category_path[-1]
    of_craft = origin.craft_slug if related.kind == "craft" else None
    alike = reverse("craft", args=[of_craft]) if of_craft else reverse("category", args=[category.slug])
    more = reverse("district", args=[origin.place.district_slug])
    shelves: list[dict[str, object]] = [
        {"title": _("More from %(place)s") % {"place": origin.place.district_name}, "more": more, "cards": related.from_district},
        {
            "title": _("More of its kind: %(kind)s") % {"kind": origin.craft_name if of_craft else category.name},
            "more": alike,
            "cards": related.alike,
        },
    ]
    return [shelf for shelf in shelves if shelf["cards"]]


def _details(page: ProductPage) -> list[AttributeFact]:
    """What is told in a word or a number: of the chosen variant before the product, the same thing once."""
    facts = [*(page.offer.facts if page.offer else ()), *page.product.attributes]
    short = [fact for fact in facts if fact.input_type not in ("PLAIN_TEXT", "RICH_TEXT")]
    return list({fact.slug: fact for fact in reversed(short)}.values())[::-1]
