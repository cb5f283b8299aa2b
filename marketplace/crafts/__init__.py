"""Crafts and the names that people call them by."""
