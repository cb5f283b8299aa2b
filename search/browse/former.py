"""Filters that name what has another slug now: the way to the same list under the present name."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict

from catalog.categories.queries import tree
from marketplace.districts.queries import district, state
from marketplace.kit.former_slugs import present_slug
from marketplace.kit.pages import language

View = Callable[..., HttpResponse]
# What filters name by slug, by parameter, which is the kind of former slugs, too: whether there is such a thing now.
_KNOWN: Mapping[str, Callable[[str], bool]] = {
    "category": lambda slug: slug in tree(language()).by_slug,
    "state": lambda slug: state(slug, language()) is not None,
    "district": lambda slug: district(slug, language()) is not None,
}


def filters_led(*parameters: str) -> Callable[[View], View]:
    """For a page (below `public_page`) whose list is narrowed by these: a former slug in one leads with 301 to the present one,
    with all else that was asked for. Only what is unknown is looked up, so that it costs other readers nothing."""

    def of(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, **where: Any) -> HttpResponse:
            led = _present(request.GET, parameters)
            return HttpResponsePermanentRedirect(f"{request.path}?{led.urlencode()}") if led else view(request, **where)

        return door

    return of


def _present(query: QueryDict, parameters: tuple[str, ...]) -> QueryDict | None:
    """The query with present slugs; None where nothing in it was called otherwise before."""
    led = None
    for name in parameters:
        given = query.get(name, "")
        if given and not _KNOWN[name](given) and (present := present_slug(name, given)):
            led = led or query.copy()
            led[name] = present
    return led
