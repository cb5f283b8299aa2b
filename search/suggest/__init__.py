"""What a search may go to, while it is still being typed."""
