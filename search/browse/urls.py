"""The addresses of the pages to browse."""

from django.urls import path

from search.browse import views

urlpatterns = [
    path("states/", views.states, name="states"),
    path("states/<slug:slug>/", views.state, name="state"),
    path("districts/<slug:slug>/", views.district, name="district"),
]
