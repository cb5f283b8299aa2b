"""Products, their types, variants, prices and publication per channel."""
