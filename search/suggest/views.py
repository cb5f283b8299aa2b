"""The door of suggestions: a list to choose from, the same for everybody, for the field that is being typed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from marketplace.kit.pages import public_page
from search.browse.forms import words
from search.browse.page import seen_from
from search.suggest.queries import suggestions


@public_page
def suggest(request: HttpRequest) -> HttpResponse:
    """The options of the list; 400 for what is too long. It is a part of a page, and no search engine's business."""
    text = words(request.GET)
    response = render(request, "components/suggestions.html", {"suggestions": suggestions(seen_from(), text)})
    response["X-Robots-Tag"] = "noindex"
    return response
