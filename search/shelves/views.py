"""Pages that list products, and makers: categories, crafts, collections, the search, sellers."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.kit.pages import public_page
from marketplace.kit.richtext import to_html, to_text
from search.browse.forms import asked_of
from search.browse.page import SUMMARY_LENGTH, found, language, seen_from, trail
from search.shelves import queries


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    shared = {"unlisted": bool(request.GET), "action": request.path}
    return render(request, f"shelves/{template}.html", {**shared, **context})


@public_page
def categories(request: HttpRequest) -> HttpResponse:
    """The whole tree of categories."""
    about = _("All kinds of goods from the districts of India, from sarees to sweets.")
    branches = queries.branches(language())
    return _page(request, "categories", here="categories", title=_("Categories"), description=about, branches=branches)


@public_page
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """One category with the products of its branch."""
    asked = asked_of(request.GET)
    page = found(queries.category_page(seen_from(), slug, asked))
    row = page.category
    about = _("%(category)s from the districts of India, from the makers themselves.") % {"category": row.name}
    return _page(
        request, "category", here="categories", title=row.seo_title or row.name, page=page, asked=asked,
        description=row.seo_description or to_text(row.description)[:SUMMARY_LENGTH] or about, text=to_html(row.description),
        trail=[*trail((reverse("categories"), _("Categories"))), *_steps(page.path)],
    )  # fmt: skip


def _steps(path: Iterable[Any]) -> list[dict[str, str]]:
    return trail(*((reverse("category", args=[row.slug]), row.name) for row in path))


@public_page
def crafts(request: HttpRequest) -> HttpResponse:
    """All crafts, kind by kind."""
    about = _("Crafts and kinds of work of India: what they are called, and the districts they are practised in.")
    kinds = queries.crafts_by_kind(language())
    return _page(request, "crafts", here="crafts", title=_("Crafts"), description=about, kinds=kinds)


@public_page
def craft(request: HttpRequest, slug: str) -> HttpResponse:
    """One craft with its names, its districts and its products."""
    asked = asked_of(request.GET)
    page = found(queries.craft_page(seen_from(), slug, asked))
    about = _("%(craft)s from the districts that practise it, from the makers themselves.") % {"craft": page.craft.name}
    steps = trail((reverse("crafts"), _("Crafts")))
    return _page(request, "craft", here="crafts", title=page.craft.name, description=about, page=page, asked=asked, trail=steps)


@public_page
def collection(request: HttpRequest, slug: str) -> HttpResponse:
    """One collection with its products."""
    asked = asked_of(request.GET)
    page = found(queries.collection_page(seen_from(), slug, asked))
    words = page.words
    about = _("%(collection)s: chosen from the districts of India.") % {"collection": words.name}
    return _page(
        request, "collection", here="products", title=words.seo_title or words.name, page=page, asked=asked,
        description=words.seo_description or to_text(words.description)[:SUMMARY_LENGTH] or about,
        text=to_html(words.description), trail=trail((reverse("products"), _("All products"))),
    )  # fmt: skip


@public_page
def products(request: HttpRequest) -> HttpResponse:
    """All products, or those that words and filters leave."""
    asked = asked_of(request.GET)
    about = _("Products from the districts of India: with their place of origin, and a GI badge where the law gives one.")
    page = queries.all_products(seen_from(), asked)
    title = asked.q or _("All products")
    return _page(request, "products", here="products", title=title, description=about, asked=asked, page=page)


@public_page
def seller(request: HttpRequest, slug: str) -> HttpResponse:
    """One maker: story, disclosures, products."""
    asked = asked_of(request.GET)
    page = found(queries.seller_page(seen_from(), slug, asked))
    place, name = page.district.name, page.seller.name
    about = _("%(seller)s, a maker in %(district)s: products and how to reach them.") % {"seller": name, "district": place}
    return _page(
        request, "seller", here="products", title=name, page=page, asked=asked,
        description=page.seller.story[:SUMMARY_LENGTH] or about,
        trail=trail(
            (reverse("state", args=[page.state.slug]), page.state.name), (reverse("district", args=[page.district.slug]), place)
        ),
    )  # fmt: skip
