"""Languages in the graph: Saleor's LanguageCodeEnum, and which of our languages a code means."""

from functools import cache
from typing import NamedTuple

import graphene
from babel import Locale

from marketplace.kit.graphql.locales import LOCALES
from marketplace.kit.graphql.resolvers import reads
from marketplace.kit.words import our_languages

LanguageCodeEnum = graphene.Enum(
    "LanguageCodeEnum",
    [(name.upper(), name.replace("_", "-").lower()) for name in LOCALES],
    description="A language, as CLDR names them; texts are kept in EN and HI today.",
)


class LanguageDisplay(graphene.ObjectType):
    """A language."""

    code = graphene.Field(LanguageCodeEnum, required=True, description="Its code.")
    language = graphene.String(required=True, description="Its name in English.")

    resolve_code = reads("code")
    resolve_language = reads("language")


class Language(NamedTuple):
    """What LanguageDisplay shows; `code` as the values of LanguageCodeEnum: "hi", "en-in"."""

    code: str
    language: str


def language_of(code: str) -> str:
    """The language that we keep texts in for a value of LanguageCodeEnum: hi for "hi-in"; a language of which we have
    nothing stays as it is, and finds nothing."""
    short = code.partition("-")[0]
    return short if short in our_languages() else code


@cache
def display(code: str) -> Language:
    """What there is to show of a language."""
    return Language(code, Locale.parse(code, sep="-").get_display_name("en") or code)
