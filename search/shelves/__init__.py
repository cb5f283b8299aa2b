"""Pages that list products, and makers: categories, crafts, collections, sellers, the search."""
