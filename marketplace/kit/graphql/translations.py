"""Words in another language, in the graph: the same fields for products, categories and collections, and for bare names."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import graphene

from marketplace.kit.graphql.languages import Language, LanguageCodeEnum, LanguageDisplay, display, language_of
from marketplace.kit.graphql.resolvers import Answer, for_all, reads
from marketplace.kit.graphql.scalars import JSONString
from marketplace.kit.ids import global_id
from marketplace.kit.words import NameRow, WordsRow

LANGUAGE = graphene.Argument(LanguageCodeEnum, required=True, description="The language wanted.")
SLUG_LANGUAGE = graphene.Argument(
    LanguageCodeEnum,
    description="The language that the slug is in; where nothing has that slug in it, the original slug is looked for.",
)


def _members(name: str) -> dict[str, Any]:
    """What every translation has: its id and its language."""

    def resolve_id(parents: Sequence[WordsRow | NameRow], info: Any) -> list[str]:
        return [global_id(name, f"{parent.id}-{parent.language_code}") for parent in parents]

    def resolve_language(parents: Sequence[WordsRow | NameRow], info: Any) -> list[Language]:
        return [display(parent.language_code) for parent in parents]

    return {
        "id": graphene.ID(required=True, description="Global id."),
        "language": graphene.Field(LanguageDisplay, required=True, description="The language."),
        "resolve_id": for_all(resolve_id),
        "resolve_language": for_all(resolve_language),
    }


def translation_type(thing: str) -> type[graphene.ObjectType]:
    """The type XTranslation for things named X, whose parents are WordsRow."""
    name = f"{thing}Translation"

    def resolve_slug(parents: Sequence[WordsRow], info: Any) -> list[str | None]:
        return [parent.slug or None for parent in parents]

    members = {
        "__doc__": f"The words of a {thing.lower()} in a language.",
        **_members(name),
        "name": graphene.String(description="Its name."),
        "slug": graphene.String(description="Its name in addresses, where it has one in this language."),
        "description": JSONString(description="Rich text as EditorJS blocks."),
        "seo_title": graphene.String(description="Title for search engines."),
        "seo_description": graphene.String(description="Description for search engines."),
        "resolve_slug": for_all(resolve_slug),
        **{f"resolve_{field}": reads(field) for field in ("name", "description", "seo_title", "seo_description")},
    }
    return type(name, (graphene.ObjectType,), members)


def name_translation_type(thing: str, about: str) -> type[graphene.ObjectType]:
    """The type XTranslation for things named X of which only the name is translated; its parents are NameRow."""
    name = f"{thing}Translation"
    members = {
        "__doc__": about,
        **_members(name),
        "name": graphene.String(required=True, description="Its name."),
        "resolve_name": reads("name"),
    }
    return type(name, (graphene.ObjectType,), members)


class NameTranslationInput(graphene.InputObjectType):
    """A name in another language."""

    name = graphene.String(description="The name.")


def translation_field(of: type[graphene.ObjectType]) -> graphene.Field:
    """The field `translation(languageCode:)`."""
    return graphene.Field(of, language_code=LANGUAGE, description="Its words in a language, if kept; the original ones for EN.")


def translated(key: Callable[[Any], int], words_of: Callable[[Collection[int], str, Any], Mapping[int, WordsRow]]) -> Answer:
    """The resolver of `translation`: `words_of(keys, language, info)` asks for the words of many things at once."""

    @for_all
    def resolve(parents: Sequence[Any], info: Any, language_code: str) -> list[WordsRow | None]:
        found = words_of({key(parent) for parent in parents}, language_of(language_code), info)
        return [found.get(key(parent)) for parent in parents]

    return resolve
