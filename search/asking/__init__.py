"""What a reader asks for in words of their own: which of them are plain enough to narrow a list by, and which are looked for."""
