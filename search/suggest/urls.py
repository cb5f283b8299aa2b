"""The address of suggestions."""

from django.urls import path

from search.suggest.views import suggest

urlpatterns = [path("suggest/", suggest, name="suggest")]
