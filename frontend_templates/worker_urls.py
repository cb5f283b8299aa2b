"""The address of the service worker: at the root, so that it may stand before every page, and without a language."""

from django.urls import path

from frontend_templates import carried

urlpatterns = [path("", carried.service_worker, name="service-worker")]
