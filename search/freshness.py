"""How the answers that are kept hear of this package's tables."""

from datetime import datetime

from marketplace.answers.turns import turns_at
from search.ranking import queries

READ_BY_NOBODY = {
    "search_searchcount": "of the operators",
    "search_searchdocument": "what it says follows the catalogue, whose facts are told",
    "search_searchdue": "of who has the engines learn",
    "search_searchfilling": "of who has the engines learn",
    "search_searchnames": "of who has the engines learn",
    "search_searchseller": "of who has the engines learn",
    "search_searchword": "it mends words that nobody has; no kept answer hangs on it",
}


@turns_at
def next_ranking(now: datetime) -> datetime | None:
    """Searches are ranked by other parameters from their moment on."""
    return min((row.valid_from for row in queries.ahead(now)), default=None)
