"""Typed attributes and the values that products carry."""
