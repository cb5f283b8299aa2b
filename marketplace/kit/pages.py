"""The door of pages: reads only, one address one page for every reader, refusals turned into 400 and 404 pages."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page, require_safe

from marketplace.kit.refused import Refused

View = Callable[..., HttpResponse]
SECONDS_FRESH = 60
SECONDS_STALE = 600


def public_page(view: View) -> View:
    """A page that is the same for everyone: GET and HEAD only (405 otherwise), and caches may keep it for a minute.

    It goes compressed to who takes that, and who has it already (ETag) is told so with a 304. A view's Refused becomes
    the 404 page (NOT_FOUND) or the 400 page with the reason.
    """

    @csrf_exempt  # nothing is ever changed here, so that a POST is answered 405 and not 403
    @require_safe
    @gzip_page  # outside: it pads with random bytes, which must not change the ETag
    @conditional_page
    @wraps(view)
    def door(request: HttpRequest, **where: Any) -> HttpResponse:
        try:
            response = view(request, **where)
        except Refused as refused:
            if refused.code == "NOT_FOUND":
                raise Http404(refused.message) from refused
            return render(request, "400.html", {"message": refused.message}, status=400)
        patch_cache_control(response, public=True, max_age=SECONDS_FRESH, stale_while_revalidate=SECONDS_STALE)
        return response

    return door
