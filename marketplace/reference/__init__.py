"""The reference data of the house: its files, and the loaders that check them whole and bring them into the tables."""
