"""What a text or a query is, in any script of India: folded, in another script, as a sound, understood. Pure."""
