"""The language of a page is said by its address alone, so that one address is one page for every reader and cache."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation


class LanguageOfAddress(LocaleMiddleware):
    """Django's middleware without `Vary: Accept-Language`: addresses without a prefix are English, /hi/ is Hindi."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Name the language of the answer."""
        response.headers.setdefault("Content-Language", translation.get_language() or "en")
        return response
