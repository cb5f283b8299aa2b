"""How deep and how long a menu may be."""

MOST_LEVELS = 4
MOST_ITEMS = 200
