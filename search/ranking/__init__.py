"""What lists that answer a search are ordered by: the parameters, what they make of a product, and how that is told."""
