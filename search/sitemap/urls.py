"""The addresses of the sitemap; they have no language."""

from django.urls import path

from search.sitemap import views

urlpatterns = [
    path("sitemap.xml", views.index, name="sitemap"),
    path("sitemaps/<slug:name>.xml", views.part, name="sitemap-part"),
]
