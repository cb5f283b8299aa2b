"""Which districts lie beside which, as the maps have it."""
