"""What this package does on hearing of others, and of itself."""

from catalog.events import PictureUploaded
from catalog.media import actions as media
from marketplace.news.listeners import hears


@hears(PictureUploaded, outside=True)
def make_renditions(event: PictureUploaded) -> None:
    """Make the picture anew in all its sizes."""
    media.make_renditions(picture_id=event.picture)
