"""What this package does on hearing of others, and of itself."""

from catalog.demo import pictures
from catalog.events import DemonstrationPictureOrdered, PictureUploaded
from catalog.media import actions as media
from marketplace.news.listeners import hears


@hears(PictureUploaded, outside=True)
def make_renditions(event: PictureUploaded) -> None:
    """Make the picture anew in all its sizes."""
    media.make_renditions(picture_id=event.picture)


@hears(DemonstrationPictureOrdered, outside=True)
def hang_demonstration_picture(event: DemonstrationPictureOrdered) -> None:
    """Draw the picture and show it."""
    pictures.hang(product_id=event.product, number=event.number, seed=event.seed)
