"""The GI register and the page of each GI: what is protected, where, since when, and who may sell it."""
