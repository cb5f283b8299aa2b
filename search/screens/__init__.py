"""Pictures of our own pages, for whoever reads about the house."""
