"""The index of this package's tables: none yet."""
