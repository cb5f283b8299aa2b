"""What a reader may see: lists of products, cards, and a product in full."""
