"""Collections: products put together by hand."""
