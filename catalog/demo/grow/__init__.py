"""Grows large catalogues for measurements: many products in seconds, written by COPY, each as the actions would leave it.

A product's content follows from the seed and its number alone, whatever the size of a run; keys and the time of writing
are what differs. `rota` says who sells it, `moulds` how its seller's goods look, `cast` makes its rows, `sheets` writes
them, `growing` does all this in chunks.
"""
