"""The addresses of the pages of places."""

from django.urls import path

from search.places import views

urlpatterns = [
    path("states/", views.states, name="states"),
    path("states/<slug:slug>/", views.state, name="state"),
    path("districts/<slug:slug>/", views.district, name="district"),
]
