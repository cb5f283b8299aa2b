"""The engine that is always there: the words of products in a table of PostgreSQL, found by its text search."""
