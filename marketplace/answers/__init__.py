"""Answers kept in memory until what they were made of changes, and given before Django is asked."""
