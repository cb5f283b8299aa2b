"""The ground's part of the graph: channels, places, crafts, sellers, the GI register, pages, the shop, people, tokens."""

from marketplace.accounts.schema import Query as Accounts
from marketplace.addresses.mutations import Mutation as AddressBook
from marketplace.addresses.schema import Query as Addresses
from marketplace.channels.schema import Query as Channels
from marketplace.content.mutations import Mutation as Writing
from marketplace.content.schema import Query as Content
from marketplace.crafts.schema import Query as Crafts
from marketplace.districts.schema import Query as Districts
from marketplace.gi.schema import Query as Register
from marketplace.neighbours import schema as neighbours  # noqa: F401  adds its part to District
from marketplace.sellers.schema import Query as Sellers
from marketplace.shop.schema import Query as Shop
from marketplace.tokens.schema import Mutation as Tokens


class Query(Accounts, Addresses, Channels, Districts, Crafts, Sellers, Register, Content, Shop):
    """What the ground answers."""


class Mutation(Tokens, AddressBook, Writing):
    """What the ground does."""


# How long lists without paging usually are, for the cost of documents
LENGTHS = {
    "AccountError": 2, "Address": 5, "Channel": 3, "ChoiceValue": 40, "CountryDisplay": 250, "CraftName": 3, "GiArea": 5,
    "GiAuthorisedUser": 5, "GiTag": 3, "LanguageDisplay": 2, "MetadataItem": 5, "NeighbourDistrict": 6, "OdopProduct": 3,
}  # fmt: skip
