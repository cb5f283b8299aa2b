"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from marketplace.kit.pages import language, public_page
from search.browse.page import seen_from
from search.home import queries
from search.places.maps import india


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Districts, crafts, GI treasures and makers of this day."""
    about = _("Cloth, brass, clay, glass, spice and sweets from the districts of India, from the makers themselves.")
    return render(
        request,
        "home/home.html",
        {"description": about, "home": queries.home_page(seen_from()), "map": india(language())},
    )
