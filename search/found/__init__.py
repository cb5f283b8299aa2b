"""The search in the graph: what is found and why, what there is to choose from, how the query was understood."""
