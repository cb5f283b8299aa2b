"""The shapes of States and districts, as the maps of the reference data draw them: outlines, and which touch which."""
