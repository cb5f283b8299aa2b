"""What search engines are told of each product, and how they are kept in step with the catalogue."""
