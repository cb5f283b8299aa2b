"""Urdu's letters in Devanagari: a script that writes consonants and long vowels, and short vowels hardly ever."""

import unicodedata

URDU = "[\u0600-\u06ff\u0750-\u077f]"

_SAME = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ه": "ہ", "ة": "ہ", "ۃ": "ہ", "ۂ": "ہ", "ٱ": "ا", "ـ": None, "أ": "ا", "إ": "ا"}
)
_CONSONANTS = {
    "ب": "ब", "پ": "प", "ت": "त", "ٹ": "ट", "ث": "स", "ج": "ज", "چ": "च", "ح": "ह", "خ": "ख\u093c", "د": "द", "ڈ": "ड",
    "ذ": "ज\u093c", "ر": "र", "ڑ": "ड\u093c", "ز": "ज\u093c", "ژ": "ज\u093c", "س": "स", "ش": "श", "ص": "स", "ض": "ज\u093c",
    "ط": "त", "ظ": "ज\u093c", "غ": "ग\u093c", "ف": "फ\u093c", "ق": "क\u093c", "ک": "क", "گ": "ग", "ل": "ल", "م": "म", "ن": "न",
}  # fmt: skip
_BREATHED = {
    "ب": "भ", "پ": "फ", "ت": "थ", "ٹ": "ठ", "ج": "झ", "چ": "छ", "د": "ध", "ڈ": "ढ", "ڑ": "ढ\u093c", "ک": "ख", "گ": "घ",
}  # fmt: skip
_BREATH = "ھ"
_SIGN_OF = {"आ": "ा", "ई": "ी", "ए": "े", "ओ": "ो", "ऊ": "ू"}
_SHORT = {"\u064f": "ु", "\u0650": "ि"}
_DOUBLED = "\u0651"
_VOWELS = frozenset("اآےۓ")


def from_urdu(run: str) -> str:
    """A word of Urdu in Devanagari; short vowels that are not written are left to the reader, as in Devanagari without signs."""
    word = unicodedata.normalize("NFC", run).translate(_SAME)
    made: list[str] = []
    after = ""  # what came last: nothing, a "c"onsonant or a "v"owel
    for at, letter in enumerate(word):
        following = word[at + 1 : at + 2]
        part, after = _part(letter, after, following, made)
        made.append(part)
    return unicodedata.normalize("NFC", "".join(made))


def _part(letter: str, after: str, following: str, made: list[str]) -> tuple[str, str]:
    """What is written for a letter, and what came last then."""
    if letter in _CONSONANTS:
        return (_BREATHED.get(letter, _CONSONANTS[letter] + "्ह") if following == _BREATH else _CONSONANTS[letter]), "c"
    if letter in _SHORT:
        return (_SHORT[letter] if after == "c" else ""), after and "v"
    if letter == _DOUBLED and made:
        return "्" + made[-1], "c"
    if letter == "ہ":
        return ("ा", "v") if after == "c" and not following else ("ह", "c")
    if letter in ("ئ", "ء"):
        return "", "v"
    if letter == "ں":
        return "ं", after
    return _vowel(letter, after, following)


def _vowel(letter: str, after: str, following: str) -> tuple[str, str]:
    """ا و ی ے are vowels between consonants; و and ی are v and y before a vowel and where a word begins."""
    if letter in ("ا", "آ"):
        begins_another = letter == "ا" and following in ("و", "ی")
        if not after:
            return ("" if begins_another else "अ" if letter == "ا" else "आ"), "v"
        return _long("आ", after), "v"
    if letter == "و":
        consonant = following in _VOWELS or following == "ی" or not after
        return ("व", "c") if consonant else (_long("ओ", after), "v")
    if letter == "ؤ":
        return "ऊ", "v"
    if letter == "ی":
        if following in _VOWELS or following == "و":
            return ("िय" if after == "c" else "य"), "c"
        return ("य", "c") if not after else (_long("ई", after), "v")
    if letter in ("ے", "ۓ"):
        return _long("ए", after), "v"
    return "", after or ("v" if letter == "ع" else "")


def _long(vowel: str, after: str) -> str:
    return _SIGN_OF[vowel] if after == "c" else vowel
