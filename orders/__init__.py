"""What is bought: checkout, orders and all that follows. Its rooms begin with the issues that need them."""
