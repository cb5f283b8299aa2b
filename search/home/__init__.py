"""The first page: what stands in the windows today."""
