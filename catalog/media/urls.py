"""The addresses of files."""

from django.urls import path

from catalog.media import views

urlpatterns = [path("<path:key>", views.media, name="media")]
