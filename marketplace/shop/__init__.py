"""The shop as a whole: its name, and what it says of itself."""
