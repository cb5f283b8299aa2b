"""The index of this package's tables."""

from search.engines.postgresql.models import SearchDocument, SearchWord

__all__ = ["SearchDocument", "SearchWord"]
