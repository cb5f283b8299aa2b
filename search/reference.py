"""The reference data that this package brings (marketplace/reference loads it)."""

from search.words.dataset import SYNONYMS

DATASETS = (SYNONYMS,)
