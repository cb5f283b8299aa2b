"""The category tree, and what each category demands of a listing."""
