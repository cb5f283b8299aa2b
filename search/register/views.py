"""The GI register, and the page of each GI."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from catalog.social.queries import last_card_of
from frontend_templates.page import shows
from marketplace.gi.models import GiTag
from marketplace.kit.pages import language, public_page, trail
from search.browse import forms as browse
from search.browse.former import filters_led
from search.browse.page import found, seen_from
from search.browse.structured import of_cards
from search.register import forms, queries


@public_page
@filters_led("state")
def gi_register(request: HttpRequest) -> HttpResponse:
    """The register by words, goods, place and what is sold here."""
    asked = forms.register_asked_of(request.GET)
    about = _("All Geographical Indications registered for India: what they are, where they lie, and who may use them.")
    context = {
        "here": "gi", "title": _("GI register"), "description": about, "asked": asked,
        "page": queries.register_page(seen_from(), asked), "goods": GiTag.Category.values,
    }  # fmt: skip
    address = shows(request, asked.pairs(), place=browse.place_of(asked.page), moves=asked.moves)
    response = render(request, "register/gi_register.html", context)
    patch_vary_headers(response, ["HX-Request"])
    if request.headers.get("HX-Request") == "true":  # a form sends its empty fields, too: the address need not say them
        response["HX-Push-Url"] = address
    return response


@public_page
def gi(request: HttpRequest, slug: str) -> HttpResponse:
    """One GI: what is protected, where, since when, who may sell it, and how sure we are."""
    place = browse.page_request(request.GET, browse.PAGE_SIZE)
    page = found(queries.gi_page(seen_from(), slug, place))
    shows(request, (), place=browse.place_of(place))
    about = _("%(name)s: a registered Geographical Indication; where it lies and who may use it.") % {"name": page.gi.tag.name}
    context = {
        "here": "gi", "title": page.gi.tag.name, "description": about, "page": page,
        "trail": trail((reverse("gi-register"), _("GI register"))),
        "structured": of_cards(page.listing.cards),
        "og_card": last_card_of("gi", page.gi.tag.id, language(), alt=page.gi.tag.name),
    }  # fmt: skip
    return render(request, "register/gi.html", context)
