"""The desk's addresses: what each package's `admin.py` has put on it."""

from django.urls import path
from django.utils.module_loading import autodiscover_modules

from marketplace.desk.site import desk

autodiscover_modules("admin", register_to=desk)

urlpatterns = [path("", desk.urls)]
