"""The index of this package's tables."""

from search.engines.postgresql.models import SearchDocument, SearchWord
from search.index.models import SearchDue, SearchFilling, SearchNames, SearchSeller
from search.log.models import SearchCount
from search.ranking.models import SearchRanking
from search.words.models import SearchSynonym

__all__ = [
    "SearchCount", "SearchDocument", "SearchDue", "SearchFilling", "SearchNames", "SearchRanking", "SearchSeller",
    "SearchSynonym", "SearchWord",
]  # fmt: skip
