"""The addresses of what a phone carries along, in a language."""

from django.urls import path

from frontend_templates import carried

urlpatterns = [
    path("offline/", carried.offline, name="offline"),
    path("app.webmanifest", carried.web_manifest, name="web-manifest"),
]
