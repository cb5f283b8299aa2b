"""The drawn pictures that shared links show: what has one, where it lies, and whether it still says what is so."""
