"""The ground's part of the graph: channels, places, crafts, sellers, the GI register."""

from marketplace.channels.schema import Query as Channels
from marketplace.crafts.schema import Query as Crafts
from marketplace.districts.schema import Query as Districts
from marketplace.gi.schema import Query as Register
from marketplace.sellers.schema import Query as Sellers


class Query(Channels, Districts, Crafts, Sellers, Register):
    """What the ground answers."""
