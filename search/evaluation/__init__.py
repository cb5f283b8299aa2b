"""How good a search is: judged queries over the demonstration catalogue, and what an engine makes of them."""
