"""The first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from marketplace.content.queries import titles_of
from marketplace.kit.pages import language, public_page
from marketplace.kit.refused import Refused
from search.browse.page import seen_from
from search.home import queries
from search.places.maps import india

CONTACT = "contact"


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Districts, crafts, GI treasures and makers of this day; where there is no channel, that the shop is not open yet."""
    about = _("Cloth, brass, clay, glass, spice and sweets from the districts of India, from the makers themselves.")
    try:
        at = seen_from()
    except Refused:  # nothing has moved, and nothing is broken
        return render(request, "not_open.html")
    contact = titles_of((CONTACT,), at=at.at).get(CONTACT)
    return render(
        request,
        "home/home.html",
        {
            "title": _("Crafts and products from every district of India"),
            "description": about,
            "home": queries.home_page(at),
            "map": india(language()),
            "help_at": reverse("page", args=[contact.slug]) if contact else "",
        },  # fmt: skip
    )
