"""What `bench` measures of this package: one module per part, and what they need."""
