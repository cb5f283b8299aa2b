"""What is set of a list's filters, each with the way back from it."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from catalog.categories.queries import tree
from frontend_templates.templatetags.zila import country, label
from marketplace.channels.queries import Viewpoint
from marketplace.districts.queries import district, state
from search.browse.forms import CHOICE, Asked
from search.shelves.facets import Facets, query_of, unless


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set: what it says in which language (empty: the reader's), and the query of the list without it. `kind`
    says what words to put around it."""

    kind: str
    name: str
    language: str
    query: str


_UNKNOWN = {"category": _lazy("unknown kind of goods"), "state": _lazy("unknown State"), "district": _lazy("unknown district")}


def _called(at: Viewpoint, kind: str, slug: str) -> tuple[str, str]:
    """The name of what a parameter means, and its language; that we know none, rather than a word of an address."""
    if kind == "category":
        branch = tree(at.language).by_slug.get(slug)
        return (branch.name, unless(at, branch.language)) if branch else (str(_UNKNOWN[kind]), "")
    place = state(slug, at.language) if kind == "state" else district(slug, at.language)
    return (place.name, unless(at, place.name_language)) if place else (str(_UNKNOWN[kind]), "")


def chips(at: Viewpoint, asked: Asked, found: Facets) -> list[Chip]:
    """All that is set, each with the way back from it."""
    set_: list[Chip] = []

    def chip(kind: str, name: str, language: str = "", /, **without: Any) -> None:
        set_.append(Chip(kind, name, language, query_of(replace(asked, **without))))

    if asked.q:
        chip("q", asked.q, q="", as_words=())
    for kind in _UNKNOWN:
        if slug := getattr(asked, kind):
            chip(kind, *_called(at, kind, slug), **{kind: "", **({"district": ""} if kind == "state" else {})})
    for mark in found.marks:
        if getattr(asked, mark):
            chip(mark, "", **{mark: False})
    if asked.price_from:
        chip("from", asked.price_from, price_from="")
    if asked.price_to:
        chip("to", asked.price_to, price_to="")
    if asked.kind:
        chip("kind", str(label(asked.kind, "seller")), kind="")
    if asked.country:
        chip("country", country(asked.country), country="")
    if asked.rating:
        chip("rating", asked.rating, rating="")
    if asked.pin:
        chip("pin", asked.pin, pin="", away="")
    set_ += _of_choices(asked, found)
    return set_


def _of_choices(asked: Asked, found: Facets) -> list[Chip]:
    made = []
    for name, slugs in asked.choices:
        facet = next((one for one in found.attributes if one.parameter == CHOICE + name), None)
        for slug in slugs:
            option = next((one for one in facet.options if one.value == slug), None) if facet else None
            rest = tuple(
                (other, tuple(one for one in several if (other, one) != (name, slug))) for other, several in asked.choices
            )
            query = query_of(replace(asked, choices=tuple(pair for pair in rest if pair[1])))
            made.append(Chip("choice", option.name if option else _("unknown"), option.language if option else "", query))
    return made
