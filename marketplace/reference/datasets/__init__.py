"""The datasets, in the order of loading: what is referred to comes first."""

from marketplace.reference.datasets.crafts import CRAFTS
from marketplace.reference.datasets.districts import DISTRICTS
from marketplace.reference.datasets.gi import GI
from marketplace.reference.datasets.hsn import HSN
from marketplace.reference.datasets.odop import ODOP
from marketplace.reference.datasets.pincodes import PINCODES

ALL = (DISTRICTS, GI, ODOP, PINCODES, HSN, CRAFTS)
