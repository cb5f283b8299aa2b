"""Every address of the house: each package brings its own."""

from django.urls import include, path

from marketplace.kit import health

urlpatterns = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    # Files are the same in every language: they stand outside of the pages' addresses.
    path("media/", include("catalog.media.urls")),
]
