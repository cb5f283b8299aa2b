"""The addresses of the pages that list products, and makers."""

from django.urls import path

from search.shelves import views

urlpatterns = [
    path("categories/", views.categories, name="categories"),
    path("categories/<slug:slug>/", views.category, name="category"),
    path("crafts/", views.crafts, name="crafts"),
    path("crafts/<slug:slug>/", views.craft, name="craft"),
    path("collections/<slug:slug>/", views.collection, name="collection"),
    path("products/", views.products, name="products"),
    path("sellers/", views.sellers, name="sellers"),
    path("sellers/<slug:slug>/", views.seller, name="seller"),
]
