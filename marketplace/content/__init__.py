"""Pages of words: about us, delivery, privacy; with their types and translations."""
