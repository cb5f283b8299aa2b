"""The pages to browse: home, States, districts, the GI register, categories, products, sellers."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from marketplace.channels.queries import Viewpoint, viewpoint
from marketplace.gi.models import GiTag
from marketplace.kit.pages import public_page
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import to_html, to_text
from search.browse import forms, places, queries

Shown = TypeVar("Shown")
SUMMARY_LENGTH = 160


def _language() -> str:
    return get_language() or "en"


def _viewpoint() -> Viewpoint:
    return viewpoint(language=_language())


def _found(page: Shown | None) -> Shown:
    if page is None:
        raise Refused("NOT_FOUND", _("There is nothing of this name."), "slug")
    return page


def _trail(*steps: tuple[str, str]) -> list[dict[str, str]]:
    return [{"url": url, "name": name} for url, name in steps]


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, f"browse/{template}.html", {"unlisted": bool(request.GET), **context})


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """The first page."""
    about = _("Cloth, brass, clay, glass, spice and sweets from the districts of India, from the makers themselves.")
    return _page(request, "home", description=about, home=queries.home_page(_viewpoint()))


@public_page
def states(request: HttpRequest) -> HttpResponse:
    """All States and Union Territories by zone."""
    about = _("All States and Union Territories of India, and what their districts are known for.")
    zones = places.states_by_zone(_language())
    return _page(request, "states", here="states", title=_("States and districts"), description=about, zones=zones)


@public_page
def state(request: HttpRequest, slug: str) -> HttpResponse:
    """One State with its districts."""
    page = _found(places.state_page(_viewpoint(), slug))
    name = page.state.name
    return _page(
        request, "state", here="states", title=name, page=page,
        description=_("What the districts of %(state)s are known for, and where to buy it from the makers.") % {"state": name},
        trail=_trail((reverse("states"), _("States and districts"))),
        known_for=[(row, page.known_for.get(row.id)) for row in page.districts],
    )  # fmt: skip


@public_page
def district(request: HttpRequest, slug: str) -> HttpResponse:
    """One district: what it is known for, its makers, its products."""
    page = _found(places.district_page(_viewpoint(), slug, forms.page_request(request.GET, forms.PAGE_SIZE)))
    name, state_name = page.district.name, page.state.name
    return _page(
        request, "district", here="states", title=f"{name}, {state_name}", page=page,
        description=_("What %(district)s in %(state)s is known for: its designated products, its GIs and its makers.")
        % {"district": name, "state": state_name},
        trail=_trail(
            (reverse("states"), _("States and districts")), (reverse("state", args=[page.state.slug]), state_name)
        ),
        aliases=", ".join(page.district.aliases),
    )  # fmt: skip


@public_page
def gi_register(request: HttpRequest) -> HttpResponse:
    """The GI register, by words, goods and State."""
    asked = forms.register_asked_of(request.GET)
    about = _("All Geographical Indications registered for India: what they are, where they lie, and who may use them.")
    return _page(
        request, "gi_register", here="gi", title=_("GI register"), description=about, asked=asked,
        page=places.register_page(_language(), asked), goods=GiTag.Category.values,
    )  # fmt: skip


@public_page
def gi(request: HttpRequest, slug: str) -> HttpResponse:
    """One GI: what, where, since when, who may use it."""
    page = _found(places.gi_page(_viewpoint(), slug, forms.page_request(request.GET, forms.PAGE_SIZE)))
    return _page(
        request, "gi", here="gi", title=page.tag.name, page=page,
        description=_("%(name)s: a registered Geographical Indication; where it lies and who may use it.")
        % {"name": page.tag.name},
        trail=_trail((reverse("gi-register"), _("GI register"))),
    )  # fmt: skip


@public_page
def categories(request: HttpRequest) -> HttpResponse:
    """The whole tree of categories."""
    about = _("All kinds of goods from the districts of India, from sarees to sweets.")
    return _page(
        request, "categories", here="categories", title=_("Categories"), description=about, branches=queries.branches(_language())
    )  # fmt: skip


@public_page
def category(request: HttpRequest, slug: str) -> HttpResponse:
    """One category with the products of its branch."""
    asked = forms.asked_of(request.GET)
    page = _found(queries.category_page(_viewpoint(), slug, asked))
    row = page.category
    about = _("%(category)s from the districts of India, from the makers themselves.") % {"category": row.name}
    return _page(
        request, "category", here="categories", title=row.seo_title or row.name, page=page, asked=asked,
        description=row.seo_description or to_text(row.description)[:SUMMARY_LENGTH] or about, text=to_html(row.description),
        trail=[*_trail((reverse("categories"), _("Categories"))), *_steps(page.path)],
        action=request.path,
    )  # fmt: skip


def _steps(path: Iterable[Any]) -> list[dict[str, str]]:
    return [{"url": reverse("category", args=[row.slug]), "name": row.name} for row in path]


@public_page
def products(request: HttpRequest) -> HttpResponse:
    """All products, or those that words and filters leave."""
    asked = forms.asked_of(request.GET)
    about = _("Products from the districts of India: with their place of origin, and a GI badge where the law gives one.")
    return _page(
        request, "products", here="products", title=asked.q or _("All products"), description=about, asked=asked,
        page=queries.all_products(_viewpoint(), asked), action=request.path,
    )  # fmt: skip


@public_page
def seller(request: HttpRequest, slug: str) -> HttpResponse:
    """One maker: story, disclosures, products."""
    page = _found(queries.seller_page(_viewpoint(), slug, forms.page_request(request.GET, forms.PAGE_SIZE)))
    place, name = page.district.name, page.seller.name
    about = _("%(seller)s, a maker in %(district)s: products and how to reach them.") % {"seller": name, "district": place}
    return _page(
        request, "seller", here="products", title=name, page=page,
        description=page.seller.story[:SUMMARY_LENGTH] or about,
        trail=_trail(
            (reverse("state", args=[page.state.slug]), page.state.name), (reverse("district", args=[page.district.slug]), place)
        ),
    )  # fmt: skip
