"""The engine in Elasticsearch: words as its analysis and ours have them; filters, counts and order in one question."""
