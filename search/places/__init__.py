"""Places: the map of India, a State's map and districts, a district's page, and finding one's own district."""
