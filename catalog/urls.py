"""The addresses of this package's pages."""

from django.urls import path

from catalog.listing import views

urlpatterns = [path("products/<slug:slug>/", views.product, name="product")]
