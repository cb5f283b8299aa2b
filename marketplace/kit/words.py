"""Words in other languages: which languages there are, and the words that every page has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple, TypeVar

from django.conf import settings
from django.db.models import Model
from django.utils.translation import gettext as _

from marketplace.kit.columns import text_for
from marketplace.kit.refused import Refused
from marketplace.kit.richtext import Blocks, blocks_or_none
from marketplace.kit.slugs import unicode_slug_of

Words = TypeVar("Words")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """The words of a page in another language; an empty slug is made from the name."""

    name: str
    slug: str = ""
    description: str | Blocks | None = None
    seo_title: str = ""
    seo_description: str = ""


class WordsRow(NamedTuple):
    """The words that are kept about the thing with this key in a language; the slug is empty where it has none in it."""

    id: int
    language_code: str
    name: str
    slug: str
    description: Any
    seo_title: str
    seo_description: str


class NameRow(NamedTuple):
    """The name that is kept of the thing with this key in a language."""

    id: int
    language_code: str
    name: str


@cache
def our_languages() -> frozenset[str]:
    """The languages that we keep words in, that of the originals among them."""
    return frozenset(code for code, _name in settings.LANGUAGES)


def listed_by_key(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    """What each key is called, of several names in turn."""
    found: dict[int, list[str]] = {}
    for key, name in pairs:
        found.setdefault(key, []).append(name)
    return found


def in_known_languages(translations: Mapping[str, Words], *, field: str = "translations") -> Mapping[str, Words]:
    """The translations, where each language is one of ours and not that of the originals; Refused INVALID otherwise."""
    known = our_languages() - {settings.LANGUAGE_CODE}
    for language in translations:
        if language not in known:
            raise Refused("INVALID", _("This language is not known here."), field)
    return translations


def page_columns(model: type[Model], words: PageWords) -> dict[str, Any]:
    """The columns of a page's translation table (name, slug, description, seo_title, seo_description), cleaned."""
    name = text_for(model, "name", words.name, must=True)
    most = int(getattr(model._meta.get_field("slug"), "max_length", 0))
    return {
        "name": name,
        "slug": unicode_slug_of(text_for(model, "slug", words.slug) or name, most=most),
        "description": blocks_or_none(words.description),
        "seo_title": text_for(model, "seo_title", words.seo_title),
        "seo_description": text_for(model, "seo_description", words.seo_description),
    }


def names_columns(model: type[Model], translations: Mapping[str, str]) -> list[dict[str, Any]]:
    """Language and cleaned name for each row of a translation table that has a name only."""
    return [
        {"language_code": language, "name": text_for(model, "name", name, must=True)}
        for language, name in in_known_languages(translations).items()
    ]
