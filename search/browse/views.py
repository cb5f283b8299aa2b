"""The pages to browse: home, States, districts, the GI register."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.kit.pages import public_page
from search.browse import forms, places
from search.browse.page import found, language, seen_from, trail


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, f"browse/{template}.html", {"unlisted": bool(request.GET), **context})


@public_page
def states(request: HttpRequest) -> HttpResponse:
    """All States and Union Territories by zone."""
    about = _("All States and Union Territories of India, and what their districts are known for.")
    zones = places.states_by_zone(language())
    return _page(request, "states", here="states", title=_("States and districts"), description=about, zones=zones)


@public_page
def state(request: HttpRequest, slug: str) -> HttpResponse:
    """One State with its districts."""
    page = found(places.state_page(seen_from(), slug))
    name = page.state.name
    return _page(
        request, "state", here="states", title=name, page=page,
        description=_("What the districts of %(state)s are known for, and where to buy it from the makers.") % {"state": name},
        trail=trail((reverse("states"), _("States and districts"))),
        known_for=[(row, page.known_for.get(row.id)) for row in page.districts],
    )  # fmt: skip


@public_page
def district(request: HttpRequest, slug: str) -> HttpResponse:
    """One district: what it is known for, its makers, its products."""
    page = found(places.district_page(seen_from(), slug, forms.page_request(request.GET, forms.PAGE_SIZE)))
    name, state_name = page.district.name, page.state.name
    return _page(
        request, "district", here="states", title=f"{name}, {state_name}", page=page,
        description=_("What %(district)s in %(state)s is known for: its designated products, its GIs and its makers.")
        % {"district": name, "state": state_name},
        trail=trail(
            (reverse("states"), _("States and districts")), (reverse("state", args=[page.state.slug]), state_name)
        ),
        aliases=", ".join(page.district.aliases),
    )  # fmt: skip
