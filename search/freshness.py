"""How the answers that are kept hear of this package's tables."""

READ_BY_NOBODY = {
    "search_searchcount": "of the operators",
    "search_searchdocument": "what it says follows the catalogue, whose facts are told",
    "search_searchdue": "of who has the engines learn",
    "search_searchfilling": "of who has the engines learn",
    "search_searchnames": "of who has the engines learn",
    "search_searchseller": "of who has the engines learn",
    "search_searchword": "it mends words that nobody has; no kept answer hangs on it",
}
