"""The addresses of the GI register."""

from django.urls import path

from search.register import views

urlpatterns = [
    path("gi/", views.gi_register, name="gi-register"),
    path("gi/<slug:slug>/", views.gi, name="gi"),
]
