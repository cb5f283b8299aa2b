"""What this package puts on the operators' desk."""

from search.words.admin import SynonymAdmin

__all__ = ["SynonymAdmin"]
