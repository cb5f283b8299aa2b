"""Pages that list products, and makers: categories, crafts, collections, the search, sellers."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from catalog.social.queries import last_card_of
from frontend_templates.page import shows
from marketplace.kit.pages import language, public_page, summary, trail
from marketplace.kit.richtext import to_html, to_text
from marketplace.sellers.models import Seller
from search.browse.former import filters_led
from search.browse.forms import asked_of, place_of, said, words
from search.browse.page import found, seen_from
from search.browse.structured import of_cards, of_seller
from search.log.actions import noted
from search.shelves import makers, queries
from search.shelves.forms import makers_asked_of
from search.shelves.lists import Shelf
from search.shelves.matches import crafts_by_kind


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, f"shelves/{template}.html", {"action": request.path, **context})


def _shelf(request: HttpRequest, template: str, shelf: Shelf, **context: Any) -> HttpResponse:
    """A page with a list of products; or what changes of it with its filters, for htmx, which says so in its request."""
    in_place = request.headers.get("HX-Request") == "true"
    asked = shelf.asked
    _note(shelf)
    address = shows(request, asked.pairs(), place=place_of(asked.page), moves=asked.moves)
    shared = {"shelf": shelf, "asked": asked, "structured": of_cards(shelf.listing.cards), **context}
    response = _page(request, "in_place" if in_place else template, **shared)
    patch_vary_headers(response, ["HX-Request"])
    if in_place:
        response["HX-Push-Url"] = address
    return response


def _note(shelf: Shelf) -> None:
    """Count what was searched for, where nothing but the words says what is found, and in which order: who goes on in a list that
    was found does not search anew."""
    asked, search = shelf.asked, shelf.search
    if search is None or asked.chosen or asked.sort or asked.as_words or asked.page.after or asked.page.before:
        return
    noted(
        query=asked.q, language=language(), channel=seen_from().channel, total=shelf.listing.total, loosely=search.loosely,
        engine=search.engine,
    )  # fmt: skip


@public_page
def categories(request: HttpRequest) -> HttpResponse:
    """The whole tree of categories."""
    about = _("All kinds of goods from the districts of India, from sarees to sweets.")
    branches = queries.branches(seen_from())
    return _page(request, "categories", here="categories", title=_("Categories"), description=about, branches=branches)


@public_page
@filters_led("category", "state", "district")
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """One category with the products of its branch."""
    page = found(queries.category_page(seen_from(), slug, asked_of(request.GET)))
    row = page.category
    about = _("%(category)s from the districts of India, from the makers themselves.") % {"category": row.name}
    return _shelf(
        request, "category", page.shelf, here="categories", title=row.seo_title or row.name, name_seen=row.name, page=page,
        description=row.seo_description or summary(to_text(row.description)) or about, text=to_html(row.description),
        trail=[*trail((reverse("categories"), _("Categories"))), *_steps(page.path)],
        og_card=last_card_of("category", row.id, language(), alt=row.name),
    )  # fmt: skip


def _steps(path: Iterable[Any]) -> list[dict[str, str]]:
    return trail(*((reverse("category", args=[row.slug]), row.name) for row in path))


@public_page
def crafts(request: HttpRequest) -> HttpResponse:
    """All crafts, or those that are called like the words, kind by kind."""
    text = words(request.GET)
    about = _("Crafts and kinds of work of India: what they are called, and the districts they are practised in.")
    page = crafts_by_kind(language(), text)
    shows(request, said(("q", text)))
    return _page(request, "crafts", here="crafts", title=_("Crafts"), description=about, page=page, q=text)


@public_page
@filters_led("category", "state", "district")
def craft(request: HttpRequest, slug: str) -> HttpResponse:
    """One craft with its names, its districts and its products."""
    page = found(queries.craft_page(seen_from(), slug, asked_of(request.GET)))
    about = _("%(craft)s from the districts that practise it, from the makers themselves.") % {"craft": page.craft.name}
    steps = trail((reverse("crafts"), _("Crafts")))
    return _shelf(
        request, "craft", page.shelf, here="crafts", title=page.craft.name, description=about, page=page, trail=steps,
        og_card=last_card_of("craft", page.craft.id, language(), alt=page.craft.name),
    )  # fmt: skip


@public_page
@filters_led("category", "state", "district")
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """One collection with its products."""
    page = found(queries.collection_page(seen_from(), slug, asked_of(request.GET)))
    words = page.words
    about = _("%(collection)s: chosen from the districts of India.") % {"collection": words.name}
    return _shelf(
        request, "collection", page.shelf, here="products", title=words.seo_title or words.name, name_seen=words.name, page=page,
        description=words.seo_description or summary(to_text(words.description)) or about,
        text=to_html(words.description), trail=trail((reverse("products"), _("All products"))),
        og_card=last_card_of("collection", words.id, language(), alt=words.name),
    )  # fmt: skip


@public_page
@filters_led("category", "state", "district")
def products(request: HttpRequest) -> HttpResponse:
    """All products, or those that words and filters leave."""
    asked = asked_of(request.GET)
    about = _("Products from the districts of India: with their place of origin, and a GI badge where the law gives one.")
    page = queries.products_page_of(seen_from(), asked)
    title = _("Products for “%(words)s”") % {"words": asked.q} if asked.q else _("All products")
    return _shelf(
        request, "products", page.shelf, here="products", title=title, name_seen=_("All products"), description=about, page=page
    )


@public_page
@filters_led("state", "district")
def sellers(request: HttpRequest) -> HttpResponse:
    """All makers, or those that words and filters leave."""
    asked = makers_asked_of(request.GET)
    about = _("The makers of Zila Bazaar: artisans, self-help groups, co-operatives and small enterprises, district by district.")
    page = makers.makers_page(seen_from(), asked)
    kinds = Seller.Kind.values
    shows(request, asked.pairs(), place=place_of(asked.page))
    return _page(request, "sellers", here="sellers", title=_("Makers"), description=about, asked=asked, page=page, kinds=kinds)


@public_page
@filters_led("category", "state", "district")
def seller(request: HttpRequest, slug: str) -> HttpResponse:
    """One maker: story, what makes it trustworthy, disclosures, products."""
    page = found(makers.seller_page(seen_from(), slug, asked_of(request.GET)))
    place, name = page.district.name, page.seller.name
    about = _("%(seller)s, a maker in %(district)s: products and how to reach them.") % {"seller": name, "district": place}
    return _shelf(
        request, "seller", page.shelf, here="sellers", title=name, page=page,
        description=summary(page.seller.story) or about,
        trail=trail(
            (reverse("sellers"), _("Makers")), (reverse("state", args=[page.state.slug]), page.state.name),
            (reverse("district", args=[page.district.slug]), place),
        ),
        structured=[of_seller(page.seller, page.district, page.state), *of_cards(page.shelf.listing.cards)],
        og_card=last_card_of("seller", page.seller.id, language(), alt=name),
    )  # fmt: skip
