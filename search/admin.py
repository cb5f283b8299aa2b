"""What this package puts on the operators' desk."""

from search.log.admin import SearchCountAdmin
from search.ranking.admin import RankingAdmin
from search.words.admin import SynonymAdmin

__all__ = ["RankingAdmin", "SearchCountAdmin", "SynonymAdmin"]
