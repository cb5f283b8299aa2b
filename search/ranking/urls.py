"""The address of the page that says how searches are ranked: it goes before the operators' page of this name."""

from django.urls import path

from search.ranking import views

urlpatterns = [path("", views.how_we_rank, name="how-we-rank")]
