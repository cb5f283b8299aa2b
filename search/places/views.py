"""The pages of places: the map of India, a State, a district."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from catalog.social.queries import last_card_of
from frontend_templates.page import shows
from frontend_templates.templatetags.zila import amount
from marketplace.kit.pages import language, public_page, trail
from marketplace.kit.refused import Refused
from search.browse import forms
from search.browse.page import found, seen_from
from search.browse.structured import of_cards, of_district, of_state
from search.places import queries
from search.places.forms import Wanted, wanted_of
from search.places.maps import Map
from search.places.rules import STEPS_OF_DISTRICT, STEPS_OF_STATE, level


def _page(request: HttpRequest, template: str, **context: Any) -> HttpResponse:
    return render(request, f"places/{template}.html", {"here": "states", **context})


@public_page
def states(request: HttpRequest) -> HttpResponse:
    """All States and Union Territories on the map and by zone; and the district that a reader looks for."""
    page, wanted = queries.states_page(seen_from()), wanted_of(request.GET)
    shows(request, forms.said(("q", wanted.text)))
    return _page(
        request, "states", title=_("States and districts"), page=page, wanted=wanted, **_found(wanted),
        description=_("All States and Union Territories of India, and what their districts are known for."),
        map=_coloured(page.map, page.products, STEPS_OF_STATE), legend=_legend(STEPS_OF_STATE),
    )  # fmt: skip


def _found(wanted: Wanted) -> dict[str, Any]:
    if not wanted.text:
        return {}
    try:
        return {"found": queries.find(wanted, language())}
    except Refused as refused:
        return {"refused": refused.message}


def _coloured(map: Map, products: Mapping[int, int], steps: tuple[int, int]) -> Map:
    counted = {one.id: products.get(one.id, 0) for one in map.regions}
    words = {count: _told(count) for count in set(counted.values())}
    return map.marked({key: (level(count, steps), words[count]) for key, count in counted.items()})


def _legend(steps: tuple[int, int]) -> list[tuple[str, str]]:
    return [
        ("many", _("%(count)d products and more") % {"count": steps[1]}),
        ("some", _("%(least)d to %(most)d products") % {"least": steps[0], "most": steps[1] - 1}),
        ("few", _("fewer than %(count)d products") % {"count": steps[0]}),
        ("none", _("no product yet")),
    ]


def _told(products: int) -> str:
    if products == 0:
        return _("no product yet")
    return ngettext("%(shown)s product", "%(shown)s products", products) % {"shown": amount(products)}


@public_page
def state(request: HttpRequest, slug: str) -> HttpResponse:
    """One State with its map, its districts, GIs and makers."""
    page = found(queries.state_page(seen_from(), slug))
    name = page.state.name
    return _page(
        request, "state", title=_("%(state)s: crafts and products of its districts") % {"state": name}, name_seen=name, page=page,
        description=_("What the districts of %(state)s are known for, and where to buy it from the makers.") % {"state": name},
        trail=trail((reverse("states"), _("States and districts"))),
        map=_coloured(page.map, page.products, STEPS_OF_DISTRICT), legend=_legend(STEPS_OF_DISTRICT),
        products=sum(page.products.values()), structured=of_state(page.state),
        og_card=last_card_of("state", page.state.id, language(), alt=name),
    )  # fmt: skip


@public_page
def district(request: HttpRequest, slug: str) -> HttpResponse:
    """One district: where it lies, what it is known for, its makers, its products, its neighbours."""
    place = forms.page_request(request.GET, forms.PAGE_SIZE)
    page = found(queries.district_page(seen_from(), slug, place))
    shows(request, (), place=forms.place_of(place))
    name, state_name = page.district.name, page.state.name
    return _page(
        request, "district", title=f"{name}, {state_name}", name_seen=name, page=page,
        description=_("What %(district)s in %(state)s is known for: its designated products, its GIs and its makers.")
        % {"district": name, "state": state_name},
        trail=trail(
            (reverse("states"), _("States and districts")), (reverse("state", args=[page.state.slug]), state_name)
        ),
        aliases=", ".join(page.district.aliases),
        structured=[of_district(page.district, page.state), *of_cards(page.listing.cards)],
        og_card=last_card_of("district", page.district.id, language(), alt=f"{name}, {state_name}"),
    )  # fmt: skip
