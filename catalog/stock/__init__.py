"""Warehouses and how many pieces stand in them."""
