"""The index of this package's tables."""

from search.engines.postgresql.models import SearchDocument, SearchWord
from search.index.models import SearchDue, SearchFilling, SearchNames, SearchSeller
from search.log.models import SearchCount
from search.words.models import SearchSynonym

__all__ = ["SearchCount", "SearchDocument", "SearchSynonym", "SearchWord"]
