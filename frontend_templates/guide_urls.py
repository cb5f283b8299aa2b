"""The address of the style guide, which has no language of its own."""

from django.urls import path

from frontend_templates.guide import guide

urlpatterns = [path("", guide, name="style-guide")]
