"""How a GraphQL document is put together, executed breadth first, and answered over HTTP."""
