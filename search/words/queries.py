"""Questions about words that mean the same; all of them are held in memory."""

from collections.abc import Sequence

from marketplace.kit.held import Held
from search.words.models import SearchSynonym
from search.words.rules import Thesaurus, thesaurus_of


def expansions(words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For folded words of a question in their order, and for phrases of them joined by a blank, those that are looked for beside
    them: folded, the likeliest first."""
    return _held(None).of(words)


def groups() -> list[list[str]]:
    """The words of each group that mean the same, as they are written."""
    return list(SearchSynonym.objects.filter(in_use=True).order_by("id").values_list("words", flat=True))


def _read(_key: None) -> Thesaurus:
    """One statement."""
    return thesaurus_of(SearchSynonym.objects.filter(in_use=True).order_by("id").values_list("words", "finds"))


_held = Held(_read, "search_searchsynonym")
