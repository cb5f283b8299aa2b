"""What finds products by words: one interface, PostgreSQL or Elasticsearch behind it."""
