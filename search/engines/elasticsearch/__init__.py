"""The engine in Elasticsearch: the words of products as its analysis and ours have them, filters, counts and order in one question."""
