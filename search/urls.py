"""The addresses of this package's pages."""

from django.urls import include, path

urlpatterns = [
    path("", include("search.places.urls")),
    path("", include("search.home.urls")),
    path("", include("search.shelves.urls")),
    path("", include("search.suggest.urls")),
    path("", include("search.register.urls")),
]
