"""What this package does on hearing of others, and of itself."""

from catalog.demo import pictures
from catalog.events import (
    DemonstrationPictureOrdered,
    PictureReady,
    PictureUploaded,
    ProductChanged,
    ProductMediaChanged,
    ProductPublished,
)
from catalog.listing import social
from catalog.media import actions as media
from marketplace.events import GiUserAuthorised
from marketplace.news.listeners import hears


@hears(PictureUploaded, outside=True)
def make_renditions(event: PictureUploaded) -> None:
    """Make the picture anew in all its sizes."""
    media.make_renditions(picture_id=event.picture)


@hears(DemonstrationPictureOrdered, outside=True)
def hang_demonstration_picture(event: DemonstrationPictureOrdered) -> None:
    """Draw the picture and show it."""
    pictures.hang(product_id=event.product, number=event.number, seed=event.seed)


@hears(ProductPublished, ProductChanged, ProductMediaChanged, outside=True)
def draw_social_card(event: ProductPublished | ProductChanged | ProductMediaChanged) -> None:
    """Draw the picture that links to the product show."""
    social.draw_product(product_id=event.product)


@hears(PictureReady, outside=True)
def draw_social_cards_with_picture(event: PictureReady) -> None:
    """Draw it for each product that shows this picture."""
    for product_id in social.products_showing(picture_id=event.picture):
        social.draw_product(product_id=product_id)


@hears(GiUserAuthorised, outside=True)
def draw_social_cards_under_gi(event: GiUserAuthorised) -> None:
    """Draw it for each product whose GI badge hangs on this entry in the register."""
    for product_id in social.products_under(seller_id=event.seller, gi_tag_id=event.gi_tag):
        social.draw_product(product_id=product_id)
