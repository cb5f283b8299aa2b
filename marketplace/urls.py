"""Every address of the house: each package brings its own."""

from django.urls import path

from marketplace.kit import health

urlpatterns = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
]
