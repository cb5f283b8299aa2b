"""All datasets in the order of loading: what is referred to comes before what refers to it."""

from functools import cache
from importlib import import_module

from django.apps import apps
from django.utils.module_loading import module_has_submodule

from marketplace.reference.dataset import Dataset
from marketplace.reference.datasets.crafts import CRAFTS
from marketplace.reference.datasets.districts import DISTRICTS
from marketplace.reference.datasets.gi import GI
from marketplace.reference.datasets.hsn import HSN
from marketplace.reference.datasets.odop import ODOP
from marketplace.reference.datasets.pincodes import PINCODES

OURS = (DISTRICTS, GI, ODOP, PINCODES, HSN, CRAFTS)


@cache
def datasets() -> tuple[Dataset, ...]:
    """Ours, and behind them those of the packages above, which each names in its `reference.DATASETS`."""
    found = list(OURS)
    for config in apps.get_app_configs():
        if config.module is not None and module_has_submodule(config.module, "reference"):
            found += getattr(import_module(f"{config.name}.reference"), "DATASETS", ())
    return tuple(found)
