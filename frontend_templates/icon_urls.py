"""The address of the icon that browsers ask for by themselves: at the root, and without a language."""

from django.urls import path

from frontend_templates import carried

urlpatterns = [path("", carried.favicon, name="favicon")]
