"""The index of this package's tables."""

from search.engines.postgresql.models import SearchDocument, SearchWord
from search.log.models import SearchCount

__all__ = ["SearchCount", "SearchDocument", "SearchWord"]
