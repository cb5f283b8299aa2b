"""Django's management commands of this package."""
