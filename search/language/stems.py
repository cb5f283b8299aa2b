"""The stem of a word: साड़ियाँ, साड़ियों and साड़ी are one, and so are weaves and weaving."""

from functools import lru_cache

from snowballstemmer import stemmer

from search.language.fold import folded

_HINDI, _ENGLISH = stemmer("hindi"), stemmer("english")
_DEVANAGARI = range(0x900, 0x980)


@lru_cache(maxsize=100_000)
def stem(token: str) -> str:
    """The stem of a folded word, folded; words in other scripts than Latin and Devanagari are their own."""
    if token.isascii():
        return _ENGLISH.stemWord(token) if token.isalpha() else token
    if ord(token[0]) in _DEVANAGARI and not token[-1].isdigit():
        return folded(_HINDI.stemWord(token)) or token
    return token
