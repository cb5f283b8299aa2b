"""The cards of shared links to districts, GIs, makers and kinds of goods: each shows something that is made or sold there."""
