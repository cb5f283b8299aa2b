"""Demonstration shops: their pictures and their goods."""
