"""Publication: prices and visibility of a product per channel, and what it must have before people may see it."""
