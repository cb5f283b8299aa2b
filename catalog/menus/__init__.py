"""Menus: trees of links to categories, collections, pages and other addresses."""
