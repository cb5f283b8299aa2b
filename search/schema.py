"""The search's part of the graph."""

from search.found.schema import Query as Found


class Query(Found):
    """What the search answers."""


# How long lists without paging usually are, for the cost of documents
LENGTHS = {
    "SearchLift": 3, "SearchMatch": 3, "SearchPart": 3, "SearchSpelling": 1, "SellerKindFacet": 5,
    "CountryFacet": 2, "RatingFacet": 4,
}  # fmt: skip
