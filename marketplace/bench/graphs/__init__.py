"""Schemas without a database and documents made at random, for measuring and comparing the executors."""
