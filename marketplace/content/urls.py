"""The addresses of pages of words."""

from django.urls import path

from marketplace.content import views

urlpatterns = [path("pages/<slug:slug>/", views.page, name="page")]
