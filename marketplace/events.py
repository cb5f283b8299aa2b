"""What this package announces: facts about sellers, channels, people, pages, the shop and the register of GI users."""

from marketplace.news.facts import fact


@fact(subject="channel")
class ChannelCreated:
    """A channel is there to be sold in."""

    channel: int


@fact(subject="channel")
class ChannelChanged:
    """A channel sells to other countries than before."""

    channel: int


@fact(subject="shop")
class ShopChanged:
    """The shop has another name, or says something else of itself."""

    shop: int


@fact(subject="page_type")
class PageTypeCreated:
    """There is a new type of page."""

    page_type: int


@fact(subject="page")
class PageChanged:
    """A page is new, or its words have changed."""

    page: int


@fact(subject="page")
class PagePublished:
    """A page is to be seen, from its `published_at` on."""

    page: int


@fact(subject="page")
class PageUnpublished:
    """A page is not to be seen any more."""

    page: int


@fact(subject="page")
class PageRemoved:
    """A page is gone with its words in every language."""

    page: int


@fact(subject="person")
class PersonCreated:
    """A person may sign in."""

    person: int


@fact(subject="person")
class PersonChanged:
    """A person has another name, language or metadata."""

    person: int


@fact(subject="person")
class PasswordChanged:
    """A person has another password; every signing in has ended."""

    person: int


@fact(subject="person")
class AddressesChanged:
    """A person keeps other addresses than before, or begins with other ones."""

    person: int


@fact(subject="person")
class RefreshTokenReused:
    """An old refresh token was shown again, and the signing in was ended: one of the two who have it has stolen it."""

    person: int
    sign_in: int


@fact(subject="seller")
class SellerRegistered:
    """A seller waits for approval."""

    seller: int


@fact(subject="seller")
class SellerApproved:
    """A seller may publish."""

    seller: int


@fact(subject="seller")
class SellerSuspended:
    """A seller may not sell any more, for now."""

    seller: int


@fact(subject="seller")
class SellerChanged:
    """What is known about a seller has changed: its words, or who acts for it."""

    seller: int


@fact(subject="seller")
class GiUserAuthorised:
    """A seller is entered in the register as authorised user of a GI, or its entry was renewed."""

    seller: int
    gi_tag: int
