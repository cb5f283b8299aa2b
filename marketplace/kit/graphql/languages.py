"""Saleor's LanguageCodeEnum: the locales that CLDR knows, HI for hi, EN_IN for en_IN."""

import graphene
from babel.localedata import locale_identifiers

LanguageCodeEnum = graphene.Enum(
    "LanguageCodeEnum",
    [(name.upper().replace("-", "_"), name.replace("_", "-").lower()) for name in sorted(locale_identifiers())],
    description="A language, as CLDR names them; texts are kept in EN and HI today.",
)


class LanguageDisplay(graphene.ObjectType):
    """A language."""

    code = graphene.Field(LanguageCodeEnum, required=True, description="Its code.")
    language = graphene.String(required=True, description="Its name in English.")
