"""The operators' desk: where people who work for the market change its content, with Django's admin."""
