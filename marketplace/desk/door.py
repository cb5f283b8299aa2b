"""What passes in and out of the desk: cookies are heard and set there and nowhere else, and nothing of it is kept or listed."""

from collections.abc import Callable
from http.cookies import Morsel

from django.http import HttpRequest, HttpResponse

from marketplace.desk.places import is_desk, roots

Answer = Callable[[HttpRequest], HttpResponse]


class DeskDoorMiddleware:
    """Takes the cookies from requests for anything but the desk before anything reads them, so that there neither language nor
    session nor CSRF token has a say, no answer hangs on one (or says `Vary: Cookie`), and none is set."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_desk(request.path_info):
            request.META.pop("HTTP_COOKIE", None)
            return self.get_response(request)
        response = self.get_response(request)
        _set_at_each_address(response)
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response


def _set_at_each_address(response: HttpResponse) -> None:
    """Each cookie once for the desk's address in each language: a browser sends it there, and to no page of the shop."""
    first, *others = roots()
    for name, cookie in list(response.cookies.items()):
        cookie["path"] = first
        for root in others:
            twin: Morsel[str] = Morsel()
            twin.update(cookie)
            twin.set(cookie.key, cookie.value, cookie.coded_value)
            twin["path"] = root
            response.cookies[f"{name} {root}"] = twin
