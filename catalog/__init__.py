"""What is sold: categories, products and their variants, pictures, stock, and where a product comes from."""
