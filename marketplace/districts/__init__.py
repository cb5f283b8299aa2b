"""States, districts, what each district is designated for, and PIN codes."""
