"""What is done for lists and pages by the clock."""

import time

from catalog.listing import social
from marketplace.celery import app

DRAW = "catalog.listing.draw_cards"
_MOST, _SECONDS = 150, 25


@app.task(name=DRAW)  # type: ignore[untyped-decorator]
def draw_cards() -> None:
    """Draw some of the cards that no news has brought about, such as those of products that were published ahead."""
    until = time.monotonic() + _SECONDS
    for product_id in social.without_card(most=_MOST):
        social.draw_product(product_id=product_id)
        if time.monotonic() > until:
            break
